/**
 * What the sidebar says about the history: since when, how sure, what is wrong, what it can be filled from. Nothing is
 * written.
 */

import { cellName } from '../../core/cells/cell-name.ts';
import { identify } from '../../core/history/reconcile.ts';
import { foldLog } from '../../core/history/stage-log.ts';
import { quantile } from '../../core/stats/quantile.ts';
import { DAY_MS, dayText } from '../../core/time/calendar-day.ts';
import { isUsableLog } from '../../sheet/stage-history-sheet.ts';
import type { HistorySource } from '../contract/answer.ts';
import type { HistoryState } from '../contract/history.ts';
import type { Execution } from '../execution.ts';
import { quotedSheet } from '../formulas/live-formula.ts';
import { type Configured, configuredPipeline, historySheetOf, nowOf, stagesSheetOf } from '../pipeline-source.ts';
import { A_LOOK, missingEvents } from '../recording/history-recording.ts';
import { historySheets, sourceOf } from './history-beside.ts';

const MOST_DUPLICATES = 50;

export function historyState(execution: Execution): HistoryState {
	const { document } = execution;
	const configured = configuredPipeline(document, nowOf(execution));
	const { pipeline, table, log } = configured;
	const grid = log?.grid ?? [];
	const { events, damaged } = foldLog(grid, pipeline.timeZone, log?.table);
	const all = foldLog(grid, pipeline.timeZone);
	const laterRows = (log === null ? null : pipeline.history)?.laterRows ?? [];
	const { duplicates, missing } = identify(pipeline.opportunities);
	const seen = events.filter(({ observedAt }) => !Number.isNaN(observedAt));
	const first = seen.reduce((earliest, { observedAt }) => Math.min(earliest, observedAt), Number.POSITIVE_INFINITY);
	const spans = seen
		.filter(({ source, notBefore }) => (source === 'edit' || source === 'reconcile') && !Number.isNaN(notBefore))
		.map(({ notBefore, observedAt }) => (observedAt - notBefore) / DAY_MS);
	const sheet = quotedSheet(table.sheet.getSheetName());
	const cellOf = (deal: number): string =>
		`${sheet}!${cellName(pipeline.opportunities.gridRows[deal] as number, table.columns.id as number)}`;
	return {
		sheetName: log === null ? null : log.sheet.getSheetName(),
		since: Number.isFinite(first) ? dayText(pipeline.timeZone.dayOf(first)) : null,
		events: events.length,
		otherTables: all.events.length - events.length,
		assumed: events.filter(({ source }) => source === 'assumed').length,
		medianSpanDays: spans.length === 0 ? null : quantile(Float64Array.from(spans).sort(), 0.5),
		isReadable: log === null || isUsableLog(log.grid),
		unrecorded: missingEvents(configured, A_LOOK, execution.instant()).length,
		damagedRows: new Set(damaged.map(({ row }) => row)).size,
		laterRows: laterRows.length,
		firstLaterRow: (laterRows[0] ?? -1) + 1,
		duplicateIds: [...duplicates]
			.slice(0, MOST_DUPLICATES)
			.map(([id, deals]) => ({ id, cells: deals.slice(0, 50).map(cellOf) })),
		missingIds: missing.length,
		hasIdColumn: table.columns.id !== undefined,
		sources: [...stageDates(configured), ...foreignSheets(execution, configured)],
	};
}

/** What the funnel offers: nothing once a history was imported, which a second import would not add to. */
export function historySources(execution: Execution): readonly HistorySource[] {
	const configured = configuredPipeline(execution.document, nowOf(execution));
	const { table, log, pipeline } = configured;
	if (table.columns.id === undefined) return [];
	const { events } = foldLog(log?.grid ?? [], pipeline.timeZone, log?.table);
	return events.some(({ source }) => source === 'import')
		? []
		: [...stageDates(configured), ...foreignSheets(execution, configured)];
}

type Sources = readonly HistorySource[];

/** The per-stage date columns of the deals, when there are any. */
function stageDates({ pipeline, table }: Configured): Sources {
	const columns = [...pipeline.opportunities.stageDates().values()];
	if (columns.length === 0) return [];
	const headings = table.stageDates.map(({ column }) => String(table.grid[table.headerRow]?.[column] ?? ''));
	const rows = columns.reduce(
		(count, { days }) => count + Array.from(days).filter((day) => !Number.isNaN(day)).length,
		0,
	);
	return rows === 0 ? [] : [{ sheetId: null, name: headings.join(', '), rows }];
}

/** Other sheets with headings for deal, stage and time. */
function foreignSheets(execution: Execution, { table }: Configured): Sources {
	const { document } = execution;
	const own = new Set(
		[table.sheet, stagesSheetOf(document), historySheetOf(document)].map((sheet) => sheet?.getSheetId()),
	);
	const others = document.sheets.filter((sheet) => !own.has(sheet.getSheetId()));
	return historySheets(others).map(sourceOf);
}
