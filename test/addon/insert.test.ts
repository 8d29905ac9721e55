import { describe, expect, it } from 'vitest';
import { Book, data, HEADINGS, sampleRows } from './book.ts';

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
		const { formula, rows, units, problem } = data(
			book.call('sidebarPreviewFormula', { metric: 'winRate', words: ['closed', 'by', 'Owner'] }),
		);
		expect(formula).toBe('=WIN_RATE(Deals!A1:G, "closed", "by", "Owner", Stages!$J$1)');
		expect(book.evaluate(formula)).toEqual({ value: rows });
		expect([units, problem]).toEqual([['text', 'ratio', 'ratio', 'ratio', 'count', 'text'], '']);
	});

	it('says what is wrong in the words of the cell', () => {
		expect(data(ready().call('sidebarPreviewFormula', { metric: 'winRate', words: ['closd'] }))).toMatchObject({
			rows: null,
			problem: '"closd" is not a word of this function, a stage or a column heading. Did you mean "closed"?',
		});
	});

	it('quotes names and words, and is shown with the separators of the locale', () => {
		const book = ready({ sheetName: "Ann's deals", locale: 'de_DE' });
		const { formula, shown } = data(
			book.call('sidebarPreviewFormula', { metric: 'leadsNeeded', words: [2.5, 'Owner', 'the "best"'] }),
		);
		expect(formula).toBe(`=LEADS_NEEDED('Ann''s deals'!A1:G; 25/10; "Owner"; "the ""best"""; Stages!$J$1)`);
		expect(shown).toBe(`=LEADS_NEEDED('Ann''s deals'!A1:G; 2,5; "Owner"; "the ""best"""; Stages!$J$1)`);
	});

	it.each(['Period', 'Closed', 'Value', 'Detail', 'To', 'Won', 'By', 'Column: x'])(
		'filters and groups by a column headed "%s", in the cell, the report sheet and the sidebar alike',
		(heading) => {
			const rows = sampleRows(60).map((row, at) => [...row, at % 3 === 0 ? 'closed' : '2026-Q1']);
			const book = new Book(rows, { headings: [...HEADINGS, heading] });
			data(book.setUp());
			const preview = (...words: string[]) => {
				const { formula, rows: shown } = data(book.call('sidebarPreviewFormula', { metric: 'winRate', words }));
				expect(book.evaluate(formula)).toEqual({ value: (shown?.length ?? 0) > 1 ? shown : shown?.[0]?.[0] });
				return shown ?? [];
			};
			expect(preview(`column:${heading}`, 'closed')[0]?.[0]).toBe(0);
			expect(preview(`column:${heading}`, '2026-Q1')[0]?.[0]).toBe(0.25);
			expect(preview('word:by', `column:${heading}`).map((row) => row[0])).toEqual([heading, '2026-Q1', 'closed']);
			const filter = { period: null, cohort: 'created' as const, columns: { [heading]: '2026-Q1' } };
			data(book.call('sidebarReportSheet', { filter, isLive: true }));
			const report = book.store.sheets().find(({ name }) => name === 'Funnel report')?.id as number;
			const written = book.cell(4, 0, report).formula as string;
			expect(book.evaluate(written)).toEqual({ value: 0.25 });
		},
	);

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
		expect(data(insert(book, ['closed']))).toEqual({ cell: 'J3', occupied: [], more: 0, isInserted: true });
		expect(book.cell(2, BESIDE).formula).toBe('=WIN_RATE(Deals!A1:G, "closed", Stages!$J$1)');
	});

	it('reports what stands in the way of the whole answer, and replaces it only when told', () => {
		const book = at(2, BESIDE);
		book.user.type(book.deals, 4, BESIDE + 1, 'my note');
		const before = book.snapshot();
		expect(data(insert(book, ['by', 'Owner']))).toEqual({
			cell: 'J3',
			occupied: [{ cell: 'K5', text: 'my note' }],
			more: 0,
			isInserted: false,
		});
		expect(book.snapshot()).toBe(before);
		expect(data(insert(book, ['by', 'Owner'], true)).isInserted).toBe(true);
		expect(book.cell(4, BESIDE + 1).value).toBeNull();
		expect(book.cell(2, BESIDE).formula).toContain('"by", "Owner"');
	});

	it('lists at most five cells with content and says how many more there are', () => {
		const book = at(2, BESIDE);
		for (let row = 2; row < 5; row++)
			for (let column = 0; column < 3; column++) book.user.type(book.deals, row, BESIDE + column, 'note');
		const { occupied, more } = data(insert(book, ['by', 'Owner']));
		expect([occupied.length, more]).toEqual([5, 4]);
	});

	it('shows shares as percentages and leaves texts as they are', () => {
		const book = at(2, BESIDE);
		data(insert(book, ['closed']));
		expect(book.cell(2, BESIDE).format).toBe('0.0%');
		book.store.activate(book.deals, [{ row: 9, column: BESIDE, rows: 1, columns: 1 }]);
		data(insert(book, ['by', 'Owner']));
		expect([0, 1, 2, 3, 4, 5].map((column) => book.cell(10, BESIDE + column).format)).toEqual([
			'',
			'0.0%',
			'0.0%',
			'0.0%',
			'#,##0',
			'',
		]);
	});

	it.each([
		['', '#,##0'],
		['€', '"€"#,##0'],
		['USD', '"USD "#,##0'],
		['a"b', '"ab "#,##0'],
	])('shows money in the currency %j as %s', (currency, format) => {
		const book = at(2, BESIDE);
		data(book.call('sidebarSaveSettings', { settings: { currency } }));
		data(book.call('sidebarInsertFormula', { metric: 'averageDealSize', words: [], isReplacing: false }));
		expect(book.cell(2, BESIDE).format).toBe(format);
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
		expect(insert(at(2, BESIDE), ['closd'])).toMatchObject({
			ok: false,
			code: 'badFormula',
			text: expect.stringContaining('closd'),
		});
	});

	it('grows a sheet that is too small for the answer', () => {
		const book = at(2, 24);
		expect(data(insert(book, ['by', 'Deal'])).isInserted).toBe(true);
		expect(book.store.size(book.deals).columns).toBeGreaterThan(26);
	});
});
