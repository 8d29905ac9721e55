/** Finds the row that holds the headings of a table. Not here: what a heading means (vocabulary/headings.ts). */
import { type Cell, type Grid, isBlank, isDate } from '../cells/cell.ts';
import { fieldsOf } from '../vocabulary/headings.ts';

const SEARCHED_ROWS = 40;
const SURE = 8;

/** Number of different fields that the row's texts name, a sure one counting more. */
function headingScore(row: readonly Cell[]): number {
	const best = new Map<string, number>();
	for (const cell of row) {
		if (typeof cell !== 'string' || cell.length > 80 || isBlank(cell)) continue;
		for (const [field, strength] of fieldsOf(cell)) best.set(field, Math.max(best.get(field) ?? 0, strength));
	}
	let score = 0;
	for (const strength of best.values()) score += strength;
	return score;
}

function looksLikeHeader(row: readonly Cell[]): boolean {
	const filled = row.filter((cell) => !isBlank(cell));
	const texts = new Set(filled.filter((cell) => typeof cell === 'string'));
	return filled.length >= 2 && texts.size === filled.length && !filled.some(isDate);
}

/**
 * 0-based row of the headings; -1 when no row has any content.
 * The row that names most fields; of two heading rows one above the other (groups, a second language) the lower one.
 */
export function findHeaderRow(grid: Grid): number {
	const last = Math.min(grid.length, SEARCHED_ROWS);
	let found = -1;
	let best = 0;
	for (let row = 0; row < last; row++) {
		// Sure enough, and what follows are deals: their cells need not be read as headings.
		if (best >= SURE && row > found + 4) break;
		const cells = grid[row] as readonly Cell[];
		const score = headingScore(cells);
		const isSecondRow = row === found + 1 && found >= 0 && score >= 4 && score * 2 > best && looksLikeHeader(cells);
		if (score > best || isSecondRow) {
			found = row;
			best = score;
		}
	}
	if (best >= 4) return found;
	// A single weak word in a title is not a heading row.
	const rows = grid.slice(0, last);
	const firstTexts = rows.findIndex(looksLikeHeader);
	if (firstTexts >= 0) return firstTexts;
	return found >= 0 ? found : rows.findIndex((cells) => cells.some((cell) => !isBlank(cell)));
}
