import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitShrinkage, shrunkRate } from '../../../src/core/stats/beta-binomial.ts';

describe('rates pulled toward the team', () => {
	it('the moments of two groups worked by hand', () => {
		// mean .5, S = .04, Σ w(1 − w) = .5, Σ w(1 − w)/n = .0125: correlation (.04 − .003125) / (.25 · .4875)
		const fit = fitShrinkage([12, 28], [40, 40]);
		const correlation = 0.036875 / 0.121875;
		expect(fit?.mean).toBe(0.5);
		expect(fit?.weight).toBeCloseTo((1 - correlation) / correlation, 10);
	});

	it('groups that differ by chance only all get the common rate', () => {
		const fit = fitShrinkage([5, 5, 5], [10, 10, 10]);
		expect(fit?.weight).toBe(Number.POSITIVE_INFINITY);
		expect(shrunkRate(3, 3, fit as never)).toBe(0.5);
	});

	it('groups of one deal each all get the common rate', () => {
		const fit = fitShrinkage([1, 0, 0], [1, 1, 1]);
		expect(fit).toEqual({ mean: 1 / 3, weight: Number.POSITIVE_INFINITY });
	});

	it('one group, no spread and no trials are no fit between groups', () => {
		expect(fitShrinkage([3], [10])).toEqual({ mean: 0.3, weight: Number.POSITIVE_INFINITY });
		expect(fitShrinkage([10, 4], [10, 4])).toEqual({ mean: 1, weight: Number.POSITIVE_INFINITY });
		expect(fitShrinkage([0, 0], [0, 0])).toBeNull();
	});

	it('a pulled rate lies between its own and the common one, and small groups move more', () => {
		const group = fc
			.integer({ min: 1, max: 200 })
			.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
		fc.assert(
			fc.property(fc.array(group, { minLength: 2, maxLength: 12 }), (groups) => {
				const fit = fitShrinkage(
					groups.map(([k]) => k),
					groups.map(([, n]) => n),
				);
				if (fit === null) throw new Error('there are trials');
				for (const [k, n] of groups) {
					const rate = shrunkRate(k, n, fit);
					expect(rate).toBeGreaterThanOrEqual(Math.min(k / n, fit.mean) - 1e-12);
					expect(rate).toBeLessThanOrEqual(Math.max(k / n, fit.mean) + 1e-12);
				}
				expect(Math.abs(shrunkRate(2, 2, fit) - 1)).toBeGreaterThanOrEqual(
					Math.abs(shrunkRate(20, 20, fit) - 1) - 1e-12,
				);
			}),
			{ seed: 7 },
		);
	});

	it('pulls by the weight of the fit; without any weight a group keeps its own rate', () => {
		expect(shrunkRate(3, 10, { mean: 0.5, weight: 10 })).toBe(0.4);
		expect(shrunkRate(3, 10, { mean: 0.5, weight: 0 })).toBe(0.3);
		expect(shrunkRate(0, 0, { mean: 0.5, weight: 0 })).toBe(0.5);
		expect(shrunkRate(3, 10, { mean: 0.5, weight: Number.POSITIVE_INFINITY })).toBe(0.5);
	});

	it('an empty group among others changes nothing', () => {
		expect(fitShrinkage([1, 40, 0], [50, 50, 0])).toEqual(fitShrinkage([1, 40], [50, 50]));
	});
});
