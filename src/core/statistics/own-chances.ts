/** Amounts of the open deals times their own probability: a layer of the statistics. */

import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { compensatedSum } from '../stats/compensated-sum.ts';
import { forEachDeal, type Selection } from './selection.ts';
import { kindsOf } from './stage-counts.ts';

export interface OwnChances {
	/** Expected amount. */
	readonly sum: number;
	/** Deals with an amount and a probability. */
	readonly n: number;
}

/** Null without an amount column. */
export function ownChances(pipeline: Pipeline, selection: Selection): OwnChances | null {
	const values = pipeline.opportunities.amounts()?.values;
	if (values === undefined) return null;
	const own = pipeline.opportunities.probabilities()?.values;
	const kindOf = kindsOf(pipeline);
	const weighted: number[] = [];
	forEachDeal(selection, (deal) => {
		if (kindOf(deal) !== 'open') return;
		const product = existing(values[deal]) * (own?.[deal] ?? Number.NaN);
		if (!Number.isNaN(product)) weighted.push(product);
	});
	return { sum: compensatedSum(weighted), n: weighted.length };
}
