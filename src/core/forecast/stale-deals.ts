/**
 * Open deals that are older than any deal that was ever won: the rates at their age speak for themselves, and this says
 * so.
 */

import { at } from '../speed/numbers.ts';
import type { CountedForecast } from './forecast.ts';

export interface StaleDeals {
	readonly deals: number;
	/** Their amounts, and what of it is in the forecast. */
	readonly amount: number;
	readonly expected: number;
}

export function staleDeals({ basis, learned, outlooks }: CountedForecast): StaleDeals {
	const { counts, open } = basis;
	const chances = outlooks.chances[outlooks.chances.length - 1] ?? [];
	const isStale = counts.stale();
	let [deals, amount, expected] = [0, 0, 0];
	for (let i = 0; i < open.deals.length; i++) {
		if (isStale[i] !== 1) continue;
		const many = at(open.deals, i);
		const isBlank = Number.isNaN(open.amount[i]);
		deals += many;
		amount += isBlank ? 0 : at(open.sum, i);
		expected += at(chances, i) * (isBlank ? many * learned.window.meanAmount : at(open.sum, i));
	}
	return { deals, amount, expected };
}
