/**
 * The sign that a deal has several rows, one for each of its products: ids repeat, and the rows of an id tell the same
 * of the deal.
 */

import type { Opportunities } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';

/** Fewer rows than this, or a smaller share of all rows, are ids that were typed twice. */
const FEWEST = 3;
const SMALLEST_SHARE = 0.1;
/** Share of the repeated rows that say the same as the first row of their id. */
const ALIKE = 0.8;

/** A deal and the first one with its id. */
export type Repeated = readonly [deal: number, first: number];

export interface Lines {
	readonly rows: number;
	readonly deals: number;
	/** The rows of a deal have the same amount, so it is the deal's; else each is a part of it. */
	readonly isSameAmount: boolean;
}

/** @returns null where repeated ids are slips of single rows */
export function linesOf(opportunities: Opportunities, repeated: readonly Repeated[]): Lines | null {
	const { count } = opportunities;
	if (repeated.length < FEWEST || repeated.length < count * SMALLEST_SHARE) return null;
	const { codes } = opportunities.stages();
	const days = [opportunities.date('created')?.days, opportunities.date('closed')?.days];
	const isAlike = ([deal, first]: Repeated): boolean =>
		codes[deal] === codes[first] && days.every((column) => Object.is(column?.[deal], column?.[first]));
	if (repeated.filter(isAlike).length < repeated.length * ALIKE) return null;
	const amounts = opportunities.amounts()?.values;
	const same = repeated.filter(([deal, first]) => Object.is(amounts?.[deal], amounts?.[first])).length;
	const deals = new Set(repeated.map(([, first]) => existing(first))).size;
	return { rows: repeated.length + deals, deals, isSameAmount: same >= repeated.length * ALIKE };
}
