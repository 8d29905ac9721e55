/** Filling the log from what another source knows: once, and again without adding anything twice. Not here: comparing (core/reconcile.ts). */
import { historyColumns } from '../core/history-columns.ts';
import { readHistory } from '../core/history-table.ts';
import { importEvents } from '../core/reconcile.ts';
import { stageDateHistory } from '../core/stage-date-history.ts';
import type { StageHistory } from '../core/stage-history.ts';
import { foldLog, LOG_HEADINGS } from '../core/stage-log.ts';
import { readValues } from '../sheet/deal-sheet.ts';
import { withDocumentLock } from '../sheet/document-lock.ts';
import { Failure } from '../sheet/failure.ts';
import { saveRevision } from '../sheet/settings-store.ts';
import { appendEvents, isUsableLog } from '../sheet/stage-history-sheet.ts';
import { startRecording } from './history-recording.ts';
import { type Configured, configuredPipeline, nowOf } from './pipeline-source.ts';
import type { ImportedHistory } from './rpc-contract-history.ts';
import type { Visit } from './visit.ts';

/** @param sheetId null: the per-stage date columns of the deals @throws Failure `badHistory`, `noIdColumn` */
export function importHistory(visit: Visit, sheetId: number | null): ImportedHistory {
	const { document } = visit;
	startRecording(visit);
	const imported = withDocumentLock(() => {
		document.forget();
		const configured = configuredPipeline(document, nowOf(visit));
		const { pipeline, log } = configured;
		const { opportunities, stages, timeZone } = pipeline;
		if (log === null || !isUsableLog(log.grid)) throw new Failure('badHistory', { sheet: log?.sheet.getSheetName() ?? '' });
		const history = foreignHistory(visit, configured, sheetId);
		const { events, known } = importEvents(foldLog(log.grid, timeZone), history, opportunities, stages, timeZone);
		if (events.length > 0) appendEvents(log.sheet, log.grid, events, timeZone, () => LOG_HEADINGS[visit.language]);
		const rows = history.to.length + history.ignoredRows;
		return { added: events.length, known, ignored: rows - events.length - known };
	});
	saveRevision(visit.stamp);
	document.forget();
	return imported;
}

function foreignHistory(visit: Visit, { pipeline }: Configured, sheetId: number | null): StageHistory {
	const { opportunities, stages, timeZone } = pipeline;
	if (sheetId === null) {
		const history = stageDateHistory(opportunities, stages, timeZone);
		if (history === null) throw new Failure('badHistory', { sheet: '' });
		return history;
	}
	const { document } = visit;
	const sheet = document.sheets.find((other) => other.getSheetId() === sheetId);
	if (sheet === undefined) throw new Failure('sheetGone');
	const grid = readValues(sheet);
	if (historyColumns(grid) === null) throw new Failure('badHistory', { sheet: sheet.getSheetName() });
	return readHistory(grid, opportunities, stages, timeZone, document.locale);
}
