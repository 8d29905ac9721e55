/**
 * Quantiles by linear interpolation between order statistics: R type 7, the same as PERCENTILE and MEDIAN in Sheets
 * (Hyndman & Fan 1996).
 */
import { existing } from '../speed/existing.ts';

/** The values that are not NaN, ascending, as a new array. */
export function sortedValues(values: ArrayLike<number>): Float64Array {
	const kept = new Float64Array(values.length);
	let count = 0;
	for (let i = 0; i < values.length; i++) {
		const value = existing(values[i]);
		if (!Number.isNaN(value)) kept[count++] = value;
	}
	return kept.subarray(0, count).sort();
}

/**
 * Quantile of ascending values.
 * @param p 0..1
 * @returns null when there are no values.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number | null {
	return sorted.length === 0 ? null : between(p, sorted.length, (rank) => existing(sorted[rank]));
}

/** Quantile of values in any order, NaN left out. */
export function quantileOf(values: ArrayLike<number>, p: number): number | null {
	return quantile(sortedValues(values), p);
}

/**
 * Quantile of values that are given by how often each occurs, so that parts can be added and nothing is sorted.
 * @param values ascending
 * @param counts how often each of them occurs
 * @returns null when nothing occurs
 */
export function quantileOfTimes(values: ArrayLike<number>, counts: ArrayLike<number>, p: number): number | null {
	return quantileByCounts(counts, p, (i) => existing(values[i]));
}

/** The same of whole numbers: entry i is how often the value `lowest + i` occurs. */
export function quantileOfCounts(counts: ArrayLike<number>, p: number, lowest = 0): number | null {
	return quantileByCounts(counts, p, (i) => lowest + i);
}

function quantileByCounts(counts: ArrayLike<number>, p: number, valueAt: (i: number) => number): number | null {
	let total = 0;
	for (let i = 0; i < counts.length; i++) total += existing(counts[i]);
	if (total === 0) return null;
	return between(p, total, (rank) => {
		let i = 0;
		for (let passed = existing(counts[0]); passed <= rank; passed += existing(counts[i])) i++;
		return valueAt(i);
	});
}

function between(p: number, count: number, valueAt: (rank: number) => number): number {
	const position = (count - 1) * p;
	const rank = Math.floor(position);
	const low = valueAt(rank);
	const fraction = position - rank;
	return fraction === 0 ? low : low + fraction * (valueAt(rank + 1) - low);
}
