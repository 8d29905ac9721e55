/**
 * What a language tells about deal tables: its words for headings, stages, totals, yes and no, units, and the stage
 * lists of CRMs. Words are texts, so that loading them does no work; each is a list of alternatives of a pattern parted
 * by `|`, without regard to accents and case, in which `~` is any further letters. Not here: how they are looked up
 * (the files of the folder above).
 */

export type HeadingField =
	| 'id'
	| 'name'
	| 'stage'
	| 'status'
	| 'amount'
	| 'currency'
	| 'created'
	| 'closed'
	| 'expectedClose'
	| 'owner'
	| 'source'
	| 'reason'
	| 'probability'
	| 'lostFrom';

/** What a part of a longer heading may mean. */
export type HeadingPart = Exclude<HeadingField, 'status'> | 'outcome' | 'price';
/**
 * What a longer heading may mean instead: dates, numbers and stages that are not the deal's own, other things, and
 * words that rule out one part.
 */
export type OtherPart =
	| 'date'
	| 'number'
	| 'anyStage'
	| 'thing'
	| 'party'
	| 'expectedClose'
	| 'probability'
	| 'owner'
	| 'source'
	| 'outcome'
	| 'currency';

/** Steps of a usual sale, earliest first. */
export const PLACES = [
	'lead',
	'contact',
	'qualified',
	'needs',
	'demo',
	'solution',
	'proposal',
	'negotiation',
	'contract',
] as const;
export type Place = (typeof PLACES)[number];

/** The stages of a CRM as it ships them: names parted by ` > `, the open ones in order. */
export interface Pipeline {
	readonly crm: string;
	readonly open: string;
	readonly parked?: string;
	readonly won?: string;
	readonly lost?: string;
}

export interface StageWords {
	/** Won for certain; not won where a negation stands before it. */
	readonly won: string;
	/** Won as well, but "not signed" may be lost or not signed yet. */
	readonly signed?: string;
	/** Won only where no stage of the list has a stronger word. */
	readonly weakWon?: string;
	readonly lost: string;
	readonly parked?: string;
	/** Whole names that may be won or lost. */
	readonly ending?: string;
	/** Whole names that alone mean that a deal came to its end, or to a good one. */
	readonly closing?: string;
	/** Whole values of a status column that mean open. */
	readonly open?: string;
	/** Said of a deal that nobody has reached yet, though the word for contact is there. */
	readonly uncontacted?: string;
	readonly places: Readonly<Partial<Record<Place, string>>>;
}

/** Words around the word that says that a deal is won. */
export interface Negation {
	readonly before: string;
	readonly after?: string;
	/** Other words for winning that are only looked at after a negation: "won't close". */
	readonly wins?: string;
	readonly notYetBefore: string;
	readonly notYetAfter?: string;
	/** Before the won word: it has happened, whatever comes after. */
	readonly already?: string;
}

/** Columns of yes and no, and their answers. */
export interface FlagWords {
	readonly yes: string;
	readonly no: string;
	/** May stand before the words below: "Is won". */
	readonly own?: string;
	readonly won?: string;
	readonly lost?: string;
	readonly closed?: string;
	readonly active?: string;
	readonly archived?: string;
}

/** Words around the word that a heading is about. */
export interface HeadingFrame {
	/** What a row of the table is called. */
	readonly rows: string;
	/** What else may stand in front of a heading and says nothing. */
	readonly front?: string;
	/** Between a heading and the name of the rows, and between "name" and what is named. */
	readonly of?: string;
	/** "Current", in front and at the end. */
	readonly current?: string;
	readonly currentAfter?: string;
	/** "Name", in front and at the end. */
	readonly nameOf?: string;
	readonly nameAfter?: string;
	/** Said of the day of something: "Proposal date", "Date entered Proposal". */
	readonly when?: string;
	readonly entered?: string;
	/** Beside the word for stage: its number in the order. */
	readonly sequence?: string;
	/** Before a number in the name of a stage, and after it. */
	readonly step?: string;
	readonly stepAfter?: string;
	/** With which longer words end: `Auftragswert`. */
	readonly compounds?: string;
	/** Said in brackets of a column that is the customer's. */
	readonly customer?: string;
}

/** One of twelve a word, parted by spaces; several names of a month by `|`. */
export interface MonthNames {
	/** Also stand for the longer words that begin with them. */
	readonly stems?: string;
	/** Begin other words too often for that. */
	readonly whole?: string;
}

/** Words around a date that do not change its day. */
export interface DateWords {
	/** Names of the days of the week and their short forms, without a dot. */
	readonly weekdays: string;
	/** Before the time of day. */
	readonly clock?: string;
	/** Say nothing: the word for day or year, an article. */
	readonly silent?: string;
	/** Before the number of a month. */
	readonly month?: string;
}

/** Columns of a table of stage changes. */
export type HistoryRole =
	| 'notBefore'
	| 'fromId'
	| 'toId'
	| 'from'
	| 'to'
	| 'deal'
	| 'at'
	| 'sequence'
	| 'source'
	| 'by'
	| 'field'
	| 'table'
	| 'expectedClose';

/** Whole headings of a table of stage changes, the surest first in each of two strengths. */
export interface HistoryWords extends Readonly<Partial<Record<HistoryRole, readonly [sure: string, usual?: string]>>> {
	/** In the heading of a stage: the one before the change. */
	readonly before: string;
	/** In the heading of the day of a change. */
	readonly when: string;
}

export interface Language {
	/** In English. */
	readonly name: string;
	/** As in BCP 47. */
	readonly code: string;
	/** False where words stand side by side, and one may be a part of any longer text. */
	readonly isSpaced: boolean;
	/**
	 * In three strengths: names nothing else · usually · only when nothing better is there. Whole headings, no patterns.
	 */
	readonly headings: Readonly<Partial<Record<HeadingField, readonly [sure: string, usual?: string, weak?: string]>>>;
	readonly parts?: Readonly<Partial<Record<HeadingPart, string>>>;
	readonly others?: Readonly<Partial<Record<OtherPart, string>>>;
	readonly frame: HeadingFrame;
	readonly stages: StageWords;
	readonly negation: Negation;
	/** Whole headings of the column that says in which of several sales processes a deal is. */
	readonly processes: string;
	readonly totals: string;
	/** What pivot tables write before the name of what they count, and above their rows. */
	readonly pivots?: string;
	readonly flags: FlagWords;
	/** How many ones a word beside an amount means. */
	readonly units?: Readonly<Record<string, number>>;
	/** The same, where only a heading says it. */
	readonly headingUnits?: Readonly<Record<string, number>>;
	readonly months?: MonthNames;
	readonly dateWords: DateWords;
	readonly history: HistoryWords;
	readonly pipelines: readonly Pipeline[];
}
