/** CSV out. */
import Papa from 'papaparse';
import { displayValue } from '../host/display-value.ts';
import type { StoredCell } from '../host/store.ts';

/** What the cells show, dates as they are shown, plain numbers in full. The user's own cells go out as they are. */
export function writeCsv(cells: readonly (readonly StoredCell[])[]): string {
	return Papa.unparse(
		cells.map((row) =>
			row.map((cell) =>
				typeof cell.value === 'number' && cell.format === '' ? String(cell.value) : displayValue(cell),
			),
		),
	);
}

/** A text of our own for a CSV file: one that a spreadsheet would take for a formula gets an apostrophe. */
export function safeCsvText(text: string): string {
	return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}
