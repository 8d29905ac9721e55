/**
 * The files of a report in a host of their own, with the built bundle loaded: as if they had been imported into a new
 * spreadsheet.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { historyColumns } from '../../src/core/detection/history-columns.ts';
import { joinTexts } from '../../src/core/stage-list/listed-texts.ts';
import { type Bundle, createHost, MemoryStore } from '../../workbench/host/index.ts';
import { loadBundle } from '../../workbench/host/load-bundle.ts';
import type { CellWrite } from '../../workbench/host/store.ts';
import { instantOf } from '../../workbench/host/zone.ts';
import { type BookData, BookError, loadBook } from '../../workbench/io/book-data.ts';
import { readBook } from '../../workbench/io/read-book.ts';
import { buildAll, DIST_FOLDER } from '../build.ts';
import type { ReportOptions } from './options.ts';
import { ReportError } from './options-error.ts';

const STAGE_COLUMNS = ['name', 'kind', 'probability', 'usualDays', 'exitRule', 'tasks', 'aliases'] as const;
const STAGE_HEADINGS = ['Name', 'Kind', 'Probability', 'Usual days', 'Exit rule', 'Tasks', 'Aliases'];

/** The sheet that the table of --history becomes. */
export const HISTORY_SHEET = 'History';

export interface OpenedBook {
	readonly bundle: Bundle;
	readonly hasHistory: boolean;
	/** Id of the first sheet in view. */
	readonly firstSheet: number;
}

/** Throws ReportError with one sentence for a file that cannot be used. */
export async function openBook(options: ReportOptions): Promise<OpenedBook> {
	const book = await bookOf(options.file);
	const store = new MemoryStore();
	loadBook(store, book);
	const add = (name: string, cells: readonly (readonly CellWrite[])[]): void => {
		const taken = store.sheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
		if (taken !== undefined && store.sheets().length > 1) store.deleteSheet(taken.id);
		loadBook(store, { sheets: [{ name, cells }] });
	};
	if (options.stages !== null) add('Stages', await stageCells(options.stages));
	if (options.history !== null) add(HISTORY_SHEET, historyCells(await bookOf(options.history)));
	const first = store.sheets().find(({ isHidden }) => !isHidden);
	if (first === undefined) throw new ReportError(`${basename(options.file)}: the file has no sheet.`);
	store.activate(first.id, [{ row: 0, column: 0, rows: 1, columns: 1 }]);
	await requireFreshBundle();
	const now = options.asOf === null ? Date.now() : lastInstantOf(options.asOf, options.timeZone);
	const host = createHost(store, { timeZone: options.timeZone, locale: options.locale, now: () => now });
	return { bundle: loadBundle(host, DIST_FOLDER), hasHistory: options.history !== null, firstSheet: first.id };
}

async function bookOf(path: string): Promise<BookData> {
	try {
		return await readBook(new Uint8Array(readFileSync(path)));
	} catch (error) {
		if (error instanceof BookError) throw new ReportError(`${basename(path)}: ${error.message}`);
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new ReportError(`There is no file ${path}.`);
		throw new ReportError(`${path} cannot be read: ${(error as Error).message}`);
	}
}

/** The first sheet that has headings of a table of stage changes; else the first one. */
function historyCells({ sheets }: BookData): readonly (readonly CellWrite[])[] {
	const isHistory = ({ cells }: BookData['sheets'][number]): boolean =>
		historyColumns(cells.map((row) => row.map(({ value }) => value ?? ''))) !== null;
	return (sheets.find(isHistory) ?? sheets[0])?.cells ?? [];
}

/** A table with the columns of the Stages sheet, or JSON: a list of objects `{name, kind, probability, …}`. */
async function stageCells(path: string): Promise<readonly (readonly CellWrite[])[]> {
	if (!path.toLowerCase().endsWith('.json')) return (await bookOf(path)).sheets[0]?.cells ?? [];
	let list: unknown;
	try {
		list = JSON.parse(readFileSync(path, 'utf8'));
	} catch (error) {
		throw new ReportError(`${path} cannot be read: ${(error as Error).message}`);
	}
	if (!Array.isArray(list)) throw new ReportError(`${basename(path)}: a list of stages is expected.`);
	const rows = (list as unknown[]).map((stage, at) => {
		if (typeof stage !== 'object' || stage === null)
			throw new ReportError(`${basename(path)}: stage ${at + 1} is no object such as {"name": "Won", "kind": "won"}.`);
		const parts = stage as Readonly<Record<string, unknown>>;
		return STAGE_COLUMNS.map((column): CellWrite => {
			const value = cellOf(parts[column]);
			if (value === undefined)
				throw new ReportError(
					`${basename(path)}: ${column} of stage ${at + 1} is neither text, number nor list of texts.`,
				);
			return { value };
		});
	});
	return [STAGE_HEADINGS.map((value) => ({ value })), ...rows];
}

/** A list of texts as the stage list keeps it; undefined for what no cell can hold. */
function cellOf(value: unknown): string | number | undefined {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string' || typeof value === 'number') return value;
	const isList = Array.isArray(value) && value.every((text): text is string => typeof text === 'string');
	return isList ? joinTexts(value.map((text) => text.trim()).filter((text) => text !== '')) : undefined;
}

/** The end of a day in a zone: everything that happened on it counts. */
function lastInstantOf(day: string, timeZone: string): number {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	return instantOf(Date.UTC(year, month - 1, date + 1), timeZone, 'later') - 1;
}

/** Builds dist/ when it is missing or older than a source. */
async function requireFreshBundle(): Promise<void> {
	const built = join(DIST_FOLDER, 'Code.js');
	if (existsSync(built) && newestIn(join(process.cwd(), 'src')) < statSync(built).mtimeMs) return;
	try {
		await buildAll();
	} catch (error) {
		throw new ReportError(`The add-on could not be built: ${(error as Error).message.split('\n')[0]}`);
	}
}

function newestIn(folder: string): number {
	return Math.max(
		0,
		...readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
	);
}
