/**
 * The one adapter behind every custom function: arguments in, cells out. Not here: the grammar and the figures
 * (core/metrics).
 */
import { type Cell, type Grid, isDate } from '../../core/cells/cell.ts';
import { historyColumns } from '../../core/detection/history-columns.ts';
import { type SplitCall, splitCall } from '../../core/formula/arguments.ts';
import { asOfIn, type Evaluated, evaluate } from '../../core/formula/evaluate.ts';
import { evaluateStatistics } from '../../core/formula/evaluate-statistics.ts';
import { type Misuse, misused } from '../../core/formula/misuse.ts';
import { resultGrid } from '../../core/formula/result-grid.ts';
import { metricById } from '../../core/metrics/index.ts';
import { functionName, type MetricDefinition } from '../../core/metrics/metric.ts';
import type { Unit } from '../../core/model/metric-result.ts';
import type { Opportunities } from '../../core/model/opportunity.ts';
import { lookedAtFrom, type Pipeline } from '../../core/model/pipeline.ts';
import type { StageList } from '../../core/model/stage.ts';
import { readStageTable } from '../../core/stage-list/stage-table.ts';
import { pastPipeline } from '../../core/statistics/past-pipeline.ts';
import { isStatisticsTable, readStatisticsTable } from '../../core/statistics-table/read-table.ts';
import { readDealTable } from '../../sheet/deal-sheet.ts';
import { asFailure, Failure } from '../../sheet/failure.ts';
import type { OpenDocument } from '../../sheet/open-document.ts';
import { settingsOf } from '../../sheet/settings-store.ts';
import { readHistoryCells } from '../../sheet/stage-history-sheet.ts';
import { CellError, inCell } from '../doors.ts';
import type { Execution } from '../execution.ts';
import {
	type AsOf,
	asOfCell,
	type Changes,
	configuredPipeline,
	configuredStages,
	formerNamesIn,
	historySheetOf,
	nowOf,
	pipelineOf,
	stageListOf,
	tableInRange,
	withHistory,
} from '../pipeline-source.ts';
import { tableOfRange } from './formula-table.ts';

/**
 * @param id metric id
 * @param args what Google passes: a range as rows, one cell as a value, an omitted argument as undefined
 * @throws Error whose text starts with the function's name, for misuse and for what is not set up
 */
export function callMetric(id: string, args: ArrayLike<unknown>): Cell | Cell[][] {
	const definition = metricById(id);
	if (definition === undefined) throw new Error(`no metric has the id ${id}`);
	return inCell(functionName(id), (execution) => metricCells(execution, definition, Array.from(args)).cells);
}

export interface MetricCells {
	/** One value, or rows that spill. */
	readonly cells: Cell | Cell[][];
	/** What the numbers of each column are; empty when they differ within one. */
	readonly units: readonly Unit[];
}

/**
 * The one way from arguments to cells, for a cell, the preview and the report sheet.
 * @param known the configured pipeline, when it was read already
 * @throws CellError for misuse, Failure
 */
export function metricCells(
	execution: Execution,
	definition: MetricDefinition,
	args: readonly unknown[],
	known?: Pipeline,
): MetricCells {
	const split = splitCall(definition, args);
	if (!split.ok) throw misuse(execution, split.misuse);
	if (split.deals !== null && isStatisticsTable(split.deals))
		return cellsOf(execution, definition, fromStatistics(execution, definition, split, split.deals));
	const read = known ?? pipelineFor(execution, definition, split, nowOf(execution));
	const cell = asOfIn(definition, read, split.words);
	const pipeline = cell === null ? read : pipelineAsOf(execution, read, cell);
	const settings = execution.document.stored.settings ?? undefined;
	return cellsOf(execution, definition, evaluate(definition, pipeline, split.words, settings));
}

/** @throws CellError for misuse */
function cellsOf(execution: Execution, definition: MetricDefinition, evaluated: Evaluated): MetricCells {
	if (!evaluated.ok) throw misuse(execution, evaluated.misuse);
	const { result } = evaluated;
	return {
		cells: resultGrid(definition, result, execution.language, (code) =>
			execution.say(`title.${code}` as 'title.unknownStage'),
		),
		units:
			result.kind === 'measure'
				? [definition.unit as Unit]
				: result.isHeaderless
					? []
					: result.columns.map(({ unit }) => unit),
	};
}

