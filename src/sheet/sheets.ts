/**
 * Finding a sheet by its id, which survives a rename, then by its name, which survives a copy; inserting one and taking
 * it away again.
 */
import { textKey } from '../core/cells/text-key.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** @returns null when neither the id nor one of the names is among the sheets. */
export function findSheet(sheets: readonly Sheet[], id: number | undefined, names: readonly string[]): Sheet | null {
	const byId = sheets.find((sheet) => sheet.getSheetId() === id);
	if (byId !== undefined) return byId;
	const keys = names.map(textKey);
	return sheets.find((sheet) => keys.includes(textKey(sheet.getSheetName()))) ?? null;
}

/** `base`, or `base 2`, `base 3` … when another sheet has that name. */
export function freeName(sheets: readonly Sheet[], base: string): string {
	const taken = new Set(sheets.map((sheet) => textKey(sheet.getSheetName())));
	let name = base;
	for (let number = 2; taken.has(textKey(name)); number++) name = `${base} ${number}`;
	return name;
}

/**
 * A failure of the insertion may have left the sheet there, whatever its text says: a sheet of that name without any
 * content is the one.
 */
export function insertedSheet(spreadsheet: Spreadsheet, name: string, index: number): Sheet {
	try {
		return spreadsheet.insertSheet(name, index);
	} catch (thrown) {
		const made = spreadsheet.getSheetByName(name);
		if (made === null || made.getLastRow() > 0) throw thrown;
		return made;
	}
}

/**
 * Removes a new sheet because a later step failed, unless someone has typed beside or below what we wrote.
 * @param rows that we wrote
 * @param columns that we wrote
 */
export function takeAway(sheet: Sheet, rows: number, columns: number): void {
	// Nobody types into a hidden sheet between the look and the deletion.
	sheet.hideSheet();
	if (sheet.getLastRow() <= rows && sheet.getLastColumn() <= columns) sheet.getParent().deleteSheet(sheet);
	else sheet.showSheet();
}
