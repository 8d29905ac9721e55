/**
 * The order of a few things that agrees best with what is said of their pairs (Kemeny's rule, the weighted feedback arc
 * set): exact for up to 20 things that contradict each other in a circle, by dynamic programming over their subsets;
 * things without a circle are just sorted.
 */
import { existing } from '../speed/existing.ts';

/** Above it: how surely i comes before j; below 0: after it. Antisymmetric. */
export type PairWeights = readonly (readonly number[])[];

const MOST_EXACT = 20;
/** Sums of the same weights in another order differ by less. */
const ROUNDING = 1e-9;

/** Positions in their best order; of equally good ones the one whose last things have the higher positions. */
export function bestOrder(weights: PairWeights): number[] {
	return circlesOf(weights).flatMap((circle) => orderOfCircle(circle, weights));
}

const weightOf = (weights: PairWeights, a: number, b: number): number => existing(existing(weights[a])[b]);

/**
 * Groups that contradict themselves (strongly connected by "comes before"), in order: no best order mixes two of them.
 */
function circlesOf(weights: PairWeights): number[][] {
	const all = weights.map((_, i) => i);
	// Reaches: i comes before j, over others too.
	const reach = all.map((i) => all.map((j) => i !== j && weightOf(weights, i, j) > 0));
	for (const via of all)
		for (const from of all)
			if (existing(reach[from])[via] === true)
				for (const to of all) if (existing(reach[via])[to] === true) existing(reach[from])[to] = true;
	const isReached = (from: number, to: number): boolean => existing(reach[from])[to] === true;
	const groups: number[][] = [];
	for (const i of all) {
		const own = groups.find(([first]) => first !== undefined && isReached(first, i) && isReached(i, first));
		if (own === undefined) groups.push([i]);
		else own.push(i);
	}
	const ordered: number[][] = [];
	const left = [...groups];
	while (left.length > 0) {
		const next = left.findIndex(
			(group) => !left.some((other) => other !== group && isReached(existing(other[0]), existing(group[0]))),
		);
		ordered.push(...left.splice(Math.max(0, next), 1));
	}
	return ordered;
}

function orderOfCircle(circle: readonly number[], weights: PairWeights): number[] {
	if (circle.length === 1) return [...circle];
	return circle.length <= MOST_EXACT ? exactOrder(circle, weights) : byTotal(circle, weights);
}

/** Held and Karp: the best value of each set of first things, from those with one thing less. */
function exactOrder(things: readonly number[], weights: PairWeights): number[] {
	const count = things.length;
	const size = 1 << count;
	const gain = gains(things, weights);
	const best = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
	const last = new Int8Array(size).fill(-1);
	best[0] = 0;
	for (let set = 0; set < size; set++) {
		const value = existing(best[set]);
		for (let next = 0; next < count; next++) {
			if ((set & (1 << next)) !== 0) continue;
			const grown = set | (1 << next);
			const total = value + gain(set, next);
			if (total > existing(best[grown]) + ROUNDING) {
				best[grown] = total;
				last[grown] = next;
			}
		}
	}
	const order: number[] = [];
	for (let set = size - 1; set > 0; set &= ~(1 << existing(last[set])))
		order.unshift(existing(things[existing(last[set])]));
	return order;
}

/**
 * What it adds that all of a set come before the next: the set's two halves looked up, so that no thing is counted one
 * by one.
 */
function gains(things: readonly number[], weights: PairWeights): (set: number, next: number) => number {
	const half = Math.ceil(things.length / 2);
	const low = halfSums(things, weights, 0, half);
	const high = halfSums(things, weights, half, things.length);
	const mask = (1 << half) - 1;
	return (set, next) => existing(existing(low[next])[set & mask]) + existing(existing(high[next])[set >> half]);
}

/** By thing: the weight of each set of the things from `first` on before it. */
function halfSums(things: readonly number[], weights: PairWeights, first: number, end: number): Float64Array[] {
	return things.map((next) => {
		const sums = new Float64Array(1 << (end - first));
		for (let set = 1; set < sums.length; set++) {
			const lowest = 31 - Math.clz32(set & -set);
			const thing = existing(things[first + lowest]);
			sums[set] = existing(sums[set & (set - 1)]) + (thing === next ? 0 : weightOf(weights, thing, next));
		}
		return sums;
	});
}

/** More things than can be tried: by how much each comes before the others. */
function byTotal(things: readonly number[], weights: PairWeights): number[] {
	const total = (i: number): number => things.reduce((sum, j) => sum + weightOf(weights, i, j), 0);
	return [...things].sort((a, b) => total(b) - total(a) || a - b);
}
