/**
 * The cell beside the stage list that formulas name as an argument: when its mark changes, Google recalculates them.
 */
import { type Cell, type Grid, isBlank } from '../core/cells/cell.ts';
import { columnLetters } from '../core/cells/cell-name.ts';
import { revisionOf, revisionText } from '../core/formula/revision.ts';
import { STAGE_COLUMNS } from '../core/stage-list/stage-table.ts';
import { writeBlock } from './cell-writing.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const GREY = '#9aa0a6';

/** 0-based. */
interface Place {
	readonly row: number;
	readonly column: number;
}

/** One read. @returns where the mark is or would be, `$J$1`, so that a copied formula still reads it */
export function revisionAddress(stages: Sheet): { readonly text: string; readonly isThere: boolean } {
	const cells = readStages(stages);
	const known = marksIn(cells)[0];
	const { row, column } = known ?? freePlace(cells);
	return { text: `$${columnLetters(column)}$${row + 1}`, isThere: known !== undefined };
}

/**
 * Changes the mark, which rows and columns that people insert move: every one that is found, else a new one beside the
 * list. One read and one write. @param at milliseconds since 1970, so that two executions never write the same mark
 */
export function raiseRevision(stages: Sheet, at: number): void {
	const cells = readStages(stages);
	const known = marksIn(cells);
	const last = Math.max(0, ...known.map(({ row, column }) => revisionOf(cells[row]?.[column]) ?? 0));
	const mark = [[revisionText(Math.max(at, last + 1))]];
	for (const { row, column } of known) writeBlock(stages.getRange(row + 1, column + 1), mark, null);
	if (known.length > 0) return;
	const { row, column } = freePlace(cells);
	const lacking = column + 1 - stages.getMaxColumns();
	if (lacking > 0) stages.insertColumnsAfter(stages.getMaxColumns(), lacking);
	const cell = stages.getRange(row + 1, column + 1);
	cell.setFontColor(GREY);
	writeBlock(cell, mark, null);
}

function readStages(stages: Sheet): Grid {
	return stages.getDataRange().getValues() as Cell[][];
}

function marksIn(cells: Grid): Place[] {
	return cells.flatMap((line, row) =>
		line.flatMap((cell, column) => (revisionOf(cell) === null ? [] : [{ row, column }])),
	);
}

/** In the first row, with a blank cell between it and the row's content. */
function freePlace(cells: Grid): Place {
	const line = cells[0] ?? [];
	let last = line.length - 1;
	while (last >= 0 && isBlank(line[last])) last--;
	return { row: 0, column: Math.max(STAGE_COLUMNS.length, last + 1) + 1 };
}
