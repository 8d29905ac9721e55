/** Headings in cells that were empty. Not here: which ones (addon/actions/template-start.ts). */
import { type Cell, isBlank } from '../core/cells/cell.ts';
import { cellText } from '../core/cells/cell-text.ts';
import { writeBlock } from './cell-writing.ts';
import { Failure } from './failure.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const LONGEST_TOLD = 100;

export interface WrittenHeadings {
	/** 1-based. */
	readonly row: number;
	/** Of the first one, 1-based. */
	readonly column: number;
	readonly headings: readonly string[];
}

/**
 * The sheet grows when it ends before.
 * @throws Failure `setUpChanged` where somebody has typed into one of the cells meanwhile
 */
export function writeHeadings(sheet: Sheet, wanted: WrittenHeadings): void {
	const { row, column, headings } = wanted;
	const lacking = column + headings.length - 1 - sheet.getMaxColumns();
	if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
	const range = sheet.getRange(row, column, 1, headings.length);
	const typed = (range.getValues() as Cell[][]).flat().find((cell) => !isBlank(cell));
	if (typed !== undefined)
		throw new Failure('setUpChanged', { changes: `“${cellText(typed).slice(0, LONGEST_TOLD)}”` });
	try {
		writeBlock(range, [headings], null);
		range.setFontWeight('bold');
		if (row === 1) sheet.setFrozenRows(1);
	} catch (thrown) {
		takeHeadingsBack(sheet, wanted);
		throw thrown;
	}
}

/** Removes, after a later step failed, the headings that no one has changed since. */
export function takeHeadingsBack(sheet: Sheet, written: WrittenHeadings | null): void {
	if (written === null) return;
	const { row, column, headings } = written;
	const range = sheet.getRange(row, column, 1, headings.length);
	if (JSON.stringify(range.getValues()) === JSON.stringify([headings])) range.clearContent();
}
