/**
 * Puts stage changes that were read in any order into the history's order: by deal, in time within a deal, without
 * repetitions. Not here: reading cells (history-table.ts).
 */

import { UNKNOWN_STAGE } from '../model/opportunity.ts';
import type { StageList } from '../model/stage.ts';
import type { StageHistory } from '../model/stage-history.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';

/** One entry per usable row, in any order. */
export interface Changes {
	count: number;
	/** Which of the table's filled rows it stands in. */
	readonly row: Int32Array;
	/** NO_DEAL for a change that is left out after all. */
	readonly deal: Int32Array;
	readonly to: Int32Array;
	readonly from: Int32Array;
	readonly at: Float64Array;
	readonly notBefore: Float64Array;
	/** 0 without a number. */
	readonly sequence: Float64Array;
	readonly assumed: Uint8Array;
	readonly isImport: Uint8Array;
	hasTime: boolean;
}

/** Stands for "no stage change" where a stage position is expected. */
export const NO_CHANGE = -3;

/** Stands for "no deal" where the number of one is expected. */
export const NO_DEAL = -1;

export function emptyChanges(size: number): Changes {
	return {
		count: 0,
		row: new Int32Array(size),
		deal: new Int32Array(size),
		to: new Int32Array(size),
		from: new Int32Array(size),
		at: new Float64Array(size),
		notBefore: new Float64Array(size),
		sequence: new Float64Array(size),
		assumed: new Uint8Array(size),
		isImport: new Uint8Array(size),
		hasTime: false,
	};
}

/**
 * @param rowCount rows of the table, of which those that do not end up in the history are counted as ignored
 * @param isOwnLog what was imported comes before what was seen, and that goes by its sequence
 */
export function historyInOrder(
	changes: Changes,
	dealCount: number,
	stages: StageList,
	rowCount: number,
	isOwnLog: boolean,
): StageHistory {
	const { begin, order } = groupByDeal(changes, dealCount);
	const compare = comparison(changes, stages, isOwnLog);
	// Our own log goes by its sequence, whatever the times are.
	const times = isOwnLog ? null : changes.at;
	const start = new Int32Array(dealCount + 1);
	let used = 0;
	inBlocks(0, dealCount, (from, to) => {
		for (let deal = from; deal < to; deal++) {
			sortRun(order, existing(begin[deal]), existing(begin[deal + 1]), times, compare);
			used = dropRepetitions(changes, order, existing(begin[deal]), existing(begin[deal + 1]), used);
			start[deal + 1] = used;
		}
	});
	return {
		start,
		from: pick(changes.from, order, new Int32Array(used)),
		to: pick(changes.to, order, new Int32Array(used)),
		at: pick(changes.at, order, new Float64Array(used)),
		notBefore: pick(changes.notBefore, order, new Float64Array(used)),
		assumed: pick(changes.assumed, order, new Uint8Array(used)),
		hasTime: changes.hasTime,
		ignoredRows: rowCount - used,
		laterRows: [],
	};
}

/** Counting sort, stable: the changes of deal d are those at `order[begin[d]]` to `order[begin[d + 1]]`. */
function groupByDeal({ count, deal }: Changes, dealCount: number): { begin: Int32Array; order: Int32Array } {
	const begin = new Int32Array(dealCount + 1);
	inBlocks(0, count, (from, to) => countDeals(deal, from, to, begin));
	for (let d = 0; d < dealCount; d++) begin[d + 1] = existing(begin[d + 1]) + existing(begin[d]);
	const free = begin.slice();
	const order = new Int32Array(count);
	inBlocks(0, count, (from, to) => placeByDeal(deal, from, to, free, order));
	return { begin, order };
}

function countDeals(deal: Int32Array, from: number, to: number, begin: Int32Array): void {
	for (let i = from; i < to; i++) {
		const d = existing(deal[i]);
		if (d !== NO_DEAL) begin[d + 1] = existing(begin[d + 1]) + 1;
	}
}

/** @param free next place by deal */
function placeByDeal(deal: Int32Array, from: number, to: number, free: Int32Array, order: Int32Array): void {
	for (let i = from; i < to; i++) {
		const d = existing(deal[i]);
		if (d === NO_DEAL) continue;
		const place = existing(free[d]);
		order[place] = i;
		free[d] = place + 1;
	}
}

/**
 * In time; at equal times by sequence, else forward with parked and unlisted stages after the funnel and the loss last.
 */
function comparison(
	{ to, at, sequence, isImport }: Changes,
	stages: StageList,
	isOwnLog: boolean,
): (a: number, b: number) => number {
	const places = stages.all.map(({ kind }, position) =>
		kind === 'lost' ? 1e6 : kind === 'parked' ? 1e5 : existing(stages.rankOf[position]),
	);
	const placeOf = (position: number): number => (position < 0 ? 1e5 : existing(places[position]));
	return (a, b) => {
		const bySequence = existing(sequence[a]) - existing(sequence[b]);
		if (isOwnLog) {
			const byOrigin = existing(isImport[b]) - existing(isImport[a]);
			if (byOrigin !== 0) return byOrigin;
			if (isImport[a] === 0 && bySequence !== 0) return bySequence;
		}
		return (
			existing(at[a]) - existing(at[b]) || bySequence || placeOf(existing(to[a])) - placeOf(existing(to[b])) || a - b
		);
	};
}

/** Most runs are in order already. @param times later ones come later; null when times alone do not say so */
function sortRun(
	order: Int32Array,
	first: number,
	end: number,
	times: Float64Array | null,
	compare: (a: number, b: number) => number,
): void {
	for (let k = first + 1; k < end; k++) {
		const [a, b] = [existing(order[k - 1]), existing(order[k])];
		if (times !== null && existing(times[a]) < existing(times[b])) continue;
		if (compare(a, b) <= 0) continue;
		order.subarray(first, end).sort(compare);
		return;
	}
}

/**
 * Moves the changes of one deal to `used` and on, the same stage again left out, and sets where each came from; gives
 * the next free place.
 */
function dropRepetitions({ to, from }: Changes, order: Int32Array, first: number, end: number, used: number): number {
	let last = NO_CHANGE;
	let next = used;
	for (let k = first; k < end; k++) {
		const i = existing(order[k]);
		const position = existing(to[i]);
		if (position === last && position !== UNKNOWN_STAGE) continue;
		if (k > first) from[i] = last;
		last = position;
		order[next++] = i;
	}
	return next;
}

function pick<T extends Int32Array | Float64Array | Uint8Array>(values: T, order: Int32Array, target: T): T {
	inBlocks(0, target.length, (from, to) => {
		for (let k = from; k < to; k++) target[k] = existing(values[existing(order[k])]);
	});
	return target;
}
