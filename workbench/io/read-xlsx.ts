/** XLSX in: values, dates and booleans of all sheets. Formulas come as their last result, looks are left behind. */
import readXlsxFile from 'read-excel-file/universal';
import { serialOf } from '../host/serial-date.ts';
import type { CellWrite } from '../host/store.ts';
import { type BookData, BookError, requireCells, requireSize, widthOf } from './book-data.ts';

/** Throws BookError when the file is no workbook. */
export async function readXlsx(bytes: Uint8Array): Promise<BookData> {
	requireSize(bytes.length);
	let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
	try {
		sheets = await readXlsxFile(new Blob([bytes.slice().buffer]), { trim: false });
	} catch (error) {
		throw new BookError(`The file can not be read as XLSX: ${(error as Error).message}`);
	}
	const book = {
		sheets: sheets.map(({ sheet, data }) => ({
			name: sheet,
			cells: data.map((row) => row.map((value) => cellOf(value as string | number | boolean | Date | null))),
		})),
	};
	requireCells(book.sheets.reduce((sum, { cells }) => sum + cells.length * widthOf(cells), 0));
	return book;
}

/** Dates come as instants whose UTC fields are the cell's wall clock. */
function cellOf(value: string | number | boolean | Date | null): CellWrite {
	if (value === null || value === '') return { value: null };
	if (typeof value !== 'object') return { value };
	const serial = serialOf(value.getTime());
	return { value: serial, format: Number.isInteger(serial) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss' };
}
