/**
 * Open deals that are older than any deal that was ever won: the rates at their age speak for themselves, and this says
 * so.
 */

import { at } from '../speed/numbers.ts';
import { WON } from '../statistics/deal-standing.ts';
import type { Forecast } from './forecast.ts';
import { rangeDrivers } from './range-drivers.ts';

export interface StaleDeals {
	readonly deals: number;
	/** Their amounts, and what of it is in the forecast. */
	readonly amount: number;
	readonly expected: number;
}

export function staleDeals(forecast: Forecast): StaleDeals {
	const { paths, open } = forecast.basis;
	let longest = -1;
	for (let i = 0; i < paths.created.length; i++)
		if (paths.outcome[i] === WON) longest = Math.max(longest, at(paths.ended, i) - at(paths.created, i));
	const { asOf } = forecast.learned;
	const drivers = rangeDrivers(forecast);
	const stale = drivers.filter((_, i) => asOf - at(paths.created, at(open.entries, i)) > longest);
	return {
		deals: stale.length,
		amount: stale.reduce((sum, { amount }) => sum + (Number.isNaN(amount) ? 0 : amount), 0),
		expected: stale.reduce((sum, { expected }) => sum + expected, 0),
	};
}
