/**
 * What a forecast needs to know of the deals, as sums that do not grow with them, no matter who counted. All days are
 * calendar days since 1970-01-01. Not here: counting the deals of a sheet (forecast/counts-of-paths.ts), reading what a
 * database counted (statistics-table/), what is made of it (forecast/).
 */
import type { LeftOut } from './deal-standing.ts';

/** Deals by amount, one entry for those that count alike. */
export interface AmountGroups {
	readonly deals: ArrayLike<number>;
	/** What each of them has; NaN blank. Where sums alone are known, the largest amount that one of them can have. */
	readonly amount: ArrayLike<number>;
	readonly sum: ArrayLike<number>;
	/** Sum of the squares. */
	readonly squares: ArrayLike<number>;
	/** 1 where sums alone are known. */
	readonly isSummed: ArrayLike<number>;
}

/** Single amounts, each a group of its own. */
export function singleAmounts(values: ArrayLike<number>): AmountGroups {
	const amount = Float64Array.from(values);
	return {
		deals: new Uint8Array(amount.length).fill(1),
		amount,
		sum: amount,
		squares: amount.map((value) => value * value),
		isSummed: new Uint8Array(amount.length),
	};
}

/** Open deals on a day by the state that they are in and the days spent there. */
export interface OpenDeals extends AmountGroups {
	/** Entry of each single deal in the paths that they come from; empty where groups were counted. */
	readonly entries: Int32Array;
	readonly state: ArrayLike<number>;
	readonly spent: ArrayLike<number>;
}

/** Wins by day, in order. */
export interface WinDays {
	readonly days: ArrayLike<number>;
	readonly deals: ArrayLike<number>;
	/** Those without an amount. */
	readonly blank: ArrayLike<number>;
	readonly amount: ArrayLike<number>;
}

/** New deals by the day of their creation and the state on its evening. */
export interface NewDeals {
	readonly days: ArrayLike<number>;
	/** As the exits of DealPaths; LEFT_SIGHT not known. */
	readonly start: ArrayLike<number>;
	readonly deals: ArrayLike<number>;
}

/** Deal-days at risk and exits by state and day of the stay: all that rates are made of. */
export interface ExitCounts {
	/** By state, then by day; the day 0 is empty. */
	readonly atRisk: readonly Float64Array[];
	/** By state, then by exit (states, won, lost), then by day; null where none was seen. */
	readonly exits: readonly (Float64Array | null)[][];
}

export interface PathCounts {
	/** Open states; 0 where nothing is known of open deals. */
	readonly stateCount: number;
	/** First day on which a deal ended; NOT_YET when none has. */
	readonly firstEnd: number;
	/** No rate is known before this day. */
	readonly seenFrom: number;
	/** Deals that the forecast cannot use. */
	readonly leftOut: LeftOut;
	readonly wins: WinDays;
	/** Wins whose last stay was followed from its first day on. */
	readonly followed: Pick<WinDays, 'days' | 'deals'>;
	readonly created: NewDeals;
	/** Amounts of the wins from one day to another; blanks are left out. */
	winAmounts(first: number, last: number): AmountGroups;
	exits(first: number, asOf: number): ExitCounts;
	/** Deals at risk from one day to another by month of the quarter (0..2), state and day of the stay. */
	atRisk(first: number, asOf: number): readonly (readonly Float64Array[])[];
	open(asOf: number): OpenDeals;
	/** 1 for the open deals of today that are older than any deal ever won; as they stand in `open` of the as-of day. */
	stale(): ArrayLike<number>;
}

/** Calls with the index of each entry whose day lies in a span. @param days in order */
export function forEachInSpan(
	days: ArrayLike<number>,
	first: number,
	last: number,
	visit: (index: number) => void,
): void {
	let low = 0;
	let high = days.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((days[middle] ?? 0) < first) low = middle + 1;
		else high = middle;
	}
	for (let i = low; i < days.length && (days[i] ?? 0) <= last; i++) visit(i);
}

/** Deals in a span. */
export function dealsInSpan({ days, deals }: Pick<WinDays, 'days' | 'deals'>, first: number, last: number): number {
	let sum = 0;
	forEachInSpan(days, first, last, (i) => {
		sum += deals[i] ?? 0;
	});
	return sum;
}
