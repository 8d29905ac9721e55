import { describe, expect, it } from 'vitest';
import { Book, data, STAGE, sampleRows } from './book.ts';

/** A cell beside the table of seven columns. */
const BESIDE = 9;

function ready(): Book {
	const book = new Book();
	data(book.setUp());
	book.toasts.length = 0;
	return book;
}

describe('a formula in a cell', () => {
	it('before setup names the function and says where to begin', () => {
		expect(new Book().evaluate('=WIN_RATE()')).toEqual({
			error:
				'WIN_RATE: Stagekeeper is not set up in this file yet. Open Extensions → Stagekeeper → Open funnel and confirm the columns; then this formula works.',
		});
		expect(new Book().evaluate('=WIN_RATE(Deals!A1:G)')).toMatchObject({
			error: expect.stringMatching(/^WIN_RATE: .*not set up/u),
		});
	});

	it('before setup works with a range of stages', () => {
		const book = new Book();
		const list = book.store.insertSheet('My list', 1).id;
		const rows = [
			['Name', 'Kind'],
			['Qualify', 'open'],
			['Product introduction', 'open'],
			['Needs and solution', 'open'],
			['Quote and contract', 'open'],
			['Won', 'won'],
			['Lost', 'lost'],
		];
		book.store.write(
			list,
			{ row: 0, column: 0, rows: rows.length, columns: 2 },
			rows.map((row) => row.map((value) => ({ value }))),
		);
		expect(book.evaluate('=WIN_RATE(Deals!A1:G, "closed", "stages", \'My list\'!A1:B)')).toEqual({ value: 0.5 });
		expect(book.evaluate('=WIN_RATE(Deals!A1:G, "stages", Deals!Z1:Z9)')).toMatchObject({
			error: expect.stringContaining('is not a stage list'),
		});
	});

	it('gives the same value with the range, without it, and after new rows', () => {
		const book = ready();
		expect(book.evaluate('=WIN_RATE()')).toEqual({ value: 10 / 60 });
		expect(book.evaluate('=WIN_RATE(Deals!A1:G)')).toEqual({ value: 10 / 60 });
		expect(book.evaluate('=WIN_RATE("closed")')).toEqual({ value: 0.5 });
		book.user.paste(book.deals, 61, 0, [['D-61', 'Deal 61', 'Won', 5, '2026-01-01', '2026-02-01', 'Ann']]);
		expect(book.evaluate('=WIN_RATE(Deals!A1:G)')).toEqual({ value: 11 / 61 });
	});

	it('takes the history from a range: a number and a table, with and without the range of the deals', () => {
		const book = ready();
		const { id } = book.store.insertSheet('CRM', 1, { rows: 10, columns: 5 });
		const rows = [
			['Deal id', 'Stage', 'Changed at'],
			['D-1', 'Quote and contract', '2026-01-03'],
			['D-1', 'Qualify', '2026-01-13'],
			['D-2', 'Needs and solution', '2026-01-04'],
			['D-2', 'Product introduction', '2026-01-24'],
		];
		const cells = rows.map((row) => row.map((value) => ({ value })));
		book.store.write(id, { row: 0, column: 0, rows: rows.length, columns: 3 }, cells);
		const reached = (range: string, history: string): number =>
			(book.evaluate(`=STAGE_COUNT(${range}"reached", "Quote and contract"${history})`) as { value: number }).value;
		for (const range of ['', 'Deals!A1:G, ']) {
			expect(reached(range, ', "history", CRM!A1:C')).toBe(reached(range, '') + 1);
			const table = book.evaluate(`=TIME_IN_STAGE(${range}"completed", "history", CRM!A1:C)`) as { value: unknown[][] };
			const [head = [], ...lines] = table.value;
			const days = (stage: string): unknown[] => lines.find(([name]) => name === stage) ?? [];
			expect(head[0]).toBe('Stage');
			expect(days('Quote and contract')).toContain(10);
			expect(days('Needs and solution')).toContain(20);
		}
	});

	it('refuses a range as history that is none, instead of ignoring it', () => {
		const book = ready();
		for (const range of ['', 'Deals!A1:G, ']) {
			const { error } = book.evaluate(`=TIME_IN_STAGE(${range}"history", Deals!A1:G)`) as { error: string };
			expect(error).toMatch(/^TIME_IN_STAGE: the range after "history" is not a stage history/u);
		}
	});

	it('names the problems of STAGE_CHECK in words', () => {
		const book = ready();
		book.user.type(book.deals, 1, STAGE, 'Qualifyy');
		expect(book.evaluate('=STAGE_CHECK(Deals!A1:G)')).toEqual({
			value: [
				['Row', 'Cell', 'Problem', 'Value', 'Suggestion'],
				[2, 'C2', 'Stage not in the list', 'Qualifyy', 'Qualify'],
			],
		});
	});

	it('reads a range that does not start in the first column or row', () => {
		const book = ready();
		expect(book.evaluate('=WIN_RATE(Deals!B1:G, "Owner", "Ann")')).toEqual(book.evaluate('=WIN_RATE("Owner", "Ann")'));
		expect(book.evaluate('=WIN_RATE(Deals!D1:E)')).toMatchObject({
			error: expect.stringContaining('no deal table in this range'),
		});
	});

	it.each(['Deals!A2:G', 'Deals!A3:G40', 'Deals!B2:F', 'Deals!C7:G'])(
		'names the row to start at, and counts nothing, where a range begins with a deal (%s)',
		(range) => {
			const refused = {
				error: expect.stringMatching(
					/: the range begins with a deal\. Start it at the header row \(row 1 of the deal sheet\)/u,
				),
			};
			const book = ready();
			for (const formula of [`=WIN_RATE(${range})`, `=STAGE_COUNT(${range}, "Won")`, `=FUNNEL(${range})`])
				expect(book.evaluate(formula)).toEqual(refused);
		},
	);

	it('spills a table with headings in the language of the file', () => {
		const book = new Book(sampleRows(60), { locale: 'zh_CN' });
		data(book.setUp());
		const { value } = book.evaluate('=WIN_RATE("by", "Owner")') as { value: unknown[][] };
		expect(value.map((row) => row[0])).toEqual(['Owner', 'Ann', 'Bob', '王芳']);
		expect(value[0]?.[1]).toBe('数值');
	});

	it('names the nearest word for a typo', () => {
		expect(ready().evaluate('=WIN_RATE("closd")')).toEqual({
			error: 'WIN_RATE: "closd" is not a word of this function, a stage or a column heading. Did you mean "closed"?',
		});
	});

	it('takes the as-of day from a cell or a text and refuses anything else', () => {
		const book = ready();
		expect(book.evaluate('=WIN_RATE("as of", Deals!E2)')).toHaveProperty('value');
		expect(book.evaluate('=WIN_RATE("as of", "2026-03-31")')).toHaveProperty('value');
		for (const text of ['soon', '2569-03-31', '115/03/31'])
			expect(book.evaluate(`=WIN_RATE("as of", "${text}")`)).toMatchObject({
				error: expect.stringContaining(`WIN_RATE: "${text}" after "as of"`),
			});
	});

	it('takes a date cell as the day that it shows: in a filter, as a period and as a group', () => {
		const book = ready();
		const shown = (formula: string): unknown => (book.evaluate(formula) as { value: unknown }).value;
		// The second deal was created on 2026-01-02; in Berlin that day begins on the first of January in UTC.
		const counted = (words: string): unknown =>
			(shown(`=WIN_RATE(Deals!A1:G, ${words}, "detail")`) as unknown[][])[3]?.[1];
		expect([counted('"Created", "2026-01-02"'), counted('"Created", Deals!E3'), counted('"period", Deals!E3')]).toEqual(
			[1, 1, 1],
		);
		expect(shown('=STAGE_COUNT(Deals!A1:G, "Product introduction", "Created", Deals!E3)')).toBe(1);
		const days = shown('=WIN_RATE(Deals!A1:G, "by", "Created")') as unknown[][];
		expect(days[1]?.[0]).toBe('2026-01-01');
		const months = shown('=WIN_RATE(Deals!A1:G, "by", "month")') as unknown[][];
		expect(days.slice(1).filter(([day]) => String(day).startsWith('2026-02'))).toHaveLength(months[2]?.[4] as number);
	});

	it('looks back from a day before the history began: at the deals that were there, those closed since still open', () => {
		const book = ready();
		expect(book.sheetNames()).toContain('Stage history');
		// Sixty deals came one a day from 2026-01-01; the fifth and sixth of each six were won and lost thirty days later.
		const detail = (words: string) =>
			new Map((book.evaluate(`=WIN_RATE(Deals!A1:G, ${words}, "detail")`) as { value: [string, number][] }).value);
		const share = (words: string) => ['Won', 'Out of'].map((name) => detail(words).get(name));
		expect(share('"as of", "2026-02-09"')).toEqual([1, 40]);
		expect(share('"closed", "as of", "2026-02-09"')).toEqual([1, 2]);
		expect(book.evaluate('=WIN_RATE(Deals!A1:G, "as of", "2026-11-23")')).toEqual(
			book.evaluate('=WIN_RATE(Deals!A1:G)'),
		);
	});

	it('says what is gone instead of showing an old value', () => {
		const book = ready();
		book.store.deleteSheet(book.store.sheets()[1]?.id as number);
		expect(book.evaluate('=WIN_RATE()')).toMatchObject({ error: expect.stringContaining('stage list is gone') });
	});
});

