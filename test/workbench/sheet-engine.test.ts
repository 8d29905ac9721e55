/**
 * The grid engine without a screen: its store, with the same plugins as on the page except those that draw, and what its
 * own functions, which know nothing of the add-on, show for the plain formulas of a report.
 */
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import { describe, expect, it, vi } from 'vitest';
import type { StageDraft } from '../../src/addon/contract/answer.ts';
import { SheetIds } from '../../workbench/grid/sheet-ids.ts';
import { bookSnapshot } from '../../workbench/grid/snapshot.ts';
import { UniverStore } from '../../workbench/grid/univer-store.ts';
import type { ValidationRule } from '../../workbench/host/store.ts';
import { Book, data, STAGE, sampleRows, type Value } from '../addon/book.ts';
import { openEngine } from '../support/sheet-engine.ts';
import { storeContract } from './store-contract.ts';

vi.hoisted(() => {
	// The drawing parts of the presets are loaded, not used; one of them makes its shapes at load.
	vi.stubGlobal('Path2D', class {});
});

function newStore(): UniverStore {
	const book = bookSnapshot('Book', [{ name: 'Deals', cells: [] }]);
	const { api, injector } = openEngine(book, [UniverSheetsDataValidationPreset(), UniverSheetsFilterPreset()]);
	return new UniverStore(api, injector, new SheetIds(1));
}

storeContract('UniverStore', newStore);

it.each(['Stages', "Ann's stages"])('a drop-down from the other sheet “%s” is read back as one', (name) => {
	const store = newStore();
	const { id } = store.insertSheet(name, 1);
	const rect = { row: 1, column: 3, rows: 10, columns: 1 };
	const source = { sheetId: id, rect: { row: 1, column: 0, rows: 100, columns: 1 } };
	const rule: ValidationRule = { type: 'list-of-range', source, items: [], isStrict: true, helpText: 'Choose a stage' };
	store.setValidation(0, rect, rule);
	expect(store.validations(0, rect)).toEqual([{ rect, rule }]);
});

const ALL = { period: null, cohort: 'created', columns: {} } as const;
type Filter = { period: string | null; cohort: 'created' | 'closed'; columns: Record<string, string> };

interface Shown {
	/** Label and cells of a row. */
	readonly rows: readonly (readonly unknown[])[];
	readonly formulas: readonly (string | null)[];
}

/** The deals by stage of a report: label, count, amount; formulas are computed by the engine alone, without functions of ours. */
async function stagesNow(
	book: Book,
	filter: Filter,
	isLive: boolean,
	change?: (deals: Value[][]) => void,
): Promise<Shown> {
	const { sheetName } = data(book.call('sidebarReportSheet', { filter, isLive }));
	const id = book.store.sheets().find(({ name }) => name === sheetName)?.id as number;
	const cells = book.store.read(id, { row: 0, column: 0, ...book.store.used(id) });
	const first = cells.findIndex(([cell]) => cell?.value === 'Deals by stage now') + 2;
	const block = cells.slice(
		first,
		cells.findIndex((row, at) => at > first && row.every(({ value, formula }) => !value && !formula)),
	);
	const rows = block.map((row) => row.slice(0, 3));
	const formulas = rows.flat().map(({ formula }) => formula);
	if (!isLive) return { rows: rows.map((row) => row.map(({ value }) => rounded(value))), formulas };
	const used = { row: 0, column: 0, ...book.store.used(book.deals) };
	const deals = book.store.read(book.deals, used).map((row) => row.map(({ value }) => value as Value));
	change?.(deals);
	// The engine knows commas only.
	const written = rows.map((row) =>
		row.map(({ value, formula }) => (formula === null ? { value } : { value, formula: formula.replace(/; /gu, ', ') })),
	);
	const report = { name: 'Report', cells: [[{ value: 'heading' }], ...written] };
	const { api } = openEngine(
		bookSnapshot('Book', [{ name: 'Deals', cells: deals.map((row) => row.map((value) => ({ value }))) }, report]),
	);
	await api.getFormula().onCalculationEnd();
	const sheet = api.getActiveWorkbook()?.getSheetByName('Report');
	const shown = sheet?.getRange(1, 0, rows.length, 3).getValues() ?? [];
	return { rows: shown.map((row) => row.map(rounded)), formulas };
}

/** The engine shows twelve digits. */
const rounded = (value: unknown): unknown =>
	typeof value === 'number' ? Number(value.toPrecision(11)) : (value ?? '');

