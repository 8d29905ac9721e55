/**
 * Records stage changes: reads the deals, compares them with the log, and appends what is missing under the document
 * lock.
 * Not here: the comparison (core/history/reconcile.ts), the sheet (sheet/stage-history-sheet.ts).
 */
import type { Grid } from '../../core/cells/cell.ts';
import { historyColumns } from '../../core/detection/history-columns.ts';
import { tableText } from '../../core/history/log-table.ts';
import { identify, isLoaded, reconcile } from '../../core/history/reconcile.ts';
import { foldLog, GONE, LOG_HEADINGS, NO_STAGE_TEXT, type StageEvent } from '../../core/history/stage-log.ts';
import type { Opportunities } from '../../core/model/opportunity.ts';
import type { Pipeline } from '../../core/model/pipeline.ts';
import { withDocumentLock } from '../../sheet/document-lock.ts';
import { asFailure, Failure } from '../../sheet/failure.ts';
import type { OpenDocument } from '../../sheet/open-document.ts';
import { saveSettings, settingsOf, tableIdOf } from '../../sheet/settings-store.ts';
import { type MadeSheet, takeAway } from '../../sheet/sheets.ts';
import {
	appendEvents,
	createHistorySheet,
	isLogAsRead,
	isUsableLog,
	readHistoryCells,
} from '../../sheet/stage-history-sheet.ts';
import type { Recording } from '../contract/answer.ts';
import type { Execution } from '../execution.ts';
import { refreshFormulas } from '../formula-revision.ts';
import { type Configured, configuredPipeline, historySheetOf, nowOf, withHistory } from '../pipeline-source.ts';
import { inEveryLanguage } from '../texts.ts';
import { closeDays } from './close-days.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Why the deals are looked at. `rows` (1-based) are those that a person has just edited; `by` is that person, '' when
 * the name is not recorded.
 */
export interface Occasion {
	readonly rows: { readonly first: number; readonly last: number } | null;
	readonly by: string;
}

export const A_LOOK: Occasion = { rows: null, by: '' };

/**
 * The changes that the log lacks; empty when there is no readable log.
 * @param observedAt read from the clock after the cells, so that their content was there before this instant
 */
export function missingEvents(
	{ settings, pipeline, table, log, lastLookAt }: Configured,
	occasion: Occasion,
	observedAt: number,
): readonly StageEvent[] {
	if (log === null || !isUsableLog(log.grid)) return [];
	const { opportunities, stages, timeZone } = pipeline;
	const fold = foldLog(log.grid, timeZone, log.table);
	const look = {
		table: tableText(settings.dealSheetName, log.table.id),
		expectedClose: closeDays(opportunities, timeZone, table.grid),
		observedAt,
		lastLookAt: fold.byDeal.size === 0 ? Number.NaN : lastLookAt,
		by: '',
		source: 'reconcile',
	} as const;
	return attributed(reconcile(fold, opportunities, stages, table.grid, look).events, opportunities, occasion);
}

/** Attributes changes in the edited rows to this edit; other changes were only found along the way. */
function attributed(
	events: readonly StageEvent[],
	opportunities: Opportunities,
	{ rows, by }: Occasion,
): readonly StageEvent[] {
	if (rows === null || events.length === 0) return events;
	const { unique } = identify(opportunities);
	return events.map((event): StageEvent => {
		const deal = unique.get(event.dealId);
		const row = deal === undefined ? 0 : (opportunities.gridRows[deal] as number) + 1;
		return event.source === 'assumed' || row < rows.first || row > rows.last ? event : { ...event, by, source: 'edit' };
	});
}

/** Whether every deal has a unique id and was compared: then any change found later was made after this look. */
function isComplete({ pipeline, table, log }: Configured): boolean {
	const { duplicates, missing } = identify(pipeline.opportunities);
	return (
		log !== null &&
		isUsableLog(log.grid) &&
		duplicates.size === 0 &&
		missing.length === 0 &&
		isLoaded(pipeline.opportunities, table.grid)
	);
}

