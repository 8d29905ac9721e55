/**
 * From the document, or from the ranges of a formula, to the Pipeline that every metric reads.
 * Not here: reading cells (sheet/), reading values (core/table/table.ts).
 */

import type { Cell, Grid } from '../core/cells/cell.ts';
import { isDate } from '../core/cells/cell.ts';
import { parseDateText } from '../core/cells/date-text.ts';
import type { Issue } from '../core/cells/issue.ts';
import { outcomeRule, outcomeTable } from '../core/detection/outcome-rule.ts';
import { rowsOfDeals } from '../core/detection/stage-tally.ts';
import { detectTable } from '../core/detection/table-detection.ts';
import { readHistory } from '../core/history/history-table.ts';
import type { LogTable } from '../core/history/log-table.ts';
import { loggedNames } from '../core/history/logged-names.ts';
import type { Pipeline } from '../core/model/pipeline.ts';
import type { Settings } from '../core/model/settings.ts';
import { type Stage, StageList } from '../core/model/stage.ts';
import type { StageHistory } from '../core/model/stage-history.ts';
import { type FormerNames, isStageList, readStageTable } from '../core/stage-list/stage-table.ts';
import { stageTableIssues } from '../core/stage-list/stage-table-issues.ts';
import { readTable } from '../core/table/table.ts';
import { DAY_MS } from '../core/time/calendar-day.ts';
import type { TimeZone } from '../core/time/time-zone.ts';
import {
	columnsByHeading,
	type DealTable,
	type FoundColumns,
	headerRowOf,
	readDealTable,
} from '../sheet/deal-sheet.ts';
import { Failure } from '../sheet/failure.ts';
import type { OpenDocument } from '../sheet/open-document.ts';
import { type Stored, settingsOf, tableIdOf } from '../sheet/settings-store.ts';
import { readHistoryCells } from '../sheet/stage-history-sheet.ts';
import { readStageCells } from '../sheet/stages-sheet.ts';
import { inEveryLanguage } from './texts.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** An instant in UTC days and its calendar day. */
export interface AsOf {
	readonly asOf: number;
	readonly asOfDay: number;
}

/** A table of stage changes. @param table of our own log, the table whose rows count; null: all of them */
export interface Changes {
	readonly grid: Grid;
	readonly table: LogTable | null;
}

interface Log extends Changes {
	readonly sheet: Sheet;
	readonly table: LogTable;
}

export interface Configured {
	readonly settings: Settings;
	readonly table: DealTable;
	readonly pipeline: Pipeline;
	/** Cells of the stage list that could not be read; rows and columns are those of its sheet. */
	readonly stageIssues: readonly Issue[];
	/** Our log of stage changes as it was read; null when none is kept. */
	readonly log: Log | null;
	/** Instant of the last look at every deal that was kept; NaN means unknown. */
	readonly lastLookAt: number;
}

/**
 * Our stage list: by its id, else a sheet of its name that holds such a list; null without one. Any other sheet of that
 * name is the user's.
 */
export function foundStagesSheet(document: OpenDocument): Sheet | null {
	const { stages } = document.stored.sheets;
	const sheet = document.findSheet(stages, inEveryLanguage('sheet.stages'));
	return sheet === null || sheet.getSheetId() === stages || isStageList(readStageCells(sheet)) ? sheet : null;
}

/** @throws Failure `stagesSheetGone` */
export function stagesSheetOf(document: OpenDocument): Sheet {
	const sheet = foundStagesSheet(document);
	if (sheet === null) throw new Failure('stagesSheetGone');
	return sheet;
}

/** A usable list. @throws Failure that names what makes it unusable */
export function stageListOf(stages: readonly Stage[]): StageList {
	const list = new StageList(stages);
	const problem = list.problems()[0];
	if (problem === undefined) return list;
	if (problem.code === 'sameKey') throw new Failure('sameStageName', { first: problem.first, second: problem.second });
	if (problem.code === 'emptyName') throw new Failure('emptyStageName', { position: problem.position + 1 });
	throw new Failure(problem.code);
}

/** The list in the Stages sheet: one read. @throws Failure `stagesSheetGone`, `badStages` and those of stageListOf */
export function configuredStages(document: OpenDocument): StageList {
	return readStages(document).list;
}

/** What the log calls a stage: it is read when that is asked. */
export function formerNamesIn(document: OpenDocument): FormerNames {
	return (id) => {
		const sheet = historySheetOf(document);
		return sheet === null ? [] : loggedNames(readHistoryCells(sheet), id);
	};
}

function readStages(document: OpenDocument): { readonly list: StageList; readonly issues: readonly Issue[] } {
	const sheet = stagesSheetOf(document);
	const table = readStageTable(readStageCells(sheet), formerNamesIn(document));
	if (table.stages.length === 0) throw new Failure('badStages', { sheet: sheet.getSheetName() });
	return { list: stageListOf(table.stages), issues: stageTableIssues(table) };
}

/**
 * The configured deal table with the configured stages, or with those of a formula.
 * @param at asked after the cells were read, so that what the log has just got is not later than "now"
 * @throws Failure when something of it is gone
 */
