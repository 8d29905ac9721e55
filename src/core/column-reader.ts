/**
 * The contract of what reads a column: block by block, so that several columns share one walk over the rows and each row is
 * fetched from memory once. Not here: what a column means (date-column.ts and the files like it).
 */
import { inBlocks } from './blocks.ts';

/** One column in the making. */
export interface ColumnReader<T> {
	/** Reads the deals `from` to `to` (exclusive); blocks come in order and without gaps. */
	read(from: number, to: number): void;
	/** The column, after all deals were read: decisions that need all of them are made here. @param count deals */
	finish(count: number): T;
}

/** Reads one column by itself. */
export function readAll<T>(reader: ColumnReader<T>, count: number): T {
	inBlocks(0, count, (from, to) => reader.read(from, to));
	return reader.finish(count);
}
