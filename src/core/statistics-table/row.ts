/**
 * The contract of statistics that were counted elsewhere: one row per cell of `Statistics`, so that a database counts
 * and the metrics finish. Every layer but `middle` adds up, months to quarters and parts to wholes. Not here: reading
 * and writing cells (read-table.ts, write-table.ts).
 */

import type { Field } from '../model/opportunity.ts';
import type { StageList } from '../model/stage.ts';
import type { ForecastMethod } from '../statistics/forecast-counts.ts';

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
 * - `day`: k1 kind, k2 block of the closing day; duration that day since 1970-01-01, with deals and amounts of each;
 *   label currency
 * - `middle`: k1 0 won, 1 open, 2 all; k2 amounts in all, k3 amounts below this one, deals that have it; amount: a
 *   middle one
 * - `due`: k1 position of open deals, k2 block of the day on which they were expected to close; duration that day, with
 *   deals and amounts of each
 * - `slip`: k1 1 for won deals that closed before the expected day; duration days between the two
 *
 * Layers of the forecast, in calendar days since 1970-01-01, states and exits as in DealPaths, amounts never below 0.
 * They stand on windows of one selection, so rows of several selections make no forecast together.
 * - `span`: k1 one of SPAN_METHODS, k2 first end of a deal, k3 first day of the history or UNKNOWN_DAY
 * - `left`: k1 why deals are left out (LEFT_OUT)
 * - `sold`: wins; k1 block of their day; duration that day, with deals and amounts of each
 * - `followed`: wins whose last stay was timed; k1 block of their day; duration that day
 * - `began`: new deals; k1 block of their day, k2 state on its evening; duration that day
 * - `risk`: k1 months of an origin before the as-of day, k2 state, k3 0 in its window, 1..3 in that month of quarters;
 *   duration day of the stay; deals: by how many more are at risk than on the day before
 * - `exit`: k1 months of the origin, k2 state, k3 exit; duration days of the stay
 * - `standing`: open deals; k1 months of the origin, k2 state, k3 2 × (position + 2) + 1 when older than any deal ever
 *   won, for the deals of today (position -2 where the stage list is not used); duration days in the state; one entry
 *   for each amount, the largest ones and deals without one
 * - `price`: wins; k1 first day of a span, k2 -1; one entry for each amount, the largest ones
 * - `rest`: what is not listed of `standing` and `price`, by the same keys; `squares`: the same with the squares of the
 *   amounts
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
	'due',
	'slip',
	'span',
	'left',
	'sold',
	'followed',
	'began',
	'risk',
	'exit',
	'standing',
	'price',
	'rest',
	'squares',
] as const;
export type Layer = (typeof LAYERS)[number];

/** Layers that keep deals and amount of each length, and not of the whole row alone. */
export const PRICED_LAYERS: ReadonlySet<Layer> = new Set([
	'day',
	'due',
	'sold',
	'standing',
	'price',
	'rest',
	'squares',
]);

/** Days of a block: lengths in cells that no sheet cuts off. */
export const DAYS_OF_BLOCK = 400;

/** So many of the largest amounts are listed one by one. */
export const MOST_LISTED = 2000;

/** How the deals of a `span` were counted. */
export const SPAN_METHODS: readonly { readonly method: ForecastMethod; readonly isTilted: boolean }[] = [
	{ method: 'stages', isTilted: false },
	{ method: 'age', isTilted: true },
	{ method: 'age', isTilted: false },
	{ method: 'ends', isTilted: false },
];

/** Stands for a first day that is not known. */
export const UNKNOWN_DAY = -1_000_000;

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

export const TABLE_VERSION = 2;

/** Resolutions by their name on the command line. */
export const RESOLUTIONS: Readonly<Record<'day' | 'hour' | 'exact', number>> = {
	day: 86_400_000,
	hour: 3_600_000,
	exact: 1,
};
