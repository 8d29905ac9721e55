import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareProportions, fisherExact } from '../../../src/core/stats/two-proportion.ts';

describe('two proportions', () => {
	it('the interval is that of Newcombe 1998: 56 of 70 against 48 of 80 differ by .2, .0524 to .3339', () => {
		const result = compareProportions(48, 80, 56, 70);
		expect(result?.difference).toBeCloseTo(0.2, 12);
		expect(result?.low).toBeCloseTo(0.0524, 4);
		expect(result?.high).toBeCloseTo(0.3339, 4);
	});

	it('large groups are compared by the pooled z test', () => {
		// z = (.55 − .75) / sqrt(.65 · .35 · 2 / 100) = −2.96500
		const result = compareProportions(75, 100, 55, 100);
		expect(result?.pValue).toBeCloseTo(0.003027, 6);
	});

	it('small expected counts are compared exactly: tea tasting gives 34 of 70', () => {
		expect(compareProportions(3, 4, 1, 4)?.pValue).toBeCloseTo(34 / 70, 12);
		expect(fisherExact(3, 4, 1, 4)).toBeCloseTo(34 / 70, 12);
		expect(fisherExact(1, 12, 9, 12)).toBeCloseTo(0.002759456, 9);
	});

	it('no change is no evidence, and an empty group is no comparison', () => {
		expect(compareProportions(50, 100, 50, 100)?.pValue).toBe(1);
		expect(compareProportions(0, 10, 0, 10)?.pValue).toBe(1);
		expect(compareProportions(0, 0, 5, 10)).toBeNull();
	});

	it('Fisher equals the sum over all tables, counted by binomial coefficients', () => {
		const choose = (n: number, k: number): number =>
			k < 0 || k > n ? 0 : Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);
		const size = fc.integer({ min: 1, max: 25 });
		fc.assert(
			fc.property(size, size, fc.nat(), fc.nat(), (n1, n2, a, b) => {
				const k1 = a % (n1 + 1);
				const k2 = b % (n2 + 1);
				const chance = (k: number): number => (choose(n1, k) * choose(n2, k1 + k2 - k)) / choose(n1 + n2, k1 + k2);
				let expected = 0;
				for (let k = 0; k <= n1; k++) if (chance(k) <= chance(k1) * (1 + 1e-7)) expected += chance(k);
				expect(fisherExact(k1, n1, k2, n2)).toBeCloseTo(Math.min(1, expected), 9);
			}),
			{ seed: 7 },
		);
	});

	it('the exact test begins below five expected cases in the smaller group', () => {
		const isExact = (k1: number, n1: number, k2: number, n2: number): boolean =>
			compareProportions(k1, n1, k2, n2)?.pValue === fisherExact(k1, n1, k2, n2);
		expect(isExact(3, 10, 7, 10)).toBe(false);
		expect(isExact(2, 10, 7, 10)).toBe(true);
		expect(isExact(2, 10, 40, 200)).toBe(true);
		expect(isExact(40, 200, 2, 10)).toBe(true);
	});

	it('Fisher neither overflows nor underflows in large groups, whatever the share', () => {
		const logFactorial = [0];
		for (let i = 1; i <= 8000; i++) logFactorial.push((logFactorial[i - 1] as number) + Math.log(i));
		const logChoose = (n: number, k: number): number =>
			(logFactorial[n] as number) - (logFactorial[k] as number) - (logFactorial[n - k] as number);
		for (const [k1, n1, k2, n2] of [
			[2000, 4000, 2060, 4000],
			[60, 4000, 85, 4000],
			[3950, 4000, 3925, 4000],
			[30, 60, 2200, 4000],
			[2200, 4000, 30, 60],
		] as const) {
			const chance = (k: number): number => logChoose(n1, k) + logChoose(n2, k1 + k2 - k) - logChoose(n1 + n2, k1 + k2);
			let expected = 0;
			for (let k = Math.max(0, k1 + k2 - n2); k <= Math.min(n1, k1 + k2); k++)
				if (chance(k) <= chance(k1) + 1e-7) expected += Math.exp(chance(k));
			expect(fisherExact(k1, n1, k2, n2)).toBeCloseTo(expected, 8);
		}
	});
});
