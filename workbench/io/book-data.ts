/** A book as a file gives it, apart from any grid: sheets of cells. Also its bounds and how it comes into a Store. */
import type { CellWrite, Store } from '../host/store.ts';

export interface SheetData {
	readonly name: string;
	/** Rows may be ragged. */
	readonly cells: readonly (readonly CellWrite[])[];
	/** Lists and archives that people keep out of sight. */
	readonly isHidden?: boolean;
}

export interface BookData {
	readonly sheets: readonly SheetData[];
}

/** A file that cannot be used, with one sentence for the user. */
export class BookError extends Error {}

const MAX_BYTES = 50 * 1024 * 1024;
const MAX_CELLS = 10_000_000;
const BLOCK_ROWS = 5_000;

export function requireSize(bytes: number): void {
	if (bytes === 0) throw new BookError('The file is empty.');
	if (bytes > MAX_BYTES)
		throw new BookError(`The file has ${Math.ceil(bytes / 1024 / 1024)} MB; at most 50 MB can be opened.`);
}

/** Google's limit of cells in a file. */
export function requireCells(cells: number): void {
	if (cells > MAX_CELLS) throw new BookError(`The file has ${cells} cells; a spreadsheet holds at most 10 million.`);
}

export function widthOf(cells: readonly (readonly unknown[])[]): number {
	let width = 0;
	for (const row of cells) if (row.length > width) width = row.length;
	return width;
}

/** Adds the book's sheets to a store, in blocks; names that are taken get a number. Answers the new ids in order. */
export function loadBook(store: Store, book: BookData): number[] {
	return book.sheets.map(({ name, cells, isHidden = false }) => {
		const columns = widthOf(cells);
		const size = { rows: Math.max(1000, cells.length), columns: Math.max(26, columns) };
		const taken = new Set(store.sheets().map((sheet) => sheet.name.toLowerCase()));
		let free = name;
		for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} ${number}`;
		const { id } = store.insertSheet(free, store.sheets().length, size);
		for (let row = 0; row < cells.length && columns > 0; row += BLOCK_ROWS) {
			const block = cells
				.slice(row, row + BLOCK_ROWS)
				.map((line) => Array.from({ length: columns }, (_cell, column) => line[column] ?? BLANK));
			store.write(id, { row, column: 0, rows: block.length, columns }, block);
		}
		if (isHidden) store.setHidden(id, true);
		return id;
	});
}

const BLANK: CellWrite = { value: null };
