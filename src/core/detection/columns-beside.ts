/**
 * Columns of another table to the right of the deals: behind a blank column, filled without a gap from its first row
 * on, and over long before the deals are. Not here: other tables below (table/rows-below.ts).
 */
import { type Grid, isBlank } from '../cells/cell.ts';

/** Of the rows of the deals, a list beside them has this share at most. */
const MOST_ROWS = 0.6;

/** Grid columns that are not looked at. */
export function columnsBeside(grid: Grid, headerRow: number, width: number): number[] {
	const lastOf = (column: number): number => {
		let row = grid.length - 1;
		while (row > headerRow && isBlank(grid[row]?.[column])) row--;
		return row;
	};
	const lastRow = Array.from({ length: width }, (_, column) => lastOf(column));
	const isBlankColumn = (column: number): boolean =>
		lastRow[column] === headerRow && isBlank(grid[headerRow]?.[column]);
	const beside: number[] = [];
	let end = -1;
	for (let column = 1; column < width; column++) {
		if (isBlankColumn(column)) end = Math.max(end, ...lastRow.slice(0, column));
		else if (end > headerRow && isList(grid, headerRow, column, lastRow[column] ?? headerRow, end)) beside.push(column);
	}
	return beside;
}

/** @param last its last filled row @param end that of the deals */
function isList(grid: Grid, headerRow: number, column: number, last: number, end: number): boolean {
	const rows = last - headerRow;
	if (rows < 1 || rows > (end - headerRow) * MOST_ROWS) return false;
	for (let row = headerRow + 1; row <= last; row++) if (isBlank(grid[row]?.[column])) return false;
	return true;
}
