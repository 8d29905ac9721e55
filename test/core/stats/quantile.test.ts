import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, quantileOf, quantileOfCounts } from '../../../src/core/stats/quantile.ts';

describe('quantiles of R type 7', () => {
	it('interpolates between neighbours', () => {
		expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
		expect(quantile([25, 40, 95], 0.5)).toBe(40);
		expect(quantile([1, 2, 3, 4, 5], 0.9)).toBeCloseTo(4.6, 12);
		expect(quantile([7], 0.9)).toBe(7);
	});

	it('sorts by number and leaves NaN out', () => {
		expect(quantileOf([100, Number.NaN, 20, 3], 0.5)).toBe(20);
	});

	it('is null for no values', () => {
		expect(quantileOf([Number.NaN], 0.5)).toBeNull();
		expect(quantileOfCounts([0, 0], 0.5)).toBeNull();
	});

	it('gives the same from day counts as from the days themselves', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: -5, max: 40 }), { minLength: 1, maxLength: 60 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(days, p) => {
					const counts = new Int32Array(46);
					for (const day of days) counts[day + 5] = (counts[day + 5] as number) + 1;
					expect(quantileOfCounts(counts, p, -5)).toBe(quantileOf(days, p));
				},
			),
			{ seed: 7 },
		);
	});
});
