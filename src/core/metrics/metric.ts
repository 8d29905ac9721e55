/**
 * The contract of a metric: one piece of data from which the cell function, its JSDoc stub, the function reference,
 * the insert list and the sidebar's tooltip follow.
 * Belongs here: the shape and the derivation of names. Not here: any one metric, the reading of arguments
 * (arguments.ts), the list (index.ts).
 */
import type { Measure, MetricResult, Unit } from '../model/metric-result.ts';
import type { Field } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Settings } from '../model/settings.ts';
import type { StageList } from '../model/stage.ts';
import type { PeriodFilter } from '../statistics/former-period.ts';
import type { Grouping } from '../statistics/groups.ts';
import type { Period } from '../statistics/period.ts';
import type { Selection } from '../statistics/selection.ts';
import type { Statistics } from '../statistics/statistics.ts';
import type { Mean } from '../stats/mean-difference.ts';

/** One text in both languages. A metric's own words are part of its definition, so they stand in its file. */
export interface Words {
	readonly en: string;
	readonly 'zh-CN': string;
}

export interface ModeWord {
	/** The word in the formula, lower case: `closed`. */
	readonly word: string;
	readonly meaning: Words;
	/** Fields that this mode needs beside the metric's own. */
	readonly needs?: readonly Field[];
	/** The mode has no value without a stage history. */
	readonly needsHistory?: boolean;
	/** Nor with one that only knows where each deal was when the recording began. */
	readonly needsMoves?: boolean;
}

export type ReservedWord =
	| 'by'
	| 'period'
	| 'cohort'
	| 'as of'
	| 'within'
	| 'from'
	| 'to'
	| 'stages'
	| 'history'
	| 'shrink'
	| 'column'
	| 'periods'
	| 'against';

/**
 * What is asked of a metric. It carries no deals: statistics may have been counted where there are too many for a
 * sheet.
 */
export interface MetricRequest {
	readonly stageList: StageList;
	/**
	 * Sums and histograms of the deals that filters, period and cohort leave; counted on first call, shared by all
	 * metrics of one execution.
	 */
	statistics(): Statistics;
	/** Words of the call; for each group of exclusive modes exactly one, the default when none was given. */
	readonly modes: ReadonlySet<string>;
	/** Positions of the stages that were named, in the order of the call. */
	readonly stages: readonly number[];
	/** The plain number of the call (LEADS_NEEDED's target); null without one. */
	readonly number: number | null;
	/** `"within", days`; null without it. */
	readonly withinDays: number | null;
	/** `"periods", number`; null without it. */
	readonly periods: number | null;
	/** The period asked for, for metrics that choose its deals themselves (`choosesPeriod`). */
	readonly period: Period | null;
	/** What the table is split by, for metrics that split it themselves (`splitsItself`). */
	readonly by: Grouping | null;
	/**
	 * By the position of the stages: the filter names one of several pipelines in the table, and only deals of the
	 * others are in this stage. Empty where nothing is known of that.
	 */
	elsewhere(): readonly boolean[];
	/** Statistics of the periods before, the latest first, for metrics that compare; empty without a period. */
	earlier(): readonly Statistics[];
}

/** The deals themselves, for what is about single ones. */
export interface AskedDeals {
	readonly pipeline: Pipeline;
	/** The deals that filters, period and cohort leave. */
	readonly selection: Selection;
	/** By which date and columns they were chosen, for what looks at other periods too. */
	readonly filter: PeriodFilter;
}

/** The settings that define figures. */
export type Definitions = Pick<Settings, 'winRateMode'>;

