/**
 * What the user chose, as one plain object with a version.
 * Belongs here: the shape, the default, the check of stored text. Not here: where it is stored (sheet/).
 */
import type { Field } from './opportunity.ts';
import type { OutcomeStages, StoredOutcome } from './outcome.ts';

export const SETTINGS_VERSION = 2;
export const LONGEST_CURRENCY = 12;

/**
 * How rows with the same id are read: each one a deal, or one deal whose amounts are added or whose amount is that of
 * its first row.
 */
export const DEAL_LINES = ['each', 'sum', 'once'] as const;
export type DealLines = (typeof DEAL_LINES)[number];

export interface Settings {
	readonly version: number;
	/** Sheet id survives a rename; the name is for people and for a copied file. */
	readonly dealSheetId: number;
	readonly dealSheetName: string;
	/** 1-based row of the headings. */
	readonly headerRow: number;
	/** Heading by field. */
	readonly columns: Readonly<Partial<Record<Field, string>>>;
	/** Heading of the per-stage date column by stage id. */
	readonly stageDateColumns: Readonly<Record<string, string>>;
	/** Columns that tell ends of deals beside the stage and the status. */
	readonly outcomes: readonly StoredOutcome[];
	/** Ids of the stages that take those deals. */
	readonly outcomeStages: OutcomeStages;
	/** Of amounts that name none, neither in the cell nor in the heading: code or sign, '' none. */
	readonly currency: string;
	readonly dealLines: DealLines;
	readonly winRateMode: 'all' | 'closed' | 'value';
	readonly language: 'auto' | 'en' | 'zh-CN';
	readonly theme: 'light' | 'dark' | 'system';
	/** A just-typed formula of ours without arguments becomes the live form. */
	readonly completeFormulas: boolean;
	/** The drop-down refuses values that are not in the list. */
	readonly strictStages: boolean;
	/** The stage column shows a color for each stage. */
	readonly stageColors: boolean;
	/** Record who changed a stage. */
	readonly recordEditor: boolean;
	/** `code|row id or cell|value` of problems that the user chose to ignore. */
	readonly ignoredIssues: readonly string[];
}
