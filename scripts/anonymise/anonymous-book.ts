/**
 * A book with the same structure and neither names nor true amounts, for the report of a table that is read wrongly.
 */
import type { Cell } from '../../src/core/cells/cell.ts';
import { parseDateText } from '../../src/core/cells/date-text.ts';
import { detectTable } from '../../src/core/detection/table-detection.ts';
import type { Field } from '../../src/core/model/opportunity.ts';
import { flagValue } from '../../src/core/vocabulary/outcome-flag.ts';
import { groupKey, isTotalWord, totalOf } from '../../src/core/vocabulary/total-words.ts';
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
	const stage = columns.get('stage')?.column ?? -1;
	const rows = grid.slice(headerRow + 1);
	headings.forEach((_, column) => {
		if (isOrderOf(rows, column, stage)) kept.add(column);
	});
	const groups = new Set([...headings, ...rows.map((row) => String(row[stage] ?? ''))].map(groupKey));
	const amount = columns.get('amount')?.column;
	const isKept = (row: number, column: number): boolean => row === headerRow || (row > headerRow && kept.has(column));
	const sheet: SheetData = {
		name,
		cells: cells.map((row, at) =>
			row.map((cell, column) =>
				isKept(at, column) ? cell : anonymousCell(cell, disguise, { isAmount: column === amount, groups }),
			),
		),
		...(isHidden === undefined ? {} : { isHidden }),
	};
	return { sheet, headings: [...kept].sort((a, b) => a - b).map((column) => headings[column] ?? '') };
}

/** A number for each stage, such as its place in the funnel: the order of the stages may hang on it. */
function isOrderOf(rows: readonly (readonly Cell[])[], column: number, stage: number): boolean {
	const byStage = new Map<string, Cell>();
	let filled = 0;
	for (const row of rows) {
		const [name, value] = [String(row[stage] ?? ''), row[column] ?? ''];
		if (name === '' || value === '') continue;
		if (typeof value !== 'number' || (byStage.get(name) ?? value) !== value) return false;
		byStage.set(name, value);
		filled++;
	}
	return new Set(byStage.values()).size > 1 && filled > byStage.size;
}

interface Place {
	readonly isAmount: boolean;
	/** Keys of stages and headings: titles of groups and summaries name them anywhere. */
	readonly groups: ReadonlySet<string>;
}

/** A summary stays one: words for a total and stages say what a row is, names of other groups do not. */
function anonymousTotal(value: string, disguise: Disguise, { groups }: Place): string {
	const group = totalOf(value) ?? '';
	if (group === '' || groups.has(groupKey(group))) return value;
	return value.replace(/\S+/gu, (word) => (isTotalWord(word) ? word : disguise.text(word)));
}

function anonymousCell(cell: CellWrite, disguise: Disguise, place: Place): CellWrite {
	const { value, format } = cell;
	if (typeof value === 'number') return isDateFormat(format ?? '') ? cell : { ...cell, value: disguise.number(value) };
	// A stage or a heading says what a row is; a date says nothing of anybody.
	if (typeof value !== 'string' || place.groups.has(groupKey(value))) return cell;
	if (totalOf(value) !== null) return { ...cell, value: anonymousTotal(value, disguise, place) };
	if (place.isAmount) return { ...cell, value: disguise.digits(value) };
	return parseDateText(value) !== null ? cell : { ...cell, value: disguise.text(value) };
}
