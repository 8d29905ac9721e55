/**
 * What the sidebar may ask about the stage history and about changes of the stage list: types that both sides share. No
 * code.
 */
import type { Answer, HistorySource } from './answer.ts';
import type { RequestOf } from './request-shape.ts';
import type { Fix, OpenAnswer } from './sheet-and-settings.ts';

export interface HistoryState {
	/** Name of the history sheet; null while nothing is recorded. */
	readonly sheetName: string | null;
	/** YYYY-MM-DD of the first recorded change. */
	readonly since: string | null;
	readonly events: number;
	/** Changes of other deal tables in the same log, which count for those tables only. */
	readonly otherTables: number;
	/** Changes whose time is assumed rather than seen. */
	readonly assumed: number;
	/** Median width in days of the span in which a recorded change happened; null without any. */
	readonly medianSpanDays: number | null;
	/** Rows of the log that cannot be read: edited or damaged by hand. */
	readonly damagedRows: number;
	/** Rows of the log that are later than now, which are left out, and the sheet row of the first; 0 without any. */
	readonly laterRows: number;
	readonly firstLaterRow: number;
	/** False: its headings are no longer those of a log, so that nothing is recorded. */
	readonly isReadable: boolean;
	/** Changes that could not be recorded so far. */
	readonly unrecorded: number;
	/** Ids that are in more than one row, at most 50; their deals are left out of the history until fixed. */
	readonly duplicateIds: readonly { readonly id: string; readonly cells: readonly string[] }[];
	/** Deals without an id; they are left out of the history. */
	readonly missingIds: number;
	/** There is a column for ids. */
	readonly hasIdColumn: boolean;
	readonly sources: readonly HistorySource[];
}

export interface ImportedHistory {
	readonly added: number;
	/** Changes that the log already had. */
	readonly known: number;
	/** Rows that are not a stage change or belong to no deal. */
	readonly ignored: number;
}

/** One thing that saving a changed stage list would do. */
export interface StageChange {
	readonly kind: 'added' | 'renamed' | 'moved' | 'reclassified' | 'merged' | 'removed';
	readonly stage: string;
	/** The new name, or the stage that it is merged into; '' otherwise. */
	readonly to: string;
	/** Deals that are in the stage now. */
	readonly deals: number;
	/** One sentence in the user's language: what changes and what stays. */
	readonly text: string;
}

export interface RpcHistory {
	sidebarHistory(): Answer<HistoryState>;
	/** What the funnel can offer as the stage history of its deals; nothing once a history was imported. */
	sidebarHistorySources(): Answer<readonly HistorySource[]>;
	/** Makes the history sheet and takes the first look. */
	sidebarStartHistory(): Answer<HistoryState>;
	/** Imports once; a second import adds nothing. `sheetId` null: the per-stage date columns. */
	sidebarImportHistory(request: RequestOf<'importHistory'>): Answer<ImportedHistory>;
	/** Writes ids into the blank id cells (and the id column, where there is none). */
	sidebarFillIds(): Answer<{ readonly filled: number }>;
	/**
	 * What saving would change; nothing is written.
	 * `merges`: id of a stage that is left out of `stages` → id of the stage that takes its name as an alias.
	 */
	sidebarPreviewStages(request: RequestOf<'previewStages'>): Answer<readonly StageChange[]>;
	/**
	 * The cells of these stages that hold another of its names, each with the name of the list; at most 10,000. Nothing
	 * is written.
	 */
	sidebarFormerNames(request: RequestOf<'formerNames'>): Answer<readonly Fix[]>;
	sidebarExportSettings(): Answer<string>;
	sidebarImportSettings(request: RequestOf<'importSettings'>): Answer<OpenAnswer>;
}
