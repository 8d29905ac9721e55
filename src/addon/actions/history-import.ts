/**
 * Filling the log from what another source knows: once, and again without adding anything twice. Not here: comparing
 * (core/history/reconcile.ts).
 */
import { historyColumns } from '../../core/detection/history-columns.ts';
import { readHistory } from '../../core/history/history-table.ts';
import { tableText } from '../../core/history/log-table.ts';
import { importEvents } from '../../core/history/reconcile.ts';
import { stageDateHistory } from '../../core/history/stage-date-history.ts';
import { foldLog, LOG_HEADINGS } from '../../core/history/stage-log.ts';
import type { StageHistory } from '../../core/model/stage-history.ts';
import { readValues } from '../../sheet/deal-sheet.ts';
import { withDocumentLock } from '../../sheet/document-lock.ts';
import { Failure } from '../../sheet/failure.ts';
import { saveRevision } from '../../sheet/settings-store.ts';
import { appendEvents, isUsableLog } from '../../sheet/stage-history-sheet.ts';
import type { ImportedHistory } from '../contract/history.ts';
import type { Execution } from '../execution.ts';
import { refreshFormulas } from '../formula-revision.ts';
import { type Configured, configuredPipeline, nowOf } from '../pipeline-source.ts';
import { startRecording } from '../recording/history-recording.ts';

/** @param sheetId null: the per-stage date columns of the deals @throws Failure `badHistory`, `noIdColumn` */
export function importHistory(execution: Execution, sheetId: number | null): ImportedHistory {
	const { document } = execution;
	startRecording(execution);
	const imported = withDocumentLock(() => {
		document.forget();
		const configured = configuredPipeline(document, nowOf(execution));
		const { pipeline, log } = configured;
		const { opportunities, stages, timeZone } = pipeline;
		if (log === null || !isUsableLog(log.grid))
			throw new Failure('badHistory', { sheet: log?.sheet.getSheetName() ?? '' });
		const history = foreignHistory(execution, configured, sheetId);
		const name = tableText(configured.settings.dealSheetName, log.table.id);
		const { events, known } = importEvents(
			foldLog(log.grid, timeZone, log.table),
			history,
			opportunities,
			stages,
			timeZone,
			name,
		);
		if (events.length > 0) appendEvents(log.sheet, log.grid, events, timeZone, () => LOG_HEADINGS[execution.language]);
		const rows = history.to.length + history.ignoredRows;
		return { added: events.length, known, ignored: rows - events.length - known };
	});
	if (imported.added > 0) refreshFormulas(execution);
	saveRevision(execution.stamp);
	document.forget();
	return imported;
}

function foreignHistory(execution: Execution, { pipeline }: Configured, sheetId: number | null): StageHistory {
	const { opportunities, stages, timeZone } = pipeline;
	if (sheetId === null) {
		const history = stageDateHistory(opportunities, stages, timeZone);
		if (history === null) throw new Failure('badHistory', { sheet: '' });
		return history;
	}
	const { document } = execution;
	const sheet = document.findSheet(sheetId, []);
	if (sheet === null) throw new Failure('sheetGone');
	const grid = readValues(sheet);
	if (historyColumns(grid) === null) throw new Failure('badHistory', { sheet: sheet.getSheetName() });
	return readHistory(grid, opportunities, stages, timeZone, document.locale);
}
