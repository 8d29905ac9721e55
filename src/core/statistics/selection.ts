/**
 * A part of the deals: what filters, periods and groups leave.
 * Belongs here: making and splitting selections. Not here: reading the words that ask for them (formula/words.ts).
 */

import type { Codes, Days, Opportunities } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';

export interface Selection {
	/** Deal indices in ascending order; null means every deal, so that the common case needs no list. */
	readonly deals: Int32Array | null;
	readonly count: number;
}

export const NO_DEALS: Selection = { deals: new Int32Array(0), count: 0 };

const everything = new WeakMap<Opportunities, Selection>();

/** Every deal; the same object for the same table, so that statistics are shared. */
export function wholeSelection(opportunities: Opportunities): Selection {
	let selection = everything.get(opportunities);
	if (selection === undefined) {
		selection = { deals: null, count: opportunities.count };
		everything.set(opportunities, selection);
	}
	return selection;
}

/** From now on these are the deals of the table, for every metric. */
export function onlySelection(opportunities: Opportunities, selection: Selection): void {
	everything.set(opportunities, selection);
}

/** Calls `visit` with each deal of the selection in ascending order. */
export function forEachDeal(selection: Selection, visit: (deal: number) => void): void {
	inBlocks(0, selection.count, (from, to) => visitBlock(selection.deals, from, to, visit));
}

function visitBlock(deals: Int32Array | null, from: number, to: number, visit: (deal: number) => void): void {
	for (let i = from; i < to; i++) visit(deals === null ? i : existing(deals[i]));
}

/** The deals of a selection that a test keeps. */
export function narrowed(selection: Selection, keeps: (deal: number) => boolean): Selection {
	const kept = new Int32Array(selection.count);
	let count = 0;
	inBlocks(0, selection.count, (from, to) => {
		count = keepWhere(selection.deals, from, to, keeps, kept, count);
	});
	return count === selection.count ? selection : { deals: kept.slice(0, count), count };
}

function keepWhere(
	deals: Int32Array | null,
	from: number,
	to: number,
	keeps: (deal: number) => boolean,
	kept: Int32Array,
	before: number,
): number {
	let found = before;
	for (let i = from; i < to; i++) {
		const deal = deals === null ? i : existing(deals[i]);
		if (keeps(deal)) kept[found++] = deal;
	}
	return found;
}

/** The deals whose day lies between `first` and `last`, both included; one without a day lies nowhere. */
export function withinDays(selection: Selection, days: Days, first: number, last: number): Selection {
	const kept = new Int32Array(selection.count);
	let count = 0;
	inBlocks(0, selection.count, (from, to) => {
		count = keepWithin(selection.deals, from, to, days, [first, last], kept, count);
	});
	return count === selection.count ? selection : { deals: kept.slice(0, count), count };
}

function keepWithin(
	deals: Int32Array | null,
	from: number,
	to: number,
	days: Days,
	[first, last]: readonly [number, number],
	kept: Int32Array,
	before: number,
): number {
	let found = before;
	for (let i = from; i < to; i++) {
		const deal = deals === null ? i : existing(deals[i]);
		const day = existing(days[deal]);
		if (day >= first && day <= last) kept[found++] = deal;
	}
	return found;
}

/**
 * The deals whose code is kept: 1 in `isKept` at the code (a stage position, a value of a column); a negative code is
 * not.
 */
export function withCodes({ deals, count }: Selection, codes: Codes, isKept: Uint8Array): Selection {
	let size = 0;
	inBlocks(0, count, (from, to) => {
		size += countKept(deals, from, to, codes, isKept);
	});
	// One place more than is kept: each deal is written in any case and kept by moving on, so that there is no branch to
	// guess.
	const kept = new Int32Array(size + 1);
	let found = 0;
	inBlocks(0, count, (from, to) => {
		found = keep(deals, from, to, codes, isKept, kept, found);
	});
	return { deals: kept.subarray(0, size), count: size };
}

function countKept(deals: Int32Array | null, from: number, to: number, codes: Codes, isKept: Uint8Array): number {
	let size = 0;
	for (let i = from; i < to; i++) {
		const code = existing(codes[deals === null ? i : existing(deals[i])]);
		size += code < 0 ? 0 : existing(isKept[code]);
	}
	return size;
}

function keep(
	deals: Int32Array | null,
	from: number,
	to: number,
	codes: Codes,
	isKept: Uint8Array,
	kept: Int32Array,
	before: number,
): number {
	let found = before;
	for (let i = from; i < to; i++) {
		const deal = deals === null ? i : existing(deals[i]);
		const code = existing(codes[deal]);
		kept[found] = deal;
		found += code < 0 ? 0 : existing(isKept[code]);
	}
	return found;
}

/**
 * Splits a selection by a code per deal (0..groupCount-1; a negative code leaves the deal out) with one counting sort.
 * @returns one selection per code, empty ones included.
 */
export function splitSelection({ deals, count }: Selection, codes: Codes, groupCount: number): Selection[] {
	// Slot 0 collects what is left out.
	const ends = new Int32Array(groupCount + 2);
	for (let i = 0; i < count; i++) {
		const slot = Math.max(0, existing(codes[deals === null ? i : existing(deals[i])]) + 1);
		ends[slot + 1] = existing(ends[slot + 1]) + 1;
	}
	for (let g = 1; g < ends.length; g++) ends[g] = existing(ends[g]) + existing(ends[g - 1]);
	const sorted = new Int32Array(count);
	const next = ends.slice();
	for (let i = 0; i < count; i++) {
		const deal = deals === null ? i : existing(deals[i]);
		const slot = Math.max(0, existing(codes[deal]) + 1);
		const at = existing(next[slot]);
		sorted[at] = deal;
		next[slot] = at + 1;
	}
	return Array.from({ length: groupCount }, (_, g) => {
		const [from, to] = [existing(ends[g + 1]), existing(ends[g + 2])];
		return { deals: sorted.subarray(from, to), count: to - from };
	});
}
