/** XLSX out: values, dates and booleans of all sheets; text that looks like a formula stays text. */
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/universal';
import { isDateFormat, wallClockOfSerial } from '../host/serial-date.ts';
import type { StoredCell } from '../host/store.ts';

/** @param sheets in their order */
export async function writeXlsx(
	sheets: readonly { readonly name: string; readonly cells: readonly (readonly StoredCell[])[] }[],
): Promise<Blob> {
	const book: Sheet<Blob>[] = sheets.map(({ name, cells }) => ({
		sheet: name,
		data: cells.map((row) => row.map(outCell)),
	}));
	return writeXlsxFile(book).toBlob();
}

function outCell({ value, format }: StoredCell): Cell {
	if (value === null) return null;
	if (typeof value === 'string') return { value: escaped(value), type: String };
	if (typeof value === 'boolean') return { value, type: Boolean };
	if (isDateFormat(format)) return { value: new Date(wallClockOfSerial(value)), type: Date, format };
	return format === '' || format === '@' ? { value, type: Number } : { value, type: Number, format };
}

/**
 * The writer's dictionary of texts is a plain object: `constructor` and its kin need another spelling, the file
 * format's own escape; a text that looks like that escape is escaped too.
 */
function escaped(text: string): string {
	const plain = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
	return plain in Object.prototype
		? `_x${plain.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_${plain.slice(1)}`
		: plain;
}
