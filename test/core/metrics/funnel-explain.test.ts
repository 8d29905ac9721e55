import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { METRICS } from '../../../src/core/metrics/index.ts';
import { functionName } from '../../../src/core/metrics/metric.ts';
import {
	EXAMPLE_AS_OF_DAY,
	EXAMPLE_DEALS,
	EXAMPLE_HISTORY,
	EXAMPLE_STAGES,
} from '../../../src/core/samples/example-deals.ts';
import { cells, measure, metric, misuse } from './ask.ts';
import { readPipeline } from './read-deals.ts';
import { pipelineOf, WORKED_DEALS, worked } from './worked-case.ts';

const rows = (...words: string[]) => cells(worked(), 'funnelExplain', ...words) as unknown[][];
const dealsOf = (table: unknown[][]) =>
	table.slice(table.findIndex((row) => row[0] === 'Row') + 1).map((row) => [row[1], row[3]]);

describe('FUNNEL_EXPLAIN', () => {
	test('gives definition, value and the rows behind numerator and denominator', () => {
		const table = rows('WIN_RATE', 'closed');
		expect(table[0]?.slice(0, 3)).toEqual(['Definition', 'Win rate', 'WIN_RATE']);
		expect(table.find((row) => row[0] === 'Value')?.[1]).toBe(0.5);
		const parts = dealsOf(table);
		expect(parts.filter((row) => row[1] === 'numerator').map((row) => row[0])).toEqual(['d1', 'd2', 'd9']);
		expect(parts.filter((row) => row[1] === 'denominator only').map((row) => row[0])).toEqual(['d3', 'd4', 'd10']);
	});

	test('names what is left out and why, and what is assumed', () => {
		const pipeline = pipelineOf([
			...WORKED_DEALS.map(({ 'Lost from': _, ...deal }) => deal),
			{ Id: 'e1', Stage: 'Won' },
			{ Id: 'e2', Stage: 'Wonn', Amount: 1 },
		]);
		const explain = (...words: string[]) => cells(pipeline, 'funnelExplain', ...words) as unknown[][];
		expect(dealsOf(explain('averageDealSize')).filter((row) => String(row[1]).startsWith('left out'))).toEqual([
			['e1', 'left out: no amount'],
		]);
		expect(dealsOf(explain('SALES_CYCLE'))).toContainEqual(['e1', 'left out: dates missing or out of order']);
		expect(dealsOf(explain('STAGE_CONVERSION', 'Contact'))).toContainEqual(['e2', 'left out: unknown stage']);
		expect(explain('STAGE_CONVERSION', 'Contact').filter((row) => row[4] === 'estimated')).toHaveLength(3);
	});

	test('counts the same rows as the figure, with its filters', () => {
		const table = rows('win_rate', 'Owner', 'Ann');
		expect(table.find((row) => row[0] === 'Out of')?.[1]).toBe(5);
		expect(dealsOf(table)).toHaveLength(5);
	});

	test('an unknown function names the nearest one', () => {
		expect(misuse(worked(), 'funnelExplain', 'WIN_RAT')).toEqual({
			code: 'unknownMetric',
			params: { value: 'WIN_RAT', nearest: 'WIN_RATE' },
		});
		expect(misuse(worked(), 'funnelExplain', 'WIN_RATE', 'closd')).toMatchObject({ params: { nearest: 'closed' } });
	});
});

/** The worked table with a history and with rows that lack something: an amount, a stage, a known stage, dates in order, a probability, a history. */
const withGaps = () => {
	const [headings, ...deals] = EXAMPLE_DEALS as [Cell[], ...Cell[][]];
	const rows = [
		...deals.map(([id, , ...row], d) => [id as Cell, id as Cell, ...row, d === 5 ? '' : '40%']),
		['e1', 'e1', 'Won', '', '2026-03-01', '2026-03-20', 'Ann', '', '', '100%'],
		['e2', 'e2', 'Won', 7, '2026-03-01', '2026-02-01', 'Ann', '', '', '100%'],
		['e3', 'e3', 'Wonn', 9, '2026-03-01', '', 'Ben', '', '', '10%'],
		['e4', 'e4', '', 9, '2026-03-01', '', 'Ben', '', '', '10%'],
		['e5', 'e5', 'Proposal', '', '2026-03-01', '', 'Ben', '', '', '10%'],
		['e6', 'e6', 'Lost', 3, '', '', 'Ben', '', '', '0%'],
	];
	return readPipeline([[...headings, 'Probability'], ...rows], EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, EXAMPLE_HISTORY);
};

const combinations = (groups: readonly (readonly string[])[]): string[][] =>
	groups.reduce<string[][]>((all, group) => all.flatMap((words) => group.map((word) => [...words, word])), [[]]);

