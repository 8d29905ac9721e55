// The pipeline of today: what stands in each open stage, in money, overdue and stuck.
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { EXAMPLE_AS_OF_DAY, EXAMPLE_DEALS, EXAMPLE_STAGES } from '../../../src/core/samples/example-deals.ts';
import { cells } from './ask.ts';
import { readPipeline } from './read-deals.ts';

const HEADINGS = ['Stage', 'Deals', 'Amount', 'Weighted', 'Overdue', 'Stuck', 'Note'];

/** The example with one more column; its as-of day is 2026-04-11. */
function withColumn(heading: string, byId: Readonly<Record<string, Cell>>): Cell[][] {
	return EXAMPLE_DEALS.map((row, r) => [...row, r === 0 ? heading : (byId[String(row[0])] ?? '')]);
}

const asked = (rows: readonly (readonly Cell[])[], ...words: Cell[]) =>
	cells(readPipeline(rows, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY), 'pipeline', ...words);

describe('PIPELINE', () => {
	test('counts open deals with their money weighted by the stage, and nothing that has ended', () =>
		expect(asked(EXAMPLE_DEALS)).toEqual([
			HEADINGS,
			['Contact', 1, 6, 0.6000000000000001, '', '', ''],
			['Needs', 1, 8, 2.8, '', '', ''],
			['Proposal', 1, 12, 7.800000000000001, '', '', ''],
			['Contract', 1, 40, 30, '', '', ''],
		]));

	test('an open deal expected before the as-of day is overdue; one of that day, later, undated or ended is not', () => {
		const rows = withColumn('Expected close', {
			d1: '2026-01-01',
			d3: '2026-01-01',
			d5: '2026-04-10',
			d6: '2026-04-11',
			d7: '2026-04-12',
		});
		expect((asked(rows) as Cell[][]).map((row) => row[4])).toEqual(['Overdue', 0, 1, 0, 0]);
		expect((asked(rows, 'Owner', 'Ben') as Cell[][]).map((row) => row[4])).toEqual(['Overdue', 0, 0, 0, 0]);
	});

	test('an expected moment of the as-of day is not overdue', () => {
		const rows = withColumn('Expected close', {
			d5: '2026-04-10 23:59',
			d6: '2026-04-11 00:00',
			d7: '2026-04-11 08:00',
		});
		expect((asked(rows) as Cell[][]).map((row) => row[4])).toEqual(['Overdue', 0, 1, 0, 0]);
	});

	test('amounts of several currencies are not added up', () => {
		const rows = withColumn('Currency', { d5: 'USD', d6: 'EUR', d7: 'USD', d8: 'USD' });
		const twice: Cell[][] = [...rows, ['d11', 'Second', 'Needs', 9, '2026-01-21', '', 'Ann', '', '', 'EUR']];
		expect((asked(twice) as Cell[][]).map((row) => [row[1], row[2], row[3], row[6]])).toEqual([
			['Deals', 'Amount', 'Weighted', 'Note'],
			[1, 6, 0.6000000000000001, ''],
			[2, '', '', 'several currencies'],
			[1, 12, 7.800000000000001, ''],
			[1, 40, 30, ''],
		]);
	});
});
