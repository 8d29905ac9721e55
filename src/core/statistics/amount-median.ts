/** The middle amount of the deals of a kind: the one layer of the statistics that does not add up over parts. */

import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { quantileOf } from '../stats/quantile.ts';
import { forEachDeal, type Selection } from './selection.ts';
import { kindsOf } from './stage-counts.ts';

export type AmountKind = 'won' | 'open' | 'all';

/** Whatever their currencies; null when no deal of the kind has an amount. */
export function amountMedian(pipeline: Pipeline, selection: Selection, kind: AmountKind): number | null {
	const values = pipeline.opportunities.amounts()?.values;
	if (values === undefined) return null;
	const kindOf = kindsOf(pipeline);
	const found: number[] = [];
	forEachDeal(selection, (deal) => {
		if (kind === 'all' || kindOf(deal) === kind) found.push(existing(values[deal]));
	});
	return quantileOf(found, 0.5);
}
