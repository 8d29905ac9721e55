import { describe, expect, test } from 'vitest';
import { Durations } from '../../../src/core/stats/durations.ts';

const counted = (...byDay: number[]) => Durations.counted(Int32Array.from(byDay));
const listed = (...days: number[]) => Durations.listed(Float64Array.from(days));
const told = (durations: Durations) => [
	durations.count,
	durations.sum,
	durations.mean,
	durations.quantile(0.5),
	durations.quantile(0.9),
];

describe('durations', () => {
	test('are the same counted by day and one by one', () => {
		expect(told(counted(1, 0, 2, 1))).toEqual([4, 7, 1.75, 2, 2.7]);
		expect(told(listed(2, 0, 3, 2))).toEqual(told(counted(1, 0, 2, 1)));
	});
	test('of nobody have no mean and no quantile', () => {
		expect(told(counted(0, 0))).toEqual([0, 0, null, null, null]);
		expect(told(listed())).toEqual([0, 0, null, null, null]);
	});
	test('of two groups are those of both, however each is kept', () => {
		expect(told(counted(1, 0, 2).with(counted(0, 0, 0, 1)))).toEqual(told(counted(1, 0, 2, 1)));
		expect(told(counted(0, 0, 0, 1).with(counted(1, 0, 2)))).toEqual(told(counted(1, 0, 2, 1)));
		expect(told(counted(1, 0, 2).with(listed(0.5)))).toEqual(told(listed(0, 2, 2, 0.5)));
		expect(told(listed(0.5, 2).with(counted(1, 0, 1)))).toEqual(told(listed(0, 2, 2, 0.5)));
		expect(told(listed().with(counted(1)))).toEqual(told(counted(1)));
	});
});
