/** CSV out. */
import Papa from 'papaparse';
import { displayValue } from '../host/display-value.ts';
import type { StoredCell } from '../host/store.ts';

/**
 * What the cells show, dates as they are shown, plain numbers in full; a text that another program would take for a
 * formula stays a text.
 */
export function writeCsv(cells: readonly (readonly StoredCell[])[]): string {
	return Papa.unparse(
		cells.map((row) =>
			row.map((cell) => {
				if (typeof cell.value === 'number' && cell.format === '') return String(cell.value);
				return typeof cell.value === 'string' ? safeCsvText(displayValue(cell)) : displayValue(cell);
			}),
		),
	);
}

/** A spreadsheet that opens the file would take such a text for a formula: an apostrophe makes it a text. */
function safeCsvText(text: string): string {
	// A number and a lone dash are not formulas.
	return /^[=+\-@\t\r]/u.test(text) && !/^[-+]?[\d.,\s]*$/u.test(text) ? `'${text}` : text;
}
