/**
 * Carrying out what the user confirmed: the Stages sheet, the drop-down, the settings. All of it or nothing.
 * Not here: what is proposed (proposal.ts).
 */
import type { Cell, Grid } from '../../core/cells/cell.ts';
import { cellText } from '../../core/cells/cell-text.ts';
import { columnCurrency } from '../../core/cells/format-currency.ts';
import { textKey } from '../../core/cells/text-key.ts';
import { tableText } from '../../core/history/log-table.ts';
import type { Field } from '../../core/model/opportunity.ts';
import type { OutcomeStages } from '../../core/model/outcome.ts';
import type { Pipeline } from '../../core/model/pipeline.ts';
import type { Settings } from '../../core/model/settings.ts';
import { DEFAULT_SETTINGS } from '../../core/model/settings-check.ts';
import type { Stage, StageList } from '../../core/model/stage.ts';
import type { StageRows } from '../../core/stage-list/stage-rows.ts';
import { readStageTable, stageTableRows } from '../../core/stage-list/stage-table.ts';
import { headingCurrency } from '../../core/table/amount-heading.ts';
import { readNumberFormats } from '../../sheet/amount-formats.ts';
import { markColumns, readRow } from '../../sheet/column-anchors.ts';
import { readValues } from '../../sheet/deal-sheet.ts';
import { withDocumentLock } from '../../sheet/document-lock.ts';
import { applyDropDown, columnRules } from '../../sheet/drop-down.ts';
import { asFailure, Failure } from '../../sheet/failure.ts';
import { saveSettings } from '../../sheet/settings-store.ts';
import { takeAway } from '../../sheet/sheets.ts';
import { createStagesSheet, readStageCells, stageNameCells, writeStageCells } from '../../sheet/stages-sheet.ts';
import { stagesOf } from '../answers/stage-drafts.ts';
import type { SetUpChoice } from '../contract/sheet-and-settings.ts';
import type { Execution } from '../execution.ts';
import { refreshFormulas } from '../formula-revision.ts';
import { formerNamesIn, foundStagesSheet, instantOf, pipelineOf, stageListOf } from '../pipeline-source.ts';
import { chosenTableId, nameFormerTable } from '../recording/chosen-table.ts';
import { createLog, knownLogSheet, recordingOf } from '../recording/history-recording.ts';
import { matchStageColors } from './stage-colors.ts';
import { plannedStageRows } from './stage-writing.ts';
import { requireSame, requireSameHeadings, requireSameStages } from './stale-page.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * The heading by which a column is found again; '' (found by its mark) where it has none or an earlier column has the
 * same.
 */
function headingOf(headings: readonly Cell[], column: number): string {
	const heading = String(headings[column] ?? '');
	return headings.findIndex((other) => textKey(String(other)) === textKey(heading)) === column ? heading : '';
}

/**
 * @throws Failure with the state of before restored as far as Google allows
 */
export function setUp(execution: Execution, choice: SetUpChoice): void {
	const { document } = execution;
	const { deals, stageColumn } = chosenSheet(execution, choice);
	const grid = readValues(deals);
	withDocumentLock(() => {
		// What others have saved since this execution began is kept.
		document.forget();
		const { stored } = document;
		const plan = stagePlan(execution, choice);
		requireSameView(execution, choice, grid);
		const { isRefused, pipeline, history } = orTakenBack((undo) => {
			const sheet = writeStages(execution, plan, undo);
			const isRefused = !offerStages(execution, choice, deals, stageColumn, sheet, plan, undo);
			markUnmoved(deals, choice, grid);
			const list = stageListOf(plan.stages);
			const pipeline = chosenPipeline(execution, choice, grid, list);
			const { history, table } = logOf(execution, choice, deals, grid, pipeline, sheet, undo);
			const ofHistory = history === null ? {} : { history: history.getSheetId() };
			saveSettings(
				stored,
				settingsFor(execution, choice, grid, deals, list),
				{ ...stored.sheets, stages: sheet.getSheetId(), table, ...ofHistory },
				execution.stamp,
				history === null ? '' : document.timeZone.name,
			);
			return { isRefused, pipeline, history };
		});
		const recording = recordingText(execution, pipeline, history);
		tell(execution, isRefused ? `${execution.say('toast.dropDownRefused')} ${recording}` : recording);
	});
	document.forget();
	refreshFormulas(execution);
	matchStageColors(execution);
}

