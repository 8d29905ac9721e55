/**
 * Counts the basis of a forecast, one group of deals at a time: first what decides the method and the days to look back
 * on, then what was seen from each of those days. The core chooses both. Not here: the statements (sql/forecast.ts).
 */

import { countedOrigins } from '../src/core/forecast/counting-plan.ts';
import { FEW_WINS, followedWins } from '../src/core/forecast/forecast.ts';
import { windowDays } from '../src/core/forecast/observation-window.ts';
import { NOT_YET } from '../src/core/statistics/deal-standing.ts';
import type { ForecastMethod } from '../src/core/statistics/forecast-counts.ts';
import { dayCounts, LEFT_OUT } from '../src/core/statistics-table/counted-paths.ts';
import { type Layer, SPAN_METHODS, type StatisticsRow, UNKNOWN_DAY } from '../src/core/statistics-table/row.ts';
import type { EngineCell } from './engines/engine.ts';
import type { Question } from './question.ts';
import { rowsByGroup } from './rows-of-cells.ts';
import type { Dialect } from './sql/dialect.ts';
import { ALL } from './sql/facts.ts';
import { originRows, pathRows, spanRows, type WalkSource } from './sql/forecast.ts';

export interface WalkRows {
	readonly dialect: Dialect;
	/** The kept walks. */
	readonly from: string;
	rows(sql: string): Promise<readonly (readonly EngineCell[])[]>;
}

/** The rows that decide the method, by group. */
export type PathRowsByGroup = ReadonlyMap<string, readonly StatisticsRow[]>;

/** @param group column or expression of the walks */
export async function pathRowsOf(walks: WalkRows, question: Question, group: string): Promise<PathRowsByGroup> {
	const { changes, columns } = question;
	const methods: ForecastMethod[] = [
		...(changes === null ? [] : (['stages'] as const)),
		...(columns.created === undefined ? [] : (['age'] as const)),
		'ends',
	];
	return rowsByGroup(await walks.rows(pathRows(sourceOf(walks, question, group), methods)));
}

/** Of the rows that decide the method, those that tell the first day of the history, over all deals. */
export async function spanRowsOf(walks: WalkRows, question: Question): Promise<readonly StatisticsRow[]> {
	if (question.changes === null) return [];
	return rowsByGroup(await walks.rows(spanRows(sourceOf(walks, question, ALL), 'stages'))).get('') ?? [];
}

function sourceOf({ dialect, from }: WalkRows, { asOf, stages }: Question, group: string): WalkSource {
	return { dialect, from, group, asOfDay: Number(asOf.day), won: stages.openCount };
}

/** First day of the history in rows of every deal of the table. */
export function firstDaySeen(rows: readonly StatisticsRow[]): number {
	return rows.find(({ layer, label }) => layer === 'span' && label === 'stages')?.k3 ?? NOT_YET;
}

/**
 * The rows of one group; none when nothing shows when deals ended.
 * @param told its rows of pathRowsOf
 * @param condition that leaves the walks of the group
 * @param seenFrom first day of the history of the whole table
 */
export async function forecastRowsOf(
	walks: WalkRows,
	question: Question,
	told: readonly StatisticsRow[],
	condition: string,
	seenFrom: number,
): Promise<StatisticsRow[]> {
	const { changes, columns, asOf, isPast } = question;
	if (changes === null && columns.closed === undefined) return [];
	const asOfDay = Number(asOf.day);
	const method = methodOf(told, question, seenFrom);
	const isTilted = method === 'age' && !isPast;
	const own = told.filter(({ label }) => label === method);
	const span = own.find(({ layer }) => layer === 'span');
	const firstSeen = method === 'stages' ? seenFrom : UNKNOWN_DAY;
	const whole: StatisticsRow = {
		layer: 'span',
		k1: SPAN_METHODS.findIndex((one) => one.method === method && one.isTilted === isTilted),
		k2: span?.k2 ?? NOT_YET,
		k3: firstSeen,
		label: '',
		duration: 0,
		deals: span?.deals ?? 0,
		valued: 0,
		amount: null,
	};
	const origins = countedOrigins(countsOf(own, firstSeen), asOfDay);
	const rows = [whole, ...own.filter(({ layer }) => layer !== 'span')];
	// Without a forecast of today nobody looks back.
	if (!origins.some(({ months }) => months === 0)) return rows.map(unlabelled);
	const from = condition === '' ? walks.from : `(SELECT * FROM ${walks.from} AS k WHERE ${condition})`;
	const source = { ...sourceOf(walks, question, ALL), from };
	const sql = originRows(source, { method, isTilted, longestWin: span?.amount ?? -1, origins });
	const seen = rowsByGroup(await walks.rows(sql)).get('') ?? [];
	return [...rows, ...seen].map(unlabelled);
}

const unlabelled = (row: StatisticsRow): StatisticsRow => ({ ...row, label: '' });

function countsOf(rows: readonly StatisticsRow[], seenFrom: number) {
	const of = (layer: Layer): StatisticsRow[] => rows.filter((row) => row.layer === layer);
	const wins = dayCounts(of('sold'));
	return {
		firstEnd: of('span')[0]?.k2 ?? NOT_YET,
		seenFrom: seenFrom === UNKNOWN_DAY ? Number.NEGATIVE_INFINITY : seenFrom,
		wins: { ...wins, blank: [], amount: [] },
		followed: dayCounts(of('followed')),
	};
}

/** As forecastBasis chooses it. */
function methodOf(
	told: readonly StatisticsRow[],
	{ changes, columns, asOf }: Question,
	seenFrom: number,
): ForecastMethod {
	const of = (method: ForecastMethod): StatisticsRow[] => told.filter(({ label }) => label === method);
	if (changes !== null) {
		const counts = countsOf(of('stages'), seenFrom);
		if (followedWins(counts, windowDays(counts, Number(asOf.day))) >= FEW_WINS) return 'stages';
	}
	if (columns.created === undefined) return 'ends';
	const byAge = of('age');
	const sum = (isOf: (row: StatisticsRow) => boolean): number =>
		byAge.reduce((total, row) => (isOf(row) ? total + row.deals : total), 0);
	const without = sum(({ layer, k1 }) => layer === 'left' && LEFT_OUT[k1] === 'noCreation');
	return without <= sum(({ layer }) => layer === 'span') ? 'age' : 'ends';
}
