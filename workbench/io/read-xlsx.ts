/**
 * XLSX in: values, dates, booleans and currency formats of all sheets. Formulas come as their last result, other looks
 * are left behind.
 */
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { cellName } from '../host/a1.ts';
import { serialOf } from '../host/serial-date.ts';
import type { CellWrite } from '../host/store.ts';
import { type BookData, BookError, requireCells, requireSize, widthOf } from './book-data.ts';
import { type XlsxParts, xlsxParts } from './xlsx-parts.ts';

/** Throws BookError when the file is not a workbook. */
export async function readXlsx(bytes: Uint8Array): Promise<BookData> {
	requireSize(bytes.length);
	requireUnpackedSize(bytes);
	let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
	let parts: XlsxParts;
	try {
		parts = xlsxParts(bytes);
		sheets = await readXlsxFile(new Blob([parts.bytes.slice().buffer]), { trim: false });
	} catch (error) {
		throw new BookError(`The file cannot be read as XLSX: ${(error as Error).message}`);
	}
	const book = {
		sheets: sheets.map(({ sheet, data }, at) => ({
			name: sheet,
			isHidden: parts.hidden[at] === true,
			cells: data.map((row, y) =>
				row.map((value, x) =>
					cellOf(value as string | number | boolean | Date | null, parts.formats[at]?.get(cellName(y, x))),
				),
			),
		})),
	};
	requireCells(book.sheets.reduce((sum, { cells }) => sum + cells.length * widthOf(cells), 0));
	return book;
}

/** A book of a million cells unpacks to less; what unpacks to more is not a table. */
const MOST_UNPACKED = 200 * 1024 * 1024;

/** A small file may unpack to more than there is memory: its directory says how much, nothing is unpacked for that. */
function requireUnpackedSize(bytes: Uint8Array): void {
	let total = 0;
	try {
		unzipSync(bytes, {
			filter: ({ originalSize }) => {
				total += originalSize;
				return false;
			},
		});
	} catch {
		// No such archive: reading it says why.
	}
	if (total > MOST_UNPACKED)
		throw new BookError(
			`The file unpacks to ${Math.round(total / 1024 / 1024)} MB; the limit is ${MOST_UNPACKED / 1024 / 1024} MB. Save the sheet with the deals alone.`,
		);
}

/** Dates come as instants whose UTC fields are the cell's wall clock. */
function cellOf(value: string | number | boolean | Date | null, format: string | undefined): CellWrite {
	if (value === null || value === '') return { value: null };
	if (typeof value === 'number' && format !== undefined) return { value, format };
	if (typeof value !== 'object') return { value };
	const serial = serialOf(value.getTime());
	return { value: serial, format: Number.isInteger(serial) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss' };
}
