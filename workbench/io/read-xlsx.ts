/** XLSX in: values, dates and booleans of all sheets. Formulas come as their last result, looks are left behind. */
import { unzipSync } from 'fflate';
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
	const hidden = hiddenSheets(bytes);
	const book = {
		sheets: sheets.map(({ sheet, data }, at) => ({
			name: sheet,
			isHidden: hidden[at] === true,
			cells: data.map((row) => row.map((value) => cellOf(value as string | number | boolean | Date | null))),
		})),
	};
	requireCells(book.sheets.reduce((sum, { cells }) => sum + cells.length * widthOf(cells), 0));
	return book;
}

/** Whether each sheet is hidden, in the order of the book; at least one is always in view. */
function hiddenSheets(bytes: Uint8Array): boolean[] {
	const book = Object.values(unzipSync(bytes, { filter: ({ name }) => name === 'xl/workbook.xml' }))[0];
	const tags = new TextDecoder().decode(book).match(/<(?:\w+:)?sheet\s[^>]*>/gu) ?? [];
	const hidden = tags.map((tag) => /\sstate="(?:hidden|veryHidden)"/u.test(tag));
	return hidden.includes(false) ? hidden : [];
}

/** Dates come as instants whose UTC fields are the cell's wall clock. */
function cellOf(value: string | number | boolean | Date | null): CellWrite {
	if (value === null || value === '') return { value: null };
	if (typeof value !== 'object') return { value };
	const serial = serialOf(value.getTime());
	return { value: serial, format: Number.isInteger(serial) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss' };
}
