import { describe, expect, it } from 'vitest';
import type { Cell, Grid } from '../../../src/core/cells/cell.ts';
import type { ColumnMap } from '../../../src/core/model/opportunity.ts';
import { prefilledRows } from '../../../src/core/table/prefilled-rows.ts';

const DEALS: Grid = Array.from({ length: 6 }, (_, i) => [i + 1, `Deal ${i}`, i % 2 === 0 ? 'Lead' : 'Won', 100 + i]);
const COLUMNS: ColumnMap = { id: 0, name: 1, stage: 2, amount: 3 };
const found = (rows: Grid, columns = COLUMNS): unknown => {
	const grid = [['No', 'Deal', 'Stage', 'Amount', 'Done'], ...rows];
	const { rows: left, issues } = prefilledRows(grid, 0, columns);
	return [[...left], issues.map(({ row, value, params }) => [row, value, params.count])];
};

describe('rows that wait for a deal', () => {
	it.each<[string, readonly Cell[]]>([
		['the first stage', ['', '', 'Lead', '']],
		['a number as well', [7, '', 'Lead', '']],
		['an unticked box', ['', '', 'Lead', '', false]],
		['zeros of a formula', ['', '', 'Lead', 0, 0]],
	])('hold %s and nothing else; a run of them is listed once', (_name, row) => {
		expect(found([...DEALS, row, row, row])).toEqual([[7, 8, 9], [[7, 'Lead', 3]]]);
		expect(found([row, ...DEALS, row])).toEqual([
			[1, 8],
			[
				[1, 'Lead', 1],
				[8, 'Lead', 1],
			],
		]);
	});

	it.each<[string, readonly Cell[]]>([
		['an amount', ['', '', 'Lead', 500]],
		['a text in another column', ['', '', 'Lead', '', 'call back']],
		['an id in letters', ['D-7', '', 'Lead', '']],
		['a ticked box', ['', '', 'Lead', '', true]],
		['a name', ['', 'Deal', 'Lead', '']],
	])('are no rows with %s', (_name, row) => {
		expect(found([...DEALS, row])).toEqual([[], []]);
	});

	it('are none where they are in several stages, or where deals have nothing else', () => {
		expect(found([...DEALS, ['', '', 'Lead'], ['', '', 'Won']])).toEqual([[], []]);
		expect(
			found([
				['', '', 'Lead'],
				['', '', 'Lead'],
				['', '', 'Lead', 5],
			]),
		).toEqual([[], []]);
		expect(found([...DEALS, ['', '', 'Lead']], { stage: 2 })).toEqual([[], []]);
	});

	it('are known by the day of a deal where no deal has a name', () => {
		const dated = DEALS.map((_, i) => [45_000 + i, i === 5 ? 'Won' : 'Lead']);
		expect(found([...dated, ['', 'Lead']], { created: 0, stage: 1 })).toEqual([[7], [[7, 'Lead', 1]]]);
	});
});
