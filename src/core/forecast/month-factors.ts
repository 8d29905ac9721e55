/**
 * More is won at the end of a quarter: how the wins of its first, second and third month compare with what the rates
 * expect of them.
 */
import { add, at } from '../speed/numbers.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import { nextUnit } from '../time/calendar-unit.ts';
import type { DealPaths } from './deal-paths.ts';
import type { ExitRates } from './exit-rates.ts';

const LONGEST = 730;
const SHORTEST = 182;
/** Wins that hold each factor near 1 until enough were seen. */
const PRIOR = 20;

/** Factors of the rate of winning in month 1, 2 and 3 of a quarter. */
export type MonthFactors = readonly [number, number, number];
export const NO_SEASON: MonthFactors = [1, 1, 1];

/** 0, 1 or 2: place of a day's month in its quarter. */
export function monthOfQuarter(day: number): number {
	return new Date(day * DAY_MS).getUTCMonth() % 3;
}

interface MonthPiece {
	readonly first: number;
	readonly last: number;
	readonly month: number;
}

function piecesOf(first: number, last: number): MonthPiece[] {
	const pieces: MonthPiece[] = [];
	for (let day = first; day <= last; day = nextUnit(day, 'month'))
		pieces.push({ first: day, last: Math.min(last, nextUnit(day, 'month') - 1), month: monthOfQuarter(day) });
	return pieces;
}

/** Days that the factors look back on. */
function season(asOf: number, earliest: number): { readonly first: number; readonly isLong: boolean } {
	const first = Math.max(earliest, asOf - LONGEST + 1);
	return { first, isLong: asOf - first + 1 >= SHORTEST };
}

function factorsOf(seen: ArrayLike<number>, expected: ArrayLike<number>): MonthFactors {
	const wins = at(seen, 0) + at(seen, 1) + at(seen, 2);
	const ratio = wins / (at(expected, 0) + at(expected, 1) + at(expected, 2));
	const factor = (month: number): number => (at(seen, month) + PRIOR) / (ratio * at(expected, month) + PRIOR);
	return Number.isFinite(ratio) ? [factor(0), factor(1), factor(2)] : NO_SEASON;
}

/** @param earliest first end of a deal, or first day of the history when that is later */
export function monthFactors(paths: DealPaths, rates: ExitRates, asOf: number, earliest: number): MonthFactors {
	const { first, isLong } = season(asOf, earliest);
	if (!isLong) return NO_SEASON;
	const pieces = piecesOf(first, asOf);
	const seen = new Float64Array(3);
	const expected = new Float64Array(3);
	const { stays, stateCount } = paths;
	const cumulated = rates.map(({ won }) => {
		let sum = 0;
		return won.map((rate) => {
			sum += rate;
			return sum;
		});
	});
	const upTo = (state: number, days: number): number => {
		const sums = cumulated[state] ?? new Float64Array(2);
		const support = sums.length - 2;
		return days <= support
			? at(sums, days)
			: at(sums, support) + (days - support) * (at(sums, support + 1) - at(sums, support));
	};
	stays.state.forEach((state, i) => {
		const entry = at(stays.from, i);
		const last = Math.min(at(stays.to, i), asOf);
		if (last < first || entry >= asOf || stays.isTimed[i] === 0) return;
		if (stays.to[i] === last && stays.exit[i] === stateCount) add(seen, monthOfQuarter(last), 1);
		for (let p = pieceAt(pieces, Math.max(first, entry + 1)); p < pieces.length; p++) {
			const piece = pieces[p];
			if (piece === undefined || piece.first > last) break;
			const begin = Math.max(piece.first, entry + 1);
			const end = Math.min(piece.last, last);
			if (end >= begin) add(expected, piece.month, upTo(state, end - entry) - upTo(state, begin - 1 - entry));
		}
	});
	return factorsOf(seen, expected);
}

/** Index of the piece that holds a day. */
function pieceAt(pieces: readonly MonthPiece[], day: number): number {
	let low = 0;
	let high = pieces.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((pieces[middle]?.last ?? 0) < day) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The same where wins come at an even pace, because nothing is known of the deals before. */
export function monthFactorsOfWins(
	winDays: readonly number[],
	perDay: number,
	asOf: number,
	earliest: number,
): MonthFactors {
	const { first, isLong } = season(asOf, earliest);
	if (!isLong) return NO_SEASON;
	const seen = new Float64Array(3);
	const expected = new Float64Array(3);
	for (const day of winDays) if (day >= first && day <= asOf) add(seen, monthOfQuarter(day), 1);
	for (const piece of piecesOf(first, asOf)) add(expected, piece.month, perDay * (piece.last - piece.first + 1));
	return factorsOf(seen, expected);
}
