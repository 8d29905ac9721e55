/**
 * One row of the deal sheet and all ids, for an edit in a file that is too large to be read at every edit.
 * Not here: the whole table (deal-sheet.ts), what the edit means (addon/recording/edited-deal.ts).
 */
import type { Cell } from '../core/cells/cell.ts';
import { columnLetters } from '../core/cells/cell-name.ts';
import { idText } from '../core/history/stage-log.ts';
import type { Settings } from '../core/model/settings.ts';
import { columnsByHeading, type FoundColumns, unsureFields } from './deal-sheet.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface EditedRow extends FoundColumns {
	readonly headings: readonly Cell[];
	/** Column of the ids. */
	readonly id: number;
	readonly cells: readonly Cell[];
}

/**
 * Two reads.
 * @param row 1-based
 * @returns null when a column is not known by its heading alone, or a row says less than the whole table
 */
export function readEditedRow(sheet: Sheet, settings: Settings, row: number): EditedRow | null {
	const headings = readRow(sheet, settings.headerRow);
	const found = columnsByHeading(headings, settings);
	const { id, stage } = found.columns;
	// Only the whole column shows whether a probability is a share or a percentage.
	const isByColumn = found.outcomes.some(({ evidence }) => evidence === 'probability');
	if (id === undefined || stage === undefined || isByColumn || unsureFields(headings, settings).length > 0) return null;
	return { ...found, headings, id, cells: readRow(sheet, row) };
}

/**
 * Does the row still belong to the same deal, and to it alone, under the same headings? Three reads.
 * @returns its cells now; null if it does not
 */
export function readAgain(sheet: Sheet, settings: Settings, row: number, before: EditedRow): readonly Cell[] | null {
	const letters = columnLetters(before.id);
	const ids = sheet.getRange(`${letters}${settings.headerRow + 1}:${letters}`).getValues() as Cell[][];
	const cells = readRow(sheet, row);
	// A column that someone inserts in the meantime would put another one in the place of the stage.
	const isSame = JSON.stringify(readRow(sheet, settings.headerRow)) === JSON.stringify(before.headings);
	const own = idText(before.cells[before.id]);
	const isOnly = ids.filter(([id]) => idText(id) === own).length === 1;
	return isSame && isOnly && idText(cells[before.id]) === own ? cells : null;
}

function readRow(sheet: Sheet, row: number): readonly Cell[] {
	return (sheet.getRange(`${row}:${row}`).getValues() as Cell[][])[0] ?? [];
}
