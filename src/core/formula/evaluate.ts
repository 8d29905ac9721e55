/**
 * Answers a formula: reads its words, chooses the deals, asks the metric, once or for each group.
 * Not here: the grammar (words.ts), the cells of the answer (result-grid.ts).
 */

import { type Cell, isBlank } from '../cells/cell.ts';
import { nearest } from '../cells/closest-word.ts';
import { textKey } from '../cells/text-key.ts';
import { METRICS } from '../metrics/index.ts';
import { type Definitions, functionName, type MetricDefinition, type OfPeriod } from '../metrics/metric.ts';
import { comparison } from '../metrics/shared/comparison.ts';
import { explanation, figureRows } from '../metrics/shared/explanation.ts';
import { isThin } from '../metrics/shared/measured.ts';
import { compute, requestOf } from '../metrics/shared/request.ts';
import { FEW, HEADINGS, MIXED, MOST_LEFT_OUT } from '../metrics/shared/table-words.ts';
import {
	isMostlyLeftOut,
	type Measure,
	type MeasureTable,
	type MetricResult,
	type TableCell,
	type TableColumn,
} from '../model/metric-result.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { isFirstLookOnly } from '../model/stage-history.ts';
import { existing } from '../speed/existing.ts';
import { currencyName } from '../statistics/amount-sums.ts';
import { earlierPeriods, inPeriod, ofCohort } from '../statistics/cohort.ts';
import { filteredBy } from '../statistics/filter.ts';
import { formerPeriods, type PeriodFilter, seenPeriod } from '../statistics/former-period.ts';
import { type Group, type Grouping, groupsOf, withEmptyUnits } from '../statistics/groups.ts';
import type { Selection } from '../statistics/selection.ts';
import { fitShrinkage, shrunkRate } from '../stats/beta-binomial.ts';
import { type MisusedCall, misused } from './misuse.ts';
import { ofGroup, ofPeriod } from './period-answers.ts';
import { prefixed } from './spelling.ts';
import { type Call, readCall } from './words.ts';

/** What follows "as of" in the words; null without it, and where the words are misused, which `evaluate` tells. */
export function asOfIn(definition: MetricDefinition, pipeline: Pipeline, words: readonly Cell[]): Cell | null {
	if (!words.some(isAsOf)) return null;
	const named = definition.isExplanation ? subjectOf(words) : null;
	const subject = named === null ? definition : metricNamed(named.name);
	if (subject === undefined) return null;
	const read = readCall(subject, pipeline, named === null ? words : named.words);
	return read.ok ? read.call.asOf : null;
}

function isAsOf(word: Cell | undefined): boolean {
	return typeof word === 'string' && textKey(prefixed(word)?.name ?? word) === 'as of';
}

export type Evaluated = { readonly ok: true; readonly result: MetricResult } | MisusedCall;

/**
 * @param words what `splitCall` leaves of the arguments
 * @param definitions how figures are counted where the words do not say
 * @returns the answer, or what is wrong with the call: a word, or a column, history or single currency that is missing.
 */
export function evaluate(
	definition: MetricDefinition,
	pipeline: Pipeline,
	words: readonly Cell[],
	definitions?: Definitions,
): Evaluated {
	const subject = definition.isExplanation ? subjectOf(words) : null;
	if (subject !== null) return explained(pipeline, subject, definitions);
	const read = readCall(definition, pipeline, words, definitions);
	if (!read.ok) return read;
	const { call } = read;
	const lack = missing(definition, pipeline, call);
	if (lack !== null) return lack;
	const base = baseSelection(pipeline, call);
	const filter = filterOf(call);
	if (call.isAgainst) return againstPrevious(definition, pipeline, call, filter);
	const own = ofPeriod(definition, pipeline, call, filter);
	const isOwnPeriod = definition.choosesPeriod === true;
	const selection = call.period === null || isOwnPeriod ? base : inPeriod(pipeline, base, call.cohort, call.period);
	const { by } = call;
	if (by !== null && definition.splitsItself?.(call.modes) !== true)
		return byGroup(definition, pipeline, call, by, filter, selection, own);
	if (own !== null) return inForm(definition, pipeline, own.measure, call.isDetailed);
	const earlier = call.period === null || isOwnPeriod ? [] : earlierPeriods(pipeline, base, call.cohort, call.period);
	const result = compute(definition, pipeline, { ...call, selection, earlier, filter });
	return inForm(definition, pipeline, result, call.isDetailed);
}

