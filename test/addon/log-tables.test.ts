import { describe, expect, it } from 'vitest';
import type { SetUpProposal } from '../../src/addon/contract/sheet-and-settings.ts';
import { FormulaCells } from '../../workbench/host/formula-cells.ts';
import { Book, choiceOf, data, HEADINGS, STAGE, sampleRows, type Value } from './book.ts';

const LOG = 'Stage history';

const idOf = (book: Book, name: string): number =>
	book.store.sheets().find((sheet) => sheet.name === name)?.id as number;

function rowsOf(book: Book, name: string): unknown[][] {
	const id = idOf(book, name);
	return book.store.read(id, { row: 0, column: 0, ...book.store.used(id) }).map((row) => row.map(({ value }) => value));
}

function addSheet(book: Book, name: string, rows: readonly (readonly Value[])[]): number {
	const { id } = book.store.insertSheet(name, book.store.sheets().length, { rows: 200, columns: 20 });
	book.store.write(
		id,
		{ row: 0, column: 0, rows: rows.length, columns: (rows[0] as readonly Value[]).length },
		rows.map((row) => row.map((value) => ({ value }))),
	);
	return id;
}

function recording(): Book {
	const book = new Book(sampleRows(12));
	data(book.setUp());
	return book;
}

function setUpOn(book: Book, sheetId: number): void {
	const found = data(book.call('sidebarPropose', { sheetId, headerRow: null, stageColumn: null }));
	data(book.call('sidebarSetUp', choiceOf(found as SetUpProposal)));
}

/** The value that a cell shows whose formula is this. */
function shown(book: Book, sheetId: number, formula: string): unknown {
	book.store.write(sheetId, { row: 100, column: 15, rows: 1, columns: 1 }, [[{ value: null, formula }]]);
	new FormulaCells(book.bundle).recalculate();
	return book.cell(100, 15, sheetId).value;
}

/** Last year's deals under the same ids, all in the first stage. */
const lastYear = (count: number): Value[][] => [
	[...HEADINGS],
	...sampleRows(count).map((row) =>
		row.map((cell, column) => (column === STAGE ? 'Qualify' : column === 5 ? null : cell)),
	),
];

