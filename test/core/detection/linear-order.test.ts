// The order that agrees best with all pairs: compared with every order tried out.
import { describe, expect, it } from 'vitest';
import { bestOrder } from '../../../src/core/detection/linear-order.ts';
import { linearNumbers } from '../../support/linear-numbers.ts';

/** Antisymmetric weights, the upper half by rows. */
function weightsOf(count: number, weigh: (a: number, b: number) => number): number[][] {
	const upper = Array.from({ length: count }, (_, a) =>
		Array.from({ length: count }, (__, b) => (a < b ? weigh(a, b) : 0)),
	);
	return upper.map((row, a) => row.map((weight, b) => (a < b ? weight : -(upper[b]?.[a] ?? 0))));
}

const totalOf = (order: readonly number[], weights: readonly (readonly number[])[]): number =>
	order.reduce((sum, a, at) => sum + order.slice(at + 1).reduce((part, b) => part + (weights[a]?.[b] ?? 0), 0), 0);

function everyOrder(things: readonly number[]): number[][] {
	if (things.length < 2) return [[...things]];
	return things.flatMap((first) => everyOrder(things.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}

describe('the best order', () => {
	it('is as good as the best of all orders, for 200 sets of contradicting weights', () => {
		const random = linearNumbers(7);
		for (let run = 0; run < 200; run++) {
			const count = 2 + (run % 6);
			const weights = weightsOf(count, () => Math.round(random() * 20 - 10) / 4);
			const best = Math.max(...everyOrder([...Array(count).keys()]).map((order) => totalOf(order, weights)));
			const found = bestOrder(weights);
			expect([...found].sort()).toEqual([...Array(count).keys()]);
			expect(totalOf(found, weights)).toBeCloseTo(best, 9);
		}
	});
	it('is that of the weights where they do not contradict each other, also for many things', () => {
		const places = Array.from({ length: 60 }, (_, i) => (i * 37) % 60);
		const order = bestOrder(weightsOf(60, (a, b) => (places[b] ?? 0) - (places[a] ?? 0)));
		expect(order.map((at) => places[at])).toEqual([...Array(60).keys()]);
	});
	it('keeps things that nothing is said of in their order', () => {
		expect(bestOrder(weightsOf(4, () => 0))).toEqual([0, 1, 2, 3]);
	});
	it('gives up the weakest of the weights that go in a circle', () => {
		const against = (strength: number) => bestOrder(weightsOf(3, (a, b) => (a === 0 && b === 2 ? -strength : 1)));
		expect([against(0.5), against(2.5)]).toEqual([
			[0, 1, 2],
			[2, 0, 1],
		]);
	});
	it('solves a circle of twenty and orders one of thirty by what each comes before', () => {
		const circle = (count: number) =>
			weightsOf(count, (a, b) => (a === 0 && b === count - 1 ? -0.5 : Math.min(3, b - a)));
		expect(bestOrder(circle(20))).toEqual([...Array(20).keys()]);
		expect(bestOrder(circle(30))).toEqual([...Array(30).keys()]);
	});
});
