/** Hostile texts in every place of the user's data, and every action of ours that writes: none of them becomes a formula, a number or a date. */
import { describe, expect, it } from 'vitest';
import type { Doubts } from '../../workbench/host/doubts.ts';
import { isOneCall, isOwnFormula } from '../support/own-formulas.ts';
import { Book, data, type Value } from './book.ts';

const HOSTILE = [
	'=1+1',
	'=HYPERLINK("http://x.test","y")',
	'=IMPORTXML("http://x.test","//a")',
	'+1+1',
	'-1+1',
	'@SUM(A1)',
	"'=1+1",
	'=WIN_RATE()',
	'="a"&"b"',
	'{=1+1}',
	"=cmd|' /C calc'!A0",
	'=A1", drop',
	'007',
	'1e3',
	'TRUE',
	'2026-01-01',
	'10%',
	'#REF!',
	'__proto__',
	'<img src=x onerror=alert(1)>',
	'</script><script>alert(1)</script>',
	'=IMPORTDATA("http://x.test")',
	'+1',
	'Jan 5',
	'kr 500',
	'VERO',
	'{value}',
	'$&$1',
	'＝2+2',
];
const KINDS = ['open', 'won', 'lost'] as const;
const ALL = { period: null, cohort: 'created', columns: {} } as const;

type Formats = '' | '@';

/** Stages, owners, reasons, names and ids are hostile texts; a cell of the deals holds each as text. @param format what all their cells have */
function hostile(doubts: Partial<Doubts> = {}, format: Formats = ''): Book {
	const rows: Value[][] = HOSTILE.map((text, i) => [
		i % 4 === 3 ? null : text,
		text,
		text,
		100 + i,
		46_023 + i,
		46_060 + i,
		HOSTILE[(i + 5) % HOSTILE.length] as string,
		HOSTILE[(i + 7) % HOSTILE.length] as string,
	]);
	const book = new Book(rows, {
		headings: ['Deal id', 'Deal', 'Stage', 'Amount', 'Created', 'Close date', '=1+1', 'Loss reason'],
		doubts,
	});
	if (format !== '')
		for (const column of [0, 1, 2, 6, 7]) {
			const rect = { row: 1, column, rows: 900, columns: 1 };
			book.store.write(
				book.deals,
				rect,
				Array.from({ length: 900 }, () => [{ format }]),
			);
		}
	const stages = HOSTILE.map((name, i) => ({
		id: '',
		name,
		kind: i === 0 ? 'won' : (KINDS[i % 3] as string),
		probability: 0.5,
		aliases: [`${name} alias`],
		usualDays: 7,
		exitRule: name,
		tasks: [name],
		deals: 0,
	}));
	const columns = { id: 0, name: 1, stage: 2, amount: 3, created: 4, closed: 5, owner: 6, reason: 7 };
	const choice = { sheetId: book.deals, headerRow: 1, columns, stageDates: [], stages };
	const answer = book.call('sidebarSetUp', choice as never);
	data(answer as never);
	return book;
}

/** Every formula in the book that is not the given text of ours. */
function formulas(book: Book): string[] {
	return book.store.sheets().flatMap(({ id }) =>
		book.store
			.read(id, { row: 0, column: 0, ...book.store.used(id) })
			.flat()
			.flatMap(({ formula }) => (formula === null ? [] : [formula])),
	);
}

const texts = (book: Book, name: string): unknown[] => {
	const id = book.store.sheets().find((sheet) => sheet.name === name)?.id as number;
	return book.store
		.read(id, { row: 0, column: 0, ...book.store.used(id) })
		.flat()
		.map(({ value }) => value);
};

/** How Google may treat what is written into cells of plain text, and the format of the user's cells. */
const WORLDS = (['text', 'formula'] as const).flatMap((formulaInTextCell) =>
	(['kept', 'consumed'] as const).flatMap((apostropheInTextCell) =>
		(['', '@'] as const).map((format) => ({ formulaInTextCell, apostropheInTextCell, format })),
	),
);

