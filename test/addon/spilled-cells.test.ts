/** Columns that one formula fills: a value in one of their cells would break it, so nothing of ours is written there. */
import { describe, expect, it } from 'vitest';
import { Book, data, STAGE, sampleRows, type Value } from './book.ts';

/** Deals whose stages are misspelled, and a formula somewhere. @param row 0-based @param column 0-based */
function filledBy(formula: string, row: number, column: number, rows: Value[][] = sampleRows(12)): Book {
	for (const deal of rows.slice(0, 4)) if (deal[STAGE] !== null) deal[STAGE] = `${deal[STAGE]}x`;
	const book = new Book(rows);
	data(book.setUp());
	put(book, formula, row, column);
	return book;
}

function put(book: Book, formula: string, row: number, column: number): void {
	book.store.write(book.deals, { row, column, rows: 1, columns: 1 }, [
		[{ formula, value: book.cell(row, column).value }],
	]);
}

const fixes = [3, 4].map((row) => ({ row, column: STAGE, from: '', to: 'Won' }));
const fix = (book: Book) =>
	data(
		book.call('sidebarFix', {
			fixes: fixes.map((one) => ({ ...one, from: String(book.cell(one.row, STAGE).value) })),
		}),
	);

describe('a fix', () => {
	it.each([
		['=ARRAYFORMULA(VLOOKUP(A2:A,Import!A:C,3,0))', 1, STAGE, 'Deals!C2'],
		['={"Stage";ARRAYFORMULA(Import!C2:C)}', 0, STAGE, 'Deals!C1'],
		['=MAP(A2:A,LAMBDA(id,STAGE_OF(id)))', 1, STAGE, 'Deals!C2'],
		['=MY_NAMED_FUNCTION(Import!C2:C)', 1, STAGE, 'Deals!C2'],
		['=IMPORTRANGE("https://docs.google.com/x","Deals!A1:L")', 0, 0, 'Deals!A1'],
		['=QUERY(Import!A:L,"select *",1)', 0, 0, 'Deals!A1'],
		["=ARRAYFORMULA('My import'!$A$1:$L)", 0, 0, 'Deals!A1'],
		['={Import!A2:C}', 1, 0, 'Deals!A2'],
		['=filter(Import!A2:L, Import!A2:A<>"")', 1, 0, 'Deals!A2'],
	])('is refused in a cell that %s fills, and the cell of the formula is named', (formula, row, column, cell) => {
		const book = filledBy(formula, row, column);
		const before = book.snapshot();
		expect(fix(book)).toEqual({ fixed: 0, skipped: 2, formulaCell: cell, undo: null });
		expect(book.snapshot()).toBe(before);
	});

	it.each([
		['=ARRAYFORMULA(B2:B&"x")', 1, 0],
		['=ARRAYFORMULA(IF(A2:A="","",VLOOKUP(A2:A,Import!A:C,3,0)))', 1, 1],
		['=IF(D2>0,"Won","Lost")', 1, STAGE],
		['=Import!C2', 1, STAGE],
		['=QUERY(Import!A:L)', 9, 0],
		['=COUNTIF(C:C,"Won")', 0, 1],
		['=QUERY(C1:C50,"select *")', 0, 10],
	])('is made beside %s, which fills other cells', (formula, row, column) => {
		expect(fix(filledBy(formula, row, column))).toMatchObject({ fixed: 2, skipped: 0, formulaCell: '' });
	});

	it('is made in a typed cell of a column that has a formula in each row', () => {
		const book = filledBy('=INDEX(Import!C:C,MATCH(A2,Import!A:A,0))', 1, STAGE);
		for (const row of [2, 5, 6]) put(book, `=INDEX(Import!C:C,MATCH(A${row + 1},Import!A:A,0))`, row, STAGE);
		expect(fix(book)).toMatchObject({ fixed: 2, skipped: 0 });
	});
});

describe('ids', () => {
	it('are not filled into a column that one formula fills', () => {
		const rows = sampleRows(12);
		for (const row of rows.slice(6)) row[0] = null;
		const book = filledBy('=ARRAYFORMULA(Import!A2:A)', 1, 0, rows);
		const before = book.snapshot();
		const answer = book.call('sidebarFillIds');
		expect(answer).toMatchObject({ ok: false, code: 'formulaColumn' });
		expect(answer.ok ? '' : answer.text).toContain('A2');
		expect(book.snapshot()).toBe(before);
	});
});
