/**
 * Creates, reads and extends the sheet with the log of stage changes. A log from an earlier version gets the columns
 * that it lacks.
 * Not here: which events are missing (core/history/reconcile.ts), what a row means (core/history/stage-log.ts).
 */
import type { Cell, Grid } from '../core/cells/cell.ts';
import { isBlank } from '../core/cells/cell.ts';
import { historyColumns } from '../core/detection/history-columns.ts';
import { eventRow, idText, LOG_ROLES, type StageEvent } from '../core/history/stage-log.ts';
import type { TimeZone } from '../core/time/time-zone.ts';
import type { HistoryRole } from '../core/vocabulary/languages/language.ts';
import { PLAIN_TEXT, writeBlock } from './cell-writing.ts';
import { asFailure } from './failure.ts';
import { freeName, insertedSheet, type MadeSheet, takeAway } from './sheets.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const WIDTH = LOG_ROLES.length;
const ALL_COLUMNS = 'A:L';
/** Columns that logs of earlier versions lack. */
const LATER_ROLES = ['table', 'expectedClose'] as const;
const NUMBER_COLUMN = LOG_ROLES.indexOf('sequence');
/** Free rows left at the end whenever the sheet grows, so that most appends need no new rows. */
const SPARE_ROWS = 50;

/**
 * Creates the sheet as the last tab, with its first events; the active sheet stays active.
 * @throws whatever failed, after removing the unfinished sheet
 */
export function createHistorySheet(
	spreadsheet: Spreadsheet,
	sheets: readonly Sheet[],
	name: string,
	headings: readonly string[],
	events: readonly StageEvent[],
	timeZone: TimeZone,
): MadeSheet {
	const active = spreadsheet.getActiveSheet();
	const sheet = insertedSheet(spreadsheet, freeName(sheets, name), sheets.length);
	const rows = [[...headings], ...events.map((event) => eventRow(event, timeZone))];
	try {
		const surplus = sheet.getMaxRows() - rows.length - SPARE_ROWS;
		if (surplus > 0) sheet.deleteRows(rows.length + SPARE_ROWS + 1, surplus);
		else if (surplus < 0) sheet.insertRowsAfter(sheet.getMaxRows(), -surplus);
		// Ids, names and times are text whatever they look like.
		sheet.getRange(ALL_COLUMNS).setNumberFormat(PLAIN_TEXT);
		sheet.getRange('B:B').setNumberFormat('0');
		writeBlock(sheet.getRange(1, 1, rows.length, WIDTH), rows, formatsOf(rows, NUMBER_COLUMN));
		sheet.getRange(1, 1, 1, WIDTH).setFontWeight('bold');
		sheet.setFrozenRows(1);
		warnBeforeEdits(sheet);
		spreadsheet.setActiveSheet(active);
		return { sheet, contents: rows };
	} catch (thrown) {
		takeAway({ sheet, contents: rows });
		throw thrown;
	}
}

/**
 * Makes Google warn anyone who edits the log by hand, without preventing the edit. The log works without this warning
 * too.
 */
function warnBeforeEdits(sheet: Sheet): void {
	try {
		sheet.protect().setDescription('Stagekeeper').setWarningOnly(true);
	} catch (thrown) {
		console.error(`stage history: no warning before edits: ${asFailure(thrown).code}`);
	}
}

/**
 * All rows of the sheet, including the blank ones at the end. One read, and a second one when columns are missing or
 * were added.
 */
export function readHistoryCells(sheet: Sheet): Grid {
	const cells = readOwnColumns(sheet);
	const columns = historyColumns(cells);
	// Columns that an earlier version lacked were added to the right of everything else.
	if (columns?.isOwnLog !== true || columns.column.has('table') || sheet.getLastColumn() <= WIDTH) return cells;
	return sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).getValues() as Cell[][];
}

function readOwnColumns(sheet: Sheet): Grid {
	try {
		return sheet.getRange(ALL_COLUMNS).getValues() as Cell[][];
	} catch {
		// The reason does not matter: if the service itself fails, it fails here again.
		// Cells to the right of the log's own columns are not part of the log.
		const width = Math.min(WIDTH, sheet.getMaxColumns());
		return sheet.getRange(1, 1, sheet.getMaxRows(), width).getValues() as Cell[][];
	}
}

