/** Formulas in cells follow what no argument of theirs shows: settings, stages, the log, and the days that pass. */
import { describe, expect, it } from 'vitest';
import { Fault } from '../../workbench/host/fault.ts';
import { FormulaCells } from '../../workbench/host/index.ts';
import { Book, data, STAGE, sampleRows } from './book.ts';

const BESIDE = 9;
const DAY_MS = 86_400_000;

/** A book with these formulas typed beside the table, and what they show now. */
function withFormulas(formulas: readonly string[], book = new Book()) {
	data(book.setUp());
	formulas.forEach((formula, at) => {
		book.user.type(book.deals, 2 + at, BESIDE, formula);
	});
	const cells = new FormulaCells(book.bundle);
	const shown = (): unknown[] => {
		cells.recalculate();
		return formulas.map((_, at) => book.cell(2 + at, BESIDE).value);
	};
	return { book, shown, sheet: (name: string) => book.store.sheets().find((one) => one.name === name)?.id as number };
}

describe('a formula that was completed when it was typed', () => {
	it('follows a setting that is saved', () => {
		const { book, shown } = withFormulas(['=AVERAGE_DEAL_SIZE()']);
		const [before] = shown();
		expect(before).toBeTypeOf('number');
		const { settings } = book.open();
		const { amount: _amount, ...columns } = settings?.columns ?? {};
		data(book.call('sidebarSaveSettings', { settings: { columns } }));
		expect(shown()).not.toEqual([before]);
	});

	it('follows the stage list, changed in the sidebar or by hand', () => {
		const { book, shown, sheet } = withFormulas(['=WIN_RATE("closed")']);
		expect(shown()).toEqual([0.5]);
		const { stages } = book.open();
		const kindOf = (name: string, kind: string) =>
			stages.map((stage) => (stage.name === name ? { ...stage, kind } : stage));
		data(book.call('sidebarSaveStages', { stages: kindOf('Quote and contract', 'won') }));
		expect(shown()).toEqual([2 / 3]);
		book.user.type(sheet('Stages'), 4, 1, 'open');
		expect(shown()).toEqual([0.5]);
	});

	it('follows the log, written by us or changed by hand', () => {
		const { book, shown, sheet } = withFormulas(['=STAGE_COUNT("reached", "Quote and contract")']);
		const [before] = shown() as number[];
		// The stage goes on and back: the table is as it was, and only the log knows.
		book.user.type(book.deals, 1, STAGE, 'Quote and contract');
		book.now += 1000;
		book.user.type(book.deals, 1, STAGE, 'Qualify');
		expect(shown()).toEqual([(before as number) + 1]);
		const log = sheet('Stage history');
		const rows = book.store.used(log).rows;
		book.user.type(log, rows - 2, 3, 'Product introduction');
		book.user.type(log, rows - 2, 9, '');
		expect(shown()).toEqual([before]);
	});

	it('follows an import of history', () => {
		const { book, shown } = withFormulas(['=STAGE_COUNT("reached", "Quote and contract")']);
		const [before] = shown() as number[];
		const { id } = book.store.insertSheet('CRM', 1, { rows: 10, columns: 3 });
		const rows = [
			['Deal id', 'Stage', 'Changed at'],
			['D-1', 'Quote and contract', '2026-01-03'],
			['D-1', 'Qualify', '2026-01-13'],
		];
		book.store.write(
			id,
			{ row: 0, column: 0, rows: 3, columns: 3 },
			rows.map((row) => row.map((value) => ({ value }))),
		);
		data(book.call('sidebarImportHistory', { sheetId: id }));
		expect(shown()).toEqual([(before as number) + 1]);
	});

	it.each([
		['an edit anywhere', (book: Book) => book.user.type(book.deals, 70, 20, 'note')],
		['the sidebar', (book: Book) => void book.open()],
		[
			'the file itself, where the add-on is in use',
			(book: Book) => void book.bundle.runTrigger('onOpen', { authMode: 'LIMITED' }),
		],
	])('follows the days once %s is opened or made', (_, act) => {
		const { book, shown } = withFormulas(['=STAGE_COUNT("Qualify", "period", "last 300 days")']);
		const today = shown();
		book.now += 40 * DAY_MS;
		expect(today).toEqual([expect.any(Number)]);
		expect(shown()).toEqual(today);
		act(book);
		expect(shown()).not.toEqual(today);
	});

	it('is computed once a day for that, and not again by edits beside the deals', () => {
		const { book } = withFormulas(['=WIN_RATE("closed")']);
		const cells = new FormulaCells(book.bundle);
		cells.recalculate();
		book.now += DAY_MS;
		book.user.type(book.deals, 70, 20, 'first');
		expect(cells.recalculate()).toBe(1);
		book.user.type(book.deals, 71, 20, 'second');
		book.bundle.runTrigger('onOpen', { authMode: 'LIMITED' });
		book.open();
		expect(cells.recalculate()).toBe(0);
	});

	it('keeps its cell when rows and columns are put into the stage list, and when the formula is copied', () => {
		const { book, shown, sheet } = withFormulas(['=WIN_RATE("closed")']);
		expect(book.cell(2, BESIDE).formula).toBe('=WIN_RATE(Deals!A1:G, "closed", Stages!$J$1)');
		shown();
		// What Google does to a reference when a row comes in above it.
		book.user.insertRows(sheet('Stages'), 0, 1);
		book.store.write(book.deals, { row: 2, column: BESIDE, rows: 1, columns: 1 }, [
			[{ value: 0.5, formula: '=WIN_RATE(Deals!A1:G, "closed", Stages!$J$2)' }],
		]);
		shown();
		const { stages } = book.open();
		data(
			book.call('sidebarSaveStages', {
				stages: stages.map((stage) => (stage.name === 'Quote and contract' ? { ...stage, kind: 'won' } : stage)),
			}),
		);
		expect(shown()).toEqual([2 / 3]);
		expect(book.store.read(sheet('Stages'), { row: 0, column: 9, rows: 1, columns: 1 })[0]?.[0]?.value).toBe(null);
	});

	it('gets a place for the mark where the columns right of the stage list were taken away', () => {
		const book = new Book();
		data(book.setUp());
		const stages = book.store.sheets().find(({ name }) => name === 'Stages')?.id as number;
		book.store.deleteColumns(stages, 8, book.store.size(stages).columns - 8);
		book.user.type(book.deals, 2, BESIDE, '=WIN_RATE("closed")');
		expect(book.cell(2, BESIDE).formula).toBe('=WIN_RATE(Deals!A1:G, "closed", Stages!$J$1)');
		expect(book.evaluate(book.cell(2, BESIDE).formula ?? '')).toEqual({ value: 0.5 });
	});

	it('is completed all the same where nobody may write beside the stage list', () => {
		const book = new Book();
		data(book.setUp());
		const stages = book.store.sheets().find(({ name }) => name === 'Stages')?.id as number;
		book.store.write(stages, { row: 0, column: 9, rows: 1, columns: 1 }, [[{ value: null }]]);
		book.host.hooks = {
			before({ name }) {
				if (name === 'Range.setValues') throw new Fault('Diese Zelle ist geschützt.');
			},
		};
		book.user.type(book.deals, 2, BESIDE, '=WIN_RATE("closed")');
		book.user.type(book.deals, 3, 6, 'Zoe');
		book.host.hooks = {};
		expect(book.cell(2, BESIDE).formula).toBe('=WIN_RATE(Deals!A1:G, "closed")');
		expect(book.toasts.join()).not.toMatch(/geschützt|failed/u);
	});

	it('is mended by Refresh where its stage list was deleted', () => {
		const { book } = withFormulas(['=WIN_RATE("closed")']);
		book.store.write(book.deals, { row: 2, column: BESIDE, rows: 1, columns: 1 }, [
			[{ value: '#REF!', formula: '=WIN_RATE(Deals!A1:G, "closed", #REF!)' }],
		]);
		book.bundle.runMenuItem('refreshFunnel');
		expect(book.cell(2, BESIDE).formula).toBe('=WIN_RATE(Deals!A1:G, "closed", Stages!$J$1)');
	});
});

