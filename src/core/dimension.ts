/** A column read as names: equal keys share a code, the first spelling is the label. Not here: which columns are worth reading so. */
import { type Cell, type Grid, isBlank } from './cell.ts';
import { cellText } from './cell-text.ts';
import type { ColumnReader } from './column-reader.ts';
import { type Dimension, MOST_VALUES, type ValueCounts } from './opportunity.ts';
import { NO_CODE, TextCodes } from './text-codes.ts';
import { textKey } from './text-key.ts';
import type { TimeZone } from './time-zone.ts';

/** Writes the code of each deal's cell to `codes`, the one of deal `from` at `start`. */
function codeBlock(
	grid: Grid,
	rows: Int32Array,
	from: number,
	to: number,
	column: number,
	known: TextCodes,
	codes: Int32Array,
	start: number,
	read: (cell: Cell | undefined) => number,
): void {
	const shift = start - from;
	for (let i = from; i < to; i++) {
		const cell = (grid[rows[i] as number] as readonly Cell[])[column];
		const code = typeof cell === 'string' ? known.codeOf(cell) : NO_CODE;
		codes[i + shift] = code === NO_CODE ? read(cell) : code;
	}
}

/** Labels by code, and the code of a cell that was not seen before. */
function labelling(zone: TimeZone): { labels: string[]; known: TextCodes; read(cell: Cell | undefined): number } {
	const labels: string[] = [];
	const known = new TextCodes();
	const codeOfKey = new Map<string, number>();
	const codeOfNumber = new Map<Cell | undefined, number>();
	const read = (cell: Cell | undefined): number => {
		const seen = codeOfNumber.get(cell);
		if (seen !== undefined) return seen;
		const text = isBlank(cell) ? '' : cellText(cell, zone).trim();
		const key = textKey(text);
		let code = codeOfKey.get(key);
		if (code === undefined) {
			code = labels.push(text) - 1;
			codeOfKey.set(key, code);
		}
		if (typeof cell === 'string') known.add(cell, code);
		// A date cell is an object of its own in every row: remembering it would only fill the memory.
		else if (typeof cell !== 'object') codeOfNumber.set(cell, code);
		return code;
	};
	return { labels, known, read };
}

/** Reads any column of the table as names; dates as `YYYY-MM-DD`, numbers as they print. */
export function dimensionReader(grid: Grid, rows: Int32Array, column: number, heading: string, zone: TimeZone): ColumnReader<Dimension> {
	const codes = new Int32Array(rows.length);
	const { labels, known, read } = labelling(zone);
	return {
		read: (from, to) => codeBlock(grid, rows, from, to, column, known, codes, from, read),
		finish: (count) => ({ heading, codes: codes.subarray(0, count), labels }),
	};
}

/** Counts the names of a column without keeping them; null when there are more than MOST_VALUES. */
export function valueReader(grid: Grid, rows: Int32Array, column: number, zone: TimeZone): ColumnReader<ValueCounts | null> {
	const { labels, known, read } = labelling(zone);
	const deals: number[] = [];
	let codes = new Int32Array(0);
	return {
		read(from, to) {
			if (labels.length > MOST_VALUES) return;
			if (codes.length < to - from) codes = new Int32Array(to - from);
			codeBlock(grid, rows, from, to, column, known, codes, 0, read);
			while (deals.length < labels.length) deals.push(0);
			countCodes(codes, to - from, deals);
		},
		finish: () => (labels.length > MOST_VALUES ? null : { labels, deals }),
	};
}

/** @param deals by code; grows by what the first `count` codes name */
function countCodes(codes: Int32Array, count: number, deals: number[]): void {
	for (let i = 0; i < count; i++) deals[codes[i] as number] = (deals[codes[i] as number] as number) + 1;
}

/** The same from names that were read already. */
export function valuesOf({ codes, labels }: Dimension): ValueCounts | null {
	if (labels.length > MOST_VALUES) return null;
	const deals = labels.map(() => 0);
	countCodes(codes, codes.length, deals);
	return { labels, deals };
}
