/**
 * Recording stage changes: look, compare with the log, append what is missing, under the document's lock.
 * Not here: the comparison (core/reconcile.ts), the sheet (sheet/stage-history-sheet.ts).
 */
import { readHistory } from '../core/history-table.ts';
import { reconcile } from '../core/reconcile.ts';
import type { TransitionSource } from '../core/stage-history.ts';
import { foldLog, LOG_HEADINGS, type StageEvent } from '../core/stage-log.ts';
import { withDocumentLock } from '../sheet/document-lock.ts';
import { asFailure } from '../sheet/failure.ts';
import { saveSettings, settingsOf } from '../sheet/settings-store.ts';
import { appendEvents, createHistorySheet } from '../sheet/stage-history-sheet.ts';
import { type Configured, configuredPipeline, historySheetOf, instantOf } from './pipeline-source.ts';
import type { Visit } from './visit.ts';
import { inEveryLanguage } from './words.ts';

/** @param observedAt an instant after the table was read: what is in it was in the cells by then */
function missingEvents({ pipeline, table, log }: Configured, source: TransitionSource, observedAt: number): readonly StageEvent[] {
	if (log === null) return [];
	const look = { observedAt, lastLookAt: Number.NaN, by: '', source };
	return reconcile(foldLog(log.grid, pipeline.timeZone), pipeline.opportunities, pipeline.stages, table.grid, look).events;
}

/**
 * The configured pipeline with its history brought up to date. Without changes nothing is locked or written.
 * A failure to record never hides the funnel: the next look compares again.
 */
export function recordedPipeline(visit: Visit, source: TransitionSource): Configured {
	const { document } = visit;
	const seen = configuredPipeline(document, instantOf(document, visit.now));
	if (missingEvents(seen, source, visit.now).length === 0) return seen;
	try {
		return withDocumentLock(() => {
			// Another execution may have changed the table and the log since: what counts is read under the lock.
			const fresh = configuredPipeline(document, instantOf(document, visit.now), seen.pipeline.stages);
			const events = missingEvents(fresh, source, visit.instant());
			if (events.length === 0 || fresh.log === null) return fresh;
			const { opportunities, stages, timeZone } = fresh.pipeline;
			const rows = appendEvents(fresh.log.sheet, fresh.log.grid, events, timeZone);
			return {
				...fresh,
				pipeline: { ...fresh.pipeline, history: readHistory([...fresh.log.grid, ...rows], opportunities, stages, timeZone) },
			};
		});
	} catch (thrown) {
		console.error(`stage history: ${asFailure(thrown).message}`);
		return seen;
	}
}

/** Makes the history sheet where there is none, when the deals have ids; its first events say where each deal stands now. */
export function startRecording(visit: Visit): void {
	const { document } = visit;
	const { stored } = document;
	const settings = settingsOf(stored);
	if (settings.columns.id === undefined || stored.state !== 'good' || historySheetOf(document) !== null) return;
	withDocumentLock(() => {
		const known = document.findSheet(stored.sheets.history, inEveryLanguage('sheet.history'));
		const sheet =
			known ?? createHistorySheet(document.spreadsheet, document.sheets, visit.say('sheet.history'), LOG_HEADINGS[visit.language]);
		saveSettings(stored, settings, { ...stored.sheets, history: sheet.getSheetId() }, visit.stamp);
	});
	document.forget();
}