/** @throws Failure where sheet or columns are not there, or the settings cannot be written */
function chosenSheet({ document }: Execution, choice: SetUpChoice): { deals: Sheet; stageColumn: number } {
	if (document.stored.state === 'newer') throw new Failure('settingsNewer');
	if (document.stored.state === 'damaged') throw new Failure('settingsDamaged');
	const deals = document.findSheet(choice.sheetId, []);
	if (deals === null) throw new Failure('dealSheetGone', { sheet: String(choice.sheetId) });
	const stageColumn = choice.columns.stage;
	if (stageColumn === undefined) throw new Failure('stageColumnGone', { heading: '', sheet: deals.getSheetName() });
	if (choice.headerRow > deals.getMaxRows() || Math.max(...Object.values(choice.columns)) >= deals.getMaxColumns())
		throw new Failure('badRequest', { what: 'columns' });
	return { deals, stageColumn };
}

/** The page showed the setup and the headings that are there. @throws Failure `setUpChanged` */
function requireSameView(
	{ document }: Execution,
	{ shown, headerRow, columns, stageDates, outcomes = [] }: SetUpChoice,
	grid: Grid,
): void {
	if (shown === undefined) return;
	requireSame(document.stored.settings ?? {}, shown.settings, 'setUpChanged');
	const chosen = [...Object.values(columns), ...[...stageDates, ...outcomes].map(({ column }) => column)];
	requireSameHeadings(grid[headerRow - 1] ?? [], shown.headings, chosen);
}

/** Carries out steps, each of which adds how it is taken back; when one fails, all before it are. */
function orTakenBack<T>(steps: (undo: (() => void)[]) => T): T {
	const undo: (() => void)[] = [];
	try {
		return steps(undo);
	} catch (thrown) {
		for (const step of undo.reverse()) {
			try {
				step();
			} catch {
				// The first failure is the one to report; what can still be taken back is taken back.
			}
		}
		throw thrown;
	}
}

/**
 * Marks the chosen columns. If someone moved a column before it was marked, the mark would point to another column for
 * good, so in that case none is marked.
 * @throws Failure `setUpChanged`
 */
function markUnmoved(deals: Sheet, { headerRow, columns }: SetUpChoice, grid: Grid): void {
	markColumns(deals, columns);
	const now = readRow(deals, headerRow);
	try {
		requireSameHeadings(
			now,
			(grid[headerRow - 1] ?? []).map((cell) => cellText(cell)),
			Object.values(columns),
		);
	} catch (thrown) {
		markColumns(deals, {});
		throw thrown;
	}
}

interface StagePlan {
	/** Null: a sheet is made. */
	readonly own: Sheet | null;
	readonly former: Grid;
	readonly stages: readonly Stage[];
	readonly rows: Grid;
	readonly changed: StageRows;
}

function stagePlan(execution: Execution, choice: SetUpChoice): StagePlan {
	const { document } = execution;
	// A sheet that happens to be called Stages and holds no list is the user's, and may be the deal sheet: it stays as it
	// is.
	const found = foundStagesSheet(document);
	const own = found?.getSheetId() === choice.sheetId ? null : found;
	const former = own === null ? [] : readStageCells(own);
	const before = readStageTable(former, formerNamesIn(document)).stages;
	requireSameStages(before, choice.shown?.stages, 'setUpChanged');
	const stages = stagesOf(choice.stages, before, execution.stamp);
	const rows = stageTableRows(stages, execution.language);
	return { own, former, stages, rows, changed: plannedStageRows(execution, former, stages) };
}

function writeStages(execution: Execution, { own, former, rows, changed }: StagePlan, undo: (() => void)[]): Sheet {
	const { spreadsheet, sheets } = execution.document;
	if (own === null) {
		const made = createStagesSheet(spreadsheet, sheets, execution.say('sheet.stages'), rows);
		undo.push(() => takeAway({ sheet: made, contents: rows }));
		return made;
	}
	undo.push(() => writeStageCells(own, changed.cells, former, changed.columns));
	writeStageCells(own, former, changed.cells, changed.columns);
	return own;
}

/** Puts the drop-down on the stage column; false when Google refuses it. */
function offerStages(
	execution: Execution,
	choice: SetUpChoice,
	deals: Sheet,
	stageColumn: number,
	sheet: Sheet,
	{ own, rows, changed }: StagePlan,
	undo: (() => void)[],
): boolean {
	const rules = columnRules(deals, stageColumn);
	undo.push(() => rules.restore());
	const help = execution.say('dropDown.help', { sheet: sheet.getSheetName() });
	const isStrict = execution.document.stored.settings?.strictStages ?? false;
	const names = stageNameCells(sheet, own === null ? rows : changed.cells);
	return applyDropDown(deals, names, stageColumn, choice.headerRow - 1, isStrict, help).outcome !== 'refused';
}

