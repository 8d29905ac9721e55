/**
 * Did a share change? Two proportions compared.
 * Belongs here: the pooled z test, Fisher's exact test where a count is small, and the interval of the difference
 * (Newcombe 1998, method 10).
 */
import { existing } from '../speed/existing.ts';
import { normalTail } from './normal-tail.ts';
import { wilson } from './wilson.ts';

export interface TwoProportion {
	/** Second share minus first. */
	readonly difference: number;
	/** 95 % interval of the difference. */
	readonly low: number;
	readonly high: number;
	/** Two-sided. */
	readonly pValue: number;
}

/** k1 of n1 against k2 of n2; null when one of the groups is empty. Fisher's test when an expected count is below 5. */
export function compareProportions(k1: number, n1: number, k2: number, n2: number): TwoProportion | null {
	if (n1 <= 0 || n2 <= 0) return null;
	const p1 = k1 / n1;
	const p2 = k2 / n2;
	const pooled = (k1 + k2) / (n1 + n2);
	const difference = p2 - p1;
	const first = wilson(k1, n1);
	const second = wilson(k2, n2);
	const isExact = Math.min(n1, n2) * Math.min(pooled, 1 - pooled) < 5;
	return {
		difference,
		low: difference - Math.hypot(p2 - second.low, first.high - p1),
		high: difference + Math.hypot(second.high - p2, p1 - first.low),
		pValue: isExact
			? fisherExact(k1, n1, k2, n2)
			: Math.min(1, 2 * normalTail(Math.abs(difference) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2)))),
	};
}

/** Tables as likely as the observed one must count in spite of rounding. */
const TIE = 1 + 1e-7;

/**
 * Two-sided p value of k1 of n1 against k2 of n2: the sum over all tables with these margins that are no likelier
 * (Fisher 1935).
 */
export function fisherExact(k1: number, n1: number, k2: number, n2: number): number {
	const successes = k1 + k2;
	const lowest = Math.max(0, successes - n2);
	const highest = Math.min(n1, successes);
	const ratio = (k: number): number => ((n1 - k) * (successes - k)) / ((k + 1) * (n2 - successes + k + 1));
	const mode = Math.min(highest, Math.max(lowest, Math.floor(((n1 + 1) * (successes + 1)) / (n1 + n2 + 2))));
	// Relative to the likeliest table, so that nothing overflows.
	const weights = new Float64Array(highest - lowest + 1);
	weights[mode - lowest] = 1;
	for (let k = mode; k < highest; k++) weights[k + 1 - lowest] = existing(weights[k - lowest]) * ratio(k);
	for (let k = mode; k > lowest; k--) weights[k - 1 - lowest] = existing(weights[k - lowest]) / ratio(k - 1);
	const limit = existing(weights[k1 - lowest]) * TIE;
	let all = 0;
	let extreme = 0;
	for (const weight of weights) {
		all += weight;
		if (weight <= limit) extreme += weight;
	}
	return Math.min(1, extreme / all);
}
