/**
 * The span of past days from which rates are learned: as short as a hundred wins allow, so that a busy pipeline follows
 * change.
 */

import { sumOf } from '../speed/numbers.ts';
import { type AmountGroups, dealsInSpan, type PathCounts } from '../statistics/path-counts.ts';

const LONGEST = 1456;
const LENGTHS = [91, 182, 364, 728, LONGEST] as const;
const ENOUGH_WINS = 100;

export interface ObservationWindow {
	/** First day. */
	readonly from: number;
	/** The as-of day. */
	readonly to: number;
	readonly days: number;
	/** Days that were asked for; there may be fewer. */
	readonly rule: number;
	readonly firstEnd: number;
	/** Deals that were won in it. */
	readonly wins: number;
	/** Amounts of those that have one. */
	readonly amounts: AmountGroups;
	/** Mean of the amounts; 0 without any. */
	readonly meanAmount: number;
	/** Mean of their squares. */
	readonly meanSquare: number;
}

/** Days of a window, without what was seen in it. */
export type WindowDays = Pick<ObservationWindow, 'from' | 'to' | 'days' | 'rule' | 'firstEnd' | 'wins'>;

/** @returns null when no deal had ended by then, or the history had not begun */
export function windowDays(
	{ firstEnd, seenFrom, wins }: Pick<PathCounts, 'firstEnd' | 'seenFrom' | 'wins'>,
	asOf: number,
): WindowDays | null {
	const earliest = Math.max(firstEnd, seenFrom);
	if (earliest > asOf) return null;
	const since = (length: number): number => dealsInSpan(wins, Math.max(asOf - length + 1, earliest), asOf);
	const rule = LENGTHS.find((length) => since(length) >= ENOUGH_WINS) ?? LONGEST;
	const from = Math.max(asOf - rule + 1, earliest);
	return { from, to: asOf, days: asOf - from + 1, rule, firstEnd, wins: since(rule) };
}

/** @returns null when no deal had ended by then, or the history had not begun */
export function observationWindow(counts: PathCounts, asOf: number): ObservationWindow | null {
	const days = windowDays(counts, asOf);
	if (days === null) return null;
	const amounts = counts.winAmounts(days.from, asOf);
	const many = sumOf(amounts.deals);
	return {
		...days,
		amounts,
		meanAmount: many === 0 ? 0 : sumOf(amounts.sum) / many,
		meanSquare: many === 0 ? 0 : sumOf(amounts.squares) / many,
	};
}
