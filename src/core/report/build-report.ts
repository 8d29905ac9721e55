/**
 * Every figure that the sidebar's Funnel tab and the report sheet show, from one pass over the deals that the filter leaves.
 * Belongs here: putting the parts together. Not here: the parts (report/, metrics/).
 */

import { averageDealSize } from '../metrics/average-deal-size.ts';
import type { MetricDefinition } from '../metrics/metric.ts';
import { salesCycle } from '../metrics/sales-cycle.ts';
import { salesVelocity } from '../metrics/sales-velocity.ts';
import { compute } from '../metrics/shared/request.ts';
import { winRate } from '../metrics/win-rate.ts';
import type { Measure, Unit } from '../model/metric-result.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { type AmountSums, amountTotal } from '../statistics/amount-sums.ts';
import { reasonRows } from '../statistics/reason-rows.ts';
import type { Selection } from '../statistics/selection.ts';
import { slotKind } from '../statistics/stage-counts.ts';
import { statisticsOf } from '../statistics/statistics.ts';
import { DAY_MS, dayText } from '../time/calendar-day.ts';
import type { Figure, FunnelReport, ReportFilter, ReportReason } from './report.ts';
import { reportBottleneck } from './report-bottleneck.ts';
import { REPORT_FIELDS } from './report-fields.ts';
import { reportSelection } from './report-selection.ts';
import { reportStages } from './report-stages.ts';
import { reportTrend } from './report-trend.ts';

export interface ReportOptions {
	readonly winRateMode: 'all' | 'closed' | 'value';
}

/** @param filter a heading that the table does not have, or a period that can not be read, leaves no deal. */
export function buildReport(pipeline: Pipeline, filter: ReportFilter, { winRateMode }: ReportOptions): FunnelReport {
	const { opportunities } = pipeline;
	opportunities.readTogether(REPORT_FIELDS, []);
	const { filtered, selection, earlier, period } = reportSelection(pipeline, filter);
	const previous = earlier[0] ?? null;
	const statistics = statisticsOf(pipeline, selection);
	const { open, won, lost, parked, unknown, noStage } = statistics.stages();
	const amounts = statistics.amounts();
	const figure = (metric: MetricDefinition, mode: string): Figure =>
		figureOf(pipeline, metric, mode, selection, previous);
	const currencies = currenciesIn(amounts);
	const reasons = (kind: 'won' | 'lost'): ReportReason[] =>
		(statistics.reasons(kind, false) ?? []).flatMap(reasonRows).map(({ reason, deals, share, amount }) => ({
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
		currency: currencies.length === 1 ? existing(currencies[0]).code : '',
		currencies,
		figures: [
			figure(winRate, winRateMode),
			figure(salesVelocity, ''),
			figure(averageDealSize, ''),
			figure(salesCycle, ''),
		],
		stages: reportStages(pipeline.stages, statistics, previous === null ? null : statisticsOf(pipeline, previous)),
		lost: {
			deals: lost,
			amount: amounts === null ? null : amountTotal(amounts, (slot) => slotKind(pipeline.stages, slot) === 'lost').sum,
		},
		bottleneck: reportBottleneck(
			pipeline.stages,
			statistics,
			earlier.map((before) => statisticsOf(pipeline, before)),
		),
		lossReasons: reasons('lost'),
		winReasons: reasons('won'),
		trend: reportTrend(statisticsOf(pipeline, filtered), pipeline.asOfDay, period === null ? null : period.last),
		historySince: historySince(pipeline),
		assumed: existing(statistics.reached().assumed[0]),
	};
}

function figureOf(
	pipeline: Pipeline,
	metric: MetricDefinition,
	mode: string,
	selection: Selection,
	previous: Selection | null,
): Figure {
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

/** Deals with an amount, by currency. */
function currenciesIn(amounts: AmountSums | null): FunnelReport['currencies'] {
	if (amounts === null) return [];
	const { counts, slots, currencies } = amounts;
	return currencies
		.map((code, c) => ({
			code,
			deals: counts.subarray(c * slots, (c + 1) * slots).reduce((sum, deals) => sum + deals, 0),
		}))
		.filter((currency) => currency.deals > 0);
}

function historySince({ history, timeZone }: Pipeline): string | null {
	if (history === null || history.at.length === 0) return null;
	let first = Number.POSITIVE_INFINITY;
	for (let i = 0; i < history.at.length; i++) if (existing(history.at[i]) < first) first = existing(history.at[i]);
	return Number.isFinite(first) ? dayText(history.hasTime ? timeZone.dayOf(first * DAY_MS) : first) : null;
}
