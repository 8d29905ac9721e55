/** Reads the headings of a table as text. */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';

function textsOf(row: readonly Cell[] | undefined): string[] {
	return (row ?? []).map((cell) => (isBlank(cell) ? '' : cellText(cell).replace(/\s+/gu, ' ').trim()));
}

/** Headings as text; below a merged group row a blank heading takes the text of the row above it. */
export function headingsAt(grid: Grid, headerRow: number): string[] {
	const headings = textsOf(grid[headerRow]);
	const above = headerRow > 0 ? textsOf(grid[headerRow - 1]) : [];
	const isGroupRow = above.filter((text) => text !== '').length > 1;
	const width = isGroupRow ? Math.max(headings.length, above.length) : headings.length;
	return Array.from(
		{ length: width },
		(_, column) => headings[column] || (isGroupRow ? (above[column] ?? '') : '') || '',
	);
}
