/**
 * The same forecast made on earlier days, from what was known then, compared with the actual result.
 * Deals that were deleted or edited since are not seen.
 */

import { at } from '../speed/numbers.ts';
import { forEachInSpan, type OpenDeals, type PathCounts } from '../statistics/path-counts.ts';
import { monthsEarlier, unitEnds } from '../time/calendar-unit.ts';
import { forecastPeriods, type Outlook, type PeriodOutlooks } from './forecast-periods.ts';
import { expectedMiss } from './forecast-range.ts';
import { type LearnedRates, learnedRates } from './learned-rates.ts';
import { windowDays } from './observation-window.ts';

/** Months before the as-of day. */
export const ORIGINS = [3, 6, 9, 12, 15, 18, 21, 24] as const;
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

export interface WonMoney {
	/** Deals without an amount count as what was given for them. */
	readonly amount: number;
	readonly deals: number;
	readonly blank: number;
}

/** Money won from one day to another. */
export function wonBetween(
	{ wins }: Pick<PathCounts, 'wins'>,
	first: number,
	last: number,
	blankAmount: number,
): WonMoney {
	let [amount, deals, blank] = [0, 0, 0];
	forEachInSpan(wins.days, first, last, (i) => {
		amount += at(wins.amount, i) + at(wins.blank, i) * blankAmount;
		deals += at(wins.deals, i);
		blank += at(wins.blank, i);
	});
	return { amount, deals, blank };
}

/** The latest origin first. */
export function backtest(counts: PathCounts, asOf: number, options: BacktestOptions): Origin[] {
	const origins: Origin[] = [];
	for (const months of ORIGINS) {
		const origin = monthsEarlier(asOf, months);
		const ends = unitEnds(origin, options.periods, options.months);
		if (at(ends, ends.length - 1) > asOf) continue;
		if ((windowDays(counts, origin)?.wins ?? 0) < options.leastWins) break;
		const learned = learnedRates(counts, origin);
		if (learned === null) break;
		const open = counts.open(origin);
		const outlooks = forecastPeriods(learned, open, ends, null);
		const { meanAmount, wins } = learned.window;
		const came = (outlook: Outlook): number => wonBetween(counts, outlook.first, outlook.last, meanAmount).amount;
		const missOf = (outlook: Outlook): number => {
			const deviation = expectedMiss(outlook, wins);
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

/** How many earlier spans `meanBefore` averages. */
const SPANS_BEFORE = 4;

/**
 * Mean of the spans of the same length before an origin, up to four: the forecast that repeats past results. Null
 * without any.
 */
export function meanBefore(counts: PathCounts, { asOf, learned, outlooks }: Origin): number | null {
	const days = outlooks.together.last - asOf;
	const spans = Math.min(SPANS_BEFORE, Math.floor((asOf - learned.window.firstEnd + 1) / days));
	if (spans < 1) return null;
	return wonBetween(counts, asOf - spans * days + 1, asOf, learned.window.meanAmount).amount / spans;
}
