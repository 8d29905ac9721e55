/**
 * The days and spans that a forecast and its backtest look at: what has to be counted where deals are counted
 * elsewhere. Not here: counting (warehouse/sql/), the forecast itself (forecast.ts).
 */
import type { PathCounts } from '../statistics/path-counts.ts';
import { monthsEarlier } from '../time/calendar-unit.ts';
import { LEAST_WINS, ORIGINS } from './backtest.ts';
import { season } from './month-factors.ts';
import { windowDays } from './observation-window.ts';

export interface CountedOrigin {
	/** Before the as-of day. */
	readonly months: number;
	readonly asOf: number;
	/** First day of the window that rates come from. */
	readonly from: number;
	/** First day that month factors look back to; null where the time is too short for them. */
	readonly season: number | null;
}

/** Without those of too few wins, which make no forecast. */
export function countedOrigins(
	counts: Pick<PathCounts, 'firstEnd' | 'seenFrom' | 'wins'>,
	asOf: number,
): CountedOrigin[] {
	return [0, ...ORIGINS].flatMap((months) => {
		const day = monthsEarlier(asOf, months);
		const window = windowDays(counts, day);
		if (window === null || window.wins < LEAST_WINS) return [];
		const { first, isLong } = season(day, Math.max(counts.firstEnd, counts.seenFrom));
		return [{ months, asOf: day, from: window.from, season: isLong ? first : null }];
	});
}

/** First days of spans that no window cuts. */
export function priceSegments(origins: readonly CountedOrigin[]): number[] {
	return [...new Set(origins.flatMap(({ from, asOf }) => [from, asOf + 1]))].sort((a, b) => a - b);
}
