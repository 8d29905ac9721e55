/**
 * Stage changes by deal. Belongs here: the shape. Not here: reading a log sheet (history-table.ts), comparing it with
 * the deals (reconcile.ts).
 */

export type TransitionSource = 'edit' | 'reconcile' | 'import' | 'assumed';

/**
 * Transitions grouped by deal and ordered in time within a deal (ties: forward before lost).
 * The transitions of deal d are the entries `start[d]` to `start[d + 1]` (exclusive) of the other arrays.
 */
export interface StageHistory {
	readonly start: Int32Array;
	/** Stage positions; -1 none (the first entry of a deal), -2 a stage that is not in the list. */
	readonly from: Int32Array;
	readonly to: Int32Array;
	/** When the change was seen, in days since 1970-01-01 (see DateColumn.days). */
	readonly at: Float64Array;
	/** The earliest instant at which it can have happened; NaN when not known apart from `at`. */
	readonly notBefore: Float64Array;
	/** 1 when the entry is assumed rather than observed. */
	readonly assumed: Uint8Array;
	readonly hasTime: boolean;
	/** Rows of the log that belong to no deal of the table or are not stage change. */
	readonly ignoredRows: number;
	/** Grid rows that are later than the instant at which the log was read; they are among the ignored ones. */
	readonly laterRows: readonly number[];
}

/**
 * The history holds only where each deal was at the first look, whose time is assumed: nobody was seen coming to a
 * stage.
 */
export function isFirstLookOnly({ assumed }: StageHistory): boolean {
	return assumed.length > 0 && assumed.every((isAssumed) => isAssumed !== 0);
}
