/**
 * The contract of statistics that were counted elsewhere: one row per cell of `Statistics`, so that a database counts
 * and the metrics finish. Every layer but `middle` adds up, months to quarters and parts to wholes. Not here: reading
 * and writing cells (read-table.ts, write-table.ts).
 */

import type { Field } from '../model/opportunity.ts';
import type { StageList } from '../model/stage.ts';

/**
 * What the keys and measures of a layer mean. Ranks are funnel ranks, positions those of the stage list, kinds 1 won
 * and 2 lost, days and amounts of durations milliseconds unless said otherwise.
 * - `place`: k1 position now (-1 no stage, -2 not in the list), k2 furthest rank (-1 not placed), k3 assumed + 2 × bits
 *   of the ranks seen; label currency
 * - `reason`: k1 kind, k2 rank before the loss (-1 not known); label `currency|reason`
 * - `lost`: k1 rank before the loss of a deal that is lost (-1 not known); label currency
 * - `own`: label currency; valued and amount of the open deals' amount × own probability
 * - `moved`: k1 rank, k2 bits of the ranks to which deals went from it in one step
 * - `age`: k1 position of an open deal, k2 1 in the stage, 0 since creation where that is not known; duration whole
 *   days, rounded down
 * - `late`: k1 position of open deals that were expected to close before the as-of day
 * - `cycle`: k1 kind; duration from created to closed; amount: their sum
 * - `win`: k1 ending (0 still, 1 won, 2 lost); duration from created
 * - `stay`: k1 rank, k2 0 still there, 1 left; duration in the stage; amount: their sum
 * - `pass`: k1 rank, k2 later rank that was reached; duration between entering them
 * - `pend`: k1 rank, k2 furthest rank, k3 ending (0 still, 2 lost); duration since entering it, for deals that are not
 *   won
 * - `fate`: k1 rank, k2 ending; duration in calendar days from first entering it, or one beyond it, to the end or the
 *   as-of day
 * - `stated`: k1 kind; duration: own probability of the deal in millionths
 * - `day`: k1 kind, k2 closing day since 1970-01-01; label currency
 * - `middle`: k1 0 won, 1 open, 2 all; k2 amounts in all, k3 amounts below this one, deals that have it; amount: a
 *   middle one
 */
export const LAYERS = [
	'place',
	'reason',
	'lost',
	'own',
	'moved',
	'age',
	'late',
	'cycle',
	'win',
	'stay',
	'pass',
	'pend',
	'fate',
	'stated',
	'day',
	'middle',
] as const;
export type Layer = (typeof LAYERS)[number];

export interface StatisticsRow {
	readonly layer: Layer;
	readonly k1: number;
	readonly k2: number;
	readonly k3: number;
	readonly label: string;
	/** Length in units of the resolution, rounded up; 0 in layers without durations. */
	readonly duration: number;
	readonly deals: number;
	/** Deals with an amount. */
	readonly valued: number;
	readonly amount: number | null;
}

/** What the rows stand for: the first rows of the table. */
export interface StatisticsHead {
	readonly stages: StageList;
	/** Calendar day of the as-of instant, in days since 1970-01-01. */
	readonly asOfDay: number;
	readonly timeZone: string;
	/** Milliseconds to which durations are rounded up. */
	readonly resolution: number;
	/** Heading of each column that the deals had. */
	readonly columns: Readonly<Partial<Record<Field, string>>>;
	readonly hasHistory: boolean;
	/** The history holds more than where deals were found when it began. */
	readonly hasMoves: boolean;
	/** The day by which deals belong to a month. */
	readonly cohort: 'created' | 'closed';
	/** What was left out before counting, as it was asked for; '' nothing. */
	readonly selection: string;
}

/** Rows by the values of one column of the deals, or by months. */
export interface RowGroup {
	/** Heading of the column, MONTHS or OWNERS. */
	readonly by: string;
	readonly values: ReadonlyMap<string, readonly StatisticsRow[]>;
}

export interface StatisticsTable {
	readonly head: StatisticsHead;
	/** Rows of all deals. */
	readonly whole: readonly StatisticsRow[];
	readonly groups: readonly RowGroup[];
}

/** The group whose values are months like `2026-03`. */
export const MONTHS = '#month';
/** The group whose values are owners, counted without durations: how far the deals of each came. */
export const OWNERS = '#owners';

/** Heading of the table; a range whose first row is this is taken for statistics. */
export const HEADINGS = [
	'group',
	'value',
	'layer',
	'k1',
	'k2',
	'k3',
	'label',
	'days',
	'deals',
	'valued',
	'amount',
] as const;

export const TABLE_VERSION = 1;

/** Resolutions by their name on the command line. */
export const RESOLUTIONS: Readonly<Record<'day' | 'hour' | 'exact', number>> = {
	day: 86_400_000,
	hour: 3_600_000,
	exact: 1,
};
