/** Did a mean change? Two samples with variances of their own (Welch 1947). Not here: shares (two-proportion.ts). */
import { existing } from '../speed/existing.ts';

/** Sums of a sample, which add up over parts. */
export interface SampleSums {
	readonly n: number;
	readonly sum: number;
	readonly squares: number;
}

function variance({ n, sum, squares }: SampleSums): number {
	return Math.max(0, squares - (sum * sum) / n) / (n - 1);
}

/** Two-sided p value; null where a sample has fewer than two values, or none varies. */
export function compareMeans(first: SampleSums, second: SampleSums): number | null {
	if (first.n < 2 || second.n < 2) return null;
	const a = variance(first) / first.n;
	const b = variance(second) / second.n;
	if (!(a + b > 0)) return null;
	const t = (second.sum / second.n - first.sum / first.n) / Math.sqrt(a + b);
	const freedom = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
	return studentTails(t, freedom);
}

/** P(|T| > |t|) of Student's t: the regularized incomplete beta function I(x; f/2, 1/2) at x = f/(f + t²). */
export function studentTails(t: number, freedom: number): number {
	const x = freedom / (freedom + t * t);
	return regularizedBeta(x, freedom / 2, 0.5);
}

const TINY = 1e-300;
const PRECISION = 1e-15;
const MOST_TERMS = 10_000;

/** Continued fraction (Abramowitz & Stegun 26.5.8) by Lentz's method, on the side on which it converges fast. */
function regularizedBeta(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	if (x > (a + 1) / (a + b + 2)) return 1 - regularizedBeta(1 - x, b, a);
	const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
	let c = 1;
	let d = 1 / apartFromZero(1 - ((a + b) * x) / (a + 1));
	let fraction = d;
	const step = (term: number): number => {
		d = 1 / apartFromZero(1 + term * d);
		c = apartFromZero(1 + term / c);
		fraction *= c * d;
		return c * d;
	};
	for (let m = 1; m < MOST_TERMS; m++) {
		step((m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)));
		const change = step((-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)));
		if (Math.abs(change - 1) < PRECISION) break;
	}
	return Math.min(1, front * fraction);
}

function apartFromZero(value: number): number {
	return Math.abs(value) < TINY ? TINY : value;
}

const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360];
const LARGE = 15;

/** Stirling's series (Abramowitz & Stegun 6.1.41), small arguments lifted by the recurrence. */
function logGamma(argument: number): number {
	let z = argument;
	let lifted = 0;
	while (z < LARGE) lifted += Math.log(z++);
	const series = STIRLING.reduce((sum, _, i) => sum + existing(STIRLING[i]) / z ** (2 * i + 1), 0);
	return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - lifted;
}
