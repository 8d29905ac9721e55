import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { findHeaderRow } from '../../../src/core/detection/header-row.ts';

const DEALS: Cell[][] = [
	['Acme', 'Lead', 100],
	['Bolt', 'Won', 200],
];
const KNOWN = ['Name', 'Stage', 'Amount'];
const UNKNOWN = ['Foo', 'Bar', 'Baz'];

describe('the heading row', () => {
	it('is the row that names most fields, below titles and blank rows', () => {
		expect(findHeaderRow([KNOWN, ...DEALS])).toBe(0);
		expect(findHeaderRow([['Sales'], [], ['', ''], KNOWN, ...DEALS])).toBe(3);
		expect(findHeaderRow([['Stage list of', 'the north'], KNOWN, ...DEALS])).toBe(1);
	});
	it('is the first row of different texts where no row names a field', () => {
		expect(findHeaderRow([['Report'], UNKNOWN, ...DEALS.map(([a, , c]) => [a, 'x', c] as Cell[])])).toBe(1);
		expect(findHeaderRow([[1, 2, 3], UNKNOWN, [1, 2, 3]])).toBe(1);
		expect(findHeaderRow([['x', 'x'], UNKNOWN, [1, 2, 3]])).toBe(1);
		expect(findHeaderRow([['Foo', 'Bar', new Date(0)], UNKNOWN, [1, 2, 3]])).toBe(1);
		expect(findHeaderRow([['Foo', '', 'Bar'], UNKNOWN])).toBe(0);
	});
	it('is the first row with anything in it where no row is of texts; none in an empty sheet', () => {
		expect(findHeaderRow([[], ['', ''], [1, 2], [3, 4]])).toBe(2);
		expect(
			findHeaderRow([
				['', 5],
				['x', 6],
			]),
		).toBe(0);
		expect([findHeaderRow([]), findHeaderRow([[], ['']])]).toEqual([-1, -1]);
	});
	it('is no single weak word in a title, but one above the cells', () => {
		expect(findHeaderRow([['Amount'], UNKNOWN, ...DEALS])).toBe(1);
		expect(findHeaderRow([['Amount'], [5], [6]])).toBe(0);
		expect(findHeaderRow([UNKNOWN, [1, 2, 3], ['Foo', 'Value', 1]])).toBe(0);
	});
	it('of two, one below the other, is the lower one, where that says half as much and looks like headings', () => {
		expect(
			findHeaderRow([['Deal name', 'Stage', 'Amount', 'Owner'], ['商机名称', '阶段', '金额', '负责人'], ...DEALS]),
		).toBe(1);
		expect(findHeaderRow([['Deal name', 'Stage', 'Amount', 'Owner'], ['商机名称', '阶段', 5, 6], ...DEALS])).toBe(0);
		expect(
			findHeaderRow([['Deal name', 'Stage', 'Amount', 'Owner', 'Close date'], ['x', 'y', 'Stage', 'z', 'w'], ...DEALS]),
		).toBe(0);
		expect(
			findHeaderRow([['Deal name', 'Stage', 'Amount', 'Owner'], [], ['商机名称', '阶段', '金额', '负责人'], ...DEALS]),
		).toBe(0);
	});
	it('is not looked for in long notes, nor below the fortieth row', () => {
		const note = `Stage ${'x'.repeat(80)}`;
		expect(findHeaderRow([[note, 'a'], KNOWN, ...DEALS])).toBe(1);
		const titles = (count: number) => Array.from({ length: count }, (): Cell[] => ['title']);
		expect([findHeaderRow([...titles(39), KNOWN]), findHeaderRow([...titles(40), KNOWN])]).toEqual([39, 0]);
	});
	it('is settled by a sure row: deals that read like headings further down change nothing', () => {
		const sure = ['Deal name', 'Stage', 'Amount'];
		const more = ['Deal name', 'Stage', 'Amount', 'Owner', 'Close date', 'Create date', 'Probability'];
		expect(findHeaderRow([sure, ...DEALS, ...DEALS, ...DEALS, more])).toBe(0);
		expect(findHeaderRow([sure, ...DEALS, more, ...DEALS])).toBe(3);
	});
});
