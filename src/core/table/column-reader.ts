/**
 * The contract of what reads a column: block by block, so that several columns share one walk over the rows and each
 * row is fetched from memory once. Not here: what a column means (date-column.ts and the files like it).
 */

import type { Cell, Grid } from '../cells/cell.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';

/** Rows that the processor's cache holds with all that their cells point to. */
export const BLOCK = 128;

/** The cells of the rows that are read together; what stands behind the last one is left from an earlier block. */
export type Block = (readonly Cell[])[];

/** One column in the making. */
export interface ColumnReader<T> {
	/** Reads the first `count` rows of a block as the entries `first` and on; blocks come in order and without gaps. */
	read(block: Block, first: number, count: number): void;
	/** The column, after all rows were read: decisions that need all of them are made here. @param count entries */
	finish(count: number): T;
}

/** What is read, for a caller that must look at a cell again. */
export interface ReadRows {
	readonly grid: Grid;
	/** Rows of the grid that may be read, at most. */
	readonly most: number;
	/** Grid row by entry; asked for after all rows were read. */
	rows(): Int32Array;
}

/** Rows that are known beforehand. */
export function knownRows(grid: Grid, rows: Int32Array): ReadRows {
	return { grid, most: rows.length, rows: () => rows };
}

/** Calls `read` with one block after the other. */
export function inRowBlocks(
	{ grid, rows }: ReadRows,
	read: (block: Block, first: number, count: number) => void,
): void {
	const own = rows();
	const block: Block = [];
	inBlocks(
		0,
		own.length,
		(from, to) => {
			for (let i = from; i < to; i++) block[i - from] = existing(grid[existing(own[i])]);
			read(block, from, to - from);
		},
		BLOCK,
	);
}

/** Reads one column by itself. */
export function readAll<T>(reader: ColumnReader<T>, source: ReadRows): T {
	inRowBlocks(source, (block, first, count) => reader.read(block, first, count));
	return reader.finish(source.rows().length);
}
