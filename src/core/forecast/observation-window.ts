/**
 * The span of past days from which rates are learned: as short as a hundred wins allow, so that a busy pipeline follows
 * change.
 */

import { at } from '../speed/numbers.ts';
import { WON } from '../statistics/deal-standing.ts';
import type { DealPaths } from './deal-paths.ts';

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
	/** Entries of the deals that were won in it. */
	readonly wins: readonly number[];
	/** Amounts of those that have one. */
	readonly amounts: Float64Array;
	/** Mean of the amounts; 0 without any. */
	readonly meanAmount: number;
	/** Mean of their squares. */
	readonly meanSquare: number;
}

/** @returns null when no deal had ended by then. @param firstEnd first day on which a deal ended */
export function observationWindow(paths: DealPaths, asOf: number, firstEnd: number): ObservationWindow | null {
	if (firstEnd > asOf) return null;
	const earliest = Math.max(firstEnd, paths.seenFrom);
	const wins: number[] = [];
	const longest = asOf - LONGEST;
	paths.ended.forEach((day, deal) => {
		if (day <= asOf && day > longest && day >= earliest && paths.outcome[deal] === WON) wins.push(deal);
	});
	const since = (length: number): number[] => wins.filter((deal) => at(paths.ended, deal) > asOf - length);
	const rule = LENGTHS.find((length) => since(length).length >= ENOUGH_WINS) ?? LONGEST;
	const from = Math.max(asOf - rule + 1, earliest);
	const found = since(rule);
	const amounts = Float64Array.from(found, (deal) => at(paths.amount, deal)).filter((amount) => !Number.isNaN(amount));
	const mean = (value: (amount: number) => number): number =>
		amounts.length === 0 ? 0 : amounts.reduce((sum, amount) => sum + value(amount), 0) / amounts.length;
	return {
		from,
		to: asOf,
		days: asOf - from + 1,
		rule,
		firstEnd,
		wins: found,
		amounts,
		meanAmount: mean((amount) => amount),
		meanSquare: mean((amount) => amount * amount),
	};
}
