/**
 * Rows that say the table's headings again, and what stands right above them. Not here: which rows are deals
 * (deal-rows.ts).
 */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { existing } from '../speed/existing.ts';

const isWord = (cell: Cell | undefined): boolean => typeof cell === 'string' && !isBlank(cell);
const hasText = (cell: Cell | undefined): boolean => cell !== undefined && cell !== false && !isBlank(cell);

/** The headings again as a whole, or nearly so; a part of them can head another table. */
export function isAgainHeadings(cells: readonly Cell[], headings: readonly string[]): boolean {
	const own = headings.filter((heading) => heading !== '').length;
	const same = cells.filter((cell, column) => isWord(cell) && String(cell).trim() === headings[column]).length;
	return same * 2 > own;
}

/**
 * More than half of the row's texts stand under the same text as heading, as where lists were put one below the other.
 */
export function repeatsHeadings(cells: readonly Cell[], headings: readonly string[]): boolean {
	const filled = cells.filter(hasText).length;
	const same = cells.filter(
		(cell, column) => typeof cell === 'string' && hasText(cell) && cell.trim() === headings[column],
	).length;
	return same >= 2 && same * 2 > filled;
}

/** Rows between two lists in which their titles and sums stand. */
const GAP = 6;

/** The next row with something in the stage column repeats the headings: what is above belongs to no deal. */
export function isAboveHeadings(grid: Grid, row: number, stage: number, headings: readonly string[]): boolean {
	for (let next = row + 1; next < Math.min(grid.length, row + GAP); next++) {
		const cells = existing(grid[next]);
		const cell = cells[stage];
		if (hasText(cell))
			return typeof cell === 'string' && cell.trim() === headings[stage] && repeatsHeadings(cells, headings);
	}
	return false;
}