describe('a reference to a Sheets table as the deal range', () => {
	it.each([
		'=WIN_RATE(Deals_2026[#ALL], "closed")',
		'=WIN_RATE(Deals_2026[[#ALL],[Deal id]:[Owner]]; "closed")',
		'=FUNNEL(T1[#ALL])',
	])('%s is a range of its own and stays as it was typed', (typed) => {
		const { book } = withFormulas([typed]);
		expect(book.cell(2, BESIDE).formula).toBe(typed);
		expect(book.toasts.join()).not.toContain('now reads');
	});

	it('gets the argument that keeps it fresh from Make formulas live, with its own separators', () => {
		const { book } = withFormulas(['=WIN_RATE(T1[[#ALL],[Deal id]:[Owner]]; "closed")']);
		book.bundle.runMenuItem('makeFormulasLive');
		expect(book.cell(2, BESIDE).formula).toBe('=WIN_RATE(T1[[#ALL],[Deal id]:[Owner]]; "closed"; Stages!$J$1)');
	});
});

describe('opening the file', () => {
	it('touches nothing but the menu before the add-on was used, and when Google says nothing about it', () => {
		for (const event of [undefined, {}, { authMode: 'NONE' }]) {
			const book = new Book(sampleRows(6));
			data(book.setUp());
			book.now += DAY_MS;
			const before = book.everything();
			book.host.meter.reset();
			book.bundle.runTrigger('onOpen', event as Record<string, unknown>);
			expect([book.host.meter.reads, book.everything()]).toEqual([0, before]);
		}
	});
});
