/** The cell beside the stage list that formulas name as an argument: when its number rises, Google computes them anew. */
import { type Cell, isBlank } from '../core/cells/cell.ts';
import { revisionOf, revisionText } from '../core/formula/revision.ts';
import { STAGE_COLUMNS } from '../core/stage-list/stage-table.ts';
import { writeBlock } from './cell-writing.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const GREY = '#9aa0a6';

/**
 * Raises the number, which stands in the first row: in the cell where it stood before, else in a free one with a blank beside it.
 * One read and one write. @returns the cell; null where the sheet has no room for it
 */
export function raiseRevision(stages: Sheet): Range | null {
	const row = (stages.getRange('1:1').getValues() as Cell[][])[0] ?? [];
	const known = row.findIndex((cell) => revisionOf(cell) !== null);
	const column = known === -1 ? Math.max(STAGE_COLUMNS.length, lastFilled(row) + 1) + 1 : known;
	if (column >= row.length) return null;
	const cell = stages.getRange(1, column + 1);
	if (known === -1) cell.setFontColor(GREY);
	writeBlock(cell, [[revisionText((revisionOf(row[column]) ?? 0) + 1)]], null);
	return cell;
}

function lastFilled(row: readonly Cell[]): number {
	for (let column = row.length - 1; column >= 0; column--) if (!isBlank(row[column])) return column;
	return -1;
}
