/**
 * The id under which a deal sheet that is set up appears in the log: the one that its changes already have there, or a
 * new one.
 */
import { historyColumns } from '../../core/detection/history-columns.ts';
import { tableId, tableText } from '../../core/history/log-table.ts';
import { foldLog, LOG_HEADINGS } from '../../core/history/stage-log.ts';
import { tableIdOf } from '../../sheet/settings-store.ts';
import { nameUnnamedRows, readHistoryCells } from '../../sheet/stage-history-sheet.ts';
import type { Execution } from '../execution.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** @param log the log that is there already; null without one */
export function chosenTableId({ document }: Execution, deals: Sheet, log: Sheet | null): string {
	const { stored } = document;
	const id = deals.getSheetId();
	if (stored.settings !== null) {
		const { dealSheetId, dealSheetName } = stored.settings;
		// A sheet that took the place of the configured one, under its name, is the same table.
		if (document.findSheet(dealSheetId, [dealSheetName])?.getSheetId() === id) return tableIdOf(stored);
	}
	const grid = log === null ? [] : readHistoryCells(log);
	if (historyColumns(grid)?.isOwnLog !== true) return String(id);
	const tables = [...new Set(foldLog(grid, document.timeZone).events.map(({ table }) => table))];
	if (tables.some((text) => tableId(text) === String(id))) return String(id);
	// The settings do not come with a copied file, and its sheets may have other ids, so the name decides.
	const copied = tables.reverse().find((text) => {
		const former = tableId(text);
		return (
			text === tableText(deals.getSheetName(), former) &&
			document.sheets.every((sheet) => String(sheet.getSheetId()) !== former)
		);
	});
	return stored.settings === null && copied !== undefined ? tableId(copied) : String(id);
}

/**
 * Before the log gets the changes of another table, rows that name none are said to be about the one that it had so
 * far.
 */
export function nameFormerTable({ document, language }: Execution, log: Sheet, next: string): void {
	const { stored } = document;
	const former = tableIdOf(stored);
	if (former === '' || former === next) return;
	nameUnnamedRows(log, tableText(stored.settings?.dealSheetName ?? '', former), () => LOG_HEADINGS[language]);
}
