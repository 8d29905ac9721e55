import { describe, expect, it } from 'vitest';
import { Book, data, sampleRows } from './book.ts';

const BESIDE = 9;

function at(row: number, column: number, book = ready()): Book {
	book.store.activate(book.deals, [{ row, column, rows: 1, columns: 1 }]);
	return book;
}

function ready(options: ConstructorParameters<typeof Book>[1] = {}): Book {
	const book = new Book(sampleRows(60), options);
	data(book.setUp());
	return book;
}

describe('the preview of a formula', () => {
	it('is what the cell shows', () => {
		const book = ready();
		const { formula, rows, unit, problem } = data(
			book.call('sidebarPreviewFormula', { metric: 'winRate', words: ['closed', 'by', 'Owner'] }),
		);
		expect(formula).toBe('=WIN_RATE(Deals!A1:G, "closed", "by", "Owner")');
		expect(book.evaluate(formula)).toEqual({ value: rows });
		expect([unit, problem]).toEqual(['ratio', '']);
	});

	it('says what is wrong in the words of the cell', () => {
		expect(data(ready().call('sidebarPreviewFormula', { metric: 'winRate', words: ['closd'] }))).toMatchObject({
			rows: null,
			problem: '"closd" is not a word of this function, a stage or a column heading. Did you mean "closed"?',
		});
	});

	it('quotes names and words, and is shown with the separators of the locale', () => {
		const book = ready({ sheetName: "Ann's deals", locale: 'de_DE' });
		const { formula, shown } = data(book.call('sidebarPreviewFormula', { metric: 'leadsNeeded', words: [2.5, 'Owner', 'the "best"'] }));
		expect(formula).toBe(`=LEADS_NEEDED('Ann''s deals'!A1:G, 2.5, "Owner", "the ""best""")`);
		expect(shown).toBe(`=LEADS_NEEDED('Ann''s deals'!A1:G; 2,5; "Owner"; "the ""best""")`);
	});

	it('has at most twelve rows', () => {
		const { rows } = data(ready().call('sidebarPreviewFormula', { metric: 'winRate', words: ['by', 'Deal'] }));
		expect(rows).toHaveLength(12);
	});
});

describe('the insertion of a formula', () => {
	const insert = (book: Book, words: string[], isReplacing = false) =>
		book.call('sidebarInsertFormula', { metric: 'winRate', words, isReplacing });

	it('writes the live form into the active cell', () => {
		const book = at(2, BESIDE);
		expect(data(insert(book, ['closed']))).toEqual({ cell: 'J3', occupied: [], isInserted: true });
		expect(book.cell(2, BESIDE).formula).toBe('=WIN_RATE(Deals!A1:G, "closed")');
	});

	it('reports what stands in the way of the whole answer, and replaces it only when told', () => {
		const book = at(2, BESIDE);
		book.user.type(book.deals, 4, BESIDE + 1, 'my note');
		const before = book.snapshot();
		expect(data(insert(book, ['by', 'Owner']))).toEqual({ cell: 'J3', occupied: [{ cell: 'K5', text: 'my note' }], isInserted: false });
		expect(book.snapshot()).toBe(before);
		expect(data(insert(book, ['by', 'Owner'], true)).isInserted).toBe(true);
		expect(book.cell(4, BESIDE + 1).value).toBeNull();
		expect(book.cell(2, BESIDE).formula).toContain('"by", "Owner"');
	});

	it.each([
		[3, 2],
		[0, 0],
	])('refuses cells inside the deal table (%i, %i)', (row, column) => {
		const book = at(row, column);
		expect(insert(book, [], true)).toMatchObject({ ok: false, code: 'cellInsideTable' });
	});

	it('refuses the stage list and a call that is wrong', () => {
		const book = ready();
		book.store.activate(book.store.sheets()[1]?.id as number, [{ row: 1, column: 1, rows: 1, columns: 1 }]);
		expect(insert(book, [], true)).toMatchObject({ ok: false, code: 'cellInsideTable' });
		expect(insert(at(2, BESIDE), ['closd'])).toMatchObject({ ok: false, code: 'badFormula', text: expect.stringContaining('closd') });
	});

	it('grows a sheet that is too small for the answer', () => {
		const book = at(2, 24);
		expect(data(insert(book, ['by', 'Deal'])).isInserted).toBe(true);
		expect(book.store.size(book.deals).columns).toBeGreaterThan(26);
	});
});
