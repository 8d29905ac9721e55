import { describe, expect, test } from 'vitest';
import { cells, misuse } from './ask.ts';
import { pipelineOf, WORKED_DEALS, worked } from './worked-case.ts';

const rows = (...words: string[]) => cells(worked(), 'funnelExplain', ...words) as unknown[][];
const dealsOf = (table: unknown[][]) => table.slice(table.findIndex((row) => row[0] === 'Row') + 1).map((row) => [row[1], row[3]]);

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
		expect(dealsOf(explain('STAGE_CONVERSION', 'Contact'))).toContainEqual(['e2', 'left out: stage not known']);
		expect(explain('STAGE_CONVERSION', 'Contact').filter((row) => row[4] === 'assumed')).toHaveLength(3);
	});

	test('counts the same rows as the figure, with its filters', () => {
		const table = rows('win_rate', 'Owner', 'Ann');
		expect(table.find((row) => row[0] === 'Denominator')?.[1]).toBe(5);
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