/** @param own what the metric answers about the whole period; null where it asks for the deals of the period alone */
function byGroup(
	definition: MetricDefinition,
	pipeline: Pipeline,
	call: Call,
	by: Grouping,
	filter: PeriodFilter,
	selection: Selection,
	own: OfPeriod | null,
): Evaluated {
	const parts =
		own === null || 'unit' in by
			? partsOf(definition, pipeline, selection, call, by)
			: groupsOf(own.deals.pipeline, own.deals.selection, by, call.cohort);
	const answers = parts.map(
		({ label, selection: part }) =>
			ofGroup(definition, pipeline, call, filter, by, label) ??
			compute(definition, pipeline, { ...call, selection: part, earlier: [], filter }),
	);
	const heading = 'unit' in by ? { key: by.unit } : { key: 'group', heading: by.dimension.heading };
	const labels = parts.map(({ label }) => label);
	const result = grouped(definition, call, { ...heading, unit: 'text' }, labels, answers);
	return result === null ? misused('notForThisFunction', { word: 'shrink' }) : { ok: true, result };
}

function partsOf(
	{ keepsEmptyUnits }: MetricDefinition,
	pipeline: Pipeline,
	selection: Selection,
	{ cohort, period }: Call,
	by: Grouping,
): Group[] {
	const parts = groupsOf(pipeline, selection, by, cohort);
	return keepsEmptyUnits === true && 'unit' in by && period !== null ? withEmptyUnits(parts, by.unit, period) : parts;
}

/** The answer as one value or, where details are asked for, as rows. */
function inForm(
	definition: MetricDefinition,
	pipeline: Pipeline,
	result: MetricResult,
	isDetailed: boolean,
): Evaluated {
	if (result.kind === 'table')
		return isDetailed ? misused('notForThisFunction', { word: 'detail' }) : { ok: true, result };
	if (result.reason === 'mixedCurrencies') {
		const names = (pipeline.opportunities.amounts()?.currencies ?? []).map(currencyName);
		return misused('mixedCurrencies', { currencies: names.join(', ') });
	}
	return { ok: true, result: isDetailed ? detailed(definition, result) : result };
}

/** The metric that FUNNEL_EXPLAIN is asked about. */
function metricNamed(name: string): MetricDefinition | undefined {
	const key = textKey(name);
	return METRICS.find(
		({ id, isExplanation }) => !isExplanation && (textKey(id) === key || textKey(functionName(id)) === key),
	);
}

interface Subject {
	readonly name: string;
	/** The words of its call. */
	readonly words: readonly Cell[];
}

/**
 * The function that the first word names, with the words that are its own; "as of" may stand in front. Null without a
 * name.
 */
function subjectOf(words: readonly Cell[]): Subject | null {
	const first = words.findIndex((word) => !isBlank(word));
	const at = isAsOf(words[first]) ? first + 2 : first;
	const name = words[at];
	return first < 0 || name === undefined
		? null
		: { name: String(name), words: [...words.slice(at + 1), ...words.slice(first, at)] };
}

