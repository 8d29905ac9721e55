/**
 * What can be wrong with a call of a formula: a code and parameters, worded by the messages.
 * Not here: problems of the data (issue.ts).
 */

export const MISUSE_CODES = [
	/** word, nearest ('' when nothing is near) */
	'unknownWord',
	/** word, spellings: what it can be, each spelled out, joined by a slash */
	'ambiguousWord',
	/** word: a word of the language that this function does not take */
	'notForThisFunction',
	/** word: it needs an argument after it */
	'missingArgument',
	/** word: it needs a range after it */
	'notARange',
	/** position (1-based): a range stands where a word is expected */
	'unexpectedRange',
	/** first, second: two modes that exclude each other */
	'conflictingWords',
	/** word: given twice */
	'repeatedWord',
	/** word, nearest */
	'unknownStage',
	/** word, nearest */
	'unknownColumn',
	/** limit, word */
	'tooManyStages',
	/** first, second: the second stage does not come after the first in the funnel */
	'stageOrder',
	/** word: the last stage of the funnel where one with a stage after it is needed */
	'lastStage',
	/** word: a lost or parked stage where a stage of the funnel is needed */
	'stageOutsideFunnel',
	/** word, value */
	'notANumber',
	/** value */
	'unexpectedNumber',
	/** the function needs a plain number */
	'missingNumber',
	/** value: below 0 */
	'negativeNumber',
	/** value: not a text, a number or a range */
	'notAWord',
	/** value */
	'badPeriod',
	/** value, limit: the number of periods is not a whole number from 1 to the limit */
	'badPeriods',
	/** value */
	'badCohort',
	/** value: what cannot follow "against" */
	'badAgainst',
	/** value, nearest: FUNNEL_EXPLAIN names no metric */
	'unknownMetric',
	/** field: a column that the figure needs is not set */
	'missingColumn',
	/** the figure needs a stage history */
	'missingHistory',
	/** single deals are asked for where there are statistics alone */
	'needsDeals',
	/** word: what the statistics do not hold */
	'notCounted',
	'amountsNotListed',
	/** row (1-based): statistics that cannot be read */
	'badStatistics',
	/** currencies: their codes, joined by a comma */
	'mixedCurrencies',
] as const;
export type MisuseCode = (typeof MISUSE_CODES)[number];

export interface Misuse {
	readonly code: MisuseCode;
	readonly params: Readonly<Record<string, string | number>>;
}

export interface MisusedCall {
	readonly ok: false;
	readonly misuse: Misuse;
}

export function misused(code: MisuseCode, params: Misuse['params'] = {}): MisusedCall {
	return { ok: false, misuse: { code, params } };
}
