/**
 * Carrying out what the user confirmed: the Stages sheet, the drop-down, the settings. All of it or nothing.
 * Not here: what is proposed (proposal.ts).
 */
import type { Cell, Grid } from '../../core/cells/cell.ts';
import { columnCurrency } from '../../core/cells/format-currency.ts';
import { textKey } from '../../core/cells/text-key.ts';
import { tableText } from '../../core/history/log-table.ts';
import type { Field } from '../../core/model/opportunity.ts';
import type { OutcomeStages } from '../../core/model/outcome.ts';
import type { Pipeline } from '../../core/model/pipeline.ts';
import type { Settings } from '../../core/model/settings.ts';
import { DEFAULT_SETTINGS } from '../../core/model/settings-check.ts';
import type { Stage, StageList } from '../../core/model/stage.ts';
import { readStageTable, stageTableRows } from '../../core/stage-list/stage-table.ts';
import { headingCurrency } from '../../core/table/amount-heading.ts';
import { readNumberFormats } from '../../sheet/amount-formats.ts';
import { markColumns } from '../../sheet/column-anchors.ts';
import { readValues } from '../../sheet/deal-sheet.ts';
import { withDocumentLock } from '../../sheet/document-lock.ts';
import { applyDropDown, columnRules } from '../../sheet/drop-down.ts';
import { asFailure, Failure } from '../../sheet/failure.ts';
import { saveSettings } from '../../sheet/settings-store.ts';
import { createStagesSheet, readStageCells, stageNameCells, writeStageCells } from '../../sheet/stages-sheet.ts';
import { stagesOf } from '../answers/stage-drafts.ts';
import type { SetUpChoice } from '../contract/sheet-and-settings.ts';
import type { Execution } from '../execution.ts';
import { formerNamesIn, foundStagesSheet, instantOf, pipelineOf, stageListOf } from '../pipeline-source.ts';
import { chosenTableId, nameFormerTable } from '../recording/chosen-table.ts';
import { createLog, knownLogSheet, recordingOf } from '../recording/history-recording.ts';
import { plannedStageRows } from './stage-writing.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The heading by which a column is found again; '' (found by its mark) where it has none or an earlier column has the same. */
function headingOf(headings: readonly Cell[], column: number): string {
	const heading = String(headings[column] ?? '');
	return headings.findIndex((other) => textKey(String(other)) === textKey(heading)) === column ? heading : '';
}

/**
 * @throws Failure with the state of before restored as far as Google allows
 */