function widthOf(grid: Grid): number {
	return grid[0]?.length ?? WIDTH;
}

/**
 * False for a sheet whose headings are no longer those of a log: what is in it cannot be compared, so nothing is
 * appended.
 */
export function isUsableLog(grid: Grid): boolean {
	return lastRow(grid) === 0 || (historyColumns(grid)?.isOwnLog ?? false);
}

/**
 * Whether the log still ends as it did: no one has appended, sorted or deleted rows since. Reads the last row with
 * content and the free rows below it in one call.
 * @param grid what readHistoryCells returned before
 */
export function isLogAsRead(sheet: Sheet, grid: Grid): boolean {
	const last = lastRow(grid);
	// Without a free row, anything appended since would be below the rows that are read here.
	if (last === grid.length) return false;
	const first = Math.max(1, last);
	const now = sheet.getRange(first, 1, grid.length - first + 1, widthOf(grid)).getValues();
	return JSON.stringify(now) === JSON.stringify(grid.slice(first - 1));
}

function lastRow(grid: Grid): number {
	let last = grid.length;
	while (last > 0 && (grid[last - 1] as readonly Cell[]).every(isBlank)) last--;
	return last;
}

/**
 * Appends with one write below the last row with content. Never retried: after a failure the next look compares again.
 * Columns that were moved by hand are written where they are now; a sheet that was emptied by hand gets its headings
 * again.
 * @param grid the log as it is now
 * @returns the rows as written
 */
export function appendEvents(
	sheet: Sheet,
	grid: Grid,
	events: readonly StageEvent[],
	timeZone: TimeZone,
	headings: () => readonly string[],
): Cell[][] {
	const last = lastRow(grid);
	const columns = last === 0 ? STANDARD : withLaterColumns(sheet, grid, headings);
	// Values of removed columns are dropped; an emptied sheet gets all columns again.
	const width = last === 0 ? WIDTH : Math.max(widthOf(grid), ...[...columns.values()].map((column) => column + 1));
	if (last === 0 && width > widthOf(grid)) sheet.insertColumnsAfter(widthOf(grid), width - widthOf(grid));
	const rows = events.map((event) => rowOf(event, timeZone, columns, width));
	if (last === 0) rows.unshift([...headings()]);
	writeBelow(sheet, last, grid.length, rows, columns);
	return rows;
}

/** One write. @param last last row with content, 1-based @param size number of rows of the sheet */
function writeBelow(sheet: Sheet, last: number, size: number, rows: Cell[][], columns: Columns): void {
	const lacking = last + rows.length - size;
	if (lacking > 0) sheet.insertRowsAfter(size, lacking + SPARE_ROWS);
	const range = sheet.getRange(last + 1, 1, rows.length, rows[0]?.length ?? WIDTH);
	// The formats are set again because those of the cells may have changed. In any other format, an id such as 007 would
	// become a number and a stage such as =1 a formula.
	writeBlock(range, rows, formatsOf(rows, columns.get('sequence') ?? NUMBER_COLUMN));
}

function rowOf(event: StageEvent, timeZone: TimeZone, columns: Columns, width: number): Cell[] {
	const cells: Cell[] = Array.from({ length: width }, () => '');
	eventRow(event, timeZone).forEach((cell, i) => {
		const column = columns.get(roleOf(LOG_ROLES[i] as (typeof LOG_ROLES)[number]));
		if (column !== undefined) cells[column] = cell;
	});
	return cells;
}

/** The log's rows about one deal. */
export interface DealLog {
	/** Headings and the deal's rows. */
	readonly grid: Grid;
	/** Last row of the whole log, 1-based. */
	readonly last: number;
}

/** A deal with more rows than this is not read row by row. */
const MANY_ROWS = 12;

/**
 * The rows of one deal, found by Google's own search: one search, one read for the headings and one per row.
 * @param last as `getLastRow` returns it
 * @returns null when there are no rows or too many, or when the first row does not hold the headings of a current log
 */
