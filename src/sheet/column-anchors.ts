/**
 * Marks on the deal sheet's columns (developer metadata) by which a column is found again after its heading was
 * changed.
 */
import type { Cell } from '../core/cells/cell.ts';
import { columnLetters } from '../core/cells/cell-name.ts';
import type { ColumnMap, Field } from '../core/model/opportunity.ts';
import { FIELDS } from '../core/model/opportunity.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const KEY = 'stagekeeper.field';

/** Replaces all our marks of this sheet. */
export function markColumns(sheet: Sheet, columns: ColumnMap): void {
	for (const mark of sheet.createDeveloperMetadataFinder().withKey(KEY).find()) mark.remove();
	for (const field of FIELDS) {
		const column = columns[field];
		if (column === undefined) continue;
		const letters = columnLetters(column);
		sheet
			.getRange(`${letters}:${letters}`)
			.addDeveloperMetadata(KEY, field, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
	}
}

/** The cells of one row, to see whether the marked heading is still there. @param row 1-based */
export function readRow(sheet: Sheet, row: number): Cell[] {
	return (sheet.getRange(`${row}:${row}`).getValues() as Cell[][])[0] ?? [];
}

/** 0-based columns of the marks that are still there. */
export function markedColumns(sheet: Sheet): ReadonlyMap<Field, number> {
	const found = new Map<Field, number>();
	for (const mark of sheet.createDeveloperMetadataFinder().withKey(KEY).find()) {
		const column = mark.getLocation().getColumn();
		if (column !== null) found.set(mark.getValue() as Field, column.getColumn() - 1);
	}
	return found;
}
