/** A snapshot in pieces: what the browser's storage is given, and what comes back from it. */
import { describe, expect, it } from 'vitest';
import { bookSnapshot } from '../../workbench/grid/snapshot.ts';
import { putTogether, takeApart } from '../../workbench/page/book-pieces.ts';

const MEGABYTE = 1024 * 1024;

describe('a book in pieces', () => {
	it('comes back with every cell of every sheet, empty rows and sheets included', () => {
		const before = bookSnapshot('Book', [
			{ name: 'Deals', cells: [[{ value: 'Stage' }], [], [{ value: 'Won' }, { formula: '=1+1' }]] },
			{ name: 'Empty', cells: [] },
			{ name: 'Lists', cells: [[{ value: 3, format: '0.0%' }]], isHidden: true },
		]);
		const { snapshot, pieces } = structuredClone(takeApart(before));
		putTogether(snapshot, pieces);
		expect(snapshot).toEqual(before);
	});

	it('takes nothing from the snapshot that it is given, which the grid still holds', () => {
		const before = bookSnapshot('Book', [{ name: 'Deals', cells: [[{ value: 'Stage' }]] }]);
		takeApart(before);
		expect(before.sheets['0']?.cellData?.[0]?.[0]?.v).toBe('Stage');
	});

	it.each([
		['many short rows', 250_000, 'x'],
		['rows of long texts', 2_000, '经'.repeat(30_000)],
	])('has pieces that a browser takes, none without rows: %s', (_name, count, text) => {
		const row = { 0: { v: text } };
		const cellData = Object.fromEntries(Array.from({ length: count }, (_, at) => [at, row]));
		const book = bookSnapshot('Book', []);
		const { pieces } = takeApart({ ...book, sheets: { 0: { id: '0', cellData } } });
		const sizes = pieces.map(({ rows }) => Object.keys(rows).length);
		expect(sizes.length).toBeGreaterThan(1);
		expect(sizes.reduce((sum, rows) => sum + rows, 0)).toBe(count);
		for (const rows of sizes) {
			expect(rows).toBeGreaterThan(0);
			expect(rows * 2 * text.length).toBeLessThan(20 * MEGABYTE);
		}
	});
});
