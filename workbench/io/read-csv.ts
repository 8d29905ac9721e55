/** CSV in. Not here: what a text means as a cell (imported-cell.ts), CSV out (write-csv.ts). */
import Papa from 'papaparse';
import type { CellWrite } from '../host/store.ts';
import { type BookData, BookError, requireCells, requireSize, widthOf } from './book-data.ts';
import { decodeText } from './decode-text.ts';
import { importedCell, mayGroupThousands } from './imported-cell.ts';

/** Separator `,` `;` tab or `|`, found by content. Throws BookError when the file is not a table of text. */
export function readCsv(bytes: Uint8Array, sheetName: string): BookData {
	requireSize(bytes.length);
	const text = decodeText(bytes).replace(/^\ufeff/u, '');
	if (text.includes('\u0000')) throw new BookError('The file is not text; save it as CSV or XLSX first.');
	if (text.trim() === '') throw new BookError('The file is empty.');
	// Blank lines would spoil the guess, yet they have to keep their rows.
	const { delimiter } = Papa.parse(text, {
		delimitersToGuess: [',', ';', '\t', '|'],
		skipEmptyLines: true,
		preview: 50,
	}).meta;
	const { data } = Papa.parse(text, { delimiter, skipEmptyLines: false });
	const grouped = Array.from({ length: widthOf(data) }, (_, column) => mayGroupThousands(textsOf(data, column)));
	// Equal texts share a cell, apart for the two readings of `1.234`.
	const shared = [new Map<string, CellWrite>(), new Map<string, CellWrite>()] as const;
	const cells = data.map((row) =>
		row.map((field, column) => {
			const isGrouped = grouped[column] === true;
			const known = shared[isGrouped ? 1 : 0];
			let cell = known.get(field);
			if (cell === undefined) {
				cell = importedCell(field, isGrouped);
				known.set(field, cell);
			}
			return cell;
		}),
	);
	while (cells.length > 0 && cells[cells.length - 1]?.every((cell) => cell.value === null)) cells.pop();
	requireCells(cells.length * widthOf(cells));
	return { sheets: [{ name: sheetName, cells }] };
}

function* textsOf(data: readonly (readonly string[])[], column: number): Iterable<string> {
	for (const row of data) yield row[column] ?? '';
}
