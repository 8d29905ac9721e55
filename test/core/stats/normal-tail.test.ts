import { expect, it } from 'vitest';
import { normalTail } from '../../../src/core/stats/normal-tail.ts';

it.each([
	[0, 0.5],
	[1.959963984540054, 0.025],
	[2.5, 0.006209665325776132],
	[3, 0.0013498980316300957],
	[5, 2.8665157187919333e-7],
	[-1, 0.8413447460685429],
])('the normal distribution has beyond %d the share %d', (z, share) => {
	expect(normalTail(z) / share).toBeCloseTo(1, 11);
});
