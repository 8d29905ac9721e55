/**
 * The distribution of a period's wins in money: open deals, each won or not, plus a Poisson number of others with
 * amounts drawn from past wins. On a grid, without random numbers: what is small beside the whole forms one normal
 * part, the rest is convolved (Hong 2013; Panjer 1981).
 */
import { add, at, sumOf } from '../speed/numbers.ts';
import { NotCounted } from '../statistics/not-counted.ts';
import type { AmountGroups } from '../statistics/path-counts.ts';
import { normalTail } from '../stats/normal-tail.ts';

const CELLS = 1024;
/** With few parts their single sums show, and more cells cost little. */
const FINE_CELLS = 4096;
const FEW_PARTS = 200;
/** Amounts below so many cells form the normal part. */
const SMALL = 8;

export interface SumParts {
	/** Open deals, and the chance of each one or of each of those that count alike. */
	readonly open: AmountGroups;
	readonly chances: ArrayLike<number>;
	/** Expected number of the others. */
	readonly others: number;
	/** Amounts from which theirs are drawn. */
	readonly drawn: AmountGroups;
}

export interface SumMoments {
	readonly mean: number;
	readonly variance: number;
}

export interface SumDistribution {
	/** Smallest sum that is not exceeded with at least this probability. */
	quantile(probability: number): number;
	/** Probability of at least this sum. */
	atLeast(sum: number): number;
}

/**
 * @param mean given parts whose moments are known already
 * @throws NotCounted when an amount shows in the sum of which only the sum of several is known
 */
export function sumDistribution(
	{ open, chances, others, drawn }: SumParts,
	{ mean, variance }: SumMoments,
): SumDistribution {
	const amounts = sumOf(open.deals) + sumOf(drawn.deals);
	const cells = amounts <= FEW_PARTS ? FINE_CELLS : CELLS;
	const cell = (mean + 8 * Math.sqrt(variance)) / cells;
	if (!(cell > 0)) return { quantile: () => 0, atLeast: (sum) => (sum <= 0 ? 1 : 0) };
	const isBig = (groups: AmountGroups, i: number): boolean => {
		if (!(at(groups.amount, i) >= SMALL * cell)) return false;
		if (groups.isSummed[i] === 1) throw new NotCounted('amounts');
		return true;
	};
	let smallMean = 0;
	let smallVariance = 0;
	const big: number[] = [];
	for (let i = 0; i < open.deals.length; i++) {
		const chance = at(chances, i);
		if (!(chance > 0 && at(open.amount, i) > 0)) continue;
		if (isBig(open, i)) big.push(i);
		else {
			smallMean += at(open.sum, i) * chance;
			smallVariance += at(open.squares, i) * chance * (1 - chance);
		}
	}
	const jumps = new Float64Array(cells + 1);
	let rate = 0;
	const many = sumOf(drawn.deals);
	const each = many === 0 ? 0 : others / many;
	for (let i = 0; i < drawn.deals.length && each > 0; i++) {
		if (isBig(drawn, i)) {
			const weight = each * at(drawn.deals, i);
			rate += weight;
			spread(at(drawn.amount, i) / cell, weight, (to, share) => {
				if (to <= cells) add(jumps, to, share);
			});
		} else {
			smallMean += at(drawn.sum, i) * each;
			smallVariance += at(drawn.squares, i) * each;
		}
	}
	const mass = compoundPoisson(jumps, rate);
	for (const i of big)
		for (let deal = 0; deal < at(open.deals, i); deal++) addDeal(mass, at(open.amount, i) / cell, at(chances, i));
	return readOff(mass, cell, smallMean, Math.sqrt(smallVariance));
}

/** Splits a place between cells over the two beside it, so that the mean stays. */
function spread(place: number, weight: number, put: (cell: number, share: number) => void): void {
	const below = Math.floor(place);
	const above = (place - below) * weight;
	put(below, weight - above);
	if (above > 0) put(below + 1, above);
}

/** Panjer's recursion for a Poisson number of jumps. @param jumps expected number by size in cells */
function compoundPoisson(jumps: Float64Array, rate: number): Float64Array {
	const sizes: number[] = [];
	jumps.forEach((expected, size) => {
		if (expected > 0) sizes.push(size);
	});
	const weights = sizes.map((size) => size * at(jumps, size));
	const mass = new Float64Array(jumps.length);
	mass[0] = Math.exp(-rate);
	for (let sum = sizes[0] ?? mass.length; sum < mass.length; sum++) {
		let total = 0;
		for (let i = 0; i < sizes.length; i++) {
			const size = sizes[i] ?? 0;
			if (size > sum) break;
			total += (weights[i] ?? 0) * (mass[sum - size] ?? 0);
		}
		mass[sum] = total / sum;
	}
	return mass;
}

/** A deal of so many cells that is won with a chance, added in place from the top. */
function addDeal(mass: Float64Array, size: number, chance: number): void {
	const below = Math.floor(size);
	const above = (size - below) * chance;
	const rest = chance - above;
	for (let sum = mass.length - 1; sum >= 0; sum--) {
		const won = sum >= below ? rest * (mass[sum - below] ?? 0) : 0;
		const wonAbove = sum > below ? above * (mass[sum - below - 1] ?? 0) : 0;
		mass[sum] = (1 - chance) * (mass[sum] ?? 0) + won + wonAbove;
	}
}

function readOff(mass: Float64Array, cell: number, mean: number, deviation: number): SumDistribution {
	// Below a hundredth of a cell the normal part is a single value.
	if (deviation < cell / 100) {
		return {
			quantile(probability) {
				let sum = 0;
				const found = mass.findIndex((share) => {
					sum += share;
					return sum >= probability - 1e-12;
				});
				return (found < 0 ? mass.length - 1 : found) * cell + mean;
			},
			// A sum between two cells was split over both: the lower one belongs to it.
			atLeast: (sum) =>
				Math.min(
					1,
					mass.reduce((total, share, place) => (place > (sum - mean) / cell - 1 + 1e-9 ? total + share : total), 0),
				),
		};
	}
	const places: number[] = [];
	mass.forEach((share, place) => {
		if (share > 1e-15) places.push(place);
	});
	const atLeast = (sum: number): number =>
		places.reduce((total, place) => total + at(mass, place) * tail((sum - mean - place * cell) / deviation), 0);
	return {
		quantile: (probability) =>
			crossing((sum) => 1 - atLeast(sum), probability, mean - 9 * deviation, mean + 9 * deviation + mass.length * cell),
		atLeast,
	};
}

/** Upper tail of the normal distribution; beyond nine deviations there is nothing to add up. */
function tail(z: number): number {
	return z > 9 ? 0 : z < -9 ? 1 : normalTail(z);
}

/** Where a rising function reaches a value: steps of the false position (Illinois), until they no longer matter. */
function crossing(rises: (x: number) => number, value: number, from: number, to: number): number {
	let [low, high] = [from, to];
	let [below, above] = [rises(low) - value, rises(high) - value];
	const precision = (to - from) * 1e-4;
	for (let round = 0; round < 60 && high - low > precision; round++) {
		const middle = round % 3 === 2 ? (low + high) / 2 : low - (below * (high - low)) / (above - below);
		const x = middle > low && middle < high ? middle : (low + high) / 2;
		const found = rises(x) - value;
		if (found < 0) [low, below, above] = [x, found, above / 2];
		else [high, above, below] = [x, found, below / 2];
		if (found === 0) return x;
	}
	return (low + high) / 2;
}