const isOurs = (formula: string | null): boolean => /^=[A-Z_]+\(Deals!A1:/u.test(formula ?? '');

/** Texts that a criterion, or a cell, would read as something else. */
const NASTY = ['1. Le"ad', 'a*b?c~', '=<5', '>=Won', 'TRUE', '50%', "O'Brien & Söhne", '报价'];

function nasty(): Book {
	const rows = sampleRows(90).map((row, at) => [
		...row.slice(0, STAGE),
		NASTY[at % NASTY.length] as string,
		...row.slice(STAGE + 1),
	]);
	const book = new Book(rows);
	const proposal = book.open().proposal;
	const stages = NASTY.map(
		(name, at): StageDraft => ({
			...(proposal?.stages[0] as StageDraft),
			id: '',
			name,
			aliases: at === 7 ? ['Won'] : [],
			kind: at === 6 ? 'lost' : at > 4 ? 'won' : 'open',
		}),
	);
	data(book.setUp({ stages }));
	return book;
}

function plainBook(rows: Value[][] = sampleRows(60), options: ConstructorParameters<typeof Book>[1] = {}): Book {
	const book = new Book(rows, options);
	data(book.setUp());
	return book;
}

/** Set up as the page does it: a column of reasons is compared with the stages and decides nothing, or decides. */
function withReasons(isDeciding = false): Book {
	const rows = sampleRows(60).map((row, at) => [...row.slice(0, 6), at % 6 === 5 ? 'Price' : null]);
	const book = new Book(rows, {
		headings: ['Deal id', 'Deal', 'Stage', 'Amount', 'Created', 'Close date', 'Loss reason'],
	});
	data(book.setUp({ outcomes: [{ evidence: 'reason', column: 6, isDeciding }] }));
	return book;
}

describe('the deals by stage in a report', () => {
	it.each([
		['everything', plainBook, ALL],
		['a column of reasons beside the stages', withReasons, ALL],
		['one owner', plainBook, { ...ALL, columns: { Owner: '王芳' } }],
		['stages that look like criteria', nasty, ALL],
		['the same of one owner', nasty, { ...ALL, columns: { Owner: 'Bob' } }],
		['a file with semicolons', () => plainBook(undefined, { locale: 'de_DE' }), ALL],
	])('show the same without the add-on: %s', async (_, make, filter) => {
		const book = make();
		const ours = await stagesNow(book, filter, false);
		const plain = await stagesNow(book, filter, true);
		expect(plain.formulas.filter((formula) => isOurs(formula))).toEqual([]);
		expect(plain.formulas.filter((formula) => formula !== null).length).toBeGreaterThan(10);
		expect(plain.rows).toEqual(ours.rows);
	});

	it.each([
		['a stage is written with a blank', 1, STAGE, 'Qualify ', ['Qualify 1', 'Qualify 2']],
		['an amount is a text', 1, 3, 'about five', ['Qualify 2']],
		['an amount of a won deal is below zero', 5, 3, -5, ['Won 2', 'Mean amount: Won 2']],
		['a table below holds a stage', 70, STAGE, 'Won', ['Won 1', 'Won ÷ (Won + Lost) 1']],
	] as const)('keep the function where %s', async (_, row, column, value, kept) => {
		const book = plainBook();
		book.store.write(book.deals, { row, column, rows: 1, columns: 1 }, [[{ value }]]);
		const ours = await stagesNow(book, ALL, false);
		const plain = await stagesNow(book, ALL, true);
		const places = plain.formulas.flatMap((formula, at) =>
			isOurs(formula) ? [`${ours.rows[Math.floor(at / 3)]?.[0]} ${at % 3}`] : [],
		);
		expect(places).toEqual(kept);
		const masked = ({ rows }: Shown): unknown[] =>
			rows.flat().map((cell, at) => (isOurs(plain.formulas[at] ?? null) ? 'ours' : cell));
		expect(masked(plain)).toEqual(masked(ours));
	});

	it('keep the functions where a period or other columns decide as well', async () => {
		const statusRows = sampleRows(60).map((row, at) => [...row.slice(0, 6), at % 7 === 0 ? 'Lost' : 'Open']);
		const withStatus = plainBook(statusRows, {
			headings: ['Deal id', 'Deal', 'Stage', 'Amount', 'Created', 'Close date', 'Status'],
		});
		for (const [book, filter] of [
			[withStatus, ALL],
			[withReasons(true), ALL],
			[plainBook(), { ...ALL, period: '2026-Q1' }],
		] as const) {
			const { formulas } = await stagesNow(book, filter, true);
			expect(formulas.filter((formula) => formula !== null && !isOurs(formula))).toEqual([]);
			expect(formulas.filter((formula) => isOurs(formula)).length).toBeGreaterThan(10);
		}
	});

	it('list each text that is written otherwise later, and lose no row', async () => {
		const later = await stagesNow(plainBook(), ALL, true, (deals) => {
			(deals[1] as Value[])[STAGE] = 'qualify';
			(deals[2] as Value[])[STAGE] = 'Won ';
			(deals[3] as Value[])[STAGE] = 'Qualif*';
			deals.push(['D-61', 'Deal 61', 'Qualify', 7, null, null, null]);
		});
		const counts = later.rows.slice(0, 7).map((row) => row[1] as number);
		expect(later.rows[6]?.[0]).toBe('Stage not in the list');
		expect(counts[0]).toBe(11);
		expect(counts[6]).toBe(2);
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(61);
	});
});