/** What one reading of the document showed. */
interface Sight {
	readonly configured: Configured;
	readonly events: readonly StageEvent[];
	/** Every change after this instant will be seen; NaN means unknown. */
	readonly lookAt: number;
}

function lookOnce(execution: Execution, occasion: Occasion): Sight {
	const begun = execution.instant();
	const configured = configuredPipeline(execution.document, nowOf(execution));
	const observedAt = execution.instant();
	return {
		configured,
		events: missingEvents(configured, occasion, observedAt),
		lookAt: isComplete(configured) ? begun : Number.NaN,
	};
}

/**
 * Google returns a sheet's extent, its values and the position of a marked column in separate calls. What others do
 * between these calls can leave rows unread, which then look like vanished deals, blank stages or unique ids, or can
 * make another column look like the stage.
 */
function isDoubtful({ configured: { table }, events }: Sight): boolean {
	return table.isByMark || !table.isWhole || events.some(({ to }) => to === GONE || to === NO_STAGE_TEXT);
}

function isSame({ events: some }: Sight, { events: others }: Sight): boolean {
	const told = (list: readonly StageEvent[]): string =>
		JSON.stringify(list.map(({ dealId, sequence, from, to }) => [dealId, sequence, from, to]));
	return told(some) === told(others);
}

export interface Recorded extends Configured {
	/** Every change after this instant will be seen; NaN means unknown. */
	readonly lookAt: number;
	/** Whether some of the changes that were seen could not be recorded. */
	readonly isBehind: boolean;
}

/** Which deals have their changes recorded: the single source for the toast, the Check tab and the funnel. */
export function recordingOf(opportunities: Opportunities, hasLog: boolean, isBehind: boolean): Recording {
	const { unique } = identify(opportunities);
	const leftOut = opportunities.count - unique.size;
	if (opportunities.count > 0 && unique.size === 0) return { state: 'noIds', leftOut };
	return { state: isBehind ? 'behind' : hasLog ? 'on' : 'off', leftOut };
}

/**
 * The configured pipeline with its history brought up to date.
 * Without changes nothing is locked or written. A failure to record never hides the funnel: the next look compares
 * again.
 */
export function recordedPipeline(execution: Execution, occasion: Occasion = A_LOOK): Recorded {
	const seen = lookOnce(execution, occasion);
	const { log } = seen.configured;
	if (seen.events.length === 0)
		return { ...seen.configured, lookAt: seen.lookAt, isBehind: log !== null && !isUsableLog(log.grid) };
	try {
		const recorded = withDocumentLock(() => recordedUnderLock(execution, occasion, seen));
		// Only after the lock is released are the new rows there for everyone.
		refreshFormulas(execution);
		return recorded;
	} catch (thrown) {
		console.error(`stage history: ${asFailure(thrown).code}`);
		// On a lock timeout, the execution that holds the lock records the same changes. Any other refusal by Google may
		// last, so it is reported.
		const isRecording = thrown instanceof Failure && thrown.code === 'lockTimeout';
		return { ...seen.configured, lookAt: Number.NaN, isBehind: !isRecording };
	}
}

/**
 * What was seen before taking the lock was true at that instant and newer than the log. If the log is unchanged, these
 * events are still the missing ones and can be appended. Otherwise another execution was faster, and everything is read
 * again; so is a doubtful reading.
 */
function recordedUnderLock(execution: Execution, occasion: Occasion, seen: Sight): Recorded {
	const { log } = seen.configured;
	if (log !== null && !isDoubtful(seen) && isLogAsRead(log.sheet, log.grid)) return appended(execution, seen);
	execution.document.forget();
	const fresh = lookOnce(execution, occasion);
	// A reading that may be torn counts only when a second reading agrees.
	const isSure = !isDoubtful(fresh) || isSame(fresh, seen) || isSame(fresh, lookOnce(execution, occasion));
	return isSure ? appended(execution, fresh) : { ...fresh.configured, lookAt: Number.NaN, isBehind: false };
}

