/**
 * The sheet with the stage list. Belongs here: making, reading, writing it.
 * Not here: which column means what (core/stage-table.ts).
 */
import type { Cell, Grid } from '../core/cells/cell.ts';
import { PLAIN_TEXT, writeBlock } from './cell-writing.ts';
import { freeName, insertedSheet } from './sheets.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Name, kind, probability, usual days, exit rule, tasks, aliases, id. */
const WIDTH = 8;
const FORMATS = [PLAIN_TEXT, PLAIN_TEXT, '0%', '0', PLAIN_TEXT, PLAIN_TEXT, PLAIN_TEXT, PLAIN_TEXT];
/** Heading and a hundred stages: a small sheet is read whole with one call. */
const ROWS = 101;
/** First column, columns and width in pixels of each run of columns. */
const WIDTHS = [
	[1, 1, 180],
	[2, 3, 90],
	[5, 3, 230],
] as const;

/** One read. */
export function readStageCells(sheet: Sheet): Grid {
	return sheet.getRange('A:H').getValues() as Cell[][];
}

/** A new sheet at the end, made to the measure of the list; the active sheet stays active. @throws the failure, after taking the unfinished sheet away */
export function createStagesSheet(spreadsheet: Spreadsheet, sheets: readonly Sheet[], name: string, rows: Grid): Sheet {
	const active = spreadsheet.getActiveSheet();
	const sheet = insertedSheet(spreadsheet, freeName(sheets, name), sheets.length);
	try {
		if (sheet.getMaxRows() > ROWS) sheet.deleteRows(ROWS + 1, sheet.getMaxRows() - ROWS);
		sheet.setFrozenRows(1);
		sheet.getRange(1, 1, 1, WIDTH).setFontWeight('bold');
		for (const [first, count, width] of WIDTHS) sheet.setColumnWidths(first, count, width);
		writeRows(sheet, rows, rows.length);
		spreadsheet.setActiveSheet(active);
		return sheet;
	} catch (thrown) {
		spreadsheet.deleteSheet(sheet);
		throw thrown;
	}
}

/**
 * Replaces the list with one write; columns further right are the user's and stay. Names are text, whatever they look like.
 * @param rows with the headings
 */
export function writeStageCells(sheet: Sheet, rows: Grid): void {
	const height = Math.max(rows.length, sheet.getLastRow());
	if (height > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), height - sheet.getMaxRows());
	writeRows(sheet, rows, height);
}

function writeRows(sheet: Sheet, rows: Grid, height: number): void {
	const blank = Array.from({ length: WIDTH }, () => '');
	const cells = Array.from({ length: height }, (_, row) => (rows[row] ?? blank) as Cell[]);
	const formats = cells.map((_, row) => (row === 0 ? blank.map(() => PLAIN_TEXT) : FORMATS));
	writeBlock(sheet.getRange(1, 1, height, WIDTH), cells, formats);
}
