import { describe, expect, test } from 'vitest';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { buildReport } from '../../../src/core/report/build-report.ts';
import { randomNumbers } from '../../../src/core/samples/random-numbers.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
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
		const report = buildReport(
			months(75, 45),
			{ period: '2026-02', cohort: 'created', columns: {} },
			{ winRateMode: 'all' },
		);
		expect(report.bottleneck).toMatchObject({ stage: 1, conversion: 0.45, reference: 0.75, period: '2026-02' });
		expect(
			buildReport(months(50, 50), { period: '2026-02', cohort: 'created', columns: {} }, { winRateMode: 'all' })
				.bottleneck,
		).toBeNull();
	});
});

describe('simulated verdicts, asked as a formula asks', () => {
	const STAGES = ['Contact', 'Needs', 'Proposal', 'Contract'] as const;
	/** Deals of one month, all decided: each passes a step with its chance, or is lost there. */
	const month = (random: () => number, key: keyof typeof MONTHS, size: number, chances: readonly number[]): Deal[] =>
		Array.from({ length: size }, (_, i) => {
			const lostAt = chances.findIndex((chance) => random() >= chance);
			const created = calendarDay(2026, MONTHS[key], 1 + (i % 20));
			return lostAt < 0
				? { Stage: 'Won', 'Lost from': '', Amount: 100, Created: created }
				: { Stage: 'Lost', 'Lost from': STAGES[lostAt] as string, Amount: 100, Created: created };
		});
	const verdictRate = (
		runs: number,
		size: number,
		before: readonly number[],
		now: readonly number[],
		isRight: (step: unknown) => boolean,
	): number => {
		const random = randomNumbers(20_261_124);
		let found = 0;
		for (let run = 0; run < runs; run++) {
			const deals = [...month(random, 'before', size, before), ...month(random, 'now', size, now)];
			const pipeline = pipelineOf(deals, { asOfDay: calendarDay(2026, 3, 1), asOf: calendarDay(2026, 3, 1) + 1 });
			if (verdicts(pipeline).some(([step, verdict]) => verdict === 'changed beyond chance' && isRight(step))) found++;
		}
		return found / runs;
	};
	const USUAL = [0.7, 0.6, 0.5, 0.6];

	test('with nothing changed, at most one period in ten has a verdict', () => {
		const rate = verdictRate(600, 60, USUAL, USUAL, () => true);
		console.info(
			`bottleneck verdict with nothing changed, 60 deals a period: ${(100 * rate).toFixed(1)} % of 600 periods`,
		);
		expect(rate).toBeLessThanOrEqual(0.1);
		expect(rate).toBeGreaterThan(0);
	});

	test('a drop of 20 points is found at its step in at least 85 of 100 periods of 300 deals', () => {
		const rate = verdictRate(150, 300, USUAL, [0.7, 0.4, 0.5, 0.6], (step) => step === 'Needs');
		console.info(
			`bottleneck verdict after a drop of 20 points, 300 deals a period: ${(100 * rate).toFixed(1)} % of 150 periods`,
		);
		expect(rate).toBeGreaterThanOrEqual(0.85);
	});
});
