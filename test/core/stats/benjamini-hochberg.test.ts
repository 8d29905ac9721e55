import { expect, it } from 'vitest';
import { adjustedPValues } from '../../../src/core/stats/benjamini-hochberg.ts';

it('p values are adjusted in the order given and never fall below a smaller one', () => {
	const adjusted = adjustedPValues([0.04, 0.005, 0.9, 0.03]);
	[0.16 / 3, 0.02, 0.9, 0.16 / 3].forEach((expected, i) => {
		expect(adjusted[i]).toBeCloseTo(expected, 12);
	});
	expect(adjustedPValues([0.01, 0.02, 0.03, 0.04, 0.05]).every((p) => Math.abs(p - 0.05) < 1e-12)).toBe(true);
	expect(adjustedPValues([])).toEqual([]);
});
