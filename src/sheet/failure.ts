/**
 * The one error that leaves this folder: a code and parameters, never words.
 * Belongs here: the codes and the reading of Google's error texts. Not here: wording (messages/), what a door does with
 * it (addon/doors.ts).
 */

/** What Google can refuse. The codes choose words, never a way: texts in other languages all end as `unknown`. */
export const GOOGLE_CODES = [
	'timedOut',
	'busy',
	'dailyQuota',
	'lockTimeout',
	'storageFull',
	'valueTooLarge',
	'protectedCells',
	'validationRefused',
	'cellLimit',
	'textTooLong',
	'sheetChanged',
	'sheetGone',
	'sheetExists',
	'typedColumn',
	'noUserInterface',
	'authorization',
	'unknown',
] as const;

/** What we refuse ourselves. */
export const OWN_CODES = [
	'notSetUp',
	'badStatistics',
	'notCounted',
	'dealSheetGone',
	'stageColumnGone',
	'stagesSheetGone',
	'settingsDamaged',
	'settingsNewer',
	'settingsTooLarge',
	'badRequest',
	'badStages',
	'sameStageName',
	'noWonStage',
	'noOpenStage',
	'emptyStageName',
	'stageNotKept',
	'stageTextTooLong',
	'tooManyStages',
	'stagesChanged',
	'settingsChanged',
	'setUpChanged',
	'cellInsideTable',
	'noIdColumn',
	'formulaColumn',
	'badHistory',
	'badImport',
	'badFormula',
	'stageGone',
	'filterElsewhere',
	'filterInUse',
	'notSample',
	'dropDownRefused',
	'filterRefused',
	'notInstalled',
] as const;

export type FailureCode = (typeof GOOGLE_CODES)[number] | (typeof OWN_CODES)[number];

export class Failure extends Error {
	readonly code: FailureCode;
	readonly params: Readonly<Record<string, string | number>>;

	constructor(code: FailureCode, params: Readonly<Record<string, string | number>> = {}, detail = '') {
		super(detail === '' ? code : `${code}: ${detail}`);
		this.code = code;
		this.params = params;
	}
}

/** Lower-case parts of Google's English messages. */
const TEXTS: readonly (readonly [string, (typeof GOOGLE_CODES)[number]])[] = [
	['for one day', 'dailyQuota'],
	['timed out while accessing', 'timedOut'],
	['a server error occurred', 'timedOut'],
	['internal error', 'timedOut'],
	['empty response', 'timedOut'],
	['too many times', 'busy'],
	['too many lockservice', 'busy'],
	['service unavailable', 'busy'],
	['lock timeout', 'lockTimeout'],
	['property storage quota', 'storageFull'],
	['argument too large', 'valueTooLarge'],
	['protected cell', 'protectedCells'],
	['data validation rules', 'validationRefused'],
	['above the limit of', 'cellLimit'],
	['maximum of 50000 characters', 'textTooLong'],
	['does not match the number of', 'sheetChanged'],
	['outside the dimensions', 'sheetChanged'],
	['sheet not found', 'sheetGone'],
	['a sheet with this name already exists', 'sheetExists'],
	['a sheet with the name', 'sheetExists'],
	['typed column', 'typedColumn'],
	['getui() from this context', 'noUserInterface'],
	['authorization is required', 'authorization'],
	['do not have permission', 'authorization'],
];

/** Any thrown thing as a Failure; one of ours passes unchanged. */
export function asFailure(thrown: unknown): Failure {
	if (thrown instanceof Failure) return thrown;
	const text = String((thrown as { message?: unknown } | null)?.message ?? thrown);
	const lower = text.toLowerCase();
	return new Failure(
		TEXTS.find(([piece]) => lower.includes(piece))?.[1] ?? 'unknown',
		{ detail: text.slice(0, 200) },
		text,
	);
}
