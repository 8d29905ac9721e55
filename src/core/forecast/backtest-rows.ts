/**
 * The backtest as people read it: each earlier forecast with the range that it would have shown, and the actual result.
 */
import { meanBefore } from './backtest.ts';
import type { CountedForecast } from './forecast.ts';
import { forecastRange, missFactor } from './forecast-range.ts';

export interface BacktestRow {
	readonly asOf: number;
	/** Last day of the span. */
	readonly until: number;
	readonly low: number;
	readonly middle: number;
	readonly high: number;
	readonly came: number;
	readonly isInside: boolean;
	/** Mean of the four spans before; null without any. */
	readonly fourBefore: number | null;
	/** Wins that it was learned from. */
	readonly wins: number;
}

/** The latest first; a range is stretched by what was known of earlier misses then. */
export function backtestRows({ origins, basis }: CountedForecast): BacktestRow[] {
	return origins.map((origin, j) => {
		const { together } = origin.outlooks;
		const wins = origin.learned.window.wins;
		const factor = missFactor(origins.slice(j + 1).map(({ miss }) => miss));
		const { low, middle, high } = forecastRange(together, factor, wins);
		return {
			asOf: origin.asOf,
			until: together.last,
			low,
			middle,
			high,
			came: origin.came,
			isInside: origin.came >= low && origin.came <= high,
			fourBefore: meanBefore(basis.counts, origin),
			wins,
		};
	});
}
