/**
 * Rows that look like deals and are none: sums of a group, and another table that begins below the deals. Not here: the
 * walk over the rows (deal-rows.ts).
 */

import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { textKey } from '../cells/text-key.ts';
import type { ColumnMap } from '../model/opportunity.ts';
import { fieldsOf } from '../vocabulary/headings.ts';
import { groupKey, totalOf } from '../vocabulary/total-words.ts';

const isText = (cell: Cell | undefined): cell is string => typeof cell === 'string' && !isBlank(cell);

/**
 * A row without id, name and dates in which a cell reads "Lead Total", where "Lead" is a value of its column, a stage,
 * an owner or a source.
 */
export function isSumOfGroup(grid: Grid, headerRow: number, cells: readonly Cell[], columns: ColumnMap): boolean {
	const isBare = (['id', 'name', 'created', 'closed'] as const).every((field) => {
		const cell = columns[field] === undefined ? undefined : cells[columns[field]];
		return isBlank(cell) || (isText(cell) && totalOf(cell) !== null);
	});
	if (!isBare) return false;
	const grouping = [columns.stage, columns.owner, columns.source];
	return cells.some((cell, column) => {
		const group = isText(cell) ? totalOf(cell) : null;
		if (group === null || group === '') return false;
		// The sum of a stage may stand in any column.
		const isGroup = (other: Cell | undefined): boolean => isText(other) && groupKey(other) === group;
		return grid.some(
			(row, at) => at > headerRow && [column, ...grouping].some((one) => one !== undefined && isGroup(row[one])),
		);
	});
}

const LONGEST_HEADING = 40;

/** The words of a heading: one of the table's own, or one that names a field for certain or nearly so. */
const isHeadingWord = (cell: string, own: ReadonlySet<string>): boolean =>
	own.has(textKey(cell)) || fieldsOf(cell).some(([, strength]) => strength >= 2);

/**
 * Whether the headings of another table stand in this row: only short texts, half of them words of headings, below a
 * gap or all of them such words. Our own headings again are not another table: that is the caller's to see first.
 */
export function startsOtherTable(grid: Grid, row: number, headings: readonly string[]): boolean {
	const filled = (grid[row] ?? []).filter((cell) => !isBlank(cell));
	const texts = filled.filter(isText).filter((cell) => cell.trim().length <= LONGEST_HEADING && !/^\d/u.test(cell));
	if (filled.length < 2 || texts.length < filled.length) return false;
	const own = new Set(headings.filter((heading) => heading !== '').map(textKey));
	const words = texts.filter((cell) => isHeadingWord(cell, own)).length;
	const isBelowGap = (grid[row - 1] ?? []).every((cell) => isBlank(cell));
	return isBelowGap ? words * 2 >= filled.length && words >= 2 : words === filled.length && words >= 3;
}

/**
 * Whether a row below the headings of another table is a deal of ours anyway: named, and with a stage and a day
 * or an owner.
 */
export function isDealAside(cells: readonly Cell[], columns: ColumnMap): boolean {
	const has = (field: keyof ColumnMap): boolean => columns[field] !== undefined && !isBlank(cells[columns[field]]);
	const hasStage = columns.stage !== undefined && isText(cells[columns.stage]);
	return hasStage && (has('id') || has('name')) && (has('created') || has('owner') || has('closed'));
}
