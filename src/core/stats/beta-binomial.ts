/**
 * Rates of small groups pulled toward the rate of all: a group of three deals does not have a win rate of 100 %.
 * Beta-binomial model, fitted by moments (Kleinman 1973).
 */
import { existing } from '../speed/existing.ts';

export interface Shrinkage {
	/** Rate of all groups together. */
	readonly mean: number;
	/** How many deals at the common rate each group is mixed with; Infinity when the groups differ by chance only. */
	readonly weight: number;
}

/** Fits successes k of n by group; null when there is no trial at all. */
export function fitShrinkage(k: ArrayLike<number>, n: ArrayLike<number>): Shrinkage | null {
	let trials = 0;
	let successes = 0;
	for (let i = 0; i < n.length; i++) {
		trials += existing(n[i]);
		successes += existing(k[i]);
	}
	if (trials === 0) return null;
	const mean = successes / trials;
	const spread = mean * (1 - mean);
	let observed = 0;
	let chance = 0;
	let full = 0;
	for (let i = 0; i < n.length; i++) {
		const size = existing(n[i]);
		if (size === 0) continue;
		const share = size / trials;
		observed += share * (existing(k[i]) / size - mean) ** 2;
		full += share * (1 - share);
		chance += (share * (1 - share)) / size;
	}
	const correlation = (observed - spread * chance) / (spread * (full - chance));
	// Not above 0, or not defined (no spread, one group, groups of one deal): nothing tells the groups apart.
	if (!(correlation > 0 && correlation < Number.POSITIVE_INFINITY)) return { mean, weight: Number.POSITIVE_INFINITY };
	return { mean, weight: Math.max(0, (1 - correlation) / correlation) };
}

/** The rate of a group of k in n after the pull. */
export function shrunkRate(k: number, n: number, { mean, weight }: Shrinkage): number {
	return weight === Number.POSITIVE_INFINITY || n + weight === 0 ? mean : (k + weight * mean) / (n + weight);
}
