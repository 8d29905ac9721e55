import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SumParts, sumDistribution } from '../../../src/core/forecast/sum-distribution.ts';
import { NotCounted } from '../../../src/core/statistics/not-counted.ts';
import { type AmountGroups, singleAmounts } from '../../../src/core/statistics/path-counts.ts';

interface Parts {
	readonly amounts: readonly number[];
	readonly chances: readonly number[];
	readonly others: number;
	readonly drawn: readonly number[];
}

const partsOf = ({ amounts, chances, others, drawn }: Parts): SumParts => ({
	open: singleAmounts(amounts),
	chances,
	others,
	drawn: singleAmounts(drawn),
});

function momentsOf({ amounts, chances, others, drawn }: Parts): { mean: number; variance: number } {
	const rows = Array.from(amounts, (amount, i): [number, number] => [amount, chances[i] ?? 0]);
	const average = (power: number): number =>
		drawn.length === 0 ? 0 : Array.from(drawn).reduce((sum, amount) => sum + amount ** power, 0) / drawn.length;
	return {
		mean: rows.reduce((sum, [a, p]) => sum + a * p, 0) + others * average(1),
		variance: rows.reduce((sum, [a, p]) => sum + a * a * p * (1 - p), 0) + others * average(2),
	};
}

const distributionOf = (parts: Parts) => sumDistribution(partsOf(parts), momentsOf(parts));

/** All sums of independent deals with their probabilities, by enumeration. */
function enumerated(amounts: readonly number[], chances: readonly number[]): [number, number][] {
	return amounts.reduce<[number, number][]>(
		(sums, amount, i) =>
			sums.flatMap(([sum, p]): [number, number][] => {
				const chance = chances[i] ?? 0;
				return [
					[sum, p * (1 - chance)],
					[sum + amount, p * chance],
				];
			}),
		[[0, 1]],
	);
}

describe('the distribution of a period', () => {
	it('is nothing when nothing can come', () => {
		const none = distributionOf({ amounts: [5], chances: [0], others: 0, drawn: [] });
		expect([none.quantile(0.9), none.atLeast(0), none.atLeast(1)]).toEqual([0, 1, 0]);
	});

	it('agrees with the enumeration of a few deals', () => {
		const deal = fc.record({
			amount: fc.integer({ min: 1, max: 100 }),
			chance: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
		});
		fc.assert(
			fc.property(fc.array(deal, { minLength: 1, maxLength: 9 }), (deals) => {
				const amounts = deals.map(({ amount }) => amount);
				const chances = deals.map(({ chance }) => chance);
				const found = distributionOf({ amounts, chances, others: 0, drawn: [] });
				const sums = enumerated(amounts, chances);
				// Between the values that occur nothing depends on the width of a cell.
				const values = [...new Set(sums.map(([sum]) => sum))].sort((a, b) => a - b);
				for (const [i, value] of values.entries()) {
					const next = values[i + 1] ?? value + 10;
					if (next - value < 2) continue;
					const exact = sums.reduce((total, [sum, p]) => (sum > value + 1 ? total + p : total), 0);
					expect(found.atLeast(value + 1)).toBeCloseTo(exact, 2);
				}
			}),
			{ numRuns: 60, seed: 14 },
		);
	});

	it('knows the terms of a Poisson number of equal wins', () => {
		const found = distributionOf({ amounts: [], chances: [], others: 2, drawn: [10] });
		const atMostTwo = Math.exp(-2) * (1 + 2 + 2);
		expect(found.atLeast(25)).toBeCloseTo(1 - atMostTwo, 3);
		expect(found.quantile(0.5)).toBeCloseTo(20, 0);
	});

	it('turns into the normal distribution for many small deals', () => {
		const amounts = new Array<number>(4000).fill(1);
		const parts = { amounts, chances: amounts.map(() => 0.3), others: 0, drawn: [] };
		const { mean, variance } = momentsOf(parts);
		expect(distributionOf(parts).quantile(0.9)).toBeCloseTo(mean + 1.2816 * Math.sqrt(variance), 0);
	});

	it('counts a deal without an amount or chance for nothing', () => {
		const parts = { amounts: [Number.NaN, 10, 0], chances: [0.5, 0.5, 0.5], others: 0, drawn: [] };
		const found = sumDistribution(partsOf(parts), { mean: 5, variance: 25 });
		expect(found.atLeast(9)).toBeCloseTo(0.5, 6);
	});

	it('rises with the probability and falls with the sum', () => {
		const parts = { amounts: [30, 4, 7], chances: [0.2, 0.5, 0.7], others: 3, drawn: [2, 9, 40] };
		const found = distributionOf(parts);
		const quantiles = [0.05, 0.1, 0.5, 0.9, 0.95].map((share) => found.quantile(share));
		expect(quantiles).toEqual([...quantiles].sort((a, b) => a - b));
		const chances = [0, 10, 50, 100, 200].map((sum) => found.atLeast(sum));
		expect(chances).toEqual([...chances].sort((a, b) => b - a));
	});

	/** Deals of equal amounts and chances as one entry, and small ones as sums alone. */
	const grouped = (deals: number, amount: number, isSummed: boolean): AmountGroups => ({
		deals: [deals],
		amount: [amount],
		sum: [deals * amount],
		squares: [deals * amount * amount],
		isSummed: [isSummed ? 1 : 0],
	});

	it('is the same for deals alike in one entry as for each by itself', () => {
		const parts = { amounts: [30, 30, 30, 1], chances: [0.2, 0.2, 0.2, 0.5], others: 2, drawn: [5, 5, 20] };
		const moments = momentsOf(parts);
		const one = { ...partsOf(parts), open: grouped(3, 30, false), chances: [0.2] };
		const single = sumDistribution(partsOf({ ...parts, amounts: [30, 30, 30], chances: [0.2, 0.2, 0.2] }), moments);
		for (const share of [0.1, 0.5, 0.9])
			expect(sumDistribution(one, moments).quantile(share)).toBeCloseTo(single.quantile(share), 9);
	});

	it('takes sums of amounts that are small beside the whole, and says where single ones would show', () => {
		const amounts = [...new Array<number>(900).fill(1), 9000];
		const parts = { amounts, chances: amounts.map(() => 0.3), others: 0, drawn: [] };
		const moments = momentsOf(parts);
		const rest = { ...partsOf(parts), open: grouped(900, 1, true), chances: [0.3] };
		const small = partsOf({ ...parts, amounts: amounts.slice(0, -1) });
		expect(sumDistribution(rest, moments).quantile(0.9)).toBeCloseTo(sumDistribution(small, moments).quantile(0.9), 9);
		expect(() => sumDistribution(rest, { mean: 10, variance: 3 })).toThrow(NotCounted);
	});
});
