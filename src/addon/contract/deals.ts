/**
 * What the sidebar may ask about single deals, the forecast, formulas and the report sheet: types that both sides
 * share. No code.
 */

import type { BacktestRow } from '../../core/forecast/backtest-rows.ts';
import type { ForecastLine } from '../../core/forecast/sales-forecast.ts';
import type { Unit } from '../../core/model/metric-result.ts';
import type { Answer } from './answer.ts';
import type { RequestOf } from './request-shape.ts';
import type { OpenAnswer } from './sheet-and-settings.ts';

export interface DealLine {
	/** 1-based sheet row. */
	readonly row: number;
	readonly name: string;
	readonly owner: string;
	readonly amount: number | null;
	readonly currency: string;
	/** Days in its stage (without history: since it was created); null when not known. */
	readonly ageDays: number | null;
	/** The age is the time in its stage. */
	readonly isStageAge: boolean;
	/** Days since it should have been closed; 0 when it is not overdue or not open. */
	readonly overdueDays: number;
	/** The stage's usual days: set in the list, else the median seen; null when neither. */
	readonly usualDays: number | null;
	readonly isSlow: boolean;
}

export type DealListRequest = RequestOf<'deals'>;
export type DealPart = DealListRequest['part'];
export type DealOrder = DealListRequest['order'];

export interface DealList {
	readonly total: number;
	/** Of all deals of the list; null without amounts and over several currencies. */
	readonly amount: number | null;
	readonly currency: string;
	readonly deals: readonly DealLine[];
}

export interface DealDetail {
	readonly row: number;
	readonly name: string;
	readonly stage: string;
	readonly probability: number | null;
	readonly amount: number | null;
	readonly currency: string;
	/** Whole days since it was created, where the time in its stage is not known; else null. */
	readonly createdDays: number | null;
	/** Days since it should have been closed; 0 when it is not overdue or not open. */
	readonly overdueDays: number;
	/** The stage history, oldest first; empty without history. */
	readonly timeline: readonly {
		readonly stage: string;
		readonly days: number | null;
		readonly isNow: boolean;
		readonly usualDays: number | null;
		readonly isAssumed: boolean;
	}[];
	readonly exitRule: string;
	readonly tasks: readonly string[];
	/** Null for deals that are closed or without a place in the funnel. */
	readonly distance: {
		readonly stagesLeft: number;
		readonly chance: number | null;
		readonly medianDaysLeft: number | null;
	} | null;
	readonly cells: readonly { readonly heading: string; readonly text: string }[];
}

/**
 * One period of the forecast (P10, P50, P90, with what is won so far); null beyond the days that were seen, or with too
 * few wins.
 */
export type OutlookLine = Omit<ForecastLine, 'notes'>;

/**
 * The sales forecast: the same numbers as SALES_FORECAST, STAGE_CALIBRATION and SALES_CHANGE. Money, or wins where
 * there are no amounts.
 */
export interface Outlook {
	readonly isCount: boolean;
	readonly lines: readonly OutlookLine[];
	readonly together: OutlookLine;
	/** What must be shown beside it, in the user's language. */
	readonly notes: readonly string[];
	/** Open deals whose expected day has passed; null without such dates. */
	readonly overdue: { readonly deals: number; readonly amount: number } | null;
	/** The deals that make the range wide, at most three, largest share first. */
	readonly drivers: readonly {
		readonly row: number;
		readonly name: string;
		readonly amount: number;
		readonly chance: number;
		readonly share: number;
	}[];
	/** Share of the range that deals still to come carry, and open ones without an amount; null without a forecast. */
	readonly newShare: number | null;
	/** The same forecast on earlier days, the latest first, and the actual result. */
	readonly backtest: readonly (Omit<BacktestRow, 'asOf' | 'until' | 'wins'> & {
		readonly asOf: string;
		readonly until: string;
	})[];
	/** Stages whose probability lies outside of what was seen. */
	readonly calibration: readonly {
		readonly id: string;
		readonly stage: string;
		readonly set: number;
		readonly seen: number;
		readonly low: number;
		readonly high: number;
		/** In whole percent, never falling from stage to stage. */
		readonly offer: number;
	}[];
	/** Why the last quarter that is over brought more or less than the one before; null without closing dates. */
	readonly change: {
		/** First and last days: `2026-01-01..2026-03-31`. */
		readonly before: string;
		readonly now: string;
		readonly difference: number;
		readonly levers: readonly { readonly name: 'deals' | 'winRate' | 'size'; readonly effect: number }[];
	} | null;
}

