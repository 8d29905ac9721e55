/** Headings in cells that were empty. Not here: which ones (addon/actions/template-start.ts). */
import { writeBlock } from './cell-writing.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** @param row 1-based @param column 1-based; the sheet grows when it ends before */
export function writeHeadings(sheet: Sheet, row: number, column: number, headings: readonly string[]): void {
	const lacking = column + headings.length - 1 - sheet.getMaxColumns();
	if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
	const range = sheet.getRange(row, column, 1, headings.length);
	writeBlock(range, [headings], null);
	range.setFontWeight('bold');
	if (row === 1) sheet.setFrozenRows(1);
}
