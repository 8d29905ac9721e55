/** The score interval of a proportion (Wilson 1927), recommended for small n by Brown, Cai and DasGupta 2001. */

/** Two-sided 95 % point of the standard normal distribution. */
export const Z95 = 1.959963984540054;

export interface Interval {
	readonly low: number;
	readonly high: number;
}

/** 95 % interval of k successes in n trials; 0..1 when n is 0, because nothing is known then. */
export function wilson(k: number, n: number): Interval {
	if (n <= 0) return { low: 0, high: 1 };
	const p = k / n;
	const z2 = (Z95 * Z95) / n;
	const centre = (p + z2 / 2) / (1 + z2);
	const half = (Z95 * Math.sqrt((p * (1 - p) + z2 / 4) / n)) / (1 + z2);
	// At 0 and n the bound is exact; rounding must not push it past the estimate.
	return { low: k <= 0 ? 0 : centre - half, high: k >= n ? 1 : centre + half };
}
