/** Checks of what a page sends: any caller can reach the server's functions with anything. */
import { FIELDS } from '../../core/model/opportunity.ts';
import { OUTCOME_ENDS, OUTCOME_EVIDENCE } from '../../core/model/outcome.ts';
import { STAGE_KINDS } from '../../core/model/stage.ts';
import { Failure } from '../../sheet/failure.ts';
import { isPlainObject, SETTINGS_SHAPE } from './settings-shape.ts';

export type Check = (value: unknown) => boolean;

export const whole: Check = (value) =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e9;
export const flag: Check = (value) => typeof value === 'boolean';
export const share: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1;
export const text =
	(longest: number): Check =>
	(value) =>
		typeof value === 'string' && value.length <= longest;
export const oneOf =
	(words: readonly unknown[]): Check =>
	(value) =>
		words.includes(value);
export const orNull =
	(check: Check): Check =>
	(value) =>
		value === null || check(value);
export const optional =
	(check: Check): Check =>
	(value) =>
		value === undefined || check(value);
export const listOf =
	(check: Check, longest: number): Check =>
	(value) =>
		Array.isArray(value) && value.length <= longest && value.every(check);
export const shape =
	(parts: Readonly<Record<string, Check>>): Check =>
	(value) =>
		isPlainObject(value) && Object.entries(parts).every(([part, check]) => check(value[part]));
export const mapOf =
	(key: Check, value: Check, longest: number): Check =>
	(map) =>
		isPlainObject(map) &&
		Object.keys(map).length <= longest &&
		Object.entries(map).every(([name, entry]) => key(name) && value(entry));

/** What a cell can hold: a text that is too long for its place is told by its own words (`requireLimits`). */
const cellText = text(50_000);
const stageDraft = shape({
	id: text(100),
	name: cellText,
	kind: orNull(oneOf(STAGE_KINDS)),
	probability: share,
	aliases: listOf(cellText, 1000),
	usualDays: orNull((value) => typeof value === 'number' && value >= 0 && value < 1e5),
	exitRule: cellText,
	tasks: listOf(cellText, 1000),
});
const stages = listOf(stageDraft, 1000);
const merges = mapOf(text(100), text(100), 100);
const fix = shape({ row: whole, column: whole, from: text(50_000), to: text(50_000) });
const filter = shape({
	period: orNull(text(60)),
	cohort: oneOf(['created', 'closed']),
	// What a cell can hold is offered as a value.
	columns: mapOf(text(50_000), text(50_000), 50),
});
const word: Check = (value) => text(200)(value) || (typeof value === 'number' && Number.isFinite(value));
const formula = { metric: text(60), words: listOf(word, 30) };
const settings: Check = (value) =>
	isPlainObject(value) &&
	Object.entries(value).every(
		([part, entry]) =>
			part !== 'version' && Object.keys(SETTINGS_SHAPE).includes(part) && SETTINGS_SHAPE[part as 'theme'](entry),
	);

/** What each function of the server takes; those that are not here take nothing. */
export const REQUESTS = {
	open: shape({ filter: orNull(filter) }),
	propose: shape({ sheetId: whole, headerRow: orNull(whole), stageColumn: orNull(whole) }),
	setUp: shape({
		sheetId: whole,
		headerRow: (value) => whole(value) && (value as number) >= 1,
		columns: mapOf(oneOf(FIELDS), whole, FIELDS.length),
		stageDates: listOf(shape({ stage: cellText, column: whole }), 1000),
		outcomes: optional(
			listOf(shape({ evidence: oneOf(OUTCOME_EVIDENCE), column: whole, isDeciding: flag }), OUTCOME_EVIDENCE.length),
		),
		outcomeStages: optional(mapOf(oneOf(OUTCOME_ENDS), cellText, OUTCOME_ENDS.length)),
		stages,
	}),
	report: shape({ filter }),
	fix: shape({ fixes: listOf(fix, 10_000) }),
	undo: shape({ undo: listOf(fix, 10_000) }),
	ignore: shape({ ids: listOf(text(1000), 5000), isIgnored: flag }),
	goTo: (value: unknown) =>
		shape({ row: whole, column: whole })(value) &&
		[undefined, true, false].includes((value as { isInStages?: boolean }).isInStages),
	saveSettings: shape({ settings, before: optional(settings) }),
	saveStages: (value: unknown) =>
		shape({ stages, before: optional(stages) })(value) &&
		(!('merges' in (value as object)) || merges((value as { merges: unknown }).merges)),
	previewStages: shape({ stages, merges }),
	importHistory: shape({ sheetId: orNull(whole) }),
	importSettings: shape({ text: text(200_000) }),
	deals: shape({
		filter,
		stageId: text(100),
		part: oneOf(['still', 'movedOn', 'lost']),
		order: oneOf(['age', 'amount', 'name']),
		offset: whole,
	}),
	deal: shape({ row: orNull((value) => whole(value) && (value as number) >= 1) }),
	filterSheet: shape({ stageId: orNull(text(100)) }),
	forecast: shape({
		filter,
		target: orNull((value) => typeof value === 'number' && value > 0 && value < 1e15),
		unit: oneOf(['month', 'quarter']),
		periods: (value) => whole(value) && (value as number) >= 1 && (value as number) <= 12,
	}),
	previewFormula: shape(formula),
	insertFormula: shape({ ...formula, isReplacing: flag }),
	reportSheet: shape({ filter, isLive: flag }),
} as const;

/** @throws Failure `badRequest` */
export function requireShape(name: keyof typeof REQUESTS, request: unknown): void {
	if (!REQUESTS[name](request)) throw new Failure('badRequest', { what: name });
}
