/**
 * The sheet with the stage list. Belongs here: making, reading, writing it.
 * Not here: which column means what (core/stage-list/stage-table.ts), what a change of the list changes in it
 * (stage-rows.ts).
 */
import type { Cell, Grid } from '../core/cells/cell.ts';
import type { StageRows } from '../core/stage-list/stage-rows.ts';
import { STAGE_COLUMNS, stageLayout } from '../core/stage-list/stage-table.ts';
import { type Content, OwnFormula, PLAIN_TEXT, writeBlock } from './cell-writing.ts';
import { freeName, insertedSheet, takeAway } from './sheets.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const WIDTH = STAGE_COLUMNS.length;
/** Of the columns in the order of STAGE_COLUMNS. */
const FORMATS = [PLAIN_TEXT, PLAIN_TEXT, '0%', '0', PLAIN_TEXT, PLAIN_TEXT, PLAIN_TEXT, PLAIN_TEXT];
/** Heading and a hundred stages: a small sheet is read whole with one call. */
const ROWS = 101;
/** First column, columns and width in pixels of each run of columns. */
const WIDTHS = [
	[1, 1, 180],
	[2, 3, 90],
	[5, 3, 230],
] as const;

/** Room for stages that the user adds at the end of the list by hand. */
const LIST_ROWS = 100;

/** One read, and a second one when columns were removed or inserted by hand. */
export function readStageCells(sheet: Sheet): Grid {
	let cells: Cell[][] | null = null;
	try {
		cells = sheet.getRange('A:H').getValues() as Cell[][];
	} catch {
		// There is no column H any more, or the service fails: then it fails below as well.
	}
	if (cells !== null && stageLayout(cells).columns.size === WIDTH) return cells;
	return sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).getValues() as Cell[][];
}

/** The cells of the names, with room for more below. */
export function stageNameCells(sheet: Sheet, cells: Grid): Range {
	const { headerRow, columns } = stageLayout(cells);
	return sheet.getRange(Math.max(0, headerRow) + 2, (columns.get('name') ?? 0) + 1, LIST_ROWS, 1);
}

/**
 * A new sheet at the end, made to the measure of the list; the active sheet stays active.
 * @throws the failure, after taking the unfinished sheet away
 */
export function createStagesSheet(spreadsheet: Spreadsheet, sheets: readonly Sheet[], name: string, rows: Grid): Sheet {
	const active = spreadsheet.getActiveSheet();
	const sheet = insertedSheet(spreadsheet, freeName(sheets, name), sheets.length);
	try {
		if (sheet.getMaxRows() > ROWS) sheet.deleteRows(ROWS + 1, sheet.getMaxRows() - ROWS);
		sheet.setFrozenRows(1);
		sheet.getRange(1, 1, 1, WIDTH).setFontWeight('bold');
		for (const [first, count, width] of WIDTHS) sheet.setColumnWidths(first, count, width);
		writeBlock(
			sheet.getRange(1, 1, rows.length, WIDTH),
			rows,
			rows.map((_, row) => (row === 0 ? FORMATS.map(() => PLAIN_TEXT) : FORMATS)),
		);
		spreadsheet.setActiveSheet(active);
		return sheet;
	} catch (thrown) {
		takeAway({ sheet, contents: rows });
		throw thrown;
	}
}

/**
 * Brings the sheet from one state to the other with one write around the cells that differ; all others keep their
 * contents, formulas and formats.
 * @param before what is there @param columns of the list, whose cells get the formats of the list
 */
export function writeStageCells(sheet: Sheet, before: Grid, after: Grid, columns: StageRows['columns']): void {
	const box = changedBox(before, after);
	if (box === null) return;
	const lacking = { rows: box.bottom + 1 - sheet.getMaxRows(), columns: box.right + 1 - sheet.getMaxColumns() };
	if (lacking.rows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking.rows);
	if (lacking.columns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking.columns);
	const range = sheet.getRange(box.top + 1, box.left + 1, box.bottom - box.top + 1, box.right - box.left + 1);
	const [formulas, formats] = [range.getFormulas(), range.getNumberFormats()];
	const formatOf = new Map(STAGE_COLUMNS.map((role, i) => [columns.get(role), FORMATS[i]]));
	const headings = Math.max(0, stageLayout(after).headerRow);
	const contents: Content[][] = [];
	formulas.forEach((line, r) => {
		const row = box.top + r;
		contents.push(
			line.map((formula, c) => {
				const column = box.left + c;
				if (isSameCell(before, after, row, column))
					return formula === '' ? cellAt(before, row, column) : new OwnFormula(formula);
				const format = row > headings ? (formatOf.get(column) ?? PLAIN_TEXT) : PLAIN_TEXT;
				(formats[r] as string[])[c] = format;
				return cellAt(after, row, column);
			}),
		);
	});
	writeBlock(range, contents, formats);
}

function cellAt(grid: Grid, row: number, column: number): Cell {
	return grid[row]?.[column] ?? '';
}

function isSameCell(before: Grid, after: Grid, row: number, column: number): boolean {
	return JSON.stringify(cellAt(before, row, column)) === JSON.stringify(cellAt(after, row, column));
}

/** The smallest block around all cells that differ; null when none does. 0-based, ends included. */
function changedBox(
	before: Grid,
	after: Grid,
): { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number } | null {
	const rows: number[] = [];
	const columns: number[] = [];
	const width = Math.max(...[...before, ...after].map((line) => line.length));
	for (let row = 0; row < Math.max(before.length, after.length); row++) {
		for (let column = 0; column < width; column++) {
			if (isSameCell(before, after, row, column)) continue;
			rows.push(row);
			columns.push(column);
		}
	}
	if (rows.length === 0) return null;
	return { top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) };
}
