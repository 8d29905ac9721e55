import { describe, expect, it } from 'vitest';
import { compensatedSum } from '../../../src/core/stats/compensated-sum.ts';

describe('compensated sum', () => {
	it('keeps what plain addition drops', () => {
		expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
		expect(compensatedSum(new Array(10).fill(0.1))).toBe(1);
	});

	it('leaves NaN out and is 0 for nothing', () => {
		expect(compensatedSum([Number.NaN, 2, Number.NaN])).toBe(2);
		expect(compensatedSum([])).toBe(0);
	});
});
