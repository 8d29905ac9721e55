/**
 * How far two values of one figure lie apart, and whether chance explains it. Not here: which values are compared
 * (comparison.ts, report/figure-comparison.ts).
 */
import type { Measure } from '../../model/metric-result.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { endedDeals } from '../../statistics/ended-deals.ts';
import type { Selection } from '../../statistics/selection.ts';
import { statisticsOf } from '../../statistics/statistics.ts';
import { compareMeans, type Mean, meanOf } from '../../stats/mean-difference.ts';
import { compareProportions } from '../../stats/two-proportion.ts';

/** A difference of two figures with its interval; null where chance cannot be told. */
export interface Difference {
	readonly low: number;
	readonly high: number;
	readonly pValue: number;
}

/** Of two shares of deals; an amount is not a count of deals. */
export function rateDifference(before: Measure, now: Measure): Difference | null {
	if (before.denominator !== before.n || now.denominator !== now.n) return null;
	return compareProportions(before.numerator ?? 0, before.n, now.numerator ?? 0, now.n);
}

/** Amounts of the won deals. */
export function wonAmounts(pipeline: Pipeline, selection: Selection): Mean | null {
	const values = pipeline.opportunities.amounts()?.values;
	const { won } = endedDeals(pipeline, selection, statisticsOf(pipeline, selection).stages());
	if (values === undefined) return null;
	return meanOf(Float64Array.from(won.deals ?? values.keys(), (deal) => values[deal] ?? Number.NaN));
}

/** Days of the won deals from creation to closing. */
export function wonDays(pipeline: Pipeline, selection: Selection): Mean | null {
	return statisticsOf(pipeline, selection).cycle('won')?.spread() ?? null;
}

export function meanDifference(before: Mean | null, now: Mean | null): Difference | null {
	return before === null || now === null ? null : compareMeans(before, now);
}
