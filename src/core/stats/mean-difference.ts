/** Did a mean change? Two means compared without assuming equal spread (Welch 1947). */
import { normalTail } from './normal-tail.ts';
import { Z95 } from './wilson.ts';

export interface Mean {
	readonly n: number;
	readonly mean: number;
	/** Of the values, with n − 1 in the denominator. */
	readonly variance: number;
}

export interface MeanDifference {
	/** 95 % interval of second minus first. */
	readonly low: number;
	readonly high: number;
	/** Two-sided. */
	readonly pValue: number;
}

/** Mean and variance of the values that are not NaN; null for fewer than two. */
export function meanOf(values: ArrayLike<number>): Mean | null {
	let n = 0;
	let mean = 0;
	let squares = 0;
	for (const value of Array.from(values)) {
		if (Number.isNaN(value)) continue;
		n++;
		const distance = value - mean;
		mean += distance / n;
		squares += distance * (value - mean);
	}
	return n < 2 ? null : { n, mean, variance: squares / (n - 1) };
}

/**
 * Second mean minus first. The t distribution is approximated from the normal one (Abramowitz & Stegun 26.7.5 and
 * 26.7.8).
 * @returns null where neither side varies, because nothing is known of chance then.
 */
export function compareMeans(first: Mean, second: Mean): MeanDifference | null {
	const [a, b] = [first.variance / first.n, second.variance / second.n];
	const error = Math.sqrt(a + b);
	if (error === 0) return null;
	const freedom = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
	const difference = second.mean - first.mean;
	const half = (Z95 + (Z95 ** 3 + Z95) / (4 * freedom)) * error;
	const t = Math.abs(difference) / error;
	const z = (t * (1 - 1 / (4 * freedom))) / Math.sqrt(1 + t ** 2 / (2 * freedom));
	return { low: difference - half, high: difference + half, pValue: Math.min(1, 2 * normalTail(z)) };
}
