/**
 * Recording the edit of one known deal in a large file: its row, all ids, and its own rows of the log are read, nothing
 * else. What that does not settle beyond doubt is left to the look at everything (history-recording.ts), which also
 * finds the changes of others.
 */
import { tableText } from '../../core/history/log-table.ts';
import { reconcile } from '../../core/history/reconcile.ts';
import { foldLog, GONE, idText, NO_STAGE_TEXT } from '../../core/history/stage-log.ts';
import { withDocumentLock } from '../../sheet/document-lock.ts';
import { type EditedRow, readAgain, readEditedRow } from '../../sheet/edited-row.ts';
import { settingsOf, tableIdOf } from '../../sheet/settings-store.ts';
import { appendToLog, type DealLog, readDealLog } from '../../sheet/stage-history-sheet.ts';
import type { Execution } from '../execution.ts';
import { refreshFormulas } from '../formula-revision.ts';
import { configuredStages, configuredTable, historySheetOf, nowOf, pipelineOf } from '../pipeline-source.ts';
import { closeDays } from './close-days.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows of the log from which on the whole is not read at every edit: at the published 31 µs a cell, a second. */
const LARGE_LOG = 2500;

/**
 * @param row 1-based
 * @param by who, '' when that is not recorded
 * @returns false when everything has to be looked at
 */
export function recordEditedDeal(execution: Execution, sheet: Sheet, row: number, by: string): boolean {
	const { document } = execution;
	const settings = settingsOf(document.stored);
	const log = historySheetOf(document);
	if (log === null || settings.dealLines !== 'each' || row <= settings.headerRow) return false;
	const last = log.getLastRow();
	const before = last < LARGE_LOG ? null : readEditedRow(sheet, settings, row);
	if (before === null) return false;
	const id = idText(before.cells[before.id]);
	// The log is read before the deals, so that the deals compared with it are newer than everything in it.
	const known = id === '' ? null : readDealLog(log, last, id);
	const cells = known === null ? null : readAgain(sheet, settings, row, before);
	if (known === null || cells === null) return false;
	const events = missingOf(execution, { ...before, cells }, known, by);
	if (events === null || events.length === 0) return events !== null;
	const isRecorded = withDocumentLock(() => {
		// Somebody was faster: then everything is looked at.
		if (log.getLastRow() !== last) return false;
		appendToLog(log, known, events, document.timeZone);
		return true;
	});
	if (isRecorded) refreshFormulas(execution);
	return isRecorded;
}

/** Null when a row and the deal's own past do not settle it. */
function missingOf(execution: Execution, { headings, cells, ...found }: EditedRow, known: DealLog, by: string) {
	const { document } = execution;
	const { stored, timeZone } = document;
	const grid = [headings, cells];
	const fold = foldLog(known.grid, timeZone, configuredTable(stored));
	const { opportunities, stages } = pipelineOf(
		document,
		grid,
		{ ...found, headerRow: 0 },
		configuredStages(document),
		nowOf(execution)(),
		null,
	);
	const isKnown = fold.byDeal.size === 1 && fold.damaged.length === 0;
	if (!isKnown || opportunities.count !== 1 || [...fold.byDeal.values()].some(({ isGone }) => isGone)) return null;
	const look = {
		table: tableText(settingsOf(stored).dealSheetName, tableIdOf(stored)),
		expectedClose: closeDays(opportunities, timeZone, grid),
		observedAt: execution.instant(),
		lastLookAt: stored.lookAt,
		by,
		source: 'edit',
	} as const;
	const { events } = reconcile(fold, opportunities, stages, grid, look);
	// What looks blank may be a reading in the middle of a change.
	return events.some(({ to }) => to === NO_STAGE_TEXT || to === GONE) ? null : events;
}
