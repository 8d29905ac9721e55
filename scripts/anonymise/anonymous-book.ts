/**
 * A book with the same structure and neither names nor true amounts, for the report of a table that is read wrongly.
 */
import { parseDateText } from '../../src/core/cells/date-text.ts';
import { detectTable } from '../../src/core/detection/table-detection.ts';
import type { Field } from '../../src/core/model/opportunity.ts';
import { flagValue } from '../../src/core/vocabulary/outcome-flag.ts';
import { totalOf } from '../../src/core/vocabulary/total-words.ts';
import { isDateFormat } from '../../workbench/host/serial-date.ts';
import type { CellWrite } from '../../workbench/host/store.ts';
import type { BookData, SheetData } from '../../workbench/io/book-data.ts';
import { Disguise, type Random } from './disguise.ts';

/** How a table is understood hangs on the words of these columns, so they stay. */
const KEPT_FIELDS: readonly Field[] = [
	'stage',
	'status',
	'lostFrom',
	'probability',
	'currency',
	'created',
	'closed',
	'expectedClose',
];
export interface AnonymousBook {
	readonly book: BookData;
	/** Headings of the columns that stay as they are, by sheet. */
	readonly kept: readonly { readonly sheet: string; readonly headings: readonly string[] }[];
}

export function anonymousBook(book: BookData, random: Random): AnonymousBook {
	const disguise = new Disguise(random);
	const sheets = book.sheets.map((sheet) => anonymousSheet(sheet, disguise));
	return {
		book: { sheets: sheets.map(({ sheet }) => sheet) },
		kept: sheets.map(({ sheet: { name }, headings }) => ({ sheet: name, headings })),
	};
}

function anonymousSheet({ name, cells, isHidden }: SheetData, disguise: Disguise) {
	const grid = cells.map((row) => row.map(({ value }) => value ?? ''));
	const { headerRow, headings, columns, stageDates } = detectTable(grid);
	const kept = new Set(stageDates.map(({ column }) => column));
	for (const field of KEPT_FIELDS) {
		const column = columns.get(field)?.column;
		if (column !== undefined) kept.add(column);
	}
	headings.forEach((_, column) => {
		const filled = grid.slice(headerRow + 1).flatMap((row) => ((row[column] ?? '') === '' ? [] : [row[column] ?? '']));
		if (filled.length > 0 && filled.every((cell) => flagValue(cell) !== null)) kept.add(column);
	});
	const amount = columns.get('amount')?.column;
	const isKept = (row: number, column: number): boolean => row === headerRow || (row > headerRow && kept.has(column));
	const sheet: SheetData = {
		name,
		cells: cells.map((row, at) =>
			row.map((cell, column) => (isKept(at, column) ? cell : anonymousCell(cell, disguise, column === amount))),
		),
		...(isHidden === undefined ? {} : { isHidden }),
	};
	return { sheet, headings: [...kept].sort((a, b) => a - b).map((column) => headings[column] ?? '') };
}

function anonymousCell(cell: CellWrite, disguise: Disguise, isAmount: boolean): CellWrite {
	const { value, format } = cell;
	if (typeof value === 'number') return isDateFormat(format ?? '') ? cell : { ...cell, value: disguise.number(value) };
	// A word for a total says what a row is; a date says nothing of anybody.
	if (typeof value !== 'string' || totalOf(value) === '') return cell;
	if (isAmount) return { ...cell, value: disguise.digits(value) };
	return parseDateText(value) !== null ? cell : { ...cell, value: disguise.text(value) };
}
