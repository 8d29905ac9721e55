/**
 * The walk over the rows of a table: finds the deals, and reads the columns that are wanted at that time on the way.
 * What is wanted later costs a walk over the deals. Not here: which columns a table has (table.ts).
 */
import { inBlocks } from './blocks.ts';
import type { ColumnReader } from './column-reader.ts';
import type { DealRows } from './deal-rows.ts';

/** Rows that the processor's cache holds with all that their cells point to. */
const BLOCK = 128;

/** A column that is read when it is first wanted. */
export class LazyColumn<T> {
	private made: { readonly column: T } | null = null;

	/** @param start begins to read it; `rows` fill up during the walk */
	constructor(private readonly start: (rows: Int32Array) => ColumnReader<T>) {}

	/** Null until it is read. */
	get column(): { readonly column: T } | null {
		return this.made;
	}

	/** @returns what reads it and keeps what was read */
	reader(rows: Int32Array): ColumnReader<void> {
		const reader = this.start(rows);
		return {
			read: (from, to) => reader.read(from, to),
			finish: (count) => {
				this.made = { column: reader.finish(count) };
			},
		};
	}
}

export class TableWalk {
	private rows: Int32Array | null = null;

	/** @param lastRow grid row after the last one */
	constructor(
		private readonly found: DealRows,
		private readonly firstRow: number,
		private readonly lastRow: number,
	) {}

	/** Grid rows of the deals. */
	dealRows(): Int32Array {
		if (this.rows === null) this.read([]);
		return this.rows as Int32Array;
	}

	/** Reads those of the columns that were not read before. */
	read(columns: readonly LazyColumn<unknown>[]): void {
		const { found, rows } = this;
		const readers = columns.filter(({ column }) => column === null).map((column) => column.reader(rows ?? found.rows));
		const readDeals = (from: number, to: number): void => {
			for (const reader of readers) reader.read(from, to);
		};
		if (rows !== null) inBlocks(0, readers.length === 0 ? 0 : rows.length, readDeals, BLOCK);
		else {
			const readRows = (from: number, to: number): void => {
				const before = found.count;
				found.read(from, to);
				readDeals(before, found.count);
			};
			inBlocks(this.firstRow, this.lastRow, readRows, BLOCK);
			this.rows = found.rows.subarray(0, found.count);
		}
		for (const reader of readers) reader.finish(found.count);
	}

	/** The column, read now if it was not before. */
	of<T>(column: LazyColumn<T>): T {
		if (column.column === null) this.read([column]);
		return (column.column as { readonly column: T }).column;
	}
}