function explained(pipeline: Pipeline, { name, words }: Subject, definitions?: Definitions): Evaluated {
	const subject = metricNamed(name);
	if (subject === undefined)
		return misused('unknownMetric', {
			value: name,
			nearest:
				nearest(
					name,
					METRICS.map(({ id }) => functionName(id)),
				) ?? '',
		});
	const read = readCall(subject, pipeline, words, definitions);
	if (!read.ok) return read;
	const { call } = read;
	if (call.by !== null || call.isDetailed || call.isAgainst)
		return misused('notForThisFunction', { word: call.by !== null ? 'by' : call.isDetailed ? 'detail' : 'against' });
	const lack = missing(subject, pipeline, call);
	if (lack !== null) return lack;
	const filter = filterOf(call);
	const own = ofPeriod(subject, pipeline, call, filter);
	if (own !== null) {
		const request = requestOf(subject, own.deals.pipeline, { ...call, ...own.deals });
		return { ok: true, result: explanation({ ...subject, partOf: () => own.partOf }, request, own.deals, own.measure) };
	}
	const base = baseSelection(pipeline, call);
	const isWhole = call.period === null || subject.choosesPeriod === true;
	const selection = isWhole ? base : inPeriod(pipeline, base, call.cohort, call.period);
	const request = requestOf(subject, pipeline, { ...call, selection, filter });
	const deals = { pipeline, selection, filter };
	const result = subject.ofDeals?.(request, deals) ?? subject.compute(request);
	return { ok: true, result: explanation(subject, request, deals, result) };
}

/** The date and the columns by which a call chooses its deals. */
function filterOf({ cohort, filters }: Call): PeriodFilter {
	return { cohort, columns: Object.fromEntries(filters.map(({ dimension, value }) => [dimension.heading, value])) };
}

/** The period of the call against the one before, seen at the same age. */
function againstPrevious(
	definition: MetricDefinition,
	pipeline: Pipeline,
	call: Call,
	filter: PeriodFilter,
): Evaluated {
	const { period } = call;
	if (period === null) return misused('missingArgument', { word: 'period' });
	if (call.by !== null || call.isDetailed)
		return misused('conflictingWords', { first: 'against', second: call.by === null ? 'detail' : 'by' });
	const now = seenPeriod(pipeline, filter, period);
	const [before] = formerPeriods(pipeline, filter, period, 1);
	if (before === undefined) return misused('badPeriod', { value: '' });
	const result = comparison(definition, call, now, before);
	return result === null ? misused('notForThisFunction', { word: 'against' }) : { ok: true, result };
}

function baseSelection(pipeline: Pipeline, call: Call): Selection {
	const filtered = filteredBy(
		pipeline,
		call.filters.map(({ dimension, value }) => [dimension, value]),
	);
	return ofCohort(pipeline, filtered, call.cohort);
}

export function missing(definition: MetricDefinition, pipeline: Pipeline, call: Call): MisusedCall | null {
	const modes = definition.modes.flat().filter((mode) => call.modes.has(mode.word));
	const needs = [...definition.needs, ...modes.flatMap((mode) => mode.needs ?? [])];
	const usesCohort = call.period !== null && definition.choosesPeriod !== true;
	if (usesCohort || (call.by !== null && 'unit' in call.by)) needs.push(call.cohort);
	// A close date can come from the date columns of the won and lost stages.
	const { columns, date } = pipeline.opportunities;
	const field = needs.find((need) => columns[need] === undefined && (need !== 'closed' || date(need) === null));
	if (field !== undefined) return misused('missingColumn', { field });
	// The history is read where it is asked for: whether there is one is asked only by what needs it.
	if (!modes.some((mode) => mode.needsHistory === true || mode.needsMoves === true)) return null;
	const { history } = pipeline;
	const hasMoves = history !== null && !isFirstLookOnly(history);
	const isMissing = modes.some((mode) => (mode.needsHistory && history === null) || (mode.needsMoves && !hasMoves));
	return isMissing ? misused('missingHistory') : null;
}

const BASIS = ['numerator', 'denominator', 'excluded', 'assumed'] as const;
const MEASURE_KEYS = ['value', 'low', 'high', 'n'] as const;

function columnOf(
	definition: MetricDefinition,
	key: (typeof BASIS)[number] | (typeof MEASURE_KEYS)[number],
): TableColumn {
	const isValue = key === 'value' || key === 'low' || key === 'high';
	return { key, unit: isValue && definition.unit !== 'table' ? definition.unit : 'count' };
}