/** Under the lock. */
function appended(execution: Execution, { configured, events, lookAt }: Sight): Recorded {
	const { log, pipeline } = configured;
	const isBehind = false;
	if (log === null || events.length === 0) return { ...configured, lookAt, isBehind };
	const rows = appendEvents(log.sheet, log.grid, events, pipeline.timeZone, () => LOG_HEADINGS[execution.language]);
	// "Now" is read again; otherwise the new rows would lie in its future.
	const now = nowOf(execution)();
	return {
		...configured,
		lookAt,
		isBehind,
		pipeline: withHistory(pipeline, now, { grid: [...log.grid, ...rows], table: log.table }, execution.document.locale),
	};
}

/** Creates, under the lock, a history sheet whose first rows hold the current stage of each deal. */
export function createLog(
	execution: Execution,
	pipeline: Pipeline,
	grid: Grid,
	sheets: readonly Sheet[],
	table: string,
): MadeSheet {
	const { spreadsheet } = execution.document;
	const expectedClose = closeDays(pipeline.opportunities, pipeline.timeZone, grid);
	const look = {
		table,
		expectedClose,
		observedAt: execution.instant(),
		lastLookAt: Number.NaN,
		by: '',
		source: 'assumed',
	} as const;
	const { events } = reconcile(foldLog([], pipeline.timeZone), pipeline.opportunities, pipeline.stages, grid, look);
	return createHistorySheet(
		spreadsheet,
		sheets,
		execution.say('sheet.history'),
		LOG_HEADINGS[execution.language],
		events,
		pipeline.timeZone,
	);
}

/** The existing log: the sheet with the stored id, or a log that came with a copied file. */
export function knownLogSheet(document: OpenDocument): Sheet | null {
	const { history } = document.stored.sheets;
	const sheet = document.findSheet(history, inEveryLanguage('sheet.history'));
	return sheet === null || sheet.getSheetId() === history || historyColumns(readHistoryCells(sheet))?.isOwnLog
		? sheet
		: null;
}

/**
 * The deals for a new log, which must not start from a torn reading (see isDoubtful).
 * @throws Failure `sheetChanged` when two readings differ
 */
function steadyPipeline(execution: Execution): Configured {
	const first = configuredPipeline(execution.document, nowOf(execution));
	if (!first.table.isByMark && first.table.isWhole) return first;
	const second = configuredPipeline(execution.document, nowOf(execution));
	const told = ({ table: { columns, grid } }: Configured): string => JSON.stringify([columns, grid]);
	if (told(first) !== told(second)) throw new Failure('sheetChanged');
	return second;
}

/**
 * Creates the history sheet when there is none.
 * @throws Failure `noIdColumn`, `sheetChanged`, and the failures of settings that cannot be saved
 */
export function startRecording(execution: Execution): void {
	const { document } = execution;
	if (settingsOf(document.stored).columns.id === undefined) throw new Failure('noIdColumn');
	if (document.stored.state !== 'good')
		throw new Failure(document.stored.state === 'newer' ? 'settingsNewer' : 'settingsDamaged');
	if (historySheetOf(document) !== null) return;
	withDocumentLock(() => {
		document.forget();
		const { stored } = document;
		const known = knownLogSheet(document);
		const { pipeline, table } = steadyPipeline(execution);
		const name = tableText(settingsOf(stored).dealSheetName, tableIdOf(stored));
		const made = known === null ? createLog(execution, pipeline, table.grid, document.sheets, name) : null;
		const sheet = made?.sheet ?? (known as Sheet);
		try {
			saveSettings(
				stored,
				settingsOf(stored),
				{ ...stored.sheets, history: sheet.getSheetId() },
				execution.stamp,
				document.timeZone.name,
			);
		} catch (thrown) {
			if (made !== null) takeAway(made);
			throw thrown;
		}
	});
	refreshFormulas(execution);
	document.forget();
}
