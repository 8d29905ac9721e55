/**
 * A new column beside the deals, and texts into blank cells of a column: ids, or stages. Not here: which ids
 * (core/history/deal-id-series.ts).
 */
import { type Cell, type Grid, isBlank } from '../core/cells/cell.ts';
import { writeColumn } from './cell-writing.ts';
import { Failure } from './failure.ts';
import { spillSources } from './spilled-cells.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A new column at the right end of the table. @returns its 0-based place @param headerRow 0-based */
export function addColumn(sheet: Sheet, grid: Grid, headerRow: number, heading: string): number {
	const column = grid.reduce((widest, row) => Math.max(widest, row.length), 0);
	if (column >= sheet.getMaxColumns()) sheet.insertColumnsAfter(column, 1);
	const cell = sheet.getRange(headerRow + 1, column + 1);
	writeColumn(cell, [heading], [cell.getNumberFormat()]);
	return column;
}

/**
 * 0-based rows among these whose cell is blank and holds no formula.
 * @throws Failure `formulaColumn` where another cell's formula fills one
 */
export function blankIdRows(sheet: Sheet, grid: Grid, column: number, rows: readonly number[]): number[] {
	const blank = rows.filter((row) => isBlank((grid[row] as readonly Cell[])[column]));
	const [first, last] = [blank[0], blank[blank.length - 1]];
	if (first === undefined || last === undefined) return [];
	const formulas = sheet.getRange(first + 1, column + 1, last - first + 1, 1).getFormulas();
	const free = blank.filter((row) => (formulas[row - first]?.[0] ?? '') === '');
	const [cell] = spillSources(sheet, column, free).values();
	if (cell !== undefined) throw new Failure('formulaColumn', { cell });
	return free;
}

/**
 * One write for each run of adjacent rows. When one fails, the cells written so far are cleared again.
 * @param wanted 0-based rows, upwards; no lock holds off people who type or sort, so cells that are not blank any more
 * are left alone
 * @returns how many were written
 */
export function writeTexts(sheet: Sheet, column: number, wanted: readonly number[], ids: readonly string[]): number {
	const [first, last] = [wanted[0], wanted[wanted.length - 1]];
	if (first === undefined || last === undefined) return 0;
	const cells = sheet.getRange(first + 1, column + 1, last - first + 1, 1);
	const formats = cells.getNumberFormats();
	const now = cells.getValues() as Cell[][];
	const rows = wanted.filter((row) => isBlank(now[row - first]?.[0] ?? ''));
	const written: Range[] = [];
	for (let from = 0; from < rows.length; ) {
		let end = from + 1;
		while (end < rows.length && rows[end] === (rows[end - 1] as number) + 1) end++;
		const range = sheet.getRange((rows[from] as number) + 1, column + 1, end - from, 1);
		written.push(range);
		try {
			writeColumn(
				range,
				ids.slice(from, end),
				rows.slice(from, end).map((row) => formats[row - first]?.[0] ?? ''),
			);
		} catch (thrown) {
			for (const other of written) other.clearContent();
			throw thrown;
		}
		from = end;
	}
	return rows.length;
}