const CALLS = METRICS.filter(({ unit }) => unit !== 'table').flatMap(({ id, modes, stageNames, number }) =>
	combinations(modes.map((group) => group.map(({ word }) => word))).map((words): [string, ...(string | number)[]] => [
		id,
		...words,
		...(stageNames > 0 ? ['Needs'] : []),
		...(number === null ? [] : [100]),
	]),
);
// A velocity or a number of leads is based on several figures at once; deals that never came to the stage are not an exclusion.
const IS_COMPOSED = new Set(['salesVelocity', 'leadsNeeded']);

describe('FUNNEL_EXPLAIN of every figure in every mode', () => {
	const pipeline = withGaps();

	test('there are many', () => {
		expect(CALLS.length).toBeGreaterThan(25);
	});

	test.each(CALLS)('%s %s: the rows are those that the figure counts', (id, ...words) => {
		const answer = cells(pipeline, 'funnelExplain', functionName(id), ...words) as unknown[][];
		const figure = measure(pipeline, id, ...words);
		const line = (name: string): unknown => answer.find((row) => row[0] === name)?.[1];
		expect(line('Formula')).toBeTruthy();
		// What the definition says of itself is true of its defaults only.
		const isDefault = metric(id).modes.every(([first]) => words.includes(first?.word as string));
		expect(line('Formula') === metric(id).formula.en).toBe(isDefault);
		expect(line('Based on') === metric(id).denominator.en).toBe(isDefault);
		expect(line('Source')).toBeTruthy();
		expect(answer.filter((row) => row[0] === 'Mode').map((row) => row[1])).toEqual(
			words.filter((word) => word !== 'Needs' && typeof word === 'string'),
		);
		expect([line('Value'), line('Low (95%)'), line('High (95%)')]).toEqual([
			figure.value ?? '',
			figure.low ?? '',
			figure.high ?? '',
		]);
		expect([line('Left out'), line('Estimated')]).toEqual([figure.excluded, figure.assumed]);

		const roles = dealsOf(answer).map((row) => String(row[1]));
		const count = (...wanted: string[]): number => roles.filter((role) => wanted.includes(role)).length;
		const leftOut = roles.filter((role) => role.startsWith('left out')).length;
		expect(roles.length).toBeGreaterThan(0);
		if (IS_COMPOSED.has(id)) return;
		const counted = count('numerator', 'denominator only');
		if (id === 'stageCount') expect(counted + leftOut).toBe(figure.denominator);
		else expect(counted).toBe(figure.n);
		if (id !== 'stageConversion' || !words.includes('resolved')) expect(leftOut).toBe(figure.excluded);
		if (id === 'stageCount' || (figure.denominator === figure.n && id !== 'averageDealSize' && id !== 'salesCycle'))
			expect(count('numerator', 'numerator only')).toBe(figure.numerator);
	});

	test('a resolved rate marks the deals whose dates cannot be used', () => {
		const answer = cells(pipeline, 'funnelExplain', 'winRate', 'resolved') as unknown[][];
		expect(dealsOf(answer).filter((row) => String(row[1]).startsWith('left out'))).toEqual([
			['e2', 'left out: dates missing or out of order'],
			['e3', 'left out: unknown stage'],
			['e4', 'left out: unknown stage'],
			['e6', 'left out: dates missing or out of order'],
		]);
	});

	test('deals still in the stage are followed in the median, and left out of the mean of those that left', () => {
		const roles = (mode: string): Map<unknown, unknown> =>
			new Map(
				dealsOf(cells(pipeline, 'funnelExplain', 'timeInStage', mode, 'Contract') as unknown[][]) as [
					unknown,
					unknown,
				][],
			);
		expect(roles('median').get('d6')).toBe('denominator only');
		expect(roles('mean').get('d6')).toBe('left out: still in the stage');
		expect(roles('mean').get('d1')).toBe('numerator');
	});

	test('a later stage can hold deals that the earlier one does not', () => {
		const roles = dealsOf(cells(pipeline, 'funnelExplain', 'stageConversion', 'snapshot', 'Needs') as unknown[][]);
		expect(roles).toContainEqual(['d5', 'denominator only']);
		expect(roles).toContainEqual(['d8', 'numerator only']);
	});

	test('what a velocity lacks is said deal by deal; a table is explained without rows', () => {
		const roles = new Map(
			dealsOf(cells(pipeline, 'funnelExplain', 'salesVelocity') as unknown[][]) as [unknown, unknown][],
		);
		expect([roles.get('d1'), roles.get('d3'), roles.get('d5')]).toEqual([
			'numerator',
			'denominator only',
			'denominator only',
		]);
		expect([roles.get('e1'), roles.get('e2')]).toEqual([
			'left out: no amount',
			'left out: dates missing or out of order',
		]);
		expect((cells(pipeline, 'funnelExplain', 'stageConversion') as unknown[][]).some((row) => row[0] === 'Row')).toBe(
			false,
		);
	});
});
