/**
 * A problem found in data or settings: a code, a place and parameters, never words.
 * Belongs here: the shape and the list of codes. Not here: how a problem is found (validation/) or worded (messages/).
 */

export type IssueSeverity = 'error' | 'warning' | 'info';

/** Every code that the product can list; the wording of each lives in the messages. */
export const ISSUE_CODES = [
	'unknownStage',
	'stageSpelling',
	'missingStage',
	'unclassifiedStage',
	'stageAgainstOutcome',
	'outcomesDisagree',
	'openAgainstOutcome',
	'endedByOutcome',
	'formulaError',
	'notADate',
	'ambiguousDate',
	'dateOrderAssumed',
	'swappedDate',
	'serialOutOfRange',
	'closedBeforeCreated',
	'createdInFuture',
	'closedInFuture',
	'closedWhileOpen',
	'closedWithoutDate',
	'notAnAmount',
	'negativeAmount',
	'hugeAmount',
	'inexactAmount',
	'amountUnitUnclear',
	'mixedCurrencies',
	'otherCurrencyShown',
	'severalPipelines',
	'mostRowsLeftOut',
	'zeroOnOpenDeal',
	'placeholderText',
	'probabilityOutOfRange',
	'probabilityUnitUnclear',
	'duplicateId',
	'dealLines',
	'dealLinesRead',
	'dealLineDiffers',
	'missingId',
	'idNumberAndText',
	'duplicateHeading',
	'totalsRow',
	'noteRow',
	'prefilledRows',
	'otherTable',
	'repeatedHeadings',
	'stageWithoutName',
	'stageKindUnknown',
	'stageProbabilityUnreadable',
	'stageProbabilityUnclear',
	'stageDaysUnreadable',
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

export interface Issue {
	readonly code: IssueCode;
	readonly severity: IssueSeverity;
	/** 0-based row in the grid that was read (0 is the grid's first row); null when the problem is the table's. */
	readonly row: number | null;
	/** 0-based column in the grid; null when the problem is the whole row's or the table's. */
	readonly column: number | null;
	/** The offending value as text, cut at 200 characters. */
	readonly value: string;
	/** What to write instead when there is one candidate only (a "safe" fix), else null. */
	readonly suggestion: string | null;
	readonly params: Readonly<Record<string, string | number>>;
}
