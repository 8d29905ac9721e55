/**
 * The walk over the rows of a table: finds the deals, and reads the columns that are wanted at that time on the way.
 * What is wanted later costs a walk over the deals. Not here: which columns a table has (table.ts).
 */
import { inBlocks } from '../speed/row-blocks.ts';
import { BLOCK, type Block, type ColumnReader, inRowBlocks, type ReadRows } from './column-reader.ts';
import type { DealRows } from './deal-rows.ts';

/** A column that is read when it is first wanted. */
export class LazyColumn<T> {
	private made: { readonly column: T } | null = null;

	constructor(private readonly start: () => ColumnReader<T>) {}

	/** Null until it is read. */
	get column(): { readonly column: T } | null {
		return this.made;
	}

	/** @returns what reads it and keeps what was read */
	reader(): ColumnReader<void> {
		const reader = this.start();
		return {
			read: (block, first, count) => reader.read(block, first, count),
			finish: (count) => {
				this.made = { column: reader.finish(count) };
			},
		};
	}
}

export class TableWalk {
	private isWalked = false;

	/**
	 * @param found the deals, as far as the walk has come
	 * @param firstRow grid row after the headings
	 */
	constructor(
		private readonly found: DealRows,
		private readonly source: ReadRows,
		private readonly firstRow: number,
	) {}

	/** Reads those of the columns that were not read before, and the deals if they are not known yet. */
	read(columns: readonly LazyColumn<unknown>[]): void {
		const { found, source } = this;
		const readers = columns.filter(({ column }) => column === null).map((column) => column.reader());
		const readDeals = (block: Block, first: number, count: number): void => {
			for (const reader of readers) reader.read(block, first, count);
		};
		if (!this.isWalked) {
			const block: Block = [];
			const readRows = (from: number, to: number): void => {
				const first = found.count;
				found.read(from, to, block);
				readDeals(block, first, found.count - first);
			};
			inBlocks(this.firstRow, source.grid.length, readRows, BLOCK);
			this.isWalked = true;
		} else if (readers.length > 0) inRowBlocks(source, readDeals);
		for (const reader of readers) reader.finish(found.count);
	}

	/** The deals, found now if they were not before. */
	deals(): DealRows {
		if (!this.isWalked) this.read([]);
		return this.found;
	}

	/** The column, read now if it was not before. */
	of<T>(column: LazyColumn<T>): T {
		if (column.column === null) this.read([column]);
		return (column.column as { readonly column: T }).column;
	}
}
