/** A book's snapshot in pieces: a browser's storage refuses a single value of more than 127 MB. */
import type { ICellData, IWorkbookData } from '@univerjs/core';

type Rows = Record<number, Record<number, ICellData>>;

/** Rows of one sheet. */
export interface BookPiece {
	readonly sheet: string;
	readonly rows: Rows;
}

/** Far below the limit, for the sizes here are estimates. */
const PIECE_BYTES = 16 * 1024 * 1024;
/** What a cell costs beside its texts. */
const CELL_BYTES = 40;

/** The snapshot without its cells, and the cells. Shares both with the one given, which stays as it is. */
export function takeApart(snapshot: IWorkbookData): { snapshot: IWorkbookData; pieces: BookPiece[] } {
	const pieces: BookPiece[] = [];
	const sheets = Object.entries(snapshot.sheets).map(([id, sheet]) => {
		for (const rows of rowBlocks(sheet.cellData ?? {})) pieces.push({ sheet: id, rows });
		return [id, { ...sheet, cellData: {} }] as const;
	});
	return { snapshot: { ...snapshot, sheets: Object.fromEntries(sheets) }, pieces };
}

/** Puts the cells back into the snapshot. */
export function putTogether(snapshot: IWorkbookData, pieces: readonly BookPiece[]): void {
	for (const { sheet, rows } of pieces) Object.assign(snapshot.sheets[sheet]?.cellData ?? {}, rows);
}

function* rowBlocks(cells: Rows): Iterable<Rows> {
	let block: Rows = {};
	let bytes = 0;
	for (const [at, row] of Object.entries(cells)) {
		block[Number(at)] = row;
		bytes += rowBytes(row);
		if (bytes < PIECE_BYTES) continue;
		yield block;
		block = {};
		bytes = 0;
	}
	if (bytes > 0) yield block;
}

function rowBytes(row: Readonly<Record<number, ICellData>>): number {
	let bytes = CELL_BYTES;
	for (const { v, f } of Object.values(row)) {
		bytes += CELL_BYTES + 2 * (f?.length ?? 0) + (typeof v === 'string' ? 2 * v.length : 0);
	}
	return bytes;
}
