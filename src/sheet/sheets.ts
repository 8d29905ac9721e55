/**
 * Finding a sheet by its id, which survives a rename, then by its name, which survives a copy; inserting one and taking
 * it away again.
 */
import { type Cell, isBlank, isDate } from '../core/cells/cell.ts';
import { cellText } from '../core/cells/cell-text.ts';
import { textKey } from '../core/cells/text-key.ts';
import { type Content, holdsText, OwnFormula } from './cell-writing.ts';

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

type Contents = readonly (readonly Content[])[];

/** A sheet of ours with all that was written into it. */
export interface MadeSheet {
	readonly sheet: Sheet;
	readonly contents: Contents;
}

/** Removes a new sheet because a later step failed, unless it holds anything that we have not written. */
export function takeAway({ sheet, contents }: MadeSheet): void {
	// Nobody types into a hidden sheet between the look and the deletion.
	sheet.hideSheet();
	const cells = sheet.getDataRange().getValues() as Cell[][];
	if (cells.every((line, row) => line.every((cell, column) => isOurs(cell, contents, row, column))))
		sheet.getParent().deleteSheet(sheet);
	else sheet.showSheet();
}

/** What a formula fills is ours as well: it stands to the right of it and below it. */
function isOurs(cell: Cell, contents: Contents, row: number, column: number): boolean {
	const content = contents[row]?.[column];
	if (isBlank(cell)) return true;
	if (content === undefined) return false;
	if (isSame(cell, content)) return true;
	return contents
		.slice(0, row + 1)
		.some((line) => line.slice(0, column + 1).some((other) => other instanceof OwnFormula));
}

function isSame(cell: Cell, content: Content): boolean {
	if (content instanceof OwnFormula) return true;
	if (isDate(cell) && isDate(content)) return cell.getTime() === content.getTime();
	return holdsText(cell, cellText(content)) || cellText(cell) === cellText(content);
}
