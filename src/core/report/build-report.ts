/**
 * Every figure that the sidebar's Funnel tab and the report sheet show, from one pass over the deals that the filter leaves.
 * Belongs here: putting the parts together. Not here: the parts (report/, metrics/).
 */

import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { type AmountSums, amountTotal } from '../statistics/amount-sums.ts';
import { findings, segmentColumns } from '../statistics/findings.ts';
import { formerPeriods } from '../statistics/former-period.ts';
import { lostStages } from '../statistics/lost-stages.ts';
import { stagesElsewhere } from '../statistics/processes.ts';
import { reasonRows } from '../statistics/reason-rows.ts';
import { slotKind } from '../statistics/stage-counts.ts';
import { statisticsOf } from '../statistics/statistics.ts';
import { DAY_MS, dayText } from '../time/calendar-day.ts';
import type { FunnelReport, ReportFilter, ReportReason } from './report.ts';
import { mostLost, reportBottleneck } from './report-bottleneck.ts';
import { REPORT_FIELDS } from './report-fields.ts';
import { reportFigures } from './report-figures.ts';
import { reportSelection } from './report-selection.ts';
import { reportStages } from './report-stages.ts';
import { reportTrend } from './report-trend.ts';

export interface ReportOptions {
	readonly winRateMode: 'all' | 'closed' | 'value';
}

/** @param filter a heading that the table does not have, or a period that cannot be read, leaves no deal. */
export function buildReport(pipeline: Pipeline, filter: ReportFilter, { winRateMode }: ReportOptions): FunnelReport {
	const { opportunities } = pipeline;
	opportunities.readTogether(REPORT_FIELDS, []);
	const { filtered, selection, period } = reportSelection(pipeline, filter);
	const former = period === null ? null : (formerPeriods(pipeline, filter, period, 1)[0] ?? null);
	const statistics = statisticsOf(pipeline, selection);
	const { open, won, lost, parked, unknown, noStage } = statistics.stages();
	const amounts = statistics.amounts();
	const losses = lostStages(pipeline, selection);
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
		figures: reportFigures(pipeline, filter, selection, period, former, winRateMode),
		stages: reportStages(pipeline.stages, statistics, stagesElsewhere(pipeline, filter.columns)),
		lost: {
			deals: lost,
			amount: amounts === null ? null : amountTotal(amounts, (slot) => slotKind(pipeline.stages, slot) === 'lost').sum,
			unknown: losses.unknown,
		},
		bottleneck: reportBottleneck(pipeline, filter, period),
		mostLost: mostLost(pipeline, losses),
		findings:
			period === null && filter.period !== null
				? []
				: findings(pipeline, { ...filter, period }, segmentColumns(pipeline)),
		lossReasons: reasons('lost'),
		winReasons: reasons('won'),
		trend: reportTrend(statisticsOf(pipeline, filtered), pipeline.asOfDay, period === null ? null : period.last),
		historySince: historySince(pipeline),
		assumed: existing(statistics.reached().assumed[0]),
	};
}

/** Deals with an amount, by currency. */
export function currenciesIn(amounts: AmountSums | null): FunnelReport['currencies'] {
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
