/**
 * What the sidebar may ask and what it gets: the types that both sides share. No code.
 * Only what `google.script.run` carries: numbers, text, booleans, null, plain arrays and objects; dates as YYYY-MM-DD.
 */

import type { OrderDoubt } from '../../core/detection/stage-order.ts';
import type { Field } from '../../core/model/opportunity.ts';
import type { OutcomeColumn, OutcomeStages } from '../../core/model/outcome.ts';
import type { Settings } from '../../core/model/settings.ts';
import type { FunnelReport, ReportChoices, ReportGroups } from '../../core/report/report.ts';
import type { Answer, HistorySource, Language, Recording, StageDraft } from './answer.ts';
import type { RequestOf } from './request-shape.ts';

export type Confidence = 'sure' | 'likely' | 'unsure' | 'none';

/** What was found in a sheet; nothing has been written. */
export interface SetUpProposal {
	readonly sheets: readonly { readonly id: number; readonly name: string }[];
	readonly sheetId: number;
	readonly sheetName: string;
	readonly rows: number;
	/** Those of them that were read as deals; 0 without a column of stages. */
	readonly deals: number;
	readonly headerRow: number;
	readonly headings: readonly string[];
	/** `column` is an index into `headings`, null when not found. */
	readonly columns: readonly {
		readonly field: Field;
		readonly column: number | null;
		readonly confidence: Confidence;
		readonly example: string;
		/** What made it the field; null when not found. */
		readonly reason: 'heading' | 'part' | 'cells' | 'choice' | null;
		/** The column that would be next; null when there was no other candidate. */
		readonly runnerUp: number | null;
	}[];
	/** Date columns that belong to a stage ("Proposal date"): stage name and heading. */
	readonly stageDates: readonly { readonly stage: string; readonly column: number }[];
	/** Columns other than the stage and the status that show how deals ended. */
	readonly outcomes: readonly OutcomeColumn[];
	/** Names of the stages that take those deals, where no word of a status names them. */
	readonly outcomeStages: OutcomeStages;
	readonly stages: readonly StageDraft[];
	/** A column that splits the table into pipelines with stages of their own; null when none does. */
	readonly pipelines: { readonly heading: string; readonly names: readonly string[] } | null;
	/** Open stages in a row whose order rests on too little, or is contradicted. */
	readonly orderDoubts: readonly OrderDoubt[];
	readonly templates: readonly {
		readonly id: 'b2b' | 'b2c' | 'sheet';
		readonly name: string;
		readonly stages: readonly StageDraft[];
	}[];
	/** A plain sentence when no funnel can be built from this sheet (no stage column, empty). */
	readonly obstacle: string | null;
	/** Only deals or the stage column are missing: a ready stage list can be the beginning. */
	readonly canStartEmpty: boolean;
	/** Another sheet with the stage changes of these deals, which can be imported; null when there is none. */
	readonly history: HistorySource | null;
	/**
	 * Deals without a column of stages beside a table of stage changes: its sheet, and how many of the deals it knows;
	 * null otherwise.
	 */
	readonly stageOffer: { readonly sheetName: string; readonly deals: number; readonly known: number } | null;
	/** A `Stages` sheet exists already (another user's setup, or a copied file) and its list was taken. */
	readonly stagesFromSheet: boolean;
}

export type SetUpChoice = RequestOf<'setUp'>;

export interface Problem {
	/** Stable as long as the cell and its value stay: for fix, ignore and focus. */
	readonly id: string;
	readonly code: string;
	readonly severity: 'error' | 'warning' | 'info';
	/** One sentence in the user's language. */
	readonly text: string;
	/** `Deals!D17`; '' for a problem of the whole table. */
	readonly cell: string;
	readonly row: number | null;
	readonly column: number | null;
	readonly value: string;
	readonly suggestion: string | null;
	/** Row and column are those of the stage list's sheet, not of the deals'. */
	readonly isInStages: boolean;
}

export interface CheckAnswer {
	/** Those with a suggestion first; of each sort at most 500. */
	readonly problems: readonly Problem[];
	/** All problems of each code, also those beyond the listed ones. */
	readonly counts: readonly {
		readonly code: string;
		readonly title: string;
		readonly severity: string;
		readonly count: number;
		readonly safe: number;
	}[];
	readonly ignored: number;
	/** 0..1: rows without any problem over rows. */
	readonly quality: number | null;
	readonly rows: number;
}

export type Fix = RequestOf<'fix'>['fixes'][number];

