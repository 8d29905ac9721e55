/**
 * Answers a formula from statistics that were counted elsewhere: what they do not hold is said, never guessed.
 * Not here: the same from deals (evaluate.ts), the rows themselves (statistics-table/).
 */

import type { Cell } from '../cells/cell.ts';
import { type Definitions, functionName, type MetricDefinition } from '../metrics/metric.ts';
import { requestFrom } from '../metrics/shared/request.ts';
import type { MetricResult } from '../model/metric-result.ts';
import { existing } from '../speed/existing.ts';
import { currencyName } from '../statistics/amount-sums.ts';
import { NotCounted } from '../statistics/not-counted.ts';
import { type Period, periodBefore } from '../statistics/period.ts';
import type { Statistics } from '../statistics/statistics.ts';
import type { StatisticsTable } from '../statistics-table/row.ts';
import { groupsBy, Lacking, ownerRows, rowsOfPeriod, selectedRows } from '../statistics-table/selected-rows.ts';
import { statisticsOfRows } from '../statistics-table/statistics-of-rows.ts';
import { tableWithoutDeals } from '../statistics-table/table-without-deals.ts';
import { detailed, type Evaluated, grouped, missing } from './evaluate.ts';
import { misused } from './misuse.ts';
import { type Call, readCall } from './words.ts';

/** What lists single rows. */
const LISTS_ROWS: ReadonlySet<string> = new Set(['stageCheck', 'funnelExplain', 'funnelFindings']);
const EARLIER = 4;

export function evaluateStatistics(
	definition: MetricDefinition,
	table: StatisticsTable,
	words: readonly Cell[],
	definitions?: Definitions,
): Evaluated {
	if (LISTS_ROWS.has(definition.id)) return misused('needsDeals');
	const pipeline = tableWithoutDeals(table);
	const read = readCall(definition, pipeline, words, definitions);
	if (!read.ok) return read;
	const lack = missing(definition, pipeline, read.call);
	if (lack !== null) return lack;
	try {
		return answered(definition, table, read.call);
	} catch (error) {
		if (error instanceof Lacking) return misused('notCounted', { word: error.word });
		if (!(error instanceof NotCounted)) throw error;
		if (error.what === 'amounts') return misused('amountsNotListed');
		return misused('notCounted', { word: error.what === 'forecast' ? functionName(definition.id) : error.what });
	}
}

function answered(definition: MetricDefinition, table: StatisticsTable, call: Call): Evaluated {
	const { head } = table;
	if (call.asOf !== null) throw new Lacking('as of');
	if (call.isAgainst) throw new Lacking('against');
	if (call.cohort !== head.cohort) throw new Lacking('cohort');
	const whole = statisticsOfRows(table.whole, head, { owners: () => ownerRows(table) });
	const ask = (statistics: Statistics, earlier: readonly Statistics[] = []): MetricResult =>
		definition.compute(requestFrom(definition, head.stages, () => statistics, call, earlier));
	const question = { definition, table, call, whole, ask };
	return call.by === null ? oneAnswer(question) : answerByGroup(question, call.by);
}

interface Question {
	readonly definition: MetricDefinition;
	readonly table: StatisticsTable;
	readonly call: Call;
	/** Of all rows. */
	readonly whole: Statistics;
	readonly ask: (statistics: Statistics, earlier?: readonly Statistics[]) => MetricResult;
}

/** A row for each group, the whole of which is already known. */
function answerByGroup({ definition, table, call, whole, ask }: Question, by: NonNullable<Call['by']>): Evaluated {
	if (call.filters.length > 0 || call.period !== null) throw new Lacking('by');
	const groups = groupsBy(table, by);
	const answers = groups.map(({ rows }) => ask(statisticsOfRows(rows, table.head, { whole: () => whole })));
	if (answers.some(needsDeals)) return misused('needsDeals');
	const heading = 'unit' in by ? { key: by.unit } : { key: 'group', heading: by.dimension.heading };
	const labels = groups.map(({ label }) => label);
	const result = grouped(definition, call, { ...heading, unit: 'text' }, labels, answers);
	return result === null ? misused('notForThisFunction', { word: 'shrink' }) : { ok: true, result };
}

function oneAnswer({ definition, table, call, whole, ask }: Question): Evaluated {
	const { period } = call;
	const other = { whole: () => whole };
	const isWhole = call.filters.length === 0 && period === null;
	const selected = isWhole ? whole : statisticsOfRows(selectedRows(table, call), table.head, other);
	const result = ask(selected, period === null ? [] : earlierStatistics(table, period, other));
	if (needsDeals(result)) return misused('needsDeals');
	if (result.kind === 'table')
		return call.isDetailed ? misused('notForThisFunction', { word: 'detail' }) : { ok: true, result };
	if (result.reason === 'mixedCurrencies') {
		const currencies = whole.amounts()?.currencies ?? [];
		return misused('mixedCurrencies', { currencies: currencies.map(currencyName).join(', ') });
	}
	return { ok: true, result: call.isDetailed ? detailed(definition, result) : result };
}

const needsDeals = (result: MetricResult): boolean => result.kind === 'measure' && result.reason === 'needsDeals';

/** The periods before, the latest first; those without deals at the far end are left out. */
function earlierStatistics(table: StatisticsTable, period: Period, other: { whole(): Statistics }): Statistics[] {
	const earlier: Statistics[] = [];
	for (let i = 0, before = periodBefore(period); i < EARLIER; i++, before = periodBefore(before))
		earlier.push(statisticsOfRows(rowsOfPeriod(table, before), table.head, other));
	while (earlier.length > 1 && existing(earlier[earlier.length - 1]).count === 0) earlier.pop();
	return earlier;
}