/** From statistics that were counted elsewhere; they have their own stage list and history. */
function fromStatistics(
	{ document }: Execution,
	definition: MetricDefinition,
	{ words, stages, history }: SplitCall,
	grid: Grid,
): Evaluated {
	if (stages !== null || history !== null)
		return misused('notForThisFunction', { word: stages === null ? 'history' : 'stages' });
	const read = readStatisticsTable(grid);
	if (!read.ok) return misused('badStatistics', { row: read.row });
	return evaluateStatistics(definition, read.table, words, document.stored.settings ?? undefined);
}

/**
 * As the words of a call ask for it: deals that came later are not there.
 * @throws CellError when the cell is not a date
 */
function pipelineAsOf(execution: Execution, pipeline: Pipeline, cell: Cell): Pipeline {
	const at = asOfCell(execution.document, cell);
	if (at === null) throw new CellError(execution.say('misuse.badAsOf', { value: String(cell) }));
	const then = lookedAtFrom(pipeline, at);
	return at.asOfDay < pipeline.asOfDay ? pastPipeline(then) : then;
}

function pipelineFor(
	execution: Execution,
	{ id }: MetricDefinition,
	{ deals, stages, history }: Pick<SplitCall, 'deals' | 'stages' | 'history'>,
	at: () => AsOf,
): Pipeline {
	const { document } = execution;
	const list = stagesFor(execution, stages);
	if (history !== null && historyColumns(history) === null) throw new CellError(execution.say('misuse.noHistory'));
	if (deals === null) {
		const { pipeline } = configuredPipeline(document, at, list);
		return history === null ? pipeline : withHistory(pipeline, at(), { grid: history, table: null }, document.locale);
	}
	const table = tableInRange(deals, document.stored.settings);
	if (table === null) throw new CellError(execution.say('misuse.noTable'));
	if (isDealRow(deals[table.headerRow] ?? [], table.columns.stage, list))
		throw new CellError(execution.say('misuse.noHeadings', { row: document.stored.settings?.headerRow ?? 1 }));
	const pipeline = pipelineOf(document, deals, table, list, at(), null);
	const changes = (): Changes | null => {
		const own = history === null ? historySheetOf(document) : null;
		const grid = own === null ? history : readHistoryCells(own);
		if (grid === null || (own === null && historyColumns(grid)?.isOwnLog !== true))
			return grid === null ? null : { grid, table: null };
		const configured = (): Opportunities | null => configuredDeals(document, at, list);
		const tableOf = tableOfRange(document, functionName(id), pipeline.opportunities, configured);
		return tableOf === null ? null : { grid, table: tableOf };
	};
	return withHistory(pipeline, at(), changes, document.locale);
}

/** The row taken for the headings is a deal: its stage is in the list, or it holds a date. */
const isDealRow = (cells: readonly Cell[], stage: number | undefined, list: StageList): boolean =>
	cells.some(isDate) || (stage !== undefined && list.positionOf(String(cells[stage] ?? '')) >= 0);

function configuredDeals(document: OpenDocument, at: () => AsOf, stages: StageList): Opportunities | null {
	try {
		// Without the log, which the formula has read already.
		const table = readDealTable(document, settingsOf(document.stored));
		return pipelineOf(document, table.grid, table, stages, at(), null).opportunities;
	} catch (thrown) {
		// Nothing can be part of a table that is gone.
		const { code } = asFailure(thrown);
		if (code === 'notSetUp' || code === 'dealSheetGone' || code === 'stageColumnGone') return null;
		throw thrown;
	}
}

function stagesFor(execution: Execution, range: Parameters<typeof readStageTable>[0] | null): StageList {
	if (range === null) {
		if (execution.document.stored.state === 'none') throw new Failure('notSetUp');
		return configuredStages(execution.document);
	}
	const { stages } = readStageTable(range, formerNamesIn(execution.document));
	if (stages.length === 0) throw new CellError(execution.say('misuse.noStages'));
	return stageListOf(stages);
}

function misuse(execution: Execution, { code, params }: Misuse): CellError {
	const field = params.field;
	const worded = field === undefined ? params : { ...params, field: execution.say(`field.${field}` as 'field.stage') };
	const text = execution.say(`misuse.${code}`, worded);
	return new CellError(
		params.nearest === undefined || params.nearest === '' ? text : `${text} ${execution.say('misuse.nearest', params)}`,
	);
}