describe.each(WORLDS)(
	'hostile texts where plain text makes of = a $formulaInTextCell, an apostrophe is $apostropheInTextCell and cells are "$format"',
	({ format, ...doubts }) => {
		it('become stages, tasks and events as they are', () => {
			const book = hostile(doubts, format);
			expect(formulas(book)).toEqual([]);
			const list = texts(book, 'Stages');
			for (const text of HOSTILE) expect(list.filter((value) => value === text).length, text).toBeGreaterThanOrEqual(3);
			expect(book.open().stages.map(({ name, tasks, exitRule }) => [name, tasks[0], exitRule])).toEqual(
				HOSTILE.map((text) => [text, text, text]),
			);
			book.now += 86_400_000;
			HOSTILE.forEach((text, i) => {
				const typed = HOSTILE[(i + 3) % HOSTILE.length] as string;
				book.user.type(book.deals, i + 1, 2, format === '@' ? typed : `'${typed}`);
				expect(book.cell(i + 1, 2).value, text).toBe(typed);
			});
			book.open();
			const log = texts(book, 'Stage history');
			// A stage cell with the text of a failed formula tells nothing, so the log does not learn it.
			for (const text of HOSTILE) if (text !== '#REF!') expect(log, text).toContain(text);
			expect(formulas(book)).toEqual([]);
			// What was read back is what was written: another look finds nothing to record.
			const before = book.everything();
			book.open();
			expect(book.everything()).toBe(before);
		});

		it('stay texts through fixes and their undo, new ids, copies, the report, another list of stages and imported settings', () => {
			const book = hostile(doubts, format);
			for (const text of HOSTILE) {
				const fix = { row: 2, column: 2, from: String(book.cell(2, 2).value), to: text };
				data(book.call('sidebarFix', { fixes: [fix] }));
				expect(book.cell(2, 2)).toMatchObject({ value: text, formula: null });
				data(book.call('sidebarUndo', { undo: [fix] }));
			}
			expect(data(book.call('sidebarFillIds')).filled).toBe(Math.floor(HOSTILE.length / 4));
			const { stages } = book.open();
			for (const part of ['still', 'lost'] as const)
				for (const { id } of stages.slice(0, 4))
					book.call('sidebarCopyDeals', { filter: ALL, stageId: id, part, order: 'name', offset: 0 });
			data(book.call('sidebarReportSheet', { filter: { ...ALL, columns: { '=1+1': '=1+1' } }, isLive: false }));
			data(
				book.call('sidebarSaveStages', { stages: stages.map((stage) => ({ ...stage, exitRule: `=${stage.name}` })) }),
			);
			const text = data(book.call('sidebarExportSettings'));
			data(book.call('sidebarImportSettings', { text }));
			data(book.call('sidebarIgnore', { ids: HOSTILE, isIgnored: true }));
			expect(formulas(book)).toEqual([]);
			expect(book.open().settings?.ignoredIssues).toEqual(HOSTILE);
		});

		it('stand in formulas of ours as texts: each formula is one call or counts rows, and filters by the very text', () => {
			const book = hostile(doubts, format);
			data(
				book.call('sidebarReportSheet', {
					filter: { ...ALL, columns: { '=1+1': '=HYPERLINK("http://x.test","y")' } },
					isLive: true,
				}),
			);
			const inReport = formulas(book);
			expect(inReport.length).toBeGreaterThan(5);
			for (const text of HOSTILE) {
				book.store.activate(book.deals, [{ row: 2, column: 12, rows: 1, columns: 1 }]);
				const request = { metric: 'stageCount', words: [text, 'column:=1+1', text], isReplacing: true };
				data(book.call('sidebarInsertFormula', request));
				const formula = book.cell(2, 12).formula as string;
				// One owner each, who has the deal of another stage.
				expect(book.evaluate(formula), formula).toEqual({ value: 0 });
				const owned = book.evaluate(formula.replace(/"[^"]*(?:""[^"]*)*", "column/u, '"reached", "column'));
				expect('error' in owned ? owned.error : 'fine').toBe('fine');
			}
			expect([...inReport, ...formulas(book)].filter((formula) => !isOwnFormula(formula))).toEqual([]);
			expect(isOneCall(book.cell(2, 12).formula ?? '')).toBe(true);
		});
	},
);

describe('a formula of ours', () => {
	it('is no hostile text but the very call of a function of ours', () => {
		expect(HOSTILE.filter((text) => text.startsWith('=') && isOwnFormula(text))).toEqual(['=WIN_RATE()']);
		for (const text of ['=+1', '=-1+1', '=""', '=COUNTIFS()', '=1+COUNTIFS(Deals!C1:C, "Won")'])
			expect(isOwnFormula(text), text).toBe(false);
	});
});

describe('a hostile name', () => {
	it('of the deal sheet is quoted in live formulas', () => {
		for (const name of ["=1+1'x", 'a"b', "it's, (ours)!", '{a}', '$&']) {
			const book = new Book(undefined, { sheetName: name });
			data(book.setUp());
			book.user.type(book.deals, 3, 9, '=WIN_RATE("closed")');
			const { formula } = book.cell(3, 9);
			expect(formula).toBe(`=WIN_RATE('${name.replace(/'/gu, "''")}'!A1:G, "closed", Stages!$J$1)`);
			expect(book.evaluate(formula as string)).toEqual({ value: 0.5 });
		}
	});
});