/**
 * The log of this table: the existing one, or a new one if deals have ids, which begins with each deal's current
 * stage.
 */
function logOf(
	execution: Execution,
	choice: SetUpChoice,
	deals: Sheet,
	grid: Grid,
	pipeline: Pipeline,
	stages: Sheet,
	undo: (() => void)[],
): { readonly history: Sheet | null; readonly table: string } {
	const { document } = execution;
	const known = knownLogSheet(document);
	const table = chosenTableId(execution, deals, known);
	if (known !== null) nameFormerTable(execution, known, table);
	if (known !== null || choice.columns.id === undefined) return { history: known, table };
	const sheets = [...document.sheets.filter((other) => other !== stages), stages];
	const made = createLog(execution, pipeline, grid, sheets, tableText(deals.getSheetName(), table));
	undo.push(() => takeAway(made));
	return { history: made.sheet, table };
}

/** A failing toast must not take back what is done and saved. */
function tell(execution: Execution, text: string): void {
	try {
		execution.document.spreadsheet.toast(text, 'Stagekeeper', 15);
	} catch (thrown) {
		console.error(asFailure(thrown).code);
	}
}

/** The message about recording, the same as in the funnel and in Check. */
function recordingText(execution: Execution, { opportunities }: Pipeline, history: Sheet | null): string {
	const { state, leftOut } = recordingOf(opportunities, history !== null, false);
	if (history === null || state === 'noIds') return execution.say('toast.noIds');
	const sheet = history.getSheetName();
	return leftOut === 0
		? execution.say('toast.recording', { sheet })
		: execution.say('toast.recordingSome', { sheet, count: leftOut });
}

/** The deals as they were chosen to be read. */
function chosenPipeline(
	{ document, now }: Execution,
	{ headerRow, columns, outcomes = [], outcomeStages = {} }: SetUpChoice,
	grid: Grid,
	stages: StageList,
): Pipeline {
	const found = {
		headerRow: headerRow - 1,
		columns,
		stageDates: [],
		outcomes,
		outcomeStages: stagesByName(outcomeStages, stages),
	};
	return pipelineOf(document, grid, found, stages, instantOf(document, now), null);
}

function settingsFor(execution: Execution, choice: SetUpChoice, grid: Grid, deals: Sheet, stages: StageList): Settings {
	const headings = grid[choice.headerRow - 1] ?? [];
	const columns: Partial<Record<Field, string>> = {};
	for (const [field, column] of Object.entries(choice.columns) as [Field, number][])
		columns[field] = headingOf(headings, column);
	const stageDateColumns: Record<string, string> = {};
	for (const { stage, column } of choice.stageDates) {
		const owner = stages.all[stages.positionOf(stage)];
		if (owner !== undefined && column < headings.length) stageDateColumns[owner.id] = headingOf(headings, column);
	}
	return {
		...DEFAULT_SETTINGS,
		...execution.document.stored.settings,
		dealSheetId: choice.sheetId,
		dealSheetName: deals.getSheetName(),
		headerRow: choice.headerRow,
		columns,
		stageDateColumns,
		outcomes: (choice.outcomes ?? []).flatMap(({ evidence, column, isDeciding }) => {
			const heading = headingOf(headings, column);
			return heading === '' ? [] : [{ evidence, heading, isDeciding }];
		}),
		outcomeStages: stagesByName(choice.outcomeStages ?? {}, stages),
		stageColors: choice.stageColors ?? execution.document.stored.settings?.stageColors ?? false,
		currency: execution.document.stored.settings?.currency || shownCurrency(deals, grid, choice),
	};
}

/**
 * Ids of the stages that take the deals of each end; one that was renamed meanwhile keeps its former name as an alias.
 */
function stagesByName(names: OutcomeStages, stages: StageList): OutcomeStages {
	return Object.fromEntries(
		Object.entries(names).flatMap(([end, name]) => {
			const stage = stages.all[stages.positionOf(name)];
			return stage === undefined ? [] : [[end, stage.id]];
		}),
	);
}

/** What the formats of the amounts say, and the heading beside them; '' when they say nothing. */
function shownCurrency(deals: Sheet, grid: Grid, { headerRow, columns: { amount } }: SetUpChoice): string {
	if (amount === undefined) return '';
	const formats = readNumberFormats(deals, amount, headerRow, grid);
	const ofHeading = headingCurrency(String(grid[headerRow - 1]?.[amount] ?? ''));
	return columnCurrency(formats.values(), ofHeading);
}