export function setUp(execution: Execution, choice: SetUpChoice): void {
	const { document } = execution;
	if (document.stored.state === 'newer') throw new Failure('settingsNewer');
	if (document.stored.state === 'damaged') throw new Failure('settingsDamaged');
	const deals = document.sheets.find((sheet) => sheet.getSheetId() === choice.sheetId);
	if (deals === undefined) throw new Failure('dealSheetGone', { sheet: String(choice.sheetId) });
	const stageColumn = choice.columns.stage;
	if (stageColumn === undefined) throw new Failure('stageColumnGone', { heading: '', sheet: deals.getSheetName() });
	if (choice.headerRow > deals.getMaxRows() || Math.max(...Object.values(choice.columns)) >= deals.getMaxColumns())
		throw new Failure('badRequest', { what: 'columns' });
	const grid = readValues(deals);
	withDocumentLock(() => {
		// What others have saved since this execution began is kept.
		document.forget();
		const { stored } = document;
		// A sheet that happens to be called Stages and holds no list is the user's, and may be the deal sheet: it stays as it is.
		const found = foundStagesSheet(document);
		const own = found?.getSheetId() === choice.sheetId ? null : found;
		const former = own === null ? [] : readStageCells(own);
		const before = readStageTable(former, formerNamesIn(document)).stages;
		const stages = stagesOf(choice.stages, before, execution.stamp);
		const list = stageListOf(stages);
		const rows = stageTableRows(stages, execution.language);
		const changed = plannedStageRows(execution, former, stages);
		const undo: (() => void)[] = [];
		try {
			const sheet =
				own ?? createStagesSheet(document.spreadsheet, document.sheets, execution.say('sheet.stages'), rows);
			if (own === null) undo.push(() => document.spreadsheet.deleteSheet(sheet));
			else {
				undo.push(() => writeStageCells(own, changed.cells, former, changed.columns));
				writeStageCells(own, former, changed.cells, changed.columns);
			}
			const rules = columnRules(deals, stageColumn);
			undo.push(() => rules.restore());
			const help = execution.say('dropDown.help', { sheet: sheet.getSheetName() });
			const isStrict = stored.settings?.strictStages ?? false;
			const names = stageNameCells(sheet, own === null ? rows : changed.cells);
			const { outcome } = applyDropDown(deals, names, stageColumn, choice.headerRow - 1, isStrict, help);
			markColumns(deals, choice.columns);
			const known = knownLogSheet(document);
			const hasIds = choice.columns.id !== undefined;
			const table = chosenTableId(execution, deals, known);
			if (known !== null) nameFormerTable(execution, known, table);
			const log = { sheets: [...document.sheets.filter((other) => other !== sheet), sheet], table };
			const pipeline = chosenPipeline(execution, choice, grid, list);
			const history = known ?? (hasIds ? firstLog(execution, pipeline, deals, grid, log) : null);
			if (known === null && history !== null) undo.push(() => document.spreadsheet.deleteSheet(history));
			saveSettings(
				stored,
				settingsFor(execution, choice, grid, deals, stages),
				{
					...stored.sheets,
					stages: sheet.getSheetId(),
					table,
					...(history === null ? {} : { history: history.getSheetId() }),
				},
				execution.stamp,
				history === null ? '' : document.timeZone.name,
			);
			undo.length = 0;
			const refused = outcome === 'refused' ? 'toast.dropDownRefused' : null;
			const recording = recordingText(execution, pipeline, history);
			tell(execution, refused === null ? recording : `${execution.say(refused)} ${recording}`);
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
	});
	document.forget();
}

/** A failing toast must not take back what is done and saved. */
function tell(execution: Execution, text: string): void {
	try {
		execution.document.spreadsheet.toast(text, 'Stagekeeper', 15);
	} catch (thrown) {
		console.error(asFailure(thrown).code);
	}
}

/** What is said about recording: the same as funnel and Check say. */
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
		outcomeStages: stagesByName(outcomeStages, stages.all),
	};
	return pipelineOf(document, grid, found, stages, instantOf(document, now), null);
}

/** The history begins with where each deal stands now. */
function firstLog(
	execution: Execution,
	pipeline: Pipeline,
	deals: Sheet,
	grid: Grid,
	{ sheets, table }: { readonly sheets: readonly Sheet[]; readonly table: string },
): Sheet {
	return createLog(execution, pipeline, grid, sheets, tableText(deals.getSheetName(), table));
}

function settingsFor(
	execution: Execution,
	choice: SetUpChoice,
	grid: Grid,
	deals: Sheet,
	stages: readonly Stage[],
): Settings {
	const headings = grid[choice.headerRow - 1] ?? [];
	const columns: Partial<Record<Field, string>> = {};
	for (const [field, column] of Object.entries(choice.columns) as [Field, number][])
		columns[field] = headingOf(headings, column);
	const stageDateColumns: Record<string, string> = {};
	for (const { stage, column } of choice.stageDates) {
		const owner = stages.find(({ name, aliases }) =>
			[name, ...aliases].some((other) => textKey(other) === textKey(stage)),
		);
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
		currency: execution.document.stored.settings?.currency || shownCurrency(deals, grid, choice),
	};
}

/** Ids of the stages that take the deals of each end; one that was renamed meanwhile keeps its former name as an alias. */
function stagesByName(names: OutcomeStages, stages: readonly Stage[]): OutcomeStages {
	return Object.fromEntries(
		Object.entries(names).flatMap(([end, name]) => {
			const stage = stages.find((one) => [one.name, ...one.aliases].some((other) => textKey(other) === textKey(name)));
			return stage === undefined ? [] : [[end, stage.id]];
		}),
	);
}

/** What the formats of the amounts say, and the heading beside them; '' where they say nothing. */
function shownCurrency(deals: Sheet, grid: Grid, { headerRow, columns: { amount } }: SetUpChoice): string {
	if (amount === undefined) return '';
	const formats = readNumberFormats(deals, amount, headerRow, grid);
	const ofHeading = headingCurrency(String(grid[headerRow - 1]?.[amount] ?? ''));
	return columnCurrency(formats.values(), ofHeading);
}
