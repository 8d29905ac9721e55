/**
 * A report's deals by owner, source or another column: how many, won, at which rate and how sure, for how much, how
 * fast.
 */
import { averageDealSize } from '../metrics/average-deal-size.ts';
import { salesCycle } from '../metrics/sales-cycle.ts';
import { compute } from '../metrics/shared/request.ts';
import { winRate } from '../metrics/win-rate.ts';
import type { Measure } from '../model/metric-result.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Settings } from '../model/settings.ts';
import { existing } from '../speed/existing.ts';
import { groupsOf } from '../statistics/groups.ts';
import { statisticsOf } from '../statistics/statistics.ts';
import { fitShrinkage, shrunkRate } from '../stats/beta-binomial.ts';
import type { ReportChoices, ReportFilter, ReportGroups } from './report.ts';
import { reportSelection } from './report-selection.ts';

const MOST_COLUMNS = 6;
const MOST_ROWS = 50;

/** @param filters the columns that the report can be filtered by; the first of them are told */
export function reportGroups(
	pipeline: Pipeline,
	filter: ReportFilter,
	filters: ReportChoices['filters'],
	winRateMode: Settings['winRateMode'],
): ReportGroups[] {
	const { selection } = reportSelection(pipeline, filter);
	return filters.slice(0, MOST_COLUMNS).flatMap(({ heading, field }) => {
		const dimension = pipeline.opportunities.dimension(heading);
		if (dimension === null) return [];
		const groups = groupsOf(pipeline, selection, { dimension }, filter.cohort);
		const rates = groups.map(
			(group) => compute(winRate, pipeline, { modes: [winRateMode], selection: group.selection }) as Measure,
		);
		const pulled = pulledRates(rates);
		const rows = groups.slice(0, MOST_ROWS).map(({ label, selection: part }, g) => {
			const ask = (metric: typeof winRate): Measure => compute(metric, pipeline, { selection: part }) as Measure;
			const { won, lost, open } = statisticsOf(pipeline, part).stages();
			const { value, low, high, n } = existing(rates[g]);
			return {
				value: label,
				deals: part.count,
				won,
				lost,
				open,
				rate: value,
				low,
				high,
				n,
				pulled: pulled[g] ?? null,
				wonAmount: ask(averageDealSize).numerator,
				cycleDays: ask(salesCycle).value,
			};
		});
		return rows.length === 0 ? [] : [{ heading, field, rows, more: Math.max(0, groups.length - MOST_ROWS) }];
	});
}

/** Rates pulled toward that of all groups; null where the rate is not a share of deals. */
function pulledRates(rates: readonly Measure[]): (number | null)[] {
	if (rates.some(({ n, numerator, denominator }) => numerator === null || denominator !== n))
		return rates.map(() => null);
	const [k, n] = [rates.map(({ numerator }) => numerator ?? 0), rates.map((rate) => rate.n)];
	const fit = fitShrinkage(k, n);
	return rates.map((_, g) => (fit === null ? null : shrunkRate(existing(k[g]), existing(n[g]), fit)));
}
