/**
 * A book's data as the grid engine's snapshot: the fast way to open it (cell by cell would cost the whole sheet each
 * time).
 */
import { BooleanNumber, type ICellData, type IWorkbookData, LocaleType } from '@univerjs/core';
import { fittingWidth } from '../host/fitting-width.ts';
import type { CellWrite } from '../host/store.ts';
import { type SheetData, widthOf } from '../io/book-data.ts';
import { cellData } from './cell-data.ts';
import { closeOpenRanges } from './open-ranges.ts';
import { CELL_STYLE } from './style-data.ts';

const SPARE_ROWS = 200;
const SPARE_COLUMNS = 4;
const LEAST_ROWS = 1000;
const LEAST_COLUMNS = 26;
const LOOKED_AT = 60;

/** The first row of each sheet is taken for its heading: bold on a pale ground, and it stays in view. */
export function bookSnapshot(name: string, sheets: readonly SheetData[]): IWorkbookData {
	const styles = new Map<string, string>();
	const rowCount = (sheet: SheetData): number => Math.max(LEAST_ROWS, sheet.cells.length + SPARE_ROWS);
	const data = sheets.map((sheet, index) => {
		const rowsOf = (other: string | null): number =>
			rowCount(sheets.find((candidate) => candidate.name === other) ?? sheet);
		const columnCount = Math.max(LEAST_COLUMNS, widthOf(sheet.cells) + SPARE_COLUMNS);
		const cells: Record<number, Record<number, ICellData>> = {};
		sheet.cells.forEach((row, r) => {
			const line: Record<number, ICellData> = {};
			row.forEach((cell, c) => {
				const { value = null, formula, format = '' } = cell;
				const written = cellData(formula === undefined ? { value } : { formula: closeOpenRanges(formula, rowsOf) });
				const style = r === 0 ? 'heading' : styleKey(styles, format);
				if (value !== null || formula !== undefined || style !== undefined) {
					line[c] = style === undefined ? written : { ...written, s: style };
				}
			});
			cells[r] = line;
		});
		return {
			id: String(index),
			name: sheet.name,
			hidden: sheet.isHidden === true ? BooleanNumber.TRUE : BooleanNumber.FALSE,
			rowCount: rowCount(sheet),
			columnCount,
			freeze: { startRow: 1, startColumn: -1, ySplit: 1, xSplit: 0 },
			defaultRowHeight: 22,
			defaultStyle: CELL_STYLE,
			rowData: { 0: { h: 26, ia: BooleanNumber.FALSE } },
			cellData: cells,
			columnData: Object.fromEntries(
				Array.from({ length: columnCount }, (_, column) => [column, { w: columnWidth(sheet.cells, column) }]),
			),
		};
	});
	const heading = { bl: BooleanNumber.TRUE, bg: { rgb: '#eef3fb' } };
	const formats = [...styles].map(([pattern, key]) => [key, { n: { pattern } }]);
	return {
		id: 'book',
		name,
		appVersion: '0.25.1',
		locale: LocaleType.EN_US,
		styles: { heading, ...Object.fromEntries(formats) },
		sheetOrder: data.map((sheet) => sheet.id),
		sheets: Object.fromEntries(data.map((sheet) => [sheet.id, sheet])),
	};
}

function styleKey(styles: Map<string, string>, format: string): string | undefined {
	if (format === '') {
		return undefined;
	}
	const key = styles.get(format) ?? `format-${styles.size}`;
	styles.set(format, key);
	return key;
}

/** Wide enough for the heading and for what a few rows hold, from the whole length: the oldest deals are all closed. */
function columnWidth(rows: readonly (readonly CellWrite[])[], column: number): number {
	const step = Math.max(1, Math.floor(rows.length / LOOKED_AT));
	const texts = rows
		.filter((_, at) => at % step === 0)
		.map((row) => {
			const cell = row[column];
			return cell?.format?.includes('yy') ? cell.format : String(cell?.value ?? '');
		});
	return fittingWidth(texts);
}
