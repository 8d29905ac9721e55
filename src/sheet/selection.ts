/** Bringing the user to a cell. */
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** 0-based; a place outside the sheet is its nearest cell. */
export function goToCell(sheet: Sheet, row: number, column: number): void {
	sheet.getRange(Math.min(row + 1, sheet.getMaxRows()), Math.min(column + 1, sheet.getMaxColumns())).activate();
}
