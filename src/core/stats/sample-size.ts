/**
 * How many cases it takes to see a difference of two proportions (normal approximation, two-sided α .05, power .8;
 * Fleiss 1981).
 */
import { Z95 } from './wilson.ts';

const Z_POWER_80 = 0.8416212335729143;

/** Cases in each of the two groups; null when the proportions are equal. */
export function sampleSizePerGroup(first: number, second: number): number | null {
	const difference = first - second;
	if (difference === 0) return null;
	const mean = (first + second) / 2;
	const root =
		Z95 * Math.sqrt(2 * mean * (1 - mean)) + Z_POWER_80 * Math.sqrt(first * (1 - first) + second * (1 - second));
	return Math.ceil((root / difference) ** 2);
}
