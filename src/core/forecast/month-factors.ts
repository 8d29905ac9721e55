/**
 * More is won at the end of a quarter: how the wins of its first, second and third month compare with what the rates
 * expect of them.
 */
import { add, at } from '../speed/numbers.ts';
import { forEachInSpan, type PathCounts } from '../statistics/path-counts.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import { nextUnit } from '../time/calendar-unit.ts';
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

export interface MonthPiece {
	readonly first: number;
	readonly last: number;
	readonly month: number;
}

/** A span cut where months begin. */
export function monthPieces(first: number, last: number): MonthPiece[] {
	const pieces: MonthPiece[] = [];
	for (let day = first; day <= last; day = nextUnit(day, 'month'))
		pieces.push({ first: day, last: Math.min(last, nextUnit(day, 'month') - 1), month: monthOfQuarter(day) });
	return pieces;
}

/** Days that the factors look back on. */
export function season(asOf: number, earliest: number): { readonly first: number; readonly isLong: boolean } {
	const first = Math.max(earliest, asOf - LONGEST + 1);
	return { first, isLong: asOf - first + 1 >= SHORTEST };
}

function factorsOf(seen: ArrayLike<number>, expected: ArrayLike<number>): MonthFactors {
	const wins = at(seen, 0) + at(seen, 1) + at(seen, 2);
	const ratio = wins / (at(expected, 0) + at(expected, 1) + at(expected, 2));
	const factor = (month: number): number => (at(seen, month) + PRIOR) / (ratio * at(expected, month) + PRIOR);
	return Number.isFinite(ratio) ? [factor(0), factor(1), factor(2)] : NO_SEASON;
}

/** Rates of winning by day of the stay, added up over the deals at risk. */
function expectedWins(atRisk: readonly Float64Array[], rates: ExitRates): number {
	return atRisk.reduce((sum, risk, state) => {
		const { won, support } = rates[state] ?? { won: [], support: 0 };
		return risk.reduce((own, deals, day) => own + deals * at(won, Math.min(day, support + 1)), sum);
	}, 0);
}

/** @param earliest first end of a deal, or first day of the history when that is later */
export function monthFactors(counts: PathCounts, rates: ExitRates, asOf: number, earliest: number): MonthFactors {
	const { first, isLong } = season(asOf, earliest);
	if (!isLong) return NO_SEASON;
	const expected = counts.atRisk(first, asOf).map((atRisk) => expectedWins(atRisk, rates));
	return factorsOf(winsByMonth(counts.followed, first, asOf), expected);
}

/** Index of the piece that holds a day. */
export function pieceAt(pieces: readonly MonthPiece[], day: number): number {
	let low = 0;
	let high = pieces.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((pieces[middle]?.last ?? 0) < day) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Calls with each piece from an index on, up to a day. */
export function forEachPiece(
	pieces: readonly MonthPiece[],
	from: number,
	last: number,
	visit: (piece: MonthPiece) => void,
): void {
	for (let p = from; p < pieces.length; p++) {
		const piece = pieces[p];
		if (piece === undefined || piece.first > last) return;
		visit(piece);
	}
}

/** The same where wins come at an even pace, because nothing is known of the deals before. */
export function monthFactorsOfWins(
	wins: PathCounts['followed'],
	perDay: number,
	asOf: number,
	earliest: number,
): MonthFactors {
	const { first, isLong } = season(asOf, earliest);
	if (!isLong) return NO_SEASON;
	const expected = new Float64Array(3);
	for (const piece of monthPieces(first, asOf)) add(expected, piece.month, perDay * (piece.last - piece.first + 1));
	return factorsOf(winsByMonth(wins, first, asOf), expected);
}

function winsByMonth({ days, deals }: PathCounts['followed'], first: number, last: number): Float64Array {
	const seen = new Float64Array(3);
	forEachInSpan(days, first, last, (i) => add(seen, monthOfQuarter(at(days, i)), at(deals, i)));
	return seen;
}
