/**
 * What a period brought, as sums that add up over parts: closed and won deals, money, cycles, deals open at its end.
 * Not here: the comparison of two periods (sales-change.ts).
 */

import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { forEachStanding, OPEN, WON } from '../statistics/deal-standing.ts';
import type { Period } from '../statistics/period.ts';
import type { Selection } from '../statistics/selection.ts';
import type { SampleSums } from '../stats/welch.ts';

export interface PeriodFigures {
	readonly period: Period;
	/** Won and lost in the period; won deals without an amount are left out. */
	readonly closed: number;
	/** Amounts of the won deals. */
	readonly amounts: SampleSums;
	/** Days from creation to closing of the won deals that have both dates. */
	readonly cycles: SampleSums;
	/** Open at the end of the last day. */
	readonly open: number;
	/** Won deals without an amount. */
	readonly blank: number;
}

interface Sums {
	n: number;
	sum: number;
	squares: number;
}

function put(sums: Sums, value: number): void {
	sums.n++;
	sums.sum += value;
	sums.squares += value * value;
}

/** @param isCount wins are counted: the table has no amounts */
export function periodFigures(
	pipeline: Pipeline,
	selection: Selection,
	period: Period,
	isCount: boolean,
): PeriodFigures {
	const { first, last } = period;
	const values = pipeline.opportunities.amounts()?.values;
	const amounts: Sums = { n: 0, sum: 0, squares: 0 };
	const cycles: Sums = { n: 0, sum: 0, squares: 0 };
	let [lost, open, blank] = [0, 0, 0];
	forEachStanding(pipeline, selection, (deal, found, refusal) => {
		if (refusal !== null) return;
		const { created, ended, outcome } = found;
		if (created <= last && ended > last) open++;
		if (outcome === OPEN || ended < first || ended > last) return;
		if (outcome !== WON) {
			lost++;
			return;
		}
		const amount = isCount || values === undefined ? 1 : existing(values[deal]);
		if (Number.isNaN(amount)) {
			blank++;
			return;
		}
		put(amounts, amount);
		if (!Number.isNaN(created)) put(cycles, ended - created);
	});
	return { period, closed: amounts.n + lost, amounts, cycles, open, blank };
}
