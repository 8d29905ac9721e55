/**
 * Upper tail of the standard normal distribution: series near the middle, continued fraction beyond (Abramowitz &
 * Stegun 26.2.11 and 26.2.14).
 */

/** P(Z > z). */
export function normalTail(z: number): number {
	if (z < 0) return 1 - normalTail(-z);
	const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
	if (z < 3) {
		let term = z;
		let sum = z;
		for (let k = 3; term > sum * 1e-17; k += 2) {
			term *= (z * z) / k;
			sum += term;
		}
		return 0.5 - density * sum;
	}
	let fraction = z;
	for (let k = 80; k >= 1; k--) fraction = z + k / fraction;
	return density / fraction;
}
