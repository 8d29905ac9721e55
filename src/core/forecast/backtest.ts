/**
 * The same forecast made on earlier days, from what was known then, held against what came.
 * Deals that were deleted or edited since are not seen.
 */

import { at } from '../speed/numbers.ts';
import { WON } from '../statistics/deal-standing.ts';
import { monthsEarlier, unitEnds } from '../time/calendar-unit.ts';
import type { DealPaths } from './deal-paths.ts';
import { forecastPeriods, type Outlook, type PeriodOutlooks } from './forecast-periods.ts';
import { expectedMiss } from './forecast-range.ts';
import { type LearnedRates, learnedRates } from './learned-rates.ts';
import { type OpenDeals, openDeals } from './open-deals.ts';

const ORIGINS = [3, 6, 9, 12, 15, 18, 21, 24] as const;
const LARGEST_MISS = 4;

/** Fewer wins in the window give no forecast. */
export const LEAST_WINS = 5;

export interface Origin {
	readonly asOf: number;
	readonly learned: LearnedRates;
	readonly open: OpenDeals;
	readonly outlooks: PeriodOutlooks;
	/** Won in the whole span; deals without an amount count as the mean of the wins known then. */
	readonly came: number;
	/** Miss of the whole span and of each period in expected deviations; NaN when nothing was expected to vary. */
	readonly miss: number;
	readonly periodMisses: readonly number[];
}

export interface BacktestOptions {
	/** Number of periods and months of each. */
	readonly periods: number;
	readonly months: number;
	readonly leastWins: number;
}

/** Money won from one day to another. */
export function wonBetween(
	{ ended, outcome, amount }: DealPaths,
	first: number,
	last: number,
	blankAmount: number,
): { readonly amount: number; readonly deals: number; readonly blank: number } {
	let sum = 0;
	let deals = 0;
	let blank = 0;
	for (let i = 0; i < ended.length; i++) {
		if (outcome[i] !== WON || at(ended, i) < first || at(ended, i) > last) continue;
		const own = at(amount, i);
		deals++;
		if (Number.isNaN(own)) blank++;
		sum += Number.isNaN(own) ? blankAmount : own;
	}
	return { amount: sum, deals, blank };
}

/** The latest origin first. */
export function backtest(paths: DealPaths, asOf: number, options: BacktestOptions): Origin[] {
	const origins: Origin[] = [];
	for (const months of ORIGINS) {
		const origin = monthsEarlier(asOf, months);
		const ends = unitEnds(origin, options.periods, options.months);
		if (at(ends, ends.length - 1) > asOf) continue;
		const learned = learnedRates(paths, origin);
		if (learned === null || learned.window.wins.length < options.leastWins) break;
		const open = openDeals(paths, origin);
		const outlooks = forecastPeriods(learned, open, ends, null);
		const { meanAmount, wins } = learned.window;
		const came = (outlook: Outlook): number => wonBetween(paths, outlook.first, outlook.last, meanAmount).amount;
		const missOf = (outlook: Outlook): number => {
			const deviation = expectedMiss(outlook, wins.length);
			const miss = (came(outlook) - outlook.mean) / deviation;
			return deviation > 0 ? Math.max(-LARGEST_MISS, Math.min(LARGEST_MISS, miss)) : Number.NaN;
		};
		origins.push({
			asOf: origin,
			learned,
			open,
			outlooks,
			came: came(outlooks.together),
			miss: missOf(outlooks.together),
			periodMisses: outlooks.periods.map(missOf),
		});
	}
	return origins;
}

/** How many earlier spans "repeating what came" looks back on. */
const SPANS_BEFORE = 4;

/**
 * Mean of the spans of the same length before an origin, up to four: the forecast of whoever repeats what came. Null
 * without any.
 */
export function meanBefore(paths: DealPaths, { asOf, learned, outlooks }: Origin): number | null {
	const days = outlooks.together.last - asOf;
	const spans = Math.min(SPANS_BEFORE, Math.floor((asOf - learned.window.firstEnd + 1) / days));
	if (spans < 1) return null;
	return wonBetween(paths, asOf - spans * days + 1, asOf, learned.window.meanAmount).amount / spans;
}
