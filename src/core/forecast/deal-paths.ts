/**
 * Deals as the forecast sees them: creation, end, amount, and stays in open states, all in calendar days.
 * Belongs here: the shapes and the reading of what was known on a day. Not here: finding them in a table
 * (read-deal-paths.ts), rates (exit-rates.ts).
 */
import { type LeftOut, NOT_YET } from '../statistics/deal-standing.ts';

/** How a stay ended when it was neither an open state nor a won or lost end: parked, or a stage that is not listed. */
export const LEFT_SIGHT = -1;

/**
 * Stays in open states, one entry each. A state on a day is that at the end of the day, so that a stay lasts at least
 * one day.
 */
export interface Stays {
	/** Index into the deals of the same DealPaths. */
	readonly deal: Int32Array;
	/** 0..stateCount-1. */
	readonly state: Int16Array;
	/** Day of entry. */
	readonly from: Int32Array;
	/** Day of leaving; NOT_YET while it lasts. */
	readonly to: Int32Array;
	/** State that it left for; stateCount is won, stateCount + 1 lost, LEFT_SIGHT nothing that can be followed. */
	readonly exit: Int16Array;
	/** 0 when the day of entry is not known: such a stay counts for no rate. */
	readonly isTimed: Uint8Array;
}

export interface DealPaths {
	/** Deal of the table by entry. */
	readonly deals: Int32Array;
	/** Minus infinity where it is not known. */
	readonly created: Float64Array;
	/** Day of the win or loss; NOT_YET for open deals. */
	readonly ended: Int32Array;
	/** OPEN, WON or LOST. */
	readonly outcome: Uint8Array;
	/** NaN blank; never below 0. */
	readonly amount: Float64Array;
	/** State on the evening of the creation day, coded as the exits; LEFT_SIGHT not known. */
	readonly start: Int16Array;
	readonly stateCount: number;
	readonly stays: Stays;
	/** No rate is known before this day: the first one of the history. Minus infinity without a history. */
	readonly seenFrom: number;
	/** Deals that the forecast cannot use. */
	readonly leftOut: LeftOut;
}

/** First day on which a deal of the table ended; NOT_YET when none has. */
export function firstEndOf({ ended }: Pick<DealPaths, 'ended'>): number {
	return ended.reduce((first, day) => Math.min(first, day), NOT_YET);
}
