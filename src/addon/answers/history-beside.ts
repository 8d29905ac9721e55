/**
 * Tables of stage changes in other sheets of the file. Not here: reading one into the history
 * (actions/history-import.ts).
 */
import type { Grid } from '../../core/cells/cell.ts';
import { historyColumns } from '../../core/detection/history-columns.ts';
import { areStageChanges } from '../../core/detection/stage-change-rows.ts';
import { detectTable } from '../../core/detection/table-detection.ts';
import { readTop, readValues } from '../../sheet/deal-sheet.ts';
import type { HistorySource } from '../contract/answer.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Sheets that are looked at. */
const MOST_SHEETS = 20;
/** Rows that may hold the headings. */
const TOP_ROWS = 12;

export interface HistorySheet {
	readonly sheet: Sheet;
	readonly grid: Grid;
	/** 0-based. */
	readonly headerRow: number;
}

/** Those with headings for deal, stage and time whose rows are changes: another deal table has these headings too. */
export function historySheets(sheets: readonly Sheet[]): HistorySheet[] {
	return sheets.slice(0, MOST_SHEETS).flatMap((sheet) => {
		if (historyColumns(readTop(sheet, TOP_ROWS)) === null) return [];
		const grid = readValues(sheet);
		const found = historyColumns(grid);
		if (found === null) return [];
		const { headerRow, column } = found;
		const [deal, to] = [column.get('deal') ?? -1, column.get('to') ?? -1];
		const hasAmounts = detectTable(grid).columns.has('amount');
		return !hasAmounts || areStageChanges(grid, headerRow, deal, to) ? [{ sheet, grid, headerRow }] : [];
	});
}

/** As it is offered for import. */
export function sourceOf({ sheet, grid, headerRow }: HistorySheet): HistorySource {
	return { sheetId: sheet.getSheetId(), name: sheet.getSheetName(), rows: Math.max(0, grid.length - headerRow - 1) };
}
