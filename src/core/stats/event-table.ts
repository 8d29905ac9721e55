/**
 * Durations with their endings, counted by time: the common ground of Kaplan–Meier and Aalen–Johansen.
 * Belongs here: counting, by day histogram where durations are whole days and by sorting otherwise. Not here: the
 * estimators.
 */
import { existing } from '../speed/existing.ts';

/** How a duration ended: still running, by the cause of interest, by the competing one. */
export const CENSORED = 0;
export const CAUSE = 1;
export const COMPETING = 2;

/** Entry i counts what ended at `times[i]`; times ascend, and something ended at each. */
export interface EventTable {
	readonly times: Float64Array;
	readonly cause: Float64Array;
	readonly competing: Float64Array;
	readonly censored: Float64Array;
	/** Durations counted. */
	readonly n: number;
	/** What the durations of the cause add up to, where their times were rounded. */
	readonly causeSum?: number;
	/** Durations left out because they are negative or NaN. */
	readonly excluded: number;
}

const HISTOGRAM_DAYS = 16_384;

/** @param endings CENSORED, CAUSE or COMPETING by duration; only the first `count` entries are read. */
export function countEvents(durations: Float64Array, endings: Uint8Array, count = durations.length): EventTable {
	const counts = new Int32Array(3 * HISTOGRAM_DAYS);
	let lastDay = -1;
	for (let i = 0; i < count; i++) {
		const duration = existing(durations[i]);
		const day = duration | 0;
		if (day === duration && day >= 0 && day < HISTOGRAM_DAYS) {
			const cell = day * 3 + existing(endings[i]);
			counts[cell] = existing(counts[cell]) + 1;
			if (day > lastDay) lastDay = day;
		} else if (duration >= 0) return bySorting(durations, endings, count);
	}
	return fromDayCounts(counts.subarray(0, 3 * (lastDay + 1)), count);
}

/** @param counts three entries a day: censored, cause, competing */
function fromDayCounts(counts: ArrayLike<number>, given: number): EventTable {
	const days = counts.length / 3;
	let used = 0;
	for (let day = 0; day < days; day++) if (endedOn(counts, day) > 0) used++;
	const table = emptyTable(used);
	let n = 0;
	for (let day = 0, row = 0; day < days; day++) {
		const ended = endedOn(counts, day);
		if (ended === 0) continue;
		table.times[row] = day;
		table.censored[row] = existing(counts[day * 3]);
		table.cause[row] = existing(counts[day * 3 + 1]);
		table.competing[row] = existing(counts[day * 3 + 2]);
		n += ended;
		row++;
	}
	return { ...table, n, excluded: given - n };
}

function endedOn(counts: ArrayLike<number>, day: number): number {
	return existing(counts[day * 3]) + existing(counts[day * 3 + 1]) + existing(counts[day * 3 + 2]);
}

function emptyTable(rows: number) {
	return {
		times: new Float64Array(rows),
		cause: new Float64Array(rows),
		competing: new Float64Array(rows),
		censored: new Float64Array(rows),
	};
}

/**
 * Sorts the durations of each ending by themselves (a numeric sort without a comparison function is fast) and merges
 * the three.
 */
function bySorting(durations: Float64Array, endings: Uint8Array, count: number): EventTable {
	const sorted = [CENSORED, CAUSE, COMPETING].map((ending) => {
		const own = new Float64Array(count);
		let size = 0;
		for (let i = 0; i < count; i++)
			if (endings[i] === ending && existing(durations[i]) >= 0) own[size++] = existing(durations[i]);
		return own.subarray(0, size).sort();
	}) as [Float64Array, Float64Array, Float64Array];
	const n = sorted[0].length + sorted[1].length + sorted[2].length;
	const table = emptyTable(n);
	const targets = [table.censored, table.cause, table.competing];
	const next = [0, 0, 0];
	const head = (ending: number): number => {
		const own = existing(sorted[ending]);
		const i = existing(next[ending]);
		return i < own.length ? existing(own[i]) : Number.POSITIVE_INFINITY;
	};
	let rows = 0;
	for (let left = n; left > 0; rows++) {
		const time = Math.min(head(CENSORED), head(CAUSE), head(COMPETING));
		table.times[rows] = time;
		for (let ending = 0; ending < 3; ending++) {
			const own = existing(sorted[ending]);
			const from = existing(next[ending]);
			let i = from;
			while (i < own.length && own[i] === time) i++;
			existing(targets[ending])[rows] = i - from;
			next[ending] = i;
			left -= i - from;
		}
	}
	const { times, cause, competing, censored } = table;
	return {
		times: times.subarray(0, rows),
		cause: cause.subarray(0, rows),
		competing: competing.subarray(0, rows),
		censored: censored.subarray(0, rows),
		n,
		excluded: count - n,
	};
}