export function readDealLog(sheet: Sheet, last: number, dealId: string): DealLog | null {
	const head = (sheet.getRange('1:1').getValues() as Cell[][])[0] ?? [];
	const columns = historyColumns([head]);
	if (columns?.isOwnLog !== true || columns.headerRow !== 0 || !columns.column.has('table')) return null;
	const ids = sheet.getRange(2, (columns.column.get('deal') ?? 0) + 1, last - 1, 1);
	// Blanks around an id are ignored, as they are wherever ids are compared.
	const pattern = `^\\s*${dealId.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')}\\s*$`;
	const found = ids.createTextFinder(pattern).useRegularExpression(true).matchCase(true).findAll();
	if (found.length === 0 || found.length > MANY_ROWS) return null;
	const rows = found.map((cell) => (sheet.getRange(cell.getRow(), 1, 1, head.length).getValues() as Cell[][])[0] ?? []);
	const own = rows.filter((row) => idText(row[columns.column.get('deal') ?? 0]) === dealId);
	return { grid: [head, ...own], last };
}

/** Appends below the last row of a log that readDealLog has read. One write, under the lock. */
export function appendToLog(
	sheet: Sheet,
	{ grid, last }: DealLog,
	events: readonly StageEvent[],
	timeZone: TimeZone,
): void {
	const columns = historyColumns(grid)?.column ?? STANDARD;
	const width = Math.max(...columns.values()) + 1;
	const rows = events.map((event) => rowOf(event, timeZone, columns, width));
	writeBelow(sheet, last, sheet.getMaxRows(), rows, columns);
}

type Columns = ReadonlyMap<HistoryRole, number>;

function roleOf(role: (typeof LOG_ROLES)[number]): HistoryRole {
	return role === 'observedAt' ? 'at' : role;
}

/** The columns of a history sheet as it is created. */
const STANDARD: Columns = new Map(LOG_ROLES.map((role, column) => [roleOf(role), column] as const));

/**
 * The columns of the log. Those that an earlier version lacked are added, with headings, to the right of everything
 * else.
 */
function withLaterColumns(sheet: Sheet, grid: Grid, headings: () => readonly string[]): Columns {
	const found = historyColumns(grid);
	if (found === null) return STANDARD;
	if (found.column.has('table')) return found.column;
	let first = widthOf(grid);
	while (first > 0 && grid.every((row) => isBlank(row[first - 1]))) first--;
	const lacking = LATER_ROLES.filter((role) => !found.column.has(role));
	const surplus = first + lacking.length - sheet.getMaxColumns();
	if (surplus > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), surplus);
	const words = lacking.map((role) => headings()[LOG_ROLES.indexOf(role)] ?? '');
	writeBlock(sheet.getRange(found.headerRow + 1, first + 1, 1, lacking.length), [words], formatsOf([words], -1));
	return new Map([...found.column, ...lacking.map((role, i) => [role, first + i] as const)]);
}

/**
 * Writes the given table into each row that names none, because the log is about to cover another table too. Under the
 * lock.
 */
export function nameUnnamedRows(sheet: Sheet, table: string, headings: () => readonly string[]): void {
	const grid = readHistoryCells(sheet);
	if (lastRow(grid) === 0 || !isUsableLog(grid)) return;
	const headerRow = historyColumns(grid)?.headerRow ?? 0;
	const column = withLaterColumns(sheet, grid, headings).get('table') ?? 0;
	const rows = grid.slice(headerRow + 1, lastRow(grid));
	if (rows.length === 0 || rows.every((row) => row.every(isBlank) || !isBlank(row[column]))) return;
	const texts = rows.map((row) => [isBlank(row[column]) && !row.every(isBlank) ? table : String(row[column] ?? '')]);
	const range = sheet.getRange(headerRow + 2, column + 1, rows.length, 1);
	writeBlock(
		range,
		texts,
		texts.map(() => [PLAIN_TEXT]),
	);
}

function formatsOf(rows: Grid, number: number): string[][] {
	const width = Math.max(WIDTH, rows[0]?.length ?? 0);
	const formats = Array.from({ length: width }, (_, column) => (column === number ? '0' : PLAIN_TEXT));
	return rows.map(() => formats);
}
