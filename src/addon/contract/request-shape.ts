/**
 * What a page may send, said once: the checks, because any caller can reach the server's functions with anything, and
 * the types that follow from them.
 */
import { FIELDS } from '../../core/model/opportunity.ts';
import { OUTCOME_ENDS, OUTCOME_EVIDENCE } from '../../core/model/outcome.ts';
import type { Settings } from '../../core/model/settings.ts';
import { STAGE_KINDS } from '../../core/model/stage.ts';
import { Failure } from '../../sheet/failure.ts';
import {
	aNumber,
	type Checked,
	check,
	flag,
	isPlainObject,
	listOf,
	mapOf,
	oneOf,
	optional,
	orNull,
	shape,
	share,
	text,
	where,
	whole,
} from './checks.ts';
import { SETTINGS_SHAPE } from './settings-shape.ts';

/** What a cell can hold. A text too long for its field gets a message of its own (`requireLimits`). */
const cellText = text(50_000);
const stageDraft = shape({
	/** '' for a stage that is new. */
	id: text(100),
	name: cellText,
	/** null: found in the sheet, not classified; the user must choose. */
	kind: orNull(oneOf(STAGE_KINDS)),
	probability: share,
	aliases: listOf(cellText, 1000),
	usualDays: orNull(where(aNumber, (value) => value >= 0 && value < 1e5)),
	exitRule: cellText,
	tasks: listOf(cellText, 1000),
});
const stages = listOf(stageDraft, 1000);
const merges = mapOf(text(100), text(100), 100);
const fix = shape({ row: whole, column: whole, from: text(50_000), to: text(50_000) });
const filter = shape({
	/** `2026-Q1`, `2026-03`, `2026`, `last 90 days`, `2026-01-01..2026-03-31`; null: all time. */
	period: orNull(text(60)),
	cohort: oneOf(['created', 'closed']),
	// What a cell can hold is offered as a value.
	columns: mapOf(text(50_000), text(50_000), 50),
});
const word = check<string | number>((value) => text(200)(value) || (aNumber(value) && Number.isFinite(value)));
const formula = {
	/** Metric id. */
	metric: text(60),
	/** Words after the deal range, as they are in the formula. */
	words: listOf(word, 30),
};
const isSetting = (part: string): part is keyof Settings =>
	part !== 'version' && Object.keys(SETTINGS_SHAPE).includes(part);
const settings = check<Partial<Settings>>(
	(value) =>
		isPlainObject(value) &&
		Object.entries(value).every(([part, entry]) => isSetting(part) && SETTINGS_SHAPE[part](entry)),
);
/** Rows and columns of a sheet count from 1. */
const rowNumber = where(whole, (value) => value >= 1);

/** What each function of the server takes; those that are not here take nothing. */
export const REQUESTS = {
	open: shape({ filter: orNull(filter), isOfStatistics: optional(flag) }),
	propose: shape({ sheetId: whole, headerRow: orNull(whole), stageColumn: orNull(whole) }),
	addStages: shape({ sheetId: whole, headerRow: rowNumber }),
	setUp: shape({
		sheetId: whole,
		headerRow: rowNumber,
		columns: mapOf(oneOf(FIELDS), whole, FIELDS.length),
		stageDates: listOf(shape({ stage: cellText, column: whole }), 1000),
		/** None where they are left out. */
		outcomes: optional(
			listOf(shape({ evidence: oneOf(OUTCOME_EVIDENCE), column: whole, isDeciding: flag }), OUTCOME_EVIDENCE.length),
		),
		/** Names of stages of the list. */
		outcomeStages: optional(mapOf(oneOf(OUTCOME_ENDS), cellText, OUTCOME_ENDS.length)),
		// As it was, no colors at first, where it is left out.
		stageColors: optional(flag),
		stages,
		/**
		 * What the page showed when this was chosen (the list of the file, empty without one). If it has changed since, the
		 * changes are reported and nothing is written.
		 */
		shown: optional(shape({ headings: listOf(cellText, 20_000), stages, settings })),
	}),
	startTemplate: shape({ sheetId: whole, template: oneOf(['b2b', 'b2c']) }),
	report: shape({ filter, chosenAt: optional(where(aNumber, (value) => value >= 0 && value < 1e15)) }),
	fix: shape({ fixes: listOf(fix, 10_000) }),
	undo: shape({ undo: listOf(fix, 10_000) }),
	ignore: shape({ ids: listOf(text(1000), 5000), isIgnored: flag }),
	goTo: shape({ row: whole, column: whole, isInStages: optional(flag) }),
	saveSettings: shape({ settings, before: optional(settings) }),
	saveStages: shape({ stages, before: optional(stages), merges: optional(merges) }),
	previewStages: shape({ stages, merges }),
	formerNames: shape({ stageIds: listOf(text(100), 100) }),
	importHistory: shape({ sheetId: orNull(whole) }),
	importSettings: shape({ text: text(200_000) }),
	deals: shape({
		filter,
		stageId: text(100),
		part: oneOf(['still', 'movedOn', 'lost']),
		order: oneOf(['age', 'amount', 'name']),
		/** First deal of the page; a page has at most 100. */
		offset: whole,
	}),
	deal: shape({ row: orNull(rowNumber) }),
	filterSheet: shape({ stageId: orNull(text(100)) }),
	forecast: shape({
		filter,
		target: orNull(where(aNumber, (value) => value > 0 && value < 1e15)),
		unit: oneOf(['month', 'quarter']),
		periods: where(whole, (value) => value >= 1 && value <= 12),
	}),
	previewFormula: shape(formula),
	insertFormula: shape({ ...formula, isReplacing: flag }),
	reportSheet: shape({ filter, isLive: flag }),
} as const;

/** What a function of the server takes. */
export type RequestOf<N extends keyof typeof REQUESTS> = Checked<(typeof REQUESTS)[N]>;
/** A stage as it is sent: what is shown of it beside that (`StageDraft`) is not read. */
export type StageEdit = Checked<typeof stageDraft>;

/** @throws Failure `badRequest` */
export function requireShape<N extends keyof typeof REQUESTS>(
	name: N,
	request: unknown,
): asserts request is RequestOf<N> {
	if (!REQUESTS[name](request)) throw new Failure('badRequest', { what: name });
}