export interface FixAnswer {
	readonly fixed: number;
	/** The cell no longer held the old value, or a formula fills it. */
	readonly skipped: number;
	/** `Deals!C2`: the formula that fills skipped cells; '' when there is none. */
	readonly formulaCell: string;
	/** Hand back to undo; null when nothing was done. */
	readonly undo: readonly Fix[] | null;
}

export interface MetricHelp {
	readonly id: string;
	readonly name: string;
	readonly label: string;
	readonly summary: string;
	readonly formula: string;
	readonly denominator: string;
	readonly unit: string;
	readonly modes: readonly (readonly { readonly word: string; readonly meaning: string }[])[];
	/** The mode that holds by the settings and is written into a formula; '' when none is. */
	readonly definedMode: string;
	readonly stageNames: number;
	readonly number: string | null;
	readonly reserved: readonly string[];
}

export interface ReadyState {
	readonly report: FunnelReport;
	readonly choices: ReportChoices;
	/** The deals of the report by the first columns of the choices. */
	readonly groups: readonly ReportGroups[];
	readonly problemCount: number;
	/** Shown as "Updated 14:05": wall-clock time in the spreadsheet's zone. */
	readonly updatedAt: string;
	/** Changes when a deal may have changed; compared on focus. */
	readonly revision: string;
	readonly recording: Recording;
	/** From statistics that were counted elsewhere, without single deals; `settings` of the answer is null then. */
	readonly isCounted: boolean;
}

export interface OpenAnswer {
	readonly language: Language;
	/** BCP 47 tag for numbers. */
	readonly locale: string;
	readonly state: 'set-up' | 'ready';
	readonly proposal: SetUpProposal | null;
	readonly settings: Settings | null;
	readonly stages: readonly StageDraft[];
	readonly ready: ReadyState | null;
	/** Our sample sheets are in the file: they can be removed, not added again. */
	readonly hasSample: boolean;
	readonly metrics: readonly MetricHelp[];
}

/** Calls about the sheet, its problems and the settings. */
export interface RpcSheet {
	/** `isOfStatistics`: the page was opened on a sheet of statistics, which is shown while it is the open one. */
	sidebarOpen(request: RequestOf<'open'>): Answer<OpenAnswer>;
	sidebarPropose(request: RequestOf<'propose'>): Answer<SetUpProposal>;
	/** Adds a column with the last stage of each deal by the table of `stageOffer`; the sheet as it is then. */
	sidebarAddStages(request: RequestOf<'addStages'>): Answer<SetUpProposal>;
	sidebarSetUp(request: SetUpChoice): Answer<OpenAnswer>;
	/**
	 * Begins with a ready stage list where a sheet has no deals or no stage column: writes headings into empty cells,
	 * then sets up.
	 */
	sidebarStartTemplate(request: RequestOf<'startTemplate'>): Answer<OpenAnswer>;
	/**
	 * `chosenAt`: the user has just chosen this filter, at this time in milliseconds, and finds the last chosen one again
	 * next time.
	 */
	sidebarReport(request: RequestOf<'report'>): Answer<ReadyState>;
	sidebarRevision(): Answer<string>;
	sidebarCheck(): Answer<CheckAnswer>;
	/** Fixes change cells of the deal sheet; each only while the cell still holds `from`. */
	sidebarFix(request: RequestOf<'fix'>): Answer<FixAnswer>;
	sidebarUndo(request: RequestOf<'undo'>): Answer<FixAnswer>;
	sidebarIgnore(request: RequestOf<'ignore'>): Answer<CheckAnswer>;
	/** A cell of the deals, or of the stage list. */
	sidebarGoTo(request: RequestOf<'goTo'>): Answer<null>;
	/**
	 * `before`: the same parts as the page showed them; where they are others by now nothing is saved, and the answer
	 * says what changed.
	 */
	sidebarSaveSettings(request: RequestOf<'saveSettings'>): Answer<OpenAnswer>;
	/**
	 * `merges`: id of a stage that is left out → id of the stage that takes its deals.
	 * `before`: the list as the page showed it; where it is another one by now nothing is saved, and the answer says what
	 * changed.
	 */
	sidebarSaveStages(request: RequestOf<'saveStages'>): Answer<OpenAnswer>;
	/** Sets the stage column's drop-down again where pasting wiped it. */
	sidebarReapply(): Answer<{ readonly cells: number }>;
	/** Forget the settings (the `Stages` and history sheets stay). */
	sidebarReset(): Answer<OpenAnswer>;
}
