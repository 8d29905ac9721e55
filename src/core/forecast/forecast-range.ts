/** The range of a period: the distribution, stretched about its middle by how far earlier forecasts missed. */
import { at } from '../speed/numbers.ts';
import type { Outlook } from './forecast-periods.ts';
import { sumDistribution } from './sum-distribution.ts';

/** Share of the mean by which even a large sheet is not known. */
const ALWAYS_UNSURE = 0.01;
/** Weight of the belief that misses are as large as expected, in forecasts. */
const PRIOR = 4;

/** Deviation that is expected between forecast and outcome. */
export function expectedMiss({ mean, variance }: Pick<Outlook, 'mean' | 'variance'>, wins: number): number {
	return Math.sqrt(variance + (ALWAYS_UNSURE + 1 / wins) * mean * mean);
}

/**
 * How much larger the misses were than expected.
 * @param misses of earlier forecasts, in expected deviations; NaN counts for nothing
 */
export function missFactor(misses: readonly number[]): number {
	const known = misses.filter((z) => !Number.isNaN(z));
	return Math.sqrt((PRIOR + known.reduce((sum, z) => sum + z * z, 0)) / (PRIOR + known.length));
}

export interface ForecastRange {
	/** @step how much wider the range is than the sum alone makes it */
	readonly stretch: number;
	/** @step 10 %, 50 % and 90 % quantile before the stretch */
	readonly base: readonly [number, number, number];
	readonly low: number;
	readonly middle: number;
	readonly high: number;
	/** Chance of at least this sum. */
	chanceOf(sum: number): number;
}

/** @param factor as of missFactor @param wins in the window that the rates come from */
export function forecastRange(outlook: Outlook, factor: number, wins: number): ForecastRange {
	const { variance, parts } = outlook;
	const distribution = sumDistribution(parts, outlook);
	const base = [0.1, 0.5, 0.9].map((share) => distribution.quantile(share));
	const middle = at(base, 1);
	const stretch = variance > 0 ? Math.max(1, (factor * expectedMiss(outlook, wins)) / Math.sqrt(variance)) : 1;
	const stretched = (value: number): number => Math.max(0, middle + stretch * (value - middle));
	return {
		stretch,
		base: [at(base, 0), middle, at(base, 2)],
		low: stretched(at(base, 0)),
		middle: Math.max(0, middle),
		high: stretched(at(base, 2)),
		chanceOf: (sum) => (sum <= 0 ? 1 : distribution.atLeast(middle + (sum - middle) / stretch)),
	};
}
