import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../src/core/build-report.ts';
import { calendarDay } from '../../../src/core/calendar-day.ts';
import type { Pipeline } from '../../../src/core/pipeline.ts';
import { cells } from './ask.ts';
import { type Deal, pipelineOf } from './worked-case.ts';

const MONTHS = { before: 1, now: 2 } as const;

/** A hundred deals a month that all came to Needs; this many of them were won, the rest lost there. */
function months(wonBefore: number, wonNow: number): Pipeline {
	const month = (key: keyof typeof MONTHS, won: number): Deal[] =>
		Array.from({ length: 100 }, (_, i) => ({
			Stage: i < won ? 'Won' : 'Lost',
			'Lost from': i < won ? '' : 'Needs',
			Amount: 100,
			Created: calendarDay(2026, MONTHS[key], 1 + (i % 20)),
			Closed: calendarDay(2026, MONTHS[key], 25),
		}));
	return pipelineOf([...month('before', wonBefore), ...month('now', wonNow)], {
		asOfDay: calendarDay(2026, 3, 1),
		asOf: calendarDay(2026, 3, 1) + 1,
	});
}

const verdicts = (pipeline: Pipeline) =>
	(cells(pipeline, 'bottleneck', 'period', '2026-02') as unknown[][]).slice(1).map((row) => [row[0], row[6]]);

describe('bottleneck', () => {
	test('a large drop is told from chance, and comes first by the money that it holds back', () => {
		const pipeline = months(75, 45);
		expect(verdicts(pipeline)[0]).toEqual(['Needs', 'changed beyond chance']);
		const [, first] = cells(pipeline, 'bottleneck', 'period', '2026-02') as unknown[][];
		// Thirty deals in a hundred more, at 100 each, would be won as in the month before.
		expect(first?.[8]).toBeCloseTo(100 * 0.3 * 100, 6);
		expect(first?.[10]).toBe('most money at stake');
	});

	test('a small change is within chance, with the deals that it takes to tell', () => {
		const rows = cells(months(60, 50), 'bottleneck', 'period', '2026-02') as unknown[][];
		expect(rows[1]?.[6]).toBe('within chance');
		expect(rows[1]?.[7]).toBe(388);
	});

	test('the report names the same step', () => {
		const report = buildReport(months(75, 45), { period: '2026-02', cohort: 'created', columns: {} }, { winRateMode: 'all' });
		expect(report.bottleneck).toMatchObject({ stage: 1, conversion: 0.45, previous: 0.75, verdict: { stage: 1 } });
		expect(
			buildReport(months(50, 50), { period: '2026-02', cohort: 'created', columns: {} }, { winRateMode: 'all' }).bottleneck,
		).toBeNull();
	});
});
