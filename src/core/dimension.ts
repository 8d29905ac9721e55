/** A column read as names: equal keys share a code, the first spelling is the label. */
import { type Cell, type Grid, isBlank } from './cell.ts';
import { cellText } from './cell-text.ts';
import type { Dimension } from './opportunity.ts';
import { textKey } from './text-key.ts';

const BLOCK = 512;

function codeBlock(
	grid: Grid,
	rows: Int32Array,
	from: number,
	to: number,
	column: number,
	known: Map<Cell | undefined, number>,
	codes: Int32Array,
	read: (cell: Cell | undefined) => number,
): void {
	for (let i = from; i < to; i++) {
		const cell = (grid[rows[i] as number] as readonly Cell[])[column];
		const code = known.get(cell);
		codes[i] = code === undefined ? read(cell) : code;
	}
}

/**
 * Reads any column of the table as names; dates as `YYYY-MM-DD`, numbers as they print.
 * @returns null when it has more than `most` values
 */
export function readDimension(grid: Grid, rows: Int32Array, column: number, heading: string, most: number): Dimension | null {
	const codes = new Int32Array(rows.length);
	const known = new Map<Cell | undefined, number>();
	const codeOfKey = new Map<string, number>();
	const labels: string[] = [];
	const read = (cell: Cell | undefined): number => {
		const text = isBlank(cell) ? '' : cellText(cell).trim();
		const key = textKey(text);
		let code = codeOfKey.get(key);
		if (code === undefined) {
			code = labels.length;
			labels.push(text);
			codeOfKey.set(key, code);
		}
		// A date cell is an object of its own in every row: remembering it would only fill the memory.
		if (typeof cell !== 'object') known.set(cell, code);
		return code;
	};
	for (let from = 0; from < rows.length && labels.length <= most; from += BLOCK)
		codeBlock(grid, rows, from, Math.min(rows.length, from + BLOCK), column, known, codes, read);
	if (labels.length > most) return null;
	return { heading, codes, labels };
}
