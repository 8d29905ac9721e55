// The worked case as it was on an earlier day: from the plain table by its dates, from the history by what it knows.
import { describe, expect, test } from 'vitest';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import {
	EXAMPLE_AS_OF_DAY,
	EXAMPLE_DEALS,
	EXAMPLE_HISTORY,
	EXAMPLE_STAGES,
} from '../../../src/core/samples/example-deals.ts';
import { pastPipeline } from '../../../src/core/statistics/past-pipeline.ts';
import { dayText } from '../../../src/core/time/calendar-day.ts';
import { cells, measure, table } from '../metrics/ask.ts';
import { readPipeline } from '../metrics/read-deals.ts';

/** Day 0 of the case. */
const START = EXAMPLE_AS_OF_DAY - 100;
const plain = readPipeline(EXAMPLE_DEALS, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY);
const withHistory = readPipeline(EXAMPLE_DEALS, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, EXAMPLE_HISTORY);
const on = (pipeline: Pipeline, day: number): Pipeline =>
	pastPipeline({ ...pipeline, asOfDay: START + day, asOf: START + day + 1 });
const now = (pipeline: Pipeline) => (cells(pipeline, 'stageCount') as unknown[][]).slice(1);

describe('on day 50 of the worked case', () => {
	test('the history knows each stage; the deal that came on day 70 is not there', () => {
		const past = on(withHistory, 50);
		// d1 and d2 won; d3 and d9 lost (d9 came back later); d4 in the second stage; d5, d7, d8 in the first; d6 in the third.
		expect(now(past)).toEqual([
			['Contact', 3],
			['Needs', 1],
			['Proposal', 1],
			['Contract', 0],
			['Won', 2],
			['Lost', 2],
		]);
		expect(measure(past, 'winRate')).toMatchObject({ numerator: 2, denominator: 9 });
		expect(measure(past, 'winRate', 'closed')).toMatchObject({ numerator: 2, denominator: 4, excluded: 0 });
		expect(measure(past, 'averageDealSize')).toMatchObject({ value: 15, n: 2 });
	});

	test('the plain table knows who was closed by then; who was closed later was open, in a stage that it does not tell', () => {
		const past = on(plain, 50);
		expect(now(past)).toEqual([
			['Contact', 1],
			['Needs', 1],
			['Proposal', 1],
			['Contract', 1],
			['Won', 2],
			['Lost', 1],
			['Unknown stage', 2],
		]);
		expect(measure(past, 'winRate')).toMatchObject({ numerator: 2, denominator: 9 });
		expect(measure(past, 'winRate', 'closed')).toMatchObject({ numerator: 2, denominator: 3, excluded: 2 });
		expect(measure(past, 'salesCycle')).toMatchObject({ value: (40 + 25) / 2, n: 2 });
		// They came to the first stage at least, and that is said to be assumed.
		const first = measure(past, 'stageConversion', 'Contact');
		expect([first.n, first.numerator, first.assumed]).toEqual([9, 5, 2]);
	});

	test('the resolved rate follows deals that were closed later as open', () => {
		for (const pipeline of [plain, withHistory])
			expect(measure(on(pipeline, 50), 'winRate', 'resolved')).toMatchObject({ n: 9, excluded: 0 });
		// After 15 days one of nine lost, after 25 and 40 one won; the others ran for 50, 40, 30, 20, 10 and 0 days.
		const { value } = measure(on(plain, 50), 'winRate', 'resolved');
		const risk = [9 - 2, 9 - 4, 9 - 6];
		const left15 = 1 - 1 / (risk[0] as number);
		const won25 = left15 / (risk[1] as number);
		const left25 = left15 * (1 - 1 / (risk[1] as number));
		expect(value).toBeCloseTo(won25 + left25 / (risk[2] as number), 12);
	});

	test('periods, groups and filters look at the deals of that day only', () => {
		const past = on(plain, 50);
		expect((cells(past, 'winRate', 'by', 'Owner') as unknown[][]).slice(1).map((row) => [row[0], row[4]])).toEqual([
			['Ann', 4],
			['Ben', 4],
			['', 1],
		]);
		expect(measure(past, 'winRate', 'period', dayText(START + 70)).n).toBe(0);
		expect(measure(past, 'winRate', 'Owner', 'Ann').n).toBe(4);
		const rows = (cells(past, 'funnelExplain', 'WIN_RATE') as unknown[][]).slice(-9).map((row) => row[1]);
		expect(rows).not.toContain('Cannery belt');
	});

	test('the table itself is left as it is', () => {
		const before = JSON.stringify(cells(plain, 'funnel'));
		cells(on(plain, 50), 'funnel');
		expect(JSON.stringify(cells(plain, 'funnel'))).toBe(before);
		expect(measure(plain, 'winRate').n).toBe(10);
	});
});

describe('a log that began later', () => {
	const OWN = ['Deal id', 'Sequence', 'From', 'To', 'Not before', 'Observed at', 'Source'];
	const log = (lines: readonly (readonly (string | number)[])[]): Pipeline =>
		readPipeline(EXAMPLE_DEALS, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, [OWN, ...lines]);
	const at = (day: number): string => `${dayText(START + day)} 12:00:00+00:00`;
	const found = EXAMPLE_DEALS.slice(1).map(([id, , stage]) => [
		id as string,
		1,
		'',
		stage as string,
		'',
		at(99),
		'assumed',
	]);

	test('takes nothing away: before its first look the table tells what it told without a log', () => {
		const past = on(log(found), 50);
		for (const id of ['stageCount', 'funnel', 'stageConversion', 'lossReasons'])
			expect(cells(past, id), id).toEqual(cells(on(plain, 50), id));
		expect(measure(past, 'winRate', 'closed')).toMatchObject({ numerator: 2, denominator: 3 });
	});

	test('its first look tells where an open deal was that has moved since', () => {
		const moved = found.map((row) => (row[0] === 'd5' ? ['d5', 1, '', 'Contact', '', at(60), 'assumed'] : row));
		const past = on(log([...moved, ['d5', 2, 'Contact', 'Needs', at(60), at(98), 'edit']]), 50);
		expect(now(past).slice(0, 2)).toEqual([
			['Contact', 2],
			['Needs', 0],
		]);
	});

	test('a deal that it saw coming is not there before, where the table has no date of creation', () => {
		const grid = EXAMPLE_DEALS.map((row) => row.filter((_, column) => column !== 4));
		const late = found.map((row) => (row[0] === 'd7' ? ['d7', 1, '', 'Contact', at(97), at(98), 'edit'] : row));
		const past = on(readPipeline(grid, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, [OWN, ...late]), 50);
		expect(measure(past, 'winRate').n).toBe(9);
		expect(table(past, 'stageCount').rows[0]).toEqual(['Contact', 0]);
		expect(measure(on(readPipeline(grid, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY), 50), 'winRate').n).toBe(10);
	});
});
