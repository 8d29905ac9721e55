/** The parts of the grid that need no grid: open ranges, stubs of the bundle, sheet ids. */
import { describe, expect, it } from 'vitest';
import { functionStubs } from '../../workbench/grid/function-stubs.ts';
import { closeOpenRanges } from '../../workbench/grid/open-ranges.ts';
import { SheetIds } from '../../workbench/grid/sheet-ids.ts';
import { isLocal } from '../../workbench/server/requests.ts';

describe('open ranges', () => {
	const close = (formula: string): string =>
		closeOpenRanges(formula, (name) => (name === null ? 100 : name === "Ann's deals" ? 50 : 1000));

	it.each([
		['=WIN_RATE(A1:L)', '=WIN_RATE(A1:L100)'],
		['=WIN_RATE(Deals!A1:L,"closed")', '=WIN_RATE(Deals!A1:L1000,"closed")'],
		["=SUM('Ann''s deals'!$B$2:$B)", "=SUM('Ann''s deals'!$B$2:$B$50)"],
		['=SUM(A2:A,C2:C)', '=SUM(A2:A100,C2:C100)'],
	])('%s ends at the last row of its sheet', (formula, closed) => {
		expect(close(formula)).toBe(closed);
	});

	it.each(['=SUM(A:L)', '=SUM(A1:B2)', '="from A1:B to ""A2:C"""', '=F("A1:L")'])('%s stays as it is', (formula) => {
		expect(close(formula)).toBe(formula);
	});
});

describe('function stubs', () => {
	it('are read from the comments of custom functions only', () => {
		const code = `/**
 * Share of the deals that are won.
 *
 * @param {Array} deals The table.
 * @param {string} mode (optional) all or closed
 * @customfunction
 */
function WIN_RATE(deals, mode) {}
/** A menu item. */
function openFunnel() {}
`;
		expect(functionStubs(code)).toEqual([
			{
				name: 'WIN_RATE',
				summary: 'Share of the deals that are won.',
				parameters: [
					{ name: 'deals', detail: 'The table.' },
					{ name: 'mode', detail: '(optional) all or closed' },
				],
			},
		]);
	});
});

describe('sheet ids', () => {
	it('are never given twice, also after a sheet of the user', () => {
		const ids = new SheetIds(2);
		expect(ids.numberOf('0')).toBe(0);
		expect(ids.numberOf('aX9')).toBe(2);
		expect(ids.allocate()).toBe(3);
		expect(ids.numberOf('aX9')).toBe(2);
		expect(ids.keyOf(2)).toBe('aX9');
	});
});

describe('the server', () => {
	it('knows its own names only', () => {
		expect(['127.0.0.1:4173', 'localhost', '[::1]:80'].every(isLocal)).toBe(true);
		expect(['example.com', '127.0.0.1.example.com', 'localhost:x', undefined].some(isLocal)).toBe(false);
	});
});
