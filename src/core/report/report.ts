/**
 * Everything that the sidebar's Funnel tab, the report sheet and the command-line report show, as plain JSON
 * (numbers, text, null; dates as YYYY-MM-DD), and what the sidebar's filters offer beside it.
 * Belongs here: the shapes. Not here: the computation (build-report.ts, report/) and wording.
 */
import type { NoValueReason, Unit } from '../model/metric-result.ts';
import type { StageKind } from '../model/stage.ts';
import type { Finding } from '../statistics/findings.ts';

export interface ReportFilter {
	/** `2026-Q1`, `2026-03`, `2026`, `last 90 days`, `2026-01-01..2026-03-31`; null: all time. */
	readonly period: string | null;
	readonly cohort: 'created' | 'closed';
	/** Heading → value; the blank value is ''. */
	readonly columns: Readonly<Record<string, string>>;
}

export interface Figure {
	/** Metric id. */
	readonly id: string;
	readonly unit: Unit;
	/**
	 * Of the amounts that it is based on: another currency elsewhere in the table takes nothing from it. '' for none or
	 * several.
	 */
	readonly currency: string;
	/** Mode word in use, '' for the default. */
	readonly mode: string;
	readonly value: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly n: number;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly excluded: number;
	readonly assumed: number;
	readonly reason: NoValueReason | null;
	/**
	 * The same figure in the period before, seen at the age of this one; null without one and with fewer than 20 deals on
	 * a side.
	 */
	readonly previous: number | null;
	/** Chance does not explain the change. */
	readonly isClear: boolean;
	/** Of the velocity of a period: deals open at its end and closed in it; null for every other figure. */
	readonly deals: { readonly open: number; readonly closed: number } | null;
	readonly better: 1 | 0 | -1;
}

export interface ReportStage {
	readonly id: string;
	readonly name: string;
	readonly kind: StageKind;
	readonly probability: number;
	/** Deals in it now. */
	readonly now: number;
	readonly amount: number | null;
	/** Amount × probability of the stage; open stages only. */
	readonly weighted: number | null;
	/** Of the open deals in it, those that should have been closed before the as-of day; null without such a date. */
	readonly overdue: number | null;
	/** Of the open deals in it, those that are there longer than usual; null where the usual time is not known. */
	readonly stuck: number | null;
	/** Deals that reached it (open and won stages); null for lost and parked ones. */
	readonly reached: number | null;
	readonly reachedAmount: number | null;
	/** reached = movedOn + still + lostHere + parkedHere */
	readonly movedOn: number | null;
	readonly still: number | null;
	readonly lostHere: number | null;
	readonly parkedHere: number | null;
	/** Of those who moved on, how many were never seen in it (history only). */
	readonly skipped: number | null;
	readonly assumed: number;
	/** Share of the deals of the first stage that reached this one; null for lost and parked stages. */
	readonly cumulative: number | null;
	/** To the next stage of the funnel. */
	readonly conversion: number | null;
	readonly conversionLow: number | null;
	readonly conversionHigh: number | null;
	readonly medianDays: number | null;
	/** The filter names one of several pipelines in the table, and only deals of the others are in this stage. */
	readonly isElsewhere: boolean;
}

/**
 * A step that got worse beyond chance, on closed deals: those that passed it against those that were lost before they
 * did.
 */
export interface ReportBottleneck {
	/** Position in `stages` of the step's first stage. */
	readonly stage: number;
	/** The period in which it is worse: that of the filter, for all time the last whole quarter. */
	readonly period: string;
	/** Share of the closed deals that passed the step, and that of the periods before together, seen at the same age. */
	readonly conversion: number;
	readonly reference: number;
	/** Over all steps together (Benjamini & Hochberg 1995). */
	readonly pValue: number;
}

/** The stage from which most money, without amounts most deals, went lost. */
export interface MostLost {
	/** Position in `stages`. */
	readonly stage: number;
	readonly deals: number;
	readonly amount: number | null;
}

export interface ReportReason {
	/** '' is the blank reason. */
	readonly reason: string;
	readonly deals: number;
	readonly share: number;
	readonly amount: number | null;
}

export interface ReportMonth {
	/** `2026-03` */
	readonly month: string;
	readonly won: number;
	readonly lost: number;
	readonly wonAmount: number | null;
	readonly winRate: number | null;
}

export interface FunnelReport {
	readonly asOf: string;
	readonly filter: ReportFilter;
	/** Deals by the kind of their stage, after the filter. */
	readonly kinds: {
		readonly open: number;
		readonly won: number;
		readonly lost: number;
		readonly parked: number;
		readonly unknown: number;
		readonly noStage: number;
	};
	/** Non-blank rows of the table, before the filter. */
	readonly rows: number;
	/** Deals after the filter. */
	readonly deals: number;
	readonly currency: string;
	/** More than one: nothing is added across them. */
	readonly currencies: readonly { readonly code: string; readonly deals: number }[];
	readonly figures: readonly Figure[];
	readonly stages: readonly ReportStage[];
	/** `unknown`: lost deals whose stage nothing tells; they stand in `lostHere` of the first stage. */
	readonly lost: { readonly deals: number; readonly amount: number | null; readonly unknown: number };
	/** Null: no step is worse beyond chance, or there is nothing to compare with. */
	readonly bottleneck: ReportBottleneck | null;
	/** Null where no deal was lost and where the stage of a loss is not known. */
	readonly mostLost: MostLost | null;
	/** Where to look: at most one group, one step, one reason; empty: nothing beyond chance. */
	readonly findings: readonly Finding[];
	readonly lossReasons: readonly ReportReason[];
	readonly winReasons: readonly ReportReason[];
	readonly trend: readonly ReportMonth[];
	/** Since when transitions are recorded; null without history. */
	readonly historySince: string | null;
	/** Deals whose way through the stages is assumed. */
	readonly assumed: number;
}

/** Deals of a report by the values of one column. */
export interface ReportGroups {
	readonly heading: string;
	readonly field: string | null;
	readonly rows: readonly {
		/** '' is the blank value. */
		readonly value: string;
		readonly deals: number;
		readonly won: number;
		readonly lost: number;
		readonly open: number;
		/** Win rate as the settings define it, with its 95 % interval and the deals that it is based on. */
		readonly rate: number | null;
		readonly low: number | null;
		readonly high: number | null;
		readonly n: number;
		/**
		 * The rate pulled toward that of all groups, the more the fewer deals it is based on; null where it is not a share
		 * of deals.
		 */
		readonly pulled: number | null;
		readonly wonAmount: number | null;
		readonly cycleDays: number | null;
	}[];
	/** Groups beyond these rows. */
	readonly more: number;
}

/**
 * What a report can be filtered by. It needs columns that no figure needs, so that a caller without filters does not
 * pay for it.
 */
export interface ReportChoices {
	/** First and last date of the cohort column, for the empty state. */
	readonly firstDate: string | null;
	readonly lastDate: string | null;
	/**
	 * Columns that make sense as a filter, with their values by count (at most 200 values); then what the filter names
	 * beside them, with that one value.
	 */
	readonly filters: readonly {
		readonly heading: string;
		readonly field: string | null;
		readonly values: readonly { readonly value: string; readonly deals: number }[];
	}[];
	/**
	 * The column that splits the table into pipelines with stages of their own, and their names; null where none does.
	 */
	readonly pipelines: { readonly heading: string; readonly names: readonly string[] } | null;
	/** Periods with deals in them, newest first. */
	readonly periods: readonly { readonly period: string; readonly deals: number }[];
}
