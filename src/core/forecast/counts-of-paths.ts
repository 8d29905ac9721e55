/** Counts of the paths of single deals: all that a forecast needs. Not here: what is made of it (forecast.ts). */
import { onFirstUse } from '../speed/lazy.ts';
import { add, at } from '../speed/numbers.ts';
import { NOT_YET, WON } from '../statistics/deal-standing.ts';
import {
	type AmountGroups,
	type NewDeals,
	type OpenDeals,
	type PathCounts,
	singleAmounts,
	type WinDays,
} from '../statistics/path-counts.ts';
import { type DealPaths, firstEndOf } from './deal-paths.ts';
import { countExits } from './exit-rates.ts';
import { forEachPiece, monthPieces, pieceAt } from './month-factors.ts';

/** @param asOf the day as of which stale deals are told */
export function countsOfPaths(paths: DealPaths, asOf: number): PathCounts {
	const { stateCount, seenFrom, leftOut } = paths;
	const today = onFirstUse(() => openDeals(paths, asOf));
	return {
		stateCount,
		firstEnd: firstEndOf(paths),
		seenFrom,
		leftOut,
		wins: winDays(paths),
		followed: followedWins(paths),
		created: newDeals(paths),
		winAmounts: (first, last) => winAmounts(paths, first, last),
		exits: (first, last) => countExits(paths, first, last),
		atRisk: (first, last) => atRisk(paths, first, last),
		open: (day) => (day === asOf ? today() : openDeals(paths, day)),
		stale: () => staleDeals(paths, today(), asOf),
	};
}

function winAmounts({ ended, outcome, amount }: DealPaths, first: number, last: number): AmountGroups {
	const isIn = (_: number, i: number): boolean =>
		outcome[i] === WON && at(ended, i) >= first && at(ended, i) <= last && !Number.isNaN(amount[i]);
	return singleAmounts(amount.filter(isIn));
}

/** Adds up by day, in order. */
class DaySums {
	private readonly sums = new Map<number, [deals: number, blank: number, amount: number]>();

	put(day: number, amount: number): void {
		const own = this.sums.get(day) ?? [0, 0, 0];
		this.sums.set(day, own);
		own[0]++;
		if (Number.isNaN(amount)) own[1]++;
		else own[2] += amount;
	}

	sorted(): WinDays {
		const days = Float64Array.from(this.sums.keys()).sort();
		const pick = (measure: 0 | 1 | 2): Float64Array => days.map((day) => this.sums.get(day)?.[measure] ?? 0);
		return { days, deals: pick(0), blank: pick(1), amount: pick(2) };
	}
}

function winDays({ ended, outcome, amount }: DealPaths): WinDays {
	const sums = new DaySums();
	for (let i = 0; i < ended.length; i++) if (outcome[i] === WON) sums.put(at(ended, i), at(amount, i));
	return sums.sorted();
}

function followedWins({ stays, stateCount }: DealPaths): WinDays {
	const sums = new DaySums();
	for (let i = 0; i < stays.exit.length; i++)
		if (stays.exit[i] === stateCount && stays.isTimed[i] === 1 && at(stays.to, i) !== NOT_YET)
			sums.put(at(stays.to, i), 0);
	return sums.sorted();
}

function newDeals({ created, start }: DealPaths): NewDeals {
	const counts = new Map<number, Map<number, number>>();
	for (let i = 0; i < created.length; i++) {
		const day = at(created, i);
		const own = counts.get(day) ?? new Map<number, number>();
		counts.set(day, own);
		own.set(at(start, i), (own.get(at(start, i)) ?? 0) + 1);
	}
	const rows = [...counts]
		.sort(([a], [b]) => a - b)
		.flatMap(([day, own]) => [...own].map(([state, deals]) => [day, state, deals] as const));
	return { days: rows.map(([day]) => day), start: rows.map(([, state]) => state), deals: rows.map(([, , n]) => n) };
}

function atRisk({ stays, stateCount }: DealPaths, first: number, asOf: number): Float64Array[][] {
	const pieces = monthPieces(first, asOf);
	const longest = new Int32Array(stateCount);
	const lastOf = (i: number): number => Math.min(at(stays.to, i), asOf);
	for (let i = 0; i < stays.state.length; i++)
		longest[at(stays.state, i)] = Math.max(at(longest, at(stays.state, i)), lastOf(i) - at(stays.from, i));
	const changes = [0, 1, 2].map(() => Array.from(longest, (length) => new Float64Array(length + 2)));
	stays.state.forEach((state, i) => {
		const entry = at(stays.from, i);
		const last = lastOf(i);
		if (last < first || entry >= asOf || stays.isTimed[i] === 0) return;
		forEachPiece(pieces, pieceAt(pieces, Math.max(first, entry + 1)), last, (piece) => {
			const change = changes[piece.month]?.[state];
			const begin = Math.max(piece.first, entry + 1);
			const end = Math.min(piece.last, last);
			if (change === undefined || end < begin) return;
			add(change, begin - entry, 1);
			add(change, end - entry + 1, -1);
		});
	});
	for (const change of changes.flat())
		for (let day = 1; day < change.length; day++) add(change, day, at(change, day - 1));
	return changes;
}

/** The open deals on a day, each with the state that it is in and the days spent there. */
function openDeals({ stays, amount }: DealPaths, asOf: number): OpenDeals {
	const most = stays.deal.length;
	const found = { entries: new Int32Array(most), state: new Int16Array(most), spent: new Int32Array(most) };
	let count = 0;
	for (let i = 0; i < most; i++) {
		const entry = at(stays.from, i);
		if (entry > asOf || at(stays.to, i) <= asOf) continue;
		found.entries[count] = at(stays.deal, i);
		found.state[count] = at(stays.state, i);
		found.spent[count] = asOf - entry;
		count++;
	}
	const entries = found.entries.subarray(0, count);
	return {
		entries,
		state: found.state.subarray(0, count),
		spent: found.spent.subarray(0, count),
		...singleAmounts(Float64Array.from(entries, (deal) => at(amount, deal))),
	};
}

function staleDeals({ created, ended, outcome }: DealPaths, { entries }: OpenDeals, asOf: number): Uint8Array {
	let longest = -1;
	for (let i = 0; i < created.length; i++)
		if (outcome[i] === WON) longest = Math.max(longest, at(ended, i) - at(created, i));
	return Uint8Array.from(entries, (entry) => (asOf - at(created, entry) > longest ? 1 : 0));
}
