/** What each part of the settings may hold when the sidebar sends it. Not here: reading stored settings (core/model/settings-check.ts). */
import { FIELDS } from '../../core/model/opportunity.ts';
import { OUTCOME_ENDS, OUTCOME_EVIDENCE } from '../../core/model/outcome.ts';
import type { Settings } from '../../core/model/settings.ts';
import { DEAL_LINES, LONGEST_CURRENCY, SETTINGS_VERSION } from '../../core/model/settings.ts';

type Check = (value: unknown) => boolean;

const isWhole: Check = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isName: Check = (value) => typeof value === 'string' && value.length <= 1000;
const isSwitch: Check = (value) => typeof value === 'boolean';
const oneOf =
	(...words: string[]): Check =>
	(value) =>
		typeof value === 'string' && words.includes(value);
const isNames: Check = (value) => Array.isArray(value) && value.length <= 5000 && value.every(isName);
const isNameMap: Check = (value) =>
	isPlainObject(value) &&
	Object.keys(value).length <= 200 &&
	Object.keys(value).every(isName) &&
	Object.values(value).every(isName);

export const SETTINGS_SHAPE: { readonly [K in keyof Settings]: Check } = {
	version: (value) => value === SETTINGS_VERSION,
	dealSheetId: isWhole,
	dealSheetName: isName,
	headerRow: (value) => isWhole(value) && (value as number) >= 1,
	columns: (value) =>
		isNameMap(value) && Object.keys(value as object).every((field) => (FIELDS as readonly string[]).includes(field)),
	stageDateColumns: isNameMap,
	outcomes: (value) =>
		Array.isArray(value) &&
		value.length <= OUTCOME_EVIDENCE.length &&
		value.every(
			(entry) =>
				isPlainObject(entry) &&
				oneOf(...OUTCOME_EVIDENCE)(entry.evidence) &&
				isName(entry.heading) &&
				isSwitch(entry.isDeciding),
		),
	outcomeStages: (value) => isNameMap(value) && Object.keys(value as object).every(oneOf(...OUTCOME_ENDS)),
	currency: (value) => isName(value) && (value as string).length <= LONGEST_CURRENCY,
	dealLines: oneOf(...DEAL_LINES),
	winRateMode: oneOf('all', 'closed', 'value'),
	language: oneOf('auto', 'en', 'zh-CN'),
	theme: oneOf('light', 'dark', 'system'),
	completeFormulas: isSwitch,
	strictStages: isSwitch,
	recordEditor: isSwitch,
	ignoredIssues: isNames,
};

/** A plain object, whatever realm it comes from. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]';
}
