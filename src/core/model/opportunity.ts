/**
 * The opportunities (deals) of one table, by column, decoded when first asked for.
 * Belongs here: the fields of an opportunity and the shape of a decoded column. Not here: how text becomes a date or an
 * amount.
 */
import type { Issue } from '../cells/issue.ts';

/** The fields that the product knows; any other column is a dimension that can be named by its heading. */
export const FIELDS = [
	'id',
	'name',
	'stage',
	'status',
	'amount',
	'currency',
	'created',
	'closed',
	'expectedClose',
	'owner',
	'source',
	'reason',
	'probability',
	'lostFrom',
] as const;
export type Field = (typeof FIELDS)[number];

/** Column index in the grid by field; a field that the table does not have is absent. */
export type ColumnMap = Readonly<Partial<Record<Field, number>>>;

/** Stage code of a row without a stage, and of a row whose stage is not in the list. */
export const NO_STAGE = -1;
export const UNKNOWN_STAGE = -2;

/** A code by deal, in as few bytes as the codes of the column need. */
export type Codes = Uint8Array | Uint16Array | Int16Array | Int32Array;

/** Days since 1970-01-01 by deal: in the short form as long as all of them are whole. */
export type Days = Float32Array | Float64Array;

/** Counts by stage stand in slots, one a code: 0 not in the list, 1 no stage, 2 and up the stages in their order. */
const FIRST_STAGE_SLOT = 2;
export const slotOf = (code: number): number => code + FIRST_STAGE_SLOT;
export const codeOfSlot = (slot: number): number => slot - FIRST_STAGE_SLOT;
export const slotCount = (stages: number): number => stages + FIRST_STAGE_SLOT;

/** One entry per deal. */
export interface StageColumn {
	/** Position in the stage list, NO_STAGE or UNKNOWN_STAGE. */
	readonly codes: Codes;
	/** How many deals have each code, by its slot. */
	readonly counts: Int32Array;
	/**
	 * What a two-level export knows beside it: position of the last open stage of a deal that is closed by its status
	 * column; -1 unknown.
	 */
	readonly lastOpen: Codes | null;
	readonly issues: readonly Issue[];
}

export interface DateColumn {
	/**
	 * Days since 1970-01-01; NaN blank or unreadable. Whole calendar days when not `hasTime`, else the instant in UTC
	 * days.
	 */
	readonly days: Days;
	/** At least one value of the column carries a time of day: differences are fractional days. */
	readonly hasTime: boolean;
	readonly issues: readonly Issue[];
}

export interface AmountColumn {
	/** NaN blank or unreadable. */
	readonly values: Float64Array;
	/** Currency code by deal (index into `currencies`); null when the table has one currency or none. */
	readonly currencyCodes: Codes | null;
	/** ISO code or symbol as found; [''] when none is stated. */
	readonly currencies: readonly string[];
	readonly issues: readonly Issue[];
}

/** A column of names. Equal keys share a code, the first spelling is the label; blank has the label ''. */
export interface Dimension {
	readonly heading: string;
	readonly codes: Codes;
	readonly labels: readonly string[];
}

/** How many deals have each value of a column of names. */
export interface ValueCounts {
	readonly labels: readonly string[];
	/** By label. */
	readonly deals: readonly number[];
}

/** A column of names with more values than this is nothing to choose from. */
export const MOST_VALUES = 200;

export interface Opportunities {
	/** Number of deals: non-blank rows, whatever their stage. */
	readonly count: number;
	/** 0-based row in the grid by deal. */
	readonly gridRows: Int32Array;
	/**
	 * Headings by grid column, as text; of equal ones the later carry their column, so that each names one
	 * (table/column-names.ts).
	 */
	readonly headings: readonly string[];
	readonly columns: ColumnMap;
	/** Problems of the table itself and of rows that are not deals (totals, notes, double headings). */
	readonly tableIssues: readonly Issue[];
	stages(): StageColumn;
	amounts(): AmountColumn | null;
	date(field: 'created' | 'closed' | 'expectedClose'): DateColumn | null;
	/** Per-stage date columns ("Proposal date"): stage position → column. */
	stageDates(): ReadonlyMap<number, DateColumn>;
	/** Ids as text, '' blank; the number 7 and the text "007" stay apart. Null without an id column. */
	ids(): readonly string[] | null;
	/** 0..1, NaN blank or refused. */
	probabilities(): { readonly values: Float64Array; readonly issues: readonly Issue[] } | null;
	/** The column with this heading (by text key) or of this grid column; null when there is none. */
	dimension(headingOrColumn: string | number): Dimension | null;
	/** The values of a grid column; null when there are more than MOST_VALUES. */
	values(column: number): ValueCounts | null;
	/**
	 * Reads these fields, and the values of these grid columns, in one walk over the rows: a caller that asks for them
	 * later finds them read.
	 */
	readTogether(fields: readonly Field[], columns: readonly number[]): void;
	/** The name shown for a deal: its name, else its id, else ''. */
	label(deal: number): string;
}
