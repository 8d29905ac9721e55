/** The Forecast tab's figures: weighted pipeline by month, leads needed for a target, deals that are stuck. */
import { isSeveral } from '../../core/cells/format-currency.ts';
import { paceOf } from '../../core/funnel/pace.ts';
import { leadsMode, leadsNeeded } from '../../core/metrics/leads-needed.ts';
import { compute } from '../../core/metrics/shared/request.ts';
import { weightedPipeline } from '../../core/metrics/weighted-pipeline.ts';
import type { Measure } from '../../core/model/metric-result.ts';
import { forecastByMonth } from '../../core/report/forecast.ts';
import { reportSelection } from '../../core/report/report-selection.ts';
import { forEachDeal } from '../../core/statistics/selection.ts';
import type { Language } from '../contract/answer.ts';
import type { Forecast, ForecastRequest } from '../contract/deals.ts';
import type { Configured } from '../pipeline-source.ts';
import { dealLines, moneyOf } from './deal-lines.ts';
import { outlookAnswer } from './outlook-answer.ts';

const MOST_STUCK = 50;

export function forecastAnswer(
	{ pipeline, settings }: Pick<Configured, 'pipeline' | 'settings'>,
	request: ForecastRequest,
	language: Language,
): Forecast {
	const { filter, target } = request;
	// Its period is its own: what was created in some span says little about what will be won.
	const { selection } = reportSelection(pipeline, { ...filter, period: null });
	const pace = paceOf(pipeline);
	const currencies = new Set<string>();
	const stuck: { readonly deal: number; readonly over: number }[] = [];
	forEachDeal(selection, (deal) => {
		const { amount, currency } = moneyOf(pipeline, deal);
		if (amount !== null) currencies.add(currency);
		const over = pace.over(deal) ?? 0;
		if (over > 0) stuck.push({ deal, over });
	});
	const isMixed = currencies.size > 1 || [...currencies].some(isSeveral);
	const total = compute(weightedPipeline, pipeline, { selection }) as Measure;
	const mode = leadsMode(settings);
	const asked = { selection, modes: [mode] };
	const leads = target === null ? null : (compute(leadsNeeded, pipeline, { ...asked, number: target }) as Measure);
	const lineOf = dealLines(pipeline, pace);
	return {
		currency: isMixed ? '' : ([...currencies][0] ?? ''),
		isMixed,
		outlook: isMixed ? null : outlookAnswer(pipeline, selection, request, language),
		months: isMixed ? [] : forecastByMonth(pipeline, selection),
		weighted: total.value,
		open: total.value === null ? null : total.denominator,
		leads:
			target === null || leads === null ? null : { target, mode, value: leads.value, low: leads.low, high: leads.high },
		stuck: stuck
			.sort((a, b) => b.over - a.over || a.deal - b.deal)
			.slice(0, MOST_STUCK)
			.map(({ deal }) => lineOf(deal)),
		stuckCount: stuck.length,
	};
}
