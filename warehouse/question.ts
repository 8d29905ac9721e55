/**
 * What is counted: the tables, their columns, the codes of their texts, and which deals. Not here: finding all that,
 * the statements (sql/).
 */

import type { StageList } from '../src/core/model/stage.ts';
import type { TimeType } from './sql/dialect.ts';

/**
 * Stage position by text as it is in the table; -1 means none, -2 not in the list. Texts that are missing here count as
 * not in the list.
 */
export type Codes = ReadonlyMap<string, number>;

/** An expression over the source, quoted already. */
export interface Column {
	readonly sql: string;
}

export interface TimeColumn extends Column {
	readonly type: TimeType;
}

export interface DealColumns {
	readonly id?: Column;
	readonly stage: Column;
	/** Position of the stage in which the deal counts, when columns other than the stage show that it ended. */
	readonly code?: Column;
	/** Position of the open stage of a deal that another column ended; -1 means none. */
	readonly lastOpen?: Column;
	/** When deals reached the stages of the funnel, by rank. */
	readonly stageDates?: readonly (readonly [rank: number, date: TimeColumn])[];
	readonly amount?: Column;
	readonly currency?: Column;
	readonly created?: TimeColumn;
	readonly closed?: TimeColumn;
	readonly expectedClose?: TimeColumn;
	readonly reason?: Column;
	readonly lostFrom?: Column;
	readonly probability?: Column;
}

/** Stage changes. */
export interface Changes {
	/** A table, or a query in brackets. */
	readonly from: string;
	readonly deal: Column;
	readonly stage: Column;
	readonly at: TimeColumn;
	readonly origin?: Column;
	readonly sequence?: Column;
	/** Rows count where this expression is true: those of the stage among changes of other fields. */
	readonly isStage?: string;
	/**
	 * Our own log: it goes by its sequence, what was imported before what was seen, and its unlisted stages are truth.
	 * Conditions on its rows.
	 */
	readonly own?: {
		/** The row says what was found, and since when is not known. */
		readonly isAssumed: string;
		readonly isImport: string;
	};
	readonly codes: Codes;
}

/** An instant in milliseconds and its calendar day, as numbers or as expressions of the engine. */
export interface Instant {
	readonly ms: number | string;
	readonly day: number | string;
}

export interface Question {
	readonly stages: StageList;
	/** A table, or a query in brackets. */
	readonly deals: string;
	readonly columns: DealColumns;
	readonly stageCodes: Codes;
	readonly lostFromCodes: Codes;
	readonly changes: Changes | null;
	readonly timeZone: string;
	readonly asOf: Instant;
	/** Changes later than this have not happened yet; null: whatever the table holds. */
	readonly clock: Instant | null;
	/** The as-of day is earlier than that of the table: what happened later is left out. */
	readonly isPast: boolean;
	/** A condition over the deals; '' all. */
	readonly where: string;
	/** Calendar days of the cohort, both included. */
	readonly period: { readonly first: number; readonly last: number } | null;
	readonly cohort: 'created' | 'closed';
	/** Expressions over the deals that give the groups of each grouping, MONTH for months of the cohort. */
	readonly groups: readonly string[];
	/** Milliseconds to which durations are rounded up. */
	readonly resolution: number;
	/** One of several parts of the deals; null all at once. */
	readonly part: { readonly index: number; readonly of: number } | null;
}

/** Stands for the month of the cohort among the groups. */
export const MONTH = '#month';