describe('a just-typed formula', () => {
	it.each([
		['=WIN_RATE()', '=WIN_RATE(Deals!A1:G, "all", Stages!$J$1)'],
		['=win_rate( )', '=win_rate(Deals!A1:G, "all", Stages!$J$1)'],
		['=WIN_RATE("closed")', '=WIN_RATE(Deals!A1:G, "closed", Stages!$J$1)'],
		['=WIN_RATE("word:closed")', '=WIN_RATE(Deals!A1:G, "word:closed", Stages!$J$1)'],
		['=WIN_RATE("Resolved")', '=WIN_RATE(Deals!A1:G, "Resolved", Stages!$J$1)'],
		['=WIN_RATE("Owner";"Ann")', '=WIN_RATE(Deals!A1:G; "all"; "Owner";"Ann"; Stages!$J$1)'],
		['=IFERROR(WIN_RATE(),"WIN_RATE()")', '=IFERROR(WIN_RATE(Deals!A1:G, "all", Stages!$J$1),"WIN_RATE()")'],
		['=SALES_CYCLE("Owner","Ann")', '=SALES_CYCLE(Deals!A1:G, "Owner","Ann", Stages!$J$1)'],
		['=LEADS_NEEDED(1000)', '=LEADS_NEEDED(Deals!A1:G, "all", 1000, Stages!$J$1)'],
		['=LEADS_NEEDED(Z1)', '=LEADS_NEEDED(Deals!A1:G, Z1, Stages!$J$1)'],
		['=LEADS_NEEDED( $Z$1 ; "Owner"; "Ann")', '=LEADS_NEEDED(Deals!A1:G; $Z$1 ; "Owner"; "Ann"; Stages!$J$1)'],
		[
			"=WIN_RATE('My words'!Z1)+WIN_RATE(Words!Z2)",
			"=WIN_RATE(Deals!A1:G, 'My words'!Z1, Stages!$J$1)+WIN_RATE(Deals!A1:G, Words!Z2, Stages!$J$1)",
		],
	])('%s becomes live', (typed, live) => {
		const book = ready();
		book.user.type(book.deals, 3, BESIDE, typed);
		expect(book.cell(3, BESIDE).formula).toBe(live);
		expect(book.toasts.join()).toContain('Deals!A1:G');
	});

	it('has the definition of the settings, so that its meaning stays when they change', () => {
		const book = ready();
		const settle = (winRateMode: 'all' | 'closed' | 'value') =>
			data(book.call('sidebarSaveSettings', { settings: { winRateMode } }));
		settle('closed');
		book.user.type(book.deals, 3, BESIDE, '=WIN_RATE()');
		expect(book.cell(3, BESIDE).formula).toBe('=WIN_RATE(Deals!A1:G, "closed", Stages!$J$1)');
		expect(book.evaluate('=WIN_RATE(Deals!A1:G)')).toEqual({ value: 0.5 });
		expect(book.evaluate('=FUNNEL_EXPLAIN(Deals!A1:G, "WIN_RATE")')).toEqual(
			book.evaluate('=FUNNEL_EXPLAIN(Deals!A1:G, "WIN_RATE", "closed")'),
		);
		const leads = book.evaluate('=LEADS_NEEDED(1000)');
		expect(leads).toEqual(book.evaluate('=LEADS_NEEDED("closed", 1000)'));
		settle('value');
		expect(book.evaluate(String(book.cell(3, BESIDE).formula))).toEqual({ value: 0.5 });
		expect(book.evaluate('=LEADS_NEEDED(1000)')).toEqual(book.evaluate('=LEADS_NEEDED("all", 1000)'));
		expect(book.evaluate('=LEADS_NEEDED(1000)')).not.toEqual(leads);
	});

	it.each([
		'=WIN_RATE(Deals!A1:G)',
		'=WIN_RATE(A1:G9, "closed")',
		'=WIN_RATE(Z1:Z9)',
		'=WIN_RATE(My_deals)',
		'=WIN_RATE(Z1#)',
		'=SUM(1)',
		'=MY_WIN_RATE()',
		'="WIN_RATE()"',
	])('%s stays as it is', (typed) => {
		const book = ready();
		book.user.type(book.deals, 3, BESIDE, typed);
		expect(book.cell(3, BESIDE).formula).toBe(typed);
		expect(book.toasts).toEqual([]);
	});

	it('stays as it is inside the table, where it would read itself, and the user is told', () => {
		const book = ready();
		book.user.type(book.deals, 3, 1, '=WIN_RATE()');
		expect(book.cell(3, 1).formula).toBe('=WIN_RATE()');
		expect(book.toasts.join()).toContain('inside the deal table');
	});

	it('stays as it is when the setting is off', () => {
		const book = ready();
		data(book.call('sidebarSaveSettings', { settings: { completeFormulas: false } }));
		book.user.type(book.deals, 3, BESIDE, '=WIN_RATE()');
		expect(book.cell(3, BESIDE).formula).toBe('=WIN_RATE()');
		book.bundle.runMenuItem('makeFormulasLive');
		expect(book.cell(3, BESIDE).formula).toBe('=WIN_RATE(Deals!A1:G, "all", Stages!$J$1)');
	});

	it("quotes a sheet's name where it must", () => {
		const book = new Book(sampleRows(60), { sheetName: "Ann's deals" });
		data(book.setUp());
		book.user.type(book.deals, 3, BESIDE, '=WIN_RATE()');
		expect(book.cell(3, BESIDE).formula).toBe("=WIN_RATE('Ann''s deals'!A1:G, \"all\", Stages!$J$1)");
		expect(book.evaluate("=WIN_RATE('Ann''s deals'!A1:G)")).toEqual({ value: 10 / 60 });
	});

	it('costs at most eleven service calls, two of them for the format of a rate; an edit beside stages and ids costs four, recording at most seventeen, however many rows it changes', () => {
		const book = ready();
		const costs = (act: () => void): number => {
			book.host.meter.reset();
			act();
			return book.host.meter.calls;
		};
		expect(costs(() => book.user.type(book.deals, 3, BESIDE, '=WIN_RATE()'))).toBeLessThanOrEqual(11);
		expect(costs(() => book.user.type(book.deals, 4, BESIDE, '=SALES_CYCLE()'))).toBeLessThanOrEqual(9);
		expect(costs(() => book.user.type(book.deals, 3, 3, 77))).toBe(4);
		expect(costs(() => book.user.type(book.deals, 3, STAGE, 'Won'))).toBeLessThanOrEqual(17);
		expect(
			costs(() =>
				book.user.paste(
					book.deals,
					3,
					STAGE,
					Array.from({ length: 50 }, () => ['Won']),
				),
			),
		).toBeLessThanOrEqual(17);
	});
});