/** Shares of deals pulled toward that of all groups; null when the figure is not a share of deals. */
function shrunk(measures: readonly Measure[]): (number | null)[] | null {
	if (measures.some(({ n, numerator, denominator }) => numerator === null || denominator !== n)) return null;
	const [k, n] = [measures.map(({ numerator }) => numerator as number), measures.map((measure) => measure.n)];
	const fit = fitShrinkage(k, n);
	return k.map((successes, g) => (fit === null ? null : shrunkRate(successes, existing(n[g]), fit)));
}

/** The columns of all tables: a mark can stand in some of them only. */
function columnsOf(tables: readonly MeasureTable[]): readonly TableColumn[] {
	const byKey = new Map(tables.flatMap(({ columns }) => columns.map((column) => [column.key, column] as const)));
	return [...byKey.values()];
}

function alignedRows({ columns, rows }: MeasureTable, wanted: readonly TableColumn[]): MeasureTable['rows'] {
	if (columns.length === wanted.length) return rows;
	const places = wanted.map(({ key }) => columns.findIndex((column) => column.key === key));
	return rows.map((row) => places.map((place) => row[place] ?? null));
}

/** A group whose amounts cannot be added has a row that says so. */
function asTable(answer: MetricResult): MeasureTable {
	if (answer.kind === 'table') return answer;
	return { kind: 'table', columns: [{ key: 'note', unit: 'text' }], rows: [[MIXED]] };
}

/**
 * One row per group; the rows of a metric that answers with a table carry their group in front. Null when it cannot be
 * shrunk as asked.
 */
export function grouped(
	definition: MetricDefinition,
	call: Call,
	group: TableColumn,
	labels: readonly string[],
	answers: readonly MetricResult[],
): MeasureTable | null {
	const first = answers.find(({ kind }) => kind === 'table');
	if (first !== undefined) {
		if (call.isShrunk) return null;
		const tables = answers.map(asTable);
		// The fullest table first: its columns are in their order.
		const columns = columnsOf([...tables].sort((a, b) => b.columns.length - a.columns.length));
		const rows = tables.flatMap((table, g) => alignedRows(table, columns).map((row) => [existing(labels[g]), ...row]));
		return { kind: 'table', columns: [group, ...columns], rows };
	}
	const keys = [...MEASURE_KEYS, ...(call.isDetailed ? BASIS : [])];
	const pulled = call.isShrunk && definition.unit === 'ratio' ? shrunk(answers as readonly Measure[]) : null;
	if (call.isShrunk && pulled === null) return null;
	const rows = (answers as readonly Measure[]).map((measure, g): TableCell[] => {
		return [
			existing(labels[g]),
			...keys.map((key) => measure[key]),
			...(pulled === null ? [] : [existing(pulled[g])]),
			noteOf(measure),
		];
	});
	const extra: TableColumn[] = pulled === null ? [] : [{ key: 'shrunk', unit: 'ratio' }];
	return {
		kind: 'table',
		columns: [group, ...keys.map((key) => columnOf(definition, key)), ...extra, { key: 'note', unit: 'text' }],
		rows,
	};
}

function noteOf(measure: Measure): TableCell {
	if (measure.reason === 'mixedCurrencies') return MIXED;
	return isMostlyLeftOut(measure) ? MOST_LEFT_OUT : isThin(measure) ? FEW : null;
}

/** What one value is based on, as names and values. */
export function detailed(definition: MetricDefinition, measure: Measure): MeasureTable {
	const rows = figureRows(definition, measure);
	if (isMostlyLeftOut(measure)) rows.push([HEADINGS.note as TableCell, MOST_LEFT_OUT]);
	else if (measure.unresolved !== undefined) rows.push([HEADINGS.note as TableCell, isThin(measure) ? FEW : null]);
	return {
		kind: 'table',
		isHeaderless: true,
		columns: [{ key: 'group', unit: 'text' }, columnOf(definition, 'value')],
		rows,
	};
}
