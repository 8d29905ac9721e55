/** Tables of stage changes in other sheets of the file. Not here: reading one into the history (actions/history-import.ts). */
import type { Cell, Grid } from '../../core/cells/cell.ts';
import { historyColumns } from '../../core/detection/history-columns.ts';
import { readValues } from '../../sheet/deal-sheet.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Sheets that are looked at. */
const MOST_SHEETS = 20;
/** Rows that may hold the headings. */
const TOP_ROWS = 12;

export interface HistorySheet {
	readonly sheet: Sheet;
	/** 0-based. */
	readonly headerRow: number;
}

/** Those with headings for deal, stage and time. */
export function historySheets(sheets: readonly Sheet[]): HistorySheet[] {
	return sheets.slice(0, MOST_SHEETS).flatMap((sheet) => {
		const top: Grid = sheet.getRange(`1:${Math.min(TOP_ROWS, sheet.getMaxRows())}`).getValues() as Cell[][];
		const columns = historyColumns(top);
		return columns === null ? [] : [{ sheet, headerRow: columns.headerRow }];
	});
}

/** The changes of the first such table; null where there is none. */
export function historyBeside(sheets: readonly Sheet[]): Grid | null {
	const found = historySheets(sheets)[0];
	return found === undefined ? null : readValues(found.sheet);
}