export function configuredPipeline(document: OpenDocument, at: () => AsOf, stages?: StageList): Configured {
	const settings = settingsOf(document.stored);
	const { list, issues } = stages === undefined ? readStages(document) : { list: stages, issues: [] };
	// The log is read before the deals, so that the deals compared with it are newer than everything in it.
	const sheet = historySheetOf(document);
	const log = sheet === null ? null : { sheet, grid: readHistoryCells(sheet), table: configuredTable(document.stored) };
	const table = readDealTable(document, settings);
	const { lookAt: lastLookAt } = document.stored;
	return {
		settings,
		table,
		stageIssues: issues,
		log,
		lastLookAt,
		pipeline: pipelineOf(document, table.grid, table, list, at(), log),
	};
}

/** The configured table as its log knows it. */
export function configuredTable(stored: Stored): LogTable {
	return { id: tableIdOf(stored), hasUnnamed: true };
}

/** The sheet of our log, also one of its name that took its place; null when none was made or it was deleted. */
export function historySheetOf(document: OpenDocument): Sheet | null {
	const id = document.stored.sheets.history;
	if (id === undefined) return null;
	return document.findSheet(id, inEveryLanguage('sheet.history'));
}

/**
 * Where the columns of a formula's own range are: by the configured headings, else as detected. Null: no deal table.
 */
export function tableInRange(grid: Grid, settings: Settings | null): Located | null {
	if (settings !== null) {
		const headerRow = headerRowOf(grid, settings);
		const found = columnsByHeading(grid[headerRow] ?? [], settings);
		if (found.columns.stage !== undefined) return { headerRow, ...found };
	}
	const detection = detectTable(grid);
	if (detection.obstacle !== null) return null;
	const columns = Object.fromEntries([...detection.columns].map(([field, { column }]) => [field, column]));
	const rows = rowsOfDeals(grid, detection);
	const { columns: outcomes } = outcomeRule({ ...outcomeTable(grid, detection), rows }, detection.outcomes);
	const outcomeStages = settings?.outcomeStages ?? {};
	return {
		headerRow: detection.headerRow,
		columns,
		stageDates: [],
		byName: detection.stageDates,
		outcomes,
		outcomeStages,
	};
}

/**
 * A table whose heading row and columns are known; `byName` are per-stage date columns that are known by the stage's
 * name only.
 */
interface Located extends FoundColumns {
	/** 0-based. */
	readonly headerRow: number;
	readonly byName?: readonly { readonly stage: string; readonly column: number }[];
}

/** @param history ours or a foreign one; null without one */
export function pipelineOf(
	document: OpenDocument,
	grid: Grid,
	found: Located,
	stages: StageList,
	at: AsOf,
	history: Changes | null,
): Pipeline {
	const { timeZone, locale } = document;
	const byId = found.stageDates.flatMap(({ stageId, column }) => {
		const position = stages.positionOfId(stageId);
		return position < 0 ? [] : [{ stage: (stages.all[position] as Stage).name, column }];
	});
	const opportunities = readTable(grid, {
		headerRow: found.headerRow,
		columns: found.columns,
		stageDates: [...byId, ...(found.byName ?? [])],
		outcomes: found.outcomes,
		outcomeStages: found.outcomeStages,
		stages,
		timeZone,
		locale,
		currency: document.stored.settings?.currency ?? '',
		dealLines: document.stored.settings?.dealLines ?? 'each',
		asOfDay: at.asOfDay,
	});
	return withHistory({ stages, opportunities, timeZone }, at, history, locale);
}

/**
 * The pipeline with the history of this table, which is read when it is first asked for: most edits never do.
 * @param changes null without one, a question where finding it out costs a read
 */
export function withHistory(
	{ stages, opportunities, timeZone }: Pick<Pipeline, 'stages' | 'opportunities' | 'timeZone'>,
	at: AsOf,
	changes: Changes | null | (() => Changes | null),
	locale: string,
): Pipeline {
	let known: StageHistory | null | undefined;
	return {
		stages,
		opportunities,
		get history() {
			if (known === undefined) {
				const read = typeof changes === 'function' ? changes() : changes;
				known = read === null ? null : readHistory(read.grid, opportunities, stages, timeZone, locale, at, read.table);
			}
			return known;
		},
		...at,
		timeZone,
		isNow: true,
	};
}

export function instantOf(document: OpenDocument, now: number): AsOf {
	return { asOf: now / DAY_MS, asOfDay: document.timeZone.dayOf(now) };
}

/** "Now" as a question, for what is read in this execution. */
export function nowOf(execution: { readonly document: OpenDocument; instant(): number }): () => AsOf {
	return () => instantOf(execution.document, execution.instant());
}

/** The day of a date, or of a text that leaves no choice; NaN for anything else. */
export function dayOfCell(cell: Cell, zone: TimeZone): number {
	if (isDate(cell)) return zone.dayOf(cell.getTime());
	const text = typeof cell === 'string' ? parseDateText(cell) : null;
	// A year of another era alone may be a slip: no column around it says that it is none.
	return text === null || text.isOtherEra === true ? Number.NaN : text.day;
}

/** The end of the day that a cell or text names; null when it names none. */
export function asOfCell(document: OpenDocument, cell: Cell): AsOf | null {
	const zone = document.timeZone;
	const day = dayOfCell(cell, zone);
	if (Number.isNaN(day)) return null;
	return { asOf: zone.instantOf((day + 1) * DAY_MS) / DAY_MS, asOfDay: day };
}
