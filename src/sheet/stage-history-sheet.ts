/**
 * The sheet with the log of stage changes: made once, read whole, only ever appended to.
 * Not here: which events are missing (core/reconcile.ts), what a row means (core/stage-log.ts).
 */
import type { Cell, Grid } from '../core/cell.ts';
import { isBlank } from '../core/cell.ts';
import { eventRow, LOG_ROLES, type StageEvent } from '../core/stage-log.ts';
import type { TimeZone } from '../core/time-zone.ts';
import { freeName } from './sheets.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const WIDTH = LOG_ROLES.length;
const FORMATS = LOG_ROLES.map((role) => (role === 'sequence' ? '0' : '@'));
/** Free rows after a growth, so that most appends need no new rows. */
const SPARE_ROWS = 200;

/** A new sheet at the end; the active sheet stays active. @throws the failure, after taking the unfinished sheet away */
export function createHistorySheet(spreadsheet: Spreadsheet, sheets: readonly Sheet[], name: string, headings: readonly string[]): Sheet {
	const active = spreadsheet.getActiveSheet();
	const sheet = spreadsheet.insertSheet(freeName(sheets, name), sheets.length);
	try {
		if (sheet.getMaxRows() > SPARE_ROWS) sheet.deleteRows(SPARE_ROWS + 1, sheet.getMaxRows() - SPARE_ROWS);
		formatRows(sheet, 2, sheet.getMaxRows() - 1);
		sheet
			.getRange(1, 1, 1, WIDTH)
			.setValues([[...headings]])
			.setFontWeight('bold');
		sheet.setFrozenRows(1);
		spreadsheet.setActiveSheet(active);
		return sheet;
	} catch (thrown) {
		spreadsheet.deleteSheet(sheet);
		throw thrown;
	}
}

/** All rows of the sheet, blank ones at the end included: one read. */
export function readHistoryCells(sheet: Sheet): Grid {
	return sheet.getRange('A:J').getValues() as Cell[][];
}

/**
 * Appends with one write below the last row with content. Never repeated by itself: after a failure the next look compares again.
 * @param grid what readHistoryCells gave under the same lock
 * @returns the rows as they were written
 */
export function appendEvents(sheet: Sheet, grid: Grid, events: readonly StageEvent[], timeZone: TimeZone): Cell[][] {
	const rows = events.map((event) => eventRow(event, timeZone));
	let last = grid.length;
	while (last > 0 && (grid[last - 1] as readonly Cell[]).every(isBlank)) last--;
	const lacking = last + rows.length - grid.length;
	if (lacking > 0) {
		sheet.insertRowsAfter(grid.length, lacking + SPARE_ROWS);
		formatRows(sheet, grid.length + 1, lacking + SPARE_ROWS);
	}
	sheet.getRange(last + 1, 1, rows.length, WIDTH).setValues(rows);
	return rows;
}

/** Ids, names and times are text whatever they look like. */
function formatRows(sheet: Sheet, first: number, count: number): void {
	sheet.getRange(first, 1, count, WIDTH).setNumberFormats(Array.from({ length: count }, () => FORMATS));
}
