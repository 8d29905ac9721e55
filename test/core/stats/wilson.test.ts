import { describe, expect, it } from 'vitest';
import { wilson } from '../../../src/core/stats/wilson.ts';

describe('Wilson interval', () => {
	it('3 of 6 give .1876 to .8124, as in the worked case', () => {
		const { low, high } = wilson(3, 6);
		expect(low).toBeCloseTo(0.1876, 4);
		expect(high).toBeCloseTo(0.8124, 4);
	});

	it('agrees with the published 81 of 263: .2553 to .3662 (Newcombe 1998)', () => {
		const { low, high } = wilson(81, 263);
		expect(low).toBeCloseTo(0.2553, 4);
		expect(high).toBeCloseTo(0.3662, 4);
	});

	it('touches 0 and 1 exactly, and is everything without trials', () => {
		expect(wilson(0, 20).low).toBe(0);
		expect(wilson(20, 20).high).toBe(1);
		expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4);
		expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
	});

	it('is exactly 0 and 1 at the ends, for every n, and says nothing without cases', () => {
		for (let n = 1; n <= 300; n++) {
			expect(wilson(0, n).low).toBe(0);
			expect(wilson(n, n).high).toBe(1);
			expect(wilson(0, n).high).toBeLessThan(1);
		}
		expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
	});
});
