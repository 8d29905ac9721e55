/**
 * What a metric answers: one measured number with everything that it is based on, or a table.
 * Belongs here: the shapes. Not here: how numbers are shown.
 */

export type Unit = 'ratio' | 'count' | 'currency' | 'currencyPerDay' | 'days' | 'text' | 'date';

/** Why there is no value. */
export type NoValueReason =
	| 'noDeals'
	| 'noClosedDeals'
	| 'noWonDeals'
	| 'noAmounts'
	| 'noDates'
	| 'noHistory'
	| 'emptyStage'
	| 'mixedCurrencies'
	| 'noColumn'
	/** The deals are not at hand, only their statistics. */
	| 'needsDeals'
	| 'tooFewAtRisk';

export interface Measure {
	readonly kind: 'measure';
	/** Null with a reason when the denominator is empty; never NaN or infinite. */
	readonly value: number | null;
	/** 95 % interval; null where the metric has none. */
	readonly low: number | null;
	readonly high: number | null;
	/** Deals that the value is based on. */
	readonly n: number;
	readonly numerator: number | null;
	readonly denominator: number | null;
	/** Deals of the selection that could not be used (unknown stage, unreadable or missing value). */
	readonly excluded: number;
	/** Deals whose way through the stages is assumed rather than known. */
	readonly assumed: number;
	readonly reason: NoValueReason | null;
	/**
	 * Of a resolved rate: the share that has come to no end, and the last day with at least five deals at risk (null:
	 * there never were).
	 */
	readonly unresolved?: number;
	readonly supportedUntil?: number | null;
}

/** At least half of the deals that the value is about could not be used. */
export const isMostlyLeftOut = ({ n, excluded }: Pick<Measure, 'n' | 'excluded'>): boolean =>
	excluded > 0 && excluded >= n;

export interface TableColumn {
	/** Key of the heading in the metric's words. */
	readonly key: string;
	readonly unit: Unit;
	/** A heading taken from the user's own sheet; wins over the key. */
	readonly heading?: string;
}

/** Null is an empty cell; a text of the product itself comes in both languages, a text of the user as it is. */
export type TableCell = string | number | null | { readonly en: string; readonly 'zh-CN': string };

export interface MeasureTable {
	readonly kind: 'table';
	readonly columns: readonly TableColumn[];
	/** One array per row, as long as `columns`. */
	readonly rows: readonly (readonly TableCell[])[];
	/** A list of names and values: it is shown without a row of headings. */
	readonly isHeaderless?: boolean;
}

export type MetricResult = Measure | MeasureTable;
