/**
 * The figures of a report against those of the period before, and which of the changes chance does not explain.
 * A change is shown with 20 deals on both sides; it is clear when its own 95 % interval excludes "no change" and
 * it holds among the figures together (Benjamini & Hochberg 1995), so that a quiet period rarely shows one.
 */
import { type Difference, wonAmounts, wonDays } from '../metrics/shared/difference.ts';
import type { PeriodVelocity } from '../metrics/shared/period-velocity.ts';
import type { Measure } from '../model/metric-result.ts';
import { FEWEST_COMPARED } from '../statistics/step-changes.ts';
import { adjustedPValues } from '../stats/benjamini-hochberg.ts';
import { normalTail } from '../stats/normal-tail.ts';
import { Z95 } from '../stats/wilson.ts';

/** Coloured changes allowed among quiet periods. */
const FALSE_ALARMS = 0.1;

export interface Change {
	readonly previous: number | null;
	readonly isClear: boolean;
}

export interface Compared {
	readonly now: Measure;
	readonly before: Measure;
	readonly difference: Difference | null;
}

/** @param compared one entry per figure; null without a period before */
export function changesOf(compared: readonly (Compared | null)[]): Change[] {
	const isShown = compared.map(
		(pair) => pair !== null && Math.min(pair.now.n, pair.before.n) >= FEWEST_COMPARED && pair.now.value !== null,
	);
	const tested = compared.flatMap((pair, at) => (isShown[at] && pair?.difference ? [{ at, ...pair.difference }] : []));
	const adjusted = adjustedPValues(tested.map(({ pValue }) => pValue));
	const clear = new Set(
		tested
			.filter(({ low, high }, i) => (low > 0 || high < 0) && (adjusted[i] ?? 1) <= FALSE_ALARMS)
			.map(({ at }) => at),
	);
	return compared.map((pair, at) => ({
		previous: isShown[at] ? (pair?.before.value ?? null) : null,
		isClear: clear.has(at),
	}));
}

/**
 * Of a product of independent parts, on the scale of its logarithm (delta method; the count of open deals as Poisson).
 */
export function velocityDifference(before: PeriodVelocity, now: PeriodVelocity): Difference | null {
	const [first, second] = [before, now].map(relativeVariance);
	const [was, is] = [before.measure.value ?? 0, now.measure.value ?? 0];
	if (first == null || second == null || was <= 0 || is <= 0) return null;
	const difference = Math.log(is / was);
	const error = Math.sqrt(first + second);
	const [low, high] = [difference - Z95 * error, difference + Z95 * error];
	return { low, high, pValue: Math.min(1, 2 * normalTail(Math.abs(difference) / error)) };
}

function relativeVariance({ open, rate, closed }: PeriodVelocity): number | null {
	const means = [wonAmounts(closed.pipeline, closed.selection), wonDays(closed.pipeline, closed.selection)];
	if (open === 0 || rate.value === null || rate.value === 0 || rate.n === 0) return null;
	return means.reduce<number | null>(
		(sum, mean) => (sum === null || mean === null ? null : sum + mean.variance / mean.n / mean.mean ** 2),
		1 / open + (1 - rate.value) / (rate.n * rate.value),
	);
}
