/** A number format for cells that have none yet. */

/** What Google calls the format of a cell that has none. */
const AUTOMATIC: ReadonlySet<string> = new Set(['', 'General', '0.###############']);

/** Leaves a format alone that somebody chose. */
export function formatWhereAutomatic(cell: GoogleAppsScript.Spreadsheet.Range, format: string): void {
	if (AUTOMATIC.has(cell.getNumberFormat())) cell.setNumberFormat(format);
}
