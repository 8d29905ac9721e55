/**
 * Stagekeeper itself: from a fresh grid to the whole funnel report, to the report with a history, to one metric in a
 * cell.
 */

import type { Grid } from '../../src/core/cells/cell.ts';
import { evaluate } from '../../src/core/formula/evaluate.ts';
import { winCurve } from '../../src/core/funnel/resolved.ts';
import { readHistory } from '../../src/core/history/history-table.ts';
import { salesCycle } from '../../src/core/metrics/sales-cycle.ts';
import { compute } from '../../src/core/metrics/shared/request.ts';
import { winRate } from '../../src/core/metrics/win-rate.ts';
import type { Measure } from '../../src/core/model/metric-result.ts';
import type { ColumnMap, Dimension } from '../../src/core/model/opportunity.ts';
import type { Pipeline } from '../../src/core/model/pipeline.ts';
import { plainStage, StageList } from '../../src/core/model/stage.ts';
import type { StageHistory } from '../../src/core/model/stage-history.ts';
import { buildReport } from '../../src/core/report/build-report.ts';
import type { FunnelReport, ReportChoices, ReportFilter } from '../../src/core/report/report.ts';
import { reportChoices } from '../../src/core/report/report-choices.ts';
import { wholeSelection } from '../../src/core/statistics/selection.ts';
import { stageCountsBy } from '../../src/core/statistics/stage-counts.ts';
import type { Incidence } from '../../src/core/stats/aalen-johansen.ts';
import { readTable } from '../../src/core/table/table.ts';
import { timeZone } from '../../src/core/time/time-zone.ts';
import type { ReportAnswer } from '../answer.ts';
import { DAYS, FIRST_DAY, LOST, COLUMN as NEEDED, OPEN_COUNT, STAGES, WON } from '../table.ts';

/** The columns as detection finds them. */
const COLUMN = { ...NEEDED, name: 1, source: 7, probability: 9 };
const UTC = timeZone('UTC');
const ALL_TIME: ReportFilter = { columns: {}, period: null, cohort: 'created' };
const AS_OF_DAY = FIRST_DAY + DAYS - 1;
const KIND = { [WON]: 'won', [LOST]: 'lost' } as const;

const stages = new StageList(
	STAGES.map((name, position) =>
		plainStage(name, KIND[position as keyof typeof KIND] ?? 'open', 0, { id: `s${position}` }),
	),
);

function pipelineOf(grid: Grid, columns: ColumnMap, history: Grid | null = null): Pipeline {
	const opportunities = readTable(grid, {
		headerRow: 0,
		columns,
		stages,
		timeZone: UTC,
		locale: 'en_US',
		asOfDay: AS_OF_DAY,
	});
	let known: StageHistory | null = null;
	return {
		stages,
		opportunities,
		// Read when first asked for, as in the add-on.
		get history() {
			if (known === null && history !== null) known = readHistory(history, opportunities, stages, UTC, 'en_US');
			return known;
		},
		asOf: AS_OF_DAY + 1,
		asOfDay: AS_OF_DAY,
		timeZone: UTC,
	};
}

function reportOf(pipeline: Pipeline): FunnelReport {
	return buildReport(pipeline, ALL_TIME, { winRateMode: 'all' });
}

type Owners = ReportAnswer['owners'];

function ownersOf(pipeline: Pipeline): Owners {
	const dimension = pipeline.opportunities.dimension(COLUMN.owner) as Dimension;
	const byOwner = stageCountsBy(pipeline, wholeSelection(pipeline.opportunities), dimension);
	return byOwner.map(({ bySlot, won, lost }, code) => [
		dimension.labels[code] as string,
		bySlot.reduce((sum, deals) => sum + deals, 0),
		won,
		lost,
	]);
}

/**
 * The report that the sidebar draws (its trend has the last twelve months), and what the others answer beside it: the
 * median cycle, won and lost by owner.
 */
export function ourReport(grid: Grid): { report: FunnelReport; owners: Owners; cycleMedian: number | null } {
	const pipeline = pipelineOf(grid, COLUMN);
	const report = reportOf(pipeline);
	const median = compute(salesCycle, pipeline, { modes: ['median'] }) as Measure;
	return { report, owners: ownersOf(pipeline), cycleMedian: median.value };
}

/**
 * The report as the sidebar asks for it: what its filters offer comes along, for which every column of names is read
 * and counted.
 */
export function ourSidebarAnswer(grid: Grid): { choices: ReportChoices; report: FunnelReport } {
	const pipeline = pipelineOf(grid, COLUMN);
	return { choices: reportChoices(pipeline, ALL_TIME), report: reportOf(pipeline) };
}

/** The report with a stage history, and the win rate with open deals followed up to now. */
export function ourHistoryReport(grid: Grid, history: Grid): { report: FunnelReport; curve: Incidence } {
	const pipeline = pipelineOf(grid, COLUMN, history);
	return { report: reportOf(pipeline), curve: winCurve(pipeline, null) };
}

/** What `=WIN_RATE(Deals!C:C)` costs beyond the reading of the range. */
export function ourWinRate(grid: Grid): number | null {
	const evaluated = evaluate(winRate, pipelineOf(grid, { stage: COLUMN.stage }), []);
	return evaluated.ok && evaluated.result.kind === 'measure' ? evaluated.result.value : null;
}

/** Aalen–Johansen of won against lost from creation. */
export function ourCurve(grid: Grid): Incidence {
	return winCurve(pipelineOf(grid, COLUMN), null);
}

const inOrder = (a: readonly [string, ...unknown[]], b: readonly [string, ...unknown[]]): number =>
	a[0] < b[0] ? -1 : 1;

/** Our figures in the shape in which all contestants are compared. */
export function answerOf({ report, owners, cycleMedian }: ReturnType<typeof ourReport>): ReportAnswer {
	const [winRateAll, velocity, averageWon, cycleMean] = report.figures.map(({ value }) => value as number) as [
		number,
		number,
		number,
		number,
	];
	const { won, lost } = report.kinds;
	return {
		counts: report.stages.map(({ now }) => now),
		amounts: report.stages.map(({ amount }) => amount as number),
		reached: report.stages.slice(0, OPEN_COUNT + 1).map(({ reached }) => reached as number),
		winRateAll,
		winRateClosed: won / (won + lost),
		averageWon,
		cycleMean,
		cycleMedian: cycleMedian as number,
		velocity,
		owners: [...owners].sort(inOrder),
		months: report.trend.map(({ month, won, lost, wonAmount }) => [month, won, lost, wonAmount ?? 0] as const),
		reasons: report.lossReasons.map(({ reason, deals }) => [reason, deals] as const).sort(inOrder),
	};
}