describe('one log for several deal sheets', () => {
	it('gives a formula the changes of its own sheet only', () => {
		const book = recording();
		book.now += 60_000;
		for (const row of [1, 2, 3]) book.user.type(book.deals, row, STAGE, 'Quote and contract');
		const old = addSheet(book, "Last year's", lastYear(12));
		const free = addSheet(book, 'Free', [['x']]);
		const reached = (range: string, sheet = free): unknown =>
			shown(book, sheet, `=STAGE_COUNT(${range}, "Quote and contract", "reached")`);
		const own = reached('Deals!A1:G');
		expect(own).toBeGreaterThanOrEqual(4);
		expect(reached("'Last year''s'!A1:G")).toBe(0);
		expect(reached('A1:G', old)).toBe(0);
		// Not in a cell: whose deals they are is seen from the deals.
		expect(book.evaluate('=STAGE_COUNT(\'Last year\'\'s\'!A1:G, "Quote and contract", "reached")')).toEqual({
			value: 0,
		});
		expect(book.evaluate('=STAGE_COUNT(Deals!A1:G, "Quote and contract", "reached")')).toEqual({ value: own });
		expect(book.evaluate('=STAGE_COUNT(Deals!A1:G8, "Quote and contract", "reached")')).not.toEqual({ value: 0 });
	});

	it('writes no change when another sheet is set up and the first one again', () => {
		const book = recording();
		const old = addSheet(book, 'Last year', lastYear(12));
		const before = rowsOf(book, LOG);
		setUpOn(book, old);
		book.open();
		const other = rowsOf(book, LOG).slice(before.length);
		// Each deal of the other sheet begins, none of the first one has changed or vanished.
		expect(other).toHaveLength(12);
		expect(new Set(other.map((row) => `${row[1]} ${row[2]} ${row[3]} ${row[6]}`))).toEqual(
			new Set(['1 null Qualify assumed']),
		);
		expect(data(book.call('sidebarHistory'))).toMatchObject({
			events: 12,
			otherTables: 12,
			damagedRows: 0,
			unrecorded: 0,
		});
		setUpOn(book, book.deals);
		book.user.type(book.deals, 1, STAGE, 'Won');
		setUpOn(book, old);
		book.open();
		expect(
			rowsOf(book, LOG)
				.slice(before.length + 12)
				.map((row) => row.slice(0, 4)),
		).toEqual([['D-1', 2, 'Qualify', 'Won']]);
	});

	it('names the rows of a log of an earlier version before another table writes into it', () => {
		const book = recording();
		const log = idOf(book, LOG);
		book.store.deleteColumns(log, 10, 2);
		const old = addSheet(book, 'Last year', lastYear(12));
		setUpOn(book, old);
		book.open();
		const rows = rowsOf(book, LOG);
		expect(rows[0]?.slice(10)).toEqual(['Table', 'Expected close']);
		expect(new Set(rows.slice(1, 13).map((row) => row[10]))).toEqual(new Set([`Deals (${book.deals})`]));
		expect(new Set(rows.slice(13).map((row) => row[10]))).toEqual(new Set([`Last year (${old})`]));
		setUpOn(book, book.deals);
		book.open();
		expect(rowsOf(book, LOG)).toEqual(rows);
	});

	it('gives a log of an earlier version its columns right of what somebody keeps there', () => {
		const book = recording();
		const log = idOf(book, LOG);
		book.store.deleteColumns(log, 10, 2);
		book.user.type(log, 0, 11, 'My notes');
		book.user.type(log, 3, 13, 'ask Ann');
		book.user.type(book.deals, 1, STAGE, 'Won');
		book.user.type(book.deals, 2, STAGE, 'Won');
		const rows = rowsOf(book, LOG);
		expect(rows[0]?.slice(9)).toEqual(['To ID', null, 'My notes', null, null, 'Table', 'Expected close']);
		expect(rows[3]?.[13]).toBe('ask Ann');
		expect(rows.slice(13).map((row) => [row[0], row[3], row[14]])).toEqual([
			['D-1', 'Won', `Deals (${book.deals})`],
			['D-2', 'Won', `Deals (${book.deals})`],
		]);
	});

	it('keeps the table when its sheet is renamed, or replaced by one of its name', () => {
		const book = recording();
		const before = rowsOf(book, LOG).length;
		book.store.renameSheet(book.deals, 'Pipeline');
		book.open();
		book.user.type(book.deals, 1, STAGE, 'Won');
		expect(rowsOf(book, LOG)).toHaveLength(before + 1);
		const rows = rowsOf(book, 'Pipeline') as Value[][];
		book.user.deleteSheet(book.deals);
		const next = addSheet(book, 'Pipeline', rows);
		book.open();
		book.user.type(next, 2, STAGE, 'Won');
		setUpOn(book, next);
		book.open();
		expect(rowsOf(book, LOG)).toHaveLength(before + 2);
		expect(data(book.call('sidebarHistory'))).toMatchObject({ otherTables: 0 });
	});

	it('keeps the day on which a deal was expected to close when its change was seen', () => {
		const headings = [...HEADINGS, 'Expected close'];
		const days: Value[] = [46_387, '2026-12-24', '03/04/2027', 'TBD', null, '24. Dez. 2026'];
		const book = new Book(
			sampleRows(6).map((row, i) => [...row, days[i] as Value]),
			{ headings },
		);
		book.store.write(book.deals, { row: 1, column: 7, rows: 1, columns: 1 }, [[{ format: 'yyyy-mm-dd' }]]);
		data(book.setUp());
		for (const row of [1, 2, 3, 4, 5, 6]) book.user.type(book.deals, row, STAGE, 'Needs and solution');
		const seen = rowsOf(book, LOG).map((row) => row[11]);
		expect(seen.slice(0, 7)).toEqual(['Expected close', '2026-12-31', '2026-12-24', null, null, null, '2026-12-24']);
		expect(seen.slice(7)).toEqual(['2026-12-31', '2026-12-24', null, null, '2026-12-24']);
	});
});
