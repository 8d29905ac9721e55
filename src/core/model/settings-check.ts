/**
 * Stored settings read back, whatever was stored. Belongs here: the default, the check of shape and version. Not here:
 * where they are stored (sheet/).
 */
import { FIELDS, type Field } from './opportunity.ts';
import { OUTCOME_ENDS, OUTCOME_EVIDENCE, type OutcomeStages, type StoredOutcome } from './outcome.ts';
import { DEAL_LINES, LONGEST_CURRENCY, SETTINGS_VERSION, type Settings } from './settings.ts';

export const DEFAULT_SETTINGS: Settings = {
	version: SETTINGS_VERSION,
	dealSheetId: -1,
	dealSheetName: '',
	headerRow: 1,
	columns: {},
	stageDateColumns: {},
	outcomes: [],
	outcomeStages: {},
	currency: '',
	dealLines: 'each',
	winRateMode: 'all',
	language: 'auto',
	theme: 'light',
	completeFormulas: true,
	strictStages: false,
	stageColors: false,
	recordEditor: false,
	ignoredIssues: [],
};

/**
 * `none`: nothing is stored; `truncated`: no JSON; `newer`: of a later version; `incomplete`: a part without which the
 * table cannot be found is missing; `damaged`: another shape.
 */
export type SettingsProblem = 'none' | 'truncated' | 'newer' | 'incomplete' | 'damaged';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Own text values of a stored object; a key such as `__proto__` is a key like any other. */
function textRecord(value: unknown): Record<string, string> {
	return isRecord(value)
		? Object.fromEntries(
				Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
			)
		: {};
}

function oneOf<T extends string>(value: unknown, words: readonly T[], otherwise: T): T {
	return words.find((word) => word === value) ?? otherwise;
}

/** What is not a rule that this version knows is left out. */
function outcomesOf(value: unknown): readonly StoredOutcome[] {
	return (Array.isArray(value) ? value : []).flatMap((entry: unknown): StoredOutcome[] => {
		if (!isRecord(entry) || typeof entry.heading !== 'string') return [];
		const { heading, isDeciding } = entry;
		const evidence = OUTCOME_EVIDENCE.find((word) => word === entry.evidence);
		return evidence === undefined ? [] : [{ evidence, heading, isDeciding: isDeciding === true }];
	});
}

function outcomeStagesOf(value: unknown): OutcomeStages {
	const ids = textRecord(value);
	return Object.fromEntries(
		OUTCOME_ENDS.flatMap((end) => {
			const id = ids[end];
			return id === undefined ? [] : [[end, id]];
		}),
	);
}

const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);

type StoredSettings = Readonly<Record<string, unknown>>;

/** Step i leads from version i + 1 to the next; a file keeps its old text until something is saved. */
const MIGRATIONS: readonly ((stored: StoredSettings) => StoredSettings)[] = [
	// Version 1 recorded the editor without being asked.
	(stored) => ({ ...stored, recordEditor: false }),
];

/**
 * Never throws. Preferences that are missing or senseless take their default; the place of the table is never made up.
 */
export function parseSettings(
	text: string | null | undefined,
): { readonly settings: Settings } | { readonly problem: SettingsProblem } {
	if (text === null || text === undefined || text.trim() === '') return { problem: 'none' };
	let stored: unknown;
	try {
		stored = JSON.parse(text);
	} catch {
		return { problem: 'truncated' };
	}
	return isRecord(stored) ? checkedSettings(stored) : { problem: 'damaged' };
}

const isInteger = (value: unknown): value is number => Number.isInteger(value);

function checkedSettings(
	found: StoredSettings,
): { readonly settings: Settings } | { readonly problem: SettingsProblem } {
	const { version } = found;
	if (typeof version === 'number' && version > SETTINGS_VERSION) return { problem: 'newer' };
	if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
		return { problem: version === undefined ? 'incomplete' : 'damaged' };
	const stored = MIGRATIONS.slice(version - 1).reduce((older, migrate) => migrate(older), found);
	const { dealSheetId, dealSheetName, headerRow } = stored;
	if ([dealSheetId, dealSheetName, headerRow, stored.columns].includes(undefined)) return { problem: 'incomplete' };
	if (!isInteger(dealSheetId) || typeof dealSheetName !== 'string' || !isInteger(headerRow) || headerRow < 1)
		return { problem: 'damaged' };
	if (!isRecord(stored.columns)) return { problem: 'damaged' };
	const columns = Object.fromEntries(
		Object.entries(textRecord(stored.columns)).filter(([field]) => FIELDS.includes(field as Field)),
	);
	const ignored = stored.ignoredIssues;
	return {
		settings: {
			version: SETTINGS_VERSION,
			dealSheetId,
			dealSheetName,
			headerRow,
			columns,
			stageDateColumns: textRecord(stored.stageDateColumns),
			outcomes: outcomesOf(stored.outcomes),
			outcomeStages: outcomeStagesOf(stored.outcomeStages),
			currency:
				typeof stored.currency === 'string' ? stored.currency.slice(0, LONGEST_CURRENCY) : DEFAULT_SETTINGS.currency,
			dealLines: oneOf(stored.dealLines, DEAL_LINES, DEFAULT_SETTINGS.dealLines),
			winRateMode: oneOf(stored.winRateMode, ['all', 'closed', 'value'], DEFAULT_SETTINGS.winRateMode),
			language: oneOf(stored.language, ['auto', 'en', 'zh-CN'], DEFAULT_SETTINGS.language),
			theme: oneOf(stored.theme, ['light', 'dark', 'system'], DEFAULT_SETTINGS.theme),
			completeFormulas: flag(stored.completeFormulas, DEFAULT_SETTINGS.completeFormulas),
			strictStages: flag(stored.strictStages, DEFAULT_SETTINGS.strictStages),
			stageColors: flag(stored.stageColors, DEFAULT_SETTINGS.stageColors),
			recordEditor: flag(stored.recordEditor, DEFAULT_SETTINGS.recordEditor),
			ignoredIssues: Array.isArray(ignored) ? ignored.filter((id): id is string => typeof id === 'string') : [],
		},
	};
}