export interface MetricDefinition {
	/** camelCase: `winRate`; function name and file name derive from it. */
	readonly id: string;
	readonly unit: Unit | 'table';
	/** Groups of exclusive mode words; the first word of a group is its default. */
	readonly modes: readonly (readonly ModeWord[])[];
	/** The mode that the settings choose, for a metric that they define; elsewhere the first word of a group holds. */
	defaultMode?(settings: Definitions): string;
	/** How many stage names the call may carry. */
	readonly stageNames: 0 | 1 | 2;
	/** The stages named must stand in the funnel, in its order, the last one with a stage after it when it is alone. */
	readonly isFunnelOrdered?: boolean;
	/** What a plain number in the call means; null when the metric takes none. */
	readonly number: Words | null;
	/** The plain number may be left out. */
	readonly isNumberOptional?: boolean;
	readonly reserved: readonly ReservedWord[];
	/** The metric itself applies the period of the call: its selection is that of the filters alone. */
	readonly choosesPeriod?: boolean;
	/** With these modes the metric itself splits the table by a column. */
	splitsItself?(modes: ReadonlySet<string>): boolean;
	/** By month, quarter or year of a period each of them has a row, also one without deals. */
	readonly keepsEmptyUnits?: boolean;
	/** Fields without which there is no value. */
	readonly needs: readonly Field[];
	/** The higher the better (1), the lower the better (-1), neither (0). */
	readonly better: 1 | 0 | -1;
	readonly label: Words;
	/** One short sentence, for the autocomplete. */
	readonly summary: Words;
	readonly formula: Words;
	readonly denominator: Words;
	/** Where the definition comes from. */
	readonly source: string;
	/** Headings of the tables that it can answer, by column key. */
	readonly headings: Readonly<Record<string, Words>>;
	/** Words after the deal range in the documented example, over the worked table of the documentation. */
	readonly exampleArguments: readonly (string | number)[];
	/** What each deal is to the value, for FUNNEL_EXPLAIN; left out where a value is not based on single deals. */
	partOf?(request: MetricRequest, deals: AskedDeals): (deal: number) => DealPart;
	/**
	 * Mean and spread of the single values that the first modes average, for testing a change; left out where the value
	 * is no such mean.
	 */
	readonly meanOf?: (deals: AskedDeals) => Mean | null;
	/** Explains the metric that the first word names. */
	readonly isExplanation?: boolean;
	/** From the statistics and the stage list alone. */
	compute(request: MetricRequest): MetricResult;
	/**
	 * Of a period, where the value rests on more than the deals that belong to it; null where the modes ask for those
	 * alone.
	 * @returns the value, the deals behind it and what each of them is to it
	 */
	ofPeriod?(modes: ReadonlySet<string>, pipeline: Pipeline, filter: PeriodFilter, period: Period): OfPeriod | null;
	/** For what lists single deals; null where this call lists none, and `compute` answers. */
	ofDeals?(request: MetricRequest, deals: AskedDeals): MetricResult | null;
}

export interface OfPeriod {
	readonly measure: Measure;
	readonly deals: AskedDeals;
	partOf(deal: number): DealPart;
}

/**
 * In both parts of the value, in one of them, left out for a reason, or of no concern. A value that is not a share
 * counts its deals as numerator.
 */
export type DealPart = 'numerator' | 'numeratorOnly' | 'denominator' | Exclusion | null;

/** Why a deal that the value is about is left out of it. */
export type Exclusion = 'unknownStage' | 'noAmount' | 'noChance' | 'noDates' | 'stillThere';

export function words(en: string, zh: string): Words {
	return { en, 'zh-CN': zh };
}

export function mode(word: string, en: string, zh: string, needs?: Omit<ModeWord, 'word' | 'meaning'>): ModeWord {
	return { word, meaning: words(en, zh), ...needs };
}

/** Reserved words that every function takes. */
export const COMMON_WORDS: readonly ReservedWord[] = [
	'by',
	'shrink',
	'period',
	'cohort',
	'as of',
	'stages',
	'history',
	'column',
];

type Optional = 'modes' | 'stageNames' | 'number' | 'reserved' | 'needs' | 'better' | 'headings' | 'exampleArguments';

/**
 * A metric from its own parts; `reserved` names only what it takes beside the common words.
 * @param without common words that it does not take
 */
export function defineMetric(
	parts: Omit<MetricDefinition, Optional> & Partial<Pick<MetricDefinition, Optional>>,
	without: readonly ReservedWord[] = [],
): MetricDefinition {
	return {
		modes: [],
		stageNames: 0,
		number: null,
		better: 0,
		headings: {},
		exampleArguments: [],
		needs: ['stage'],
		...parts,
		reserved: [...COMMON_WORDS.filter((word) => !without.includes(word)), ...(parts.reserved ?? [])],
	};
}

/** `winRate` → `WIN_RATE`. */
export function functionName(id: string): string {
	return id.replace(/[A-Z]/gu, (letter) => `_${letter}`).toUpperCase();
}

/** `winRate` → `win-rate.ts`. */
export function fileName(id: string): string {
	return `${id.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}.ts`;
}
