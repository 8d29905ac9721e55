/**
 * The words of a formula after its deal range, from what was chosen in the form. Not here: the form, the check of the
 * words (server).
 */
import type { MetricHelp } from '../src/addon/contract/sheet-and-settings.ts';
import { spelled } from '../src/core/formula/spelling.ts';

export interface FormulaArguments {
	/** Word chosen by group; left out: the group's default. */
	readonly modes: readonly string[];
	readonly stages: readonly string[];
	/** As it was typed; '' means none. */
	readonly number: string;
	/** Heading; '' for all deals. */
	readonly column: string;
	/** Null until chosen; '' is the blank value. */
	readonly value: string | null;
	/** Spelled out: `column:Owner`, `word:month`; '' for one value. */
	readonly by: string;
	readonly period: string;
	/** Beside the period before, seen at the same age. */
	readonly isAgainst: boolean;
}

export const NO_ARGUMENTS: FormulaArguments = {
	modes: [],
	stages: [],
	number: '',
	column: '',
	value: null,
	by: '',
	period: '',
	isAgainst: false,
};

/** A comparison needs a period, and answers with rows of its own. */
export const canCompare = ({ reserved }: MetricHelp, { period, by }: FormulaArguments): boolean =>
	reserved.includes('against') && reserved.includes('period') && period !== '' && by === '';

/**
 * Every word is spelled out, because a column or a stage may be called like a word of the language; the server shortens
 * what needs no prefix.
 * @param funnel names of the stages in order: the first are taken where a stage is needed and none was chosen
 */
export function formulaWords(
	metric: MetricHelp,
	args: FormulaArguments,
	funnel: readonly string[],
): (string | number)[] {
	const words: (string | number)[] = modeWords(metric, args);
	for (let at = 0; at < metric.stageNames; at++) {
		const name = args.stages[at] ?? funnel[at];
		if (name !== undefined) words.push(spelled('stage', name));
	}
	if (metric.number !== null && args.number.trim() !== '' && Number.isFinite(Number(args.number)))
		words.push(Number(args.number));
	if (args.column !== '' && args.value !== null) words.push(spelled('column', args.column), args.value);
	return [...words, ...splitWords(metric, args)];
}

/** What splits the answer, and which time it is about. */
function splitWords(metric: MetricHelp, args: FormulaArguments): string[] {
	const { reserved } = metric;
	const words: string[] = [];
	// A function that forms no cohorts cannot be split by calendar unit.
	const isUnit = ['month', 'quarter', 'year'].some((unit) => spelled('word', unit) === args.by);
	if (args.by !== '' && reserved.includes(isUnit ? 'cohort' : 'by')) words.push(spelled('word', 'by'), args.by);
	if (args.period !== '' && reserved.includes('period')) words.push(spelled('word', 'period'), args.period);
	if (args.isAgainst && canCompare(metric, args)) words.push(spelled('word', 'against'), 'previous');
	return words;
}

/** The words of how it is counted; the first of a group goes without saying, unless the settings say another. */
function modeWords(metric: MetricHelp, args: FormulaArguments): string[] {
	return metric.modes.flatMap((group, at) => {
		const isDefined = group.some((mode) => mode.word === metric.definedMode);
		const word = args.modes[at] ?? (isDefined ? metric.definedMode : undefined);
		return word !== undefined && (isDefined || word !== group[0]?.word) ? [spelled('word', word)] : [];
	});
}
