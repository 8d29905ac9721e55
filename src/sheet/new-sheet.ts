/** A sheet of ours that is there whole or not at all, and a table in it. */
import { type Content, writeBlock } from './cell-writing.ts';
import type { OpenDocument } from './open-document.ts';
import { freeName, insertedSheet, takeAway } from './sheets.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Makes a sheet at the end and fills it; it becomes the active one.
 * @param contents what `fill` writes
 * @throws the failure of `fill`, after taking the sheet away
 */
export function filledSheet(
	document: OpenDocument,
	name: string,
	contents: readonly (readonly Content[])[],
	fill: (sheet: Sheet) => void,
): Sheet {
	const { spreadsheet, sheets } = document;
	const active = spreadsheet.getActiveSheet();
	const sheet = insertedSheet(spreadsheet, freeName(sheets, name), sheets.length);
	try {
		fill(sheet);
		document.forget();
		return sheet;
	} catch (thrown) {
		spreadsheet.setActiveSheet(active);
		takeAway({ sheet, contents });
		throw thrown;
	}
}

/**
 * A table below its headings, in a sheet that may be too small for it.
 * @param formats null: they have no format of plain text
 */
export function writeTable(
	sheet: Sheet,
	contents: readonly (readonly Content[])[],
	formats: readonly (readonly string[])[] | null,
): void {
	const [headings = []] = contents;
	const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
	if (contents.length > rows) sheet.insertRowsAfter(rows, contents.length - rows);
	if (headings.length > columns) sheet.insertColumnsAfter(columns, headings.length - columns);
	writeBlock(sheet.getRange(1, 1, contents.length, headings.length), contents, formats);
	sheet.getRange(1, 1, 1, headings.length).setFontWeight('bold');
	sheet.setFrozenRows(1);
}

/**
 * The number format of one cell for a column below its heading.
 * @param row 1-based
 * @param column 0-based, in both sheets
 */
export function copyColumnFormat(from: Sheet, row: number, column: number, to: Sheet, rows: number): void {
	to.getRange(2, column + 1, rows, 1).setNumberFormat(from.getRange(row, column + 1).getNumberFormat());
}

export function fitColumns(sheet: Sheet, columns: number): void {
	sheet.autoResizeColumns(1, columns);
}