export interface Forecast {
	/** Null over several currencies. */
	readonly outlook: Outlook | null;
	readonly currency: string;
	readonly isMixed: boolean;
	/**
	 * Amount × probability of the open deals by month of expected close; `month` '' without a date, `overdue` for past
	 * months.
	 */
	readonly months: readonly {
		readonly month: string;
		readonly deals: number;
		readonly amount: number;
		readonly weighted: number;
	}[];
	readonly weighted: number | null;
	readonly open: number | null;
	readonly leads: {
		readonly target: number;
		/** The win rate that counts. */
		readonly mode: 'all' | 'closed';
		readonly value: number | null;
		readonly low: number | null;
		readonly high: number | null;
	} | null;
	/** Open deals over their stage's usual days, longest over first, at most 50. */
	readonly stuck: readonly DealLine[];
	readonly stuckCount: number;
}

export type ForecastRequest = RequestOf<'forecast'>;
export type FormulaRequest = RequestOf<'previewFormula'>;

export interface FormulaPreview {
	/** With English names and commas, as it would be written. */
	readonly formula: string;
	/** As it is shown for copying, with the separator of the sheet's locale. */
	readonly shown: string;
	/** Rows of the answer, at most 12; null when the call is wrong. */
	readonly rows: readonly (readonly (string | number)[])[] | null;
	/** Of the columns of the rows. */
	readonly units: readonly Unit[];
	/** What is wrong with the call; '' when nothing is. */
	readonly problem: string;
}

export interface FormulaInsertion {
	readonly cell: string;
	/** Content of the cells that would be replaced, at most 5; empty when the formula was written. */
	readonly occupied: readonly { readonly cell: string; readonly text: string }[];
	/** Cells with content beyond these. */
	readonly more: number;
	readonly isInserted: boolean;
}

export interface RpcDeals {
	sidebarDeals(request: DealListRequest): Answer<DealList>;
	/** `row` null: the row of the active cell; answers null when that is not a deal. */
	sidebarDeal(request: RequestOf<'deal'>): Answer<DealDetail | null>;
	/** Selects the deals' rows in the sheet: all of them, or none when they are in too many places. */
	sidebarSelectRows(request: DealListRequest): Answer<{ readonly rows: number; readonly isSelected: boolean }>;
	/** Filters the deal sheet to the deals' stage values. */
	sidebarFilterSheet(request: RequestOf<'filterSheet'>): Answer<null>;
	/** Copies the deals, values only, to a new sheet. */
	sidebarCopyDeals(request: DealListRequest): Answer<{ readonly sheetName: string; readonly rows: number }>;
	/**
	 * Its period is its own: the creation filter is left out, the other filters hold. The target is that of all periods
	 * together.
	 */
	sidebarForecast(request: ForecastRequest): Answer<Forecast>;
	sidebarPreviewFormula(request: FormulaRequest): Answer<FormulaPreview>;
	/** Writes the live formula into the active cell; with content there, only when `isReplacing`. */
	sidebarInsertFormula(request: RequestOf<'insertFormula'>): Answer<FormulaInsertion>;
	/** Makes or renews the report sheet; touches only its own ranges. */
	sidebarReportSheet(request: RequestOf<'reportSheet'>): Answer<{ readonly sheetName: string }>;
	sidebarTrySample(): Answer<OpenAnswer>;
	/** Removes the sample sheet, with its settings; refused when it is not the sample any more. */
	sidebarRemoveSample(): Answer<OpenAnswer>;
}
