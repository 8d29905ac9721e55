/** The report from statistics: the keys of `npm run report -- --json`, `quality` in place of `problems`. */

import type { Cell } from '../src/core/cells/cell.ts';
import { evaluateStatistics } from '../src/core/formula/evaluate-statistics.ts';
import type { Misuse } from '../src/core/formula/misuse.ts';
import { resultGrid } from '../src/core/formula/result-grid.ts';
import { METRICS, metricById } from '../src/core/metrics/index.ts';
import { functionName, type MetricDefinition } from '../src/core/metrics/metric.ts';
import { reportStages } from '../src/core/report/report-stages.ts';
import type { StatisticsTable } from '../src/core/statistics-table/row.ts';
import { statisticsOfRows } from '../src/core/statistics-table/statistics-of-rows.ts';
import { dayText } from '../src/core/time/calendar-day.ts';
import { fill } from '../src/messages/format.ts';
import { SERVER_EN } from '../src/messages/server.en.ts';
import { parsedFormula } from './formula-text.ts';
import type { Doubt } from './quality.ts';

const MEASURE = ['value', 'low', 'high', 'n', 'numerator', 'denominator', 'excluded', 'assumed'] as const;

type Value = Cell | null;
type MeasureAnswer = Readonly<Record<(typeof MEASURE)[number], number | null>> & { readonly error?: string };

export interface WarehouseReport {
	readonly sheet: string;
	readonly asOf: string;
	/** To what durations were rounded up. */
	readonly resolution: string;
	readonly rows: number;
	readonly kinds: Readonly<Record<'open' | 'won' | 'lost' | 'parked' | 'unknown' | 'noStage', number>>;
	readonly stages: readonly Readonly<Record<string, string | number | null>>[];
	readonly unclassified: readonly string[];
	readonly metrics: Readonly<Record<string, MeasureAnswer | readonly (readonly Value[])[]>>;
	readonly columns: Readonly<Record<string, string>>;
	readonly quality: readonly Doubt[];
	readonly formulas: readonly { readonly formula: string; readonly value: unknown; readonly error?: string }[];
}

export type Answered = { readonly value: Cell | Cell[][] } | { readonly error: string; readonly misuse: Misuse | null };

export interface ReportParts {
	readonly table: StatisticsTable;
	readonly name: string;
	readonly resolution: string;
	readonly unclassified: readonly string[];
	readonly quality: readonly Doubt[];
	readonly formulas: readonly string[];
}

export function warehouseReport({
	table,
	name,
	resolution,
	unclassified,
	quality,
	formulas,
}: ReportParts): WarehouseReport {
	const { head, whole } = table;
	const statistics = statisticsOfRows(whole, head);
	const { open, won, lost, parked, unknown, noStage } = statistics.stages();
	return {
		sheet: name,
		asOf: dayText(head.asOfDay),
		resolution,
		rows: statistics.count,
		kinds: { open, won, lost, parked, unknown: unknown + noStage, noStage },
		stages: reportStages(head.stages, statistics).map((stage) => ({
			name: stage.name,
			kind: stage.kind,
			probability: stage.probability,
			now: stage.now,
			reached: stage.reached,
			amount: stage.amount,
			conversion: stage.conversion,
		})),
		unclassified,
		metrics: Object.fromEntries(METRICS.map((definition) => [definition.id, metricAnswer(table, definition)])),
		columns: Object.fromEntries(Object.entries(head.columns)),
		quality,
		formulas: formulas.map((formula) => {
			const answer = formulaAnswer(table, formula);
			return 'error' in answer ? { formula, value: null, error: answer.error } : { formula, value: answer.value };
		}),
	};
}

/** One figure with what it is based on, or the rows of a table. */
function metricAnswer(
	table: StatisticsTable,
	definition: MetricDefinition,
): MeasureAnswer | readonly (readonly Value[])[] {
	const nothing = Object.fromEntries(MEASURE.map((key) => [key, null])) as Record<(typeof MEASURE)[number], null>;
	const isTable = definition.unit === 'table' || definition.stageNames > 0;
	const detail = isTable ? null : asked(table, definition, ['detail']);
	if (detail !== null && 'value' in detail) {
		const rows = detail.value as Cell[][];
		const figures = MEASURE.map((key, at) => [key, typeof rows[at]?.[1] === 'number' ? rows[at]?.[1] : null]);
		return Object.fromEntries(figures) as MeasureAnswer;
	}
	const answer = asked(table, definition, []);
	if ('error' in answer) return { ...nothing, error: answer.error };
	if (Array.isArray(answer.value)) return answer.value.map((row) => row.map((cell) => (cell === '' ? null : cell)));
	return { ...nothing, error: detail !== null && 'error' in detail ? detail.error : '' };
}

/** The answer to a formula as it is typed. */
export function formulaAnswer(table: StatisticsTable, formula: string): Answered {
	const parsed = parsedFormula(formula);
	const definition = parsed === null ? undefined : METRICS.find(({ id }) => functionName(id) === parsed.name);
	if (parsed === null || definition === undefined || metricById(definition.id) === undefined)
		return { error: `${formula} is no call of one function with texts and numbers`, misuse: null };
	return asked(table, definition, parsed.words);
}

function asked(table: StatisticsTable, definition: MetricDefinition, words: readonly Cell[]): Answered {
	const evaluated = evaluateStatistics(definition, table, words);
	if (evaluated.ok) return { value: resultGrid(definition, evaluated.result, 'en') };
	const { misuse } = evaluated;
	return { error: `${functionName(definition.id)}: ${worded(misuse)}`, misuse };
}

function worded({ code, params }: Misuse): string {
	const { field } = params;
	const named = field === undefined ? params : { ...params, field: SERVER_EN[`field.${field}` as 'field.stage'] };
	const text = fill(SERVER_EN[`misuse.${code}`], named);
	const isNear = params.nearest !== undefined && params.nearest !== '';
	return isNear ? `${text} ${fill(SERVER_EN['misuse.nearest'], params)}` : text;
}
