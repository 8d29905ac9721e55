// Where a figure takes the way of the deals from: the history up to a day, columns with one date per stage, or neither.
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import {
	EXAMPLE_AS_OF_DAY,
	EXAMPLE_DEALS,
	EXAMPLE_HISTORY,
	EXAMPLE_STAGES,
} from '../../../src/core/samples/example-deals.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { measure, misuse, table } from './ask.ts';
import { readPipeline } from './read-deals.ts';

describe('the worked case looked at on day 45', () => {
	const pipeline = readPipeline(EXAMPLE_DEALS, EXAMPLE_STAGES, calendarDay(2026, 2, 15), EXAMPLE_HISTORY);
	const counts = (...words: string[]) => table(pipeline, 'stageCount', ...words).rows.map((row) => row[1]);

	test('each deal stands where the history last saw it; those that did not exist yet have no stage', () => {
		expect(counts()).toEqual([2, 3, 0, 0, 2, 1, 2]);
		expect(counts('reached')).toEqual([8, 6, 2, 2, 2]);
		expect(measure(pipeline, 'winRate', 'closed')).toMatchObject({ value: 2 / 3, excluded: 2 });
	});

	test('time, cycle and resolved rates end on that day', () => {
		expect(measure(pipeline, 'salesCycle')).toMatchObject({ value: (40 + 25) / 2, n: 2 });
		// Contact: d1 10, d2 5, d3 15, d4 20, d9 20 days; d5 10 and 5 still running, d7 5 still running.
		expect(measure(pipeline, 'timeInStage', 'mean', 'Contact')).toMatchObject({ value: 14, n: 5, excluded: 2 });
		expect(measure(pipeline, 'stageConversion', 'resolved', 'Needs', 'Won').n).toBe(6);
	});
});

describe('columns with one date a stage', () => {
	const dated: Cell[][] = [
		['Deal ID', 'Stage', 'Contact date', 'Needs date', 'Proposal date'],
		['a', 'Lost', '2026-01-01', '2026-01-05', ''],
		['b', 'Lost', '2026-01-01', '', '2026-01-09'],
		['c', 'Lost', '2026-01-01', '', '2027-01-01'],
		['d', 'Lost', '', '', ''],
		['e', 'Won', '', '', ''],
	];
	const pipeline = readPipeline(dated, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY);

	test('the furthest stage with a date up to now was reached; a lost deal without any is assumed to have come to the first', () => {
		expect(table(pipeline, 'stageCount', 'reached').rows.map((row) => row[1])).toEqual([5, 3, 2, 1, 1]);
		expect(measure(pipeline, 'stageConversion', 'Contact')).toMatchObject({
			value: 0.6,
			numerator: 3,
			denominator: 5,
			assumed: 1,
		});
	});

	test('what needs the moves themselves says that there is no history', () => {
		for (const mode of ['touched', 'strict', 'direct', 'resolved'])
			expect(misuse(pipeline, 'stageConversion', mode).code).toBe('missingHistory');
	});
});

describe('periods', () => {
	const pipeline = readPipeline(EXAMPLE_DEALS, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY);
	const n = (...words: Cell[]): number => measure(pipeline, 'winRate', ...words).n;

	test('months, quarters, years, days from and to, and the last days up to now, both ends included', () => {
		expect(n('period', '2026-01')).toBe(7);
		expect(n('period', '2026-02')).toBe(2);
		expect(n('period', '2026-Q1')).toBe(10);
		expect(n('period', '2025')).toBe(0);
		expect(n('period', '2026-01-01..2026-01-11')).toBe(5);
		expect(n('period', '2026-01-02..2026-01-11')).toBe(1);
		// The day itself is the last of the thirty-one: 12 March to 11 April.
		expect(n('period', 'last 31 days')).toBe(1);
		expect(n('period', 'last 30 days')).toBe(0);
		expect(n('period', '2026-03', 'cohort', 'closed')).toBe(2);
	});

	test('a period that runs backwards or is no day is told', () => {
		for (const period of ['2026-02-01..2026-01-01', '2026-13', '2026-Q5', 'last 0 days', '2026-02-30..2026-03-01'])
			expect(misuse(pipeline, 'winRate', 'period', period)).toEqual({ code: 'badPeriod', params: { value: period } });
	});
});
