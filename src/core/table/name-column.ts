/**
 * A column read as names: equal keys share a code, the first spelling is the label. Not here: which columns are worth
 * reading so.
 */

import { type Cell, isBlank } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { textKey } from '../cells/text-key.ts';
import { type Codes, type Dimension, MOST_VALUES, type ValueCounts } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import type { TimeZone } from '../time/time-zone.ts';
import type { Block, ColumnReader } from './column-reader.ts';

/** Writes the codes of a block's cells to `codes`, from `start` on. */
function codeBlock(
	block: Block,
	count: number,
	column: number,
	known: ReadonlyMap<string, number>,
	codes: Codes,
	start: number,
	read: (cell: Cell | undefined) => number,
): void {
	for (let i = 0; i < count; i++) {
		const cell = existing(block[i])[column];
		codes[start + i] = (typeof cell === 'string' ? known.get(cell) : undefined) ?? read(cell);
	}
}

/** Labels by code, and the code of a cell that was not seen before. */
function labelling(zone: TimeZone): {
	labels: string[];
	known: Map<string, number>;
	read(cell: Cell | undefined): number;
} {
	const labels: string[] = [];
	const known = new Map<string, number>();
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
		if (typeof cell === 'string') known.set(cell, code);
		// A date cell is an object of its own in every row: remembering it would only fill the memory.
		else if (typeof cell !== 'object') codeOfNumber.set(cell, code);
		return code;
	};
	return { labels, known, read };
}

/** The same codes with room for more of them. @param count entries that are filled */
function widened(codes: Codes, count: number, labels: number): Codes {
	const wide = labels <= 1 << 16 ? new Uint16Array(codes.length) : new Int32Array(codes.length);
	wide.set(codes.subarray(0, count));
	return wide;
}

/** Reads any column of the table as names; dates as `YYYY-MM-DD`, numbers as they print. @param most deals at most */
export function dimensionReader(
	most: number,
	column: number,
	heading: string,
	zone: TimeZone,
): ColumnReader<Dimension> {
	const { labels, known, read } = labelling(zone);
	// Most columns have fewer names than a byte holds.
	let codes: Codes = new Uint8Array(most);
	const isTooNarrow = (): boolean =>
		labels.length > 1 << (8 * codes.BYTES_PER_ELEMENT) && !(codes instanceof Int32Array);
	return {
		read(block, first, count) {
			codeBlock(block, count, column, known, codes, first, read);
			if (!isTooNarrow()) return;
			codes = widened(codes, first, labels.length);
			codeBlock(block, count, column, known, codes, first, read);
		},
		finish: (count) => ({ heading, codes: codes.subarray(0, count), labels }),
	};
}

/** Counts the names of a column without keeping them; null when there are more than MOST_VALUES. */
export function valueReader(column: number, zone: TimeZone): ColumnReader<ValueCounts | null> {
	const { labels, known, read } = labelling(zone);
	const deals: number[] = [];
	let codes = new Int32Array(0);
	return {
		read(block, _, count) {
			if (labels.length > MOST_VALUES) return;
			if (codes.length < count) codes = new Int32Array(count);
			codeBlock(block, count, column, known, codes, 0, read);
			while (deals.length < labels.length) deals.push(0);
			countCodes(codes, count, deals);
		},
		finish: () => (labels.length > MOST_VALUES ? null : { labels, deals }),
	};
}

/** @param deals by code; grows by what the first `count` codes name */
function countCodes(codes: Codes, count: number, deals: number[]): void {
	for (let i = 0; i < count; i++) deals[existing(codes[i])] = existing(deals[existing(codes[i])]) + 1;
}

/** The same from names that were read already. */
export function valuesOf({ codes, labels }: Dimension): ValueCounts | null {
	if (labels.length > MOST_VALUES) return null;
	const deals = labels.map(() => 0);
	countCodes(codes, codes.length, deals);
	return { labels, deals };
}
