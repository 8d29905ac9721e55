/** A file of the user, CSV or XLSX by its content, as a book. */
import { type BookData, BookError } from './book-data.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/**
 * @param sheetName for a CSV file, which has no sheet of its own
 * Throws BookError with one sentence when the file cannot be used.
 */
export async function readBook(bytes: Uint8Array, sheetName = 'Deals'): Promise<BookData> {
	const [first, second, third] = bytes;
	if (first === 0x50 && second === 0x4b) return readXlsx(bytes);
	if (first === 0xd0 && second === 0xcf && third === 0x11)
		throw new BookError('This is an old .xls file; save it as .xlsx or CSV first.');
	return readCsv(bytes, sheetName);
}
