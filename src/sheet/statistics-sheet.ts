/** A sheet of statistics that were counted elsewhere, known by its headings: every cell is read once. */
import type { Cell, Grid } from '../core/cells/cell.ts';
import { isStatisticsTable } from '../core/statistics-table/read-table.ts';
import { HEADINGS } from '../core/statistics-table/row.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const cellsOf = (sheet: Sheet, first: number, count: number): Grid =>
	sheet.getRange(first, 1, count, HEADINGS.length).getValues() as Cell[][];

/** Reads the headings alone. */
export function isStatisticsSheet(sheet: Sheet): boolean {
	return sheet.getMaxColumns() >= HEADINGS.length && isStatisticsTable(cellsOf(sheet, 1, 1));
}

/** The cells of the table from its headings on; null for any other sheet, of which the first row alone is read. */
export function readStatisticsCells(sheet: Sheet): Grid | null {
	if (sheet.getMaxColumns() < HEADINGS.length) return null;
	const head = cellsOf(sheet, 1, 1);
	if (!isStatisticsTable(head)) return null;
	const rows = sheet.getLastRow();
	return rows < 2 ? head : [...head, ...cellsOf(sheet, 2, rows - 1)];
}
