/**
 * What a forecast stands on where deals were counted elsewhere. Not here: reading it from rows (statistics-table/),
 * making a forecast of it (forecast/).
 */
import type { PathCounts } from './path-counts.ts';

/** `stages`: by the days in each stage; `age`: by the days since creation; `ends`: wins go on as they came. */
export type ForecastMethod = 'stages' | 'age' | 'ends';

/** Deals by the day on which they were expected to close. */
export interface DueDeals {
	/** Position of their stage. */
	readonly position: number;
	readonly day: number;
	readonly deals: number;
	/** Amounts added up, none below 0. */
	readonly amount: number;
}

export interface ExpectedCounts {
	/** Open deals with such a day. */
	readonly due: readonly DueDeals[];
	/** Won deals by the days from the expected to the real closing, ascending. */
	readonly slips: { readonly days: ArrayLike<number>; readonly deals: ArrayLike<number> };
}

export interface CountedMethod {
	readonly method: ForecastMethod;
	readonly counts: PathCounts;
	/** Probability of the stage of each open deal of today, NaN not known; null where the rates tell deals apart. */
	readonly stageChances: Float64Array | null;
}

export interface ForecastCounts {
	readonly asOf: number;
	/** Wins are counted, because won deals have no amounts. */
	readonly isCount: boolean;
	/** Null when nothing tells when deals end. */
	readonly paths: CountedMethod | null;
	/** Null without a column of expected closing dates. */
	readonly expected: ExpectedCounts | null;
}
