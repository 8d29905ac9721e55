/**
 * Everything that the sidebar's Funnel tab and the report sheet show, from one pass over the deals that the filter leaves.
 * Belongs here: putting the parts together. Not here: the parts (report/, metrics/).
 */
import { dayText } from './calendar-day.ts';
import type { Figure, FunnelReport, ReportFilter, ReportReason } from './funnel-report.ts';
import type { Measure, Unit } from './measure.ts';
import { amountTotal } from './metrics/amount-sums.ts';
import { averageDealSize } from './metrics/average-deal-size.ts';
import { cohortDays, countDays, earlierPeriods, inPeriod, ofCohort } from './metrics/cohort.ts';
import { filteredBy } from './metrics/filter.ts';
import type { MetricDefinition } from './metrics/metric.ts';
import { endedAs, reasonRows } from './metrics/reason-rows.ts';
import { compute } from './metrics/request.ts';
import { salesCycle } from './metrics/sales-cycle.ts';
import { salesVelocity } from './metrics/sales-velocity.ts';
import { forEachDeal, type Selection } from './metrics/selection.ts';
import { slotKind } from './metrics/stage-counts.ts';
import { statisticsOf } from './metrics/statistics.ts';
import { winRate } from './metrics/win-rate.ts';
import { readPeriod } from './period.ts';
import type { Pipeline } from './pipeline.ts';
import { reportBottleneck } from './report/report-bottleneck.ts';
import { filterChoices, periodChoices } from './report/report-choices.ts';
import { reportStages } from './report/report-stages.ts';
import { reportTrend } from './report/report-trend.ts';

export interface ReportOptions {
	readonly winRateMode: 'all' | 'closed' | 'value';
}

const NONE: Selection = { deals: new Int32Array(0), count: 0 };

/** @param filter a heading that the table does not have, or a period that can not be read, leaves no deal. */
export function buildReport(pipeline: Pipeline, filter: ReportFilter, { winRateMode }: ReportOptions): FunnelReport {
	const { opportunities } = pipeline;
	const filtered = filteredBy(pipeline, Object.entries(filter.columns));
	const period = filter.period === null ? null : readPeriod(filter.period, pipeline.asOfDay);
	const cohort = period === null ? filtered : ofCohort(pipeline, filtered, filter.cohort);
	const unread = filter.period === null ? filtered : NONE;
	const selection = period === null ? unread : inPeriod(pipeline, cohort, filter.cohort, period);
	const earlier = period === null ? [] : earlierPeriods(pipeline, cohort, filter.cohort, period);
	const previous = earlier[0] ?? null;
	const statistics = statisticsOf(pipeline, selection);
	const { open, won, lost, parked, unknown, noStage } = statistics.stages();
	const amounts = statistics.amounts();
	const figure = (metric: MetricDefinition, mode: string): Figure => figureOf(pipeline, metric, mode, selection, previous);
	const days = countDays(cohortDays(pipeline, filter.cohort), ofCohort(pipeline, filtered, filter.cohort));
	const currencies = currenciesIn(pipeline, selection);
	const reasons = (kind: 'won' | 'lost'): ReportReason[] =>
		(reasonRows(pipeline, endedAs(pipeline, selection, kind)) ?? []).map(({ reason, deals, share, amount }) => ({
			reason,
			deals,
			share,
			amount,
		}));
	return {
		asOf: dayText(pipeline.asOfDay),
		filter,
		kinds: { open, won, lost, parked, unknown, noStage },
		rows: opportunities.count,
		deals: selection.count,
		currency: currencies.length === 1 ? (currencies[0] as { code: string }).code : '',
		currencies,
		figures: [figure(winRate, winRateMode), figure(salesVelocity, ''), figure(averageDealSize, ''), figure(salesCycle, '')],
		stages: reportStages(pipeline, selection, previous),
		lost: { deals: lost, amount: amounts === null ? null : amountTotal(amounts, (slot) => slotKind(pipeline.stages, slot) === 'lost').sum },
		bottleneck: reportBottleneck(pipeline, selection, earlier),
		lossReasons: reasons('lost'),
		winReasons: reasons('won'),
		trend: reportTrend(pipeline, filtered, period === null ? null : period.last),
		historySince: historySince(pipeline),
		assumed: statistics.reached().assumed[0] as number,
		firstDate: days.deals.length === 0 ? null : dayText(days.first),
		lastDate: days.deals.length === 0 ? null : dayText(days.first + days.deals.length - 1),
		filters: filterChoices(pipeline),
		periods: periodChoices(days),
	};
}

function figureOf(pipeline: Pipeline, metric: MetricDefinition, mode: string, selection: Selection, previous: Selection | null): Figure {
	const modes = mode === '' ? [] : [mode];
	const ask = (asked: Selection): Measure => compute(metric, pipeline, { modes, selection: asked }) as Measure;
	const { kind: _, ...measure } = ask(selection);
	return {
		id: metric.id,
		unit: metric.unit as Unit,
		mode,
		...measure,
		previous: previous === null ? null : ask(previous).value,
		better: metric.better,
	};
}

function currenciesIn(pipeline: Pipeline, selection: Selection): FunnelReport['currencies'] {
	const column = pipeline.opportunities.amounts();
	if (column === null) return [];
	const deals = new Int32Array(column.currencies.length);
	forEachDeal(selection, (deal) => {
		const code = column.currencyCodes === null ? 0 : (column.currencyCodes[deal] as number);
		const value = column.values[deal] as number;
		if (!Number.isNaN(value)) deals[code] = (deals[code] as number) + 1;
	});
	return column.currencies.map((code, c) => ({ code, deals: deals[c] as number })).filter((currency) => currency.deals > 0);
}

function historySince({ history, timeZone }: Pipeline): string | null {
	if (history === null || history.at.length === 0) return null;
	const first = history.at.reduce((earliest, at) => Math.min(earliest, at), Number.POSITIVE_INFINITY);
	return Number.isFinite(first) ? dayText(history.hasTime ? timeZone.dayOf(first * 86_400_000) : first) : null;
}
