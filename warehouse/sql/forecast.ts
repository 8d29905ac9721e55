/**
 * The rows of the forecast's layers from the walks of the deals (walks.ts), in two statements: what decides the method
 * and the days to look back on, then what was seen from each of those days. Not here: choosing them (counted-
 * forecast.ts).
 */

import { type CountedOrigin, priceSegments } from '../../src/core/forecast/counting-plan.ts';
import { monthOfQuarter } from '../../src/core/forecast/month-factors.ts';
import { NOT_YET } from '../../src/core/statistics/deal-standing.ts';
import type { ForecastMethod } from '../../src/core/statistics/forecast-counts.ts';
import { type Layer, MOST_LISTED } from '../../src/core/statistics-table/row.ts';
import { nextUnit } from '../../src/core/time/calendar-unit.ts';
import type { Dialect } from './dialect.ts';
import { blockOf, packedRows } from './statistics.ts';

export interface WalkSource {
	readonly dialect: Dialect;
	/** Name of the kept walks. */
	readonly from: string;
	/** Column or expression of them that gives the group; `''` all deals. */
	readonly group: string;
	readonly asOfDay: number;
	/** Open stages. */
	readonly won: number;
}

/** Deals and stays of a method, in columns of the same names. */
interface MethodWalks {
	readonly stateCount: number;
	readonly deals: string;
	/** Why deals are left out; see LEFT_OUT. */
	readonly left: string;
	readonly stays: string;
}

function methodWalks({ from, group, asOfDay, won }: WalkSource, method: ForecastMethod): MethodWalks {
	const deal = (start: string, created: string, where: string): string =>
		`(SELECT ${group} AS grp, now, ${created} AS created, end_day, outcome, amount, ${start} AS start_state, first_seen FROM ${from} WHERE is_deal = 1 AND ${where})`;
	const left = (created: string): string => {
		const missing = created === '' ? '' : ` WHEN NOT COALESCE(${created} <= ${asOfDay}, FALSE) THEN 2`;
		return `(SELECT ${group} AS grp, CASE WHEN refusal >= 0 THEN refusal${missing} ELSE -1 END AS reason FROM ${from} WHERE is_deal = 1)`;
	};
	const stay = (columns: string, where: string): string =>
		`(SELECT ${group} AS grp, now, amount, ${columns} FROM ${from} WHERE ${where})`;
	if (method === 'stages')
		return {
			stateCount: won,
			deals: deal('start_state', 'created', `refusal <> 3 AND created <= ${asOfDay}`),
			left: left('created'),
			stays: stay(
				'created, state, from_day, to_day, exit_state, is_timed',
				`refusal <> 3 AND created <= ${asOfDay} AND state >= 0 AND state < ${won} AND to_day > from_day`,
			),
		};
	if (method === 'ends')
		return {
			stateCount: 0,
			deals: deal('-1', 'table_created', 'refusal = -1 AND outcome > 0'),
			left: left(''),
			stays: stay(
				'table_created AS created, 0 AS state, 0 AS from_day, 0 AS to_day, 0 AS exit_state, 0 AS is_timed',
				'1 = 0',
			),
		};
	return {
		stateCount: 1,
		deals: deal(
			'CASE WHEN end_day = table_created THEN outcome ELSE 0 END',
			'table_created',
			`refusal = -1 AND table_created <= ${asOfDay}`,
		),
		left: left('table_created'),
		stays: stay(
			'table_created AS created, 0 AS state, table_created AS from_day, end_day AS to_day, outcome AS exit_state, 1 AS is_timed',
			`is_deal = 1 AND refusal = -1 AND table_created <= ${asOfDay} AND end_day > table_created`,
		),
	};
}

interface CountedLayer {
	readonly layer: Layer;
	readonly keys?: readonly string[];
	readonly duration?: string;
	readonly measures: string;
	readonly from: string;
	readonly where?: string;
	/** Counted already: nothing is left to group. */
	readonly isCounted?: boolean;
	/** Distinguishes the rows of single amounts. */
	readonly by?: string;
}

const PRICED = 'COUNT(*) AS deals, COUNT(amount) AS valued, SUM(amount) AS amount';

function select(
	method: ForecastMethod,
	{ layer, keys = [], duration = '0', measures, from, where, by }: CountedLayer,
): string {
	const [k1 = '0', k2 = '0', k3 = '0'] = keys;
	const grouped = [k1, k2, k3, '', duration].flatMap((expression, i) =>
		expression === '' || /^-?\d+$/u.test(expression) ? [] : [i + 3],
	);
	const groups = ['1', ...grouped.map(String), ...(by === undefined ? [] : [by])];
	return `SELECT grp, '${layer}' AS layer, ${k1} AS k1, ${k2} AS k2, ${k3} AS k3, '${method}' AS label, ${duration} AS duration, ${measures} FROM ${from} AS w${where === undefined ? '' : ` WHERE ${where}`} GROUP BY ${groups.join(', ')}`;
}

function spanSelect(source: WalkSource, method: ForecastMethod): string {
	const { float } = source.dialect;
	const longest = `MAX(CASE WHEN outcome = 1 THEN end_day - created END)`;
	return `SELECT grp, 'span' AS layer, 0 AS k1, MIN(end_day) AS k2, COALESCE(MIN(first_seen), ${NOT_YET}) AS k3, '${method}' AS label, 0 AS duration, COUNT(*) AS deals, 0 AS valued, CAST(COALESCE(${longest}, -1) AS ${float}) AS amount FROM ${methodWalks(source, method).deals} AS w GROUP BY 1`;
}

/** Of the rows of pathRows the span of one method. */
export function spanRows(source: WalkSource, method: ForecastMethod): string {
	return packedRows(spanSelect(source, method));
}

/** What decides the method and the days to look back on, for each method that the table may get. */
export function pathRows(source: WalkSource, methods: readonly ForecastMethod[]): string {
	const { dialect } = source;
	const nothing = `0 AS valued, CAST(NULL AS ${dialect.float}) AS amount`;
	const block = (day: string): string => blockOf(dialect, day);
	const selects = methods.flatMap((method) => {
		const { deals, left, stays, stateCount } = methodWalks(source, method);
		const count = `COUNT(*) AS deals, ${nothing}`;
		const layers: CountedLayer[] = [
			{ layer: 'left', keys: ['reason'], measures: count, from: left, where: 'reason >= 0' },
			{
				layer: 'sold',
				keys: [block('end_day')],
				duration: 'end_day',
				measures: PRICED,
				from: deals,
				where: 'outcome = 1',
			},
			{
				layer: 'followed',
				keys: [block('to_day')],
				duration: 'to_day',
				measures: count,
				from: stays,
				where: `is_timed = 1 AND exit_state = ${stateCount}`,
			},
			{
				layer: 'began',
				keys: [block('created'), 'start_state'],
				duration: 'created',
				measures: count,
				from: deals,
				where: method === 'ends' ? '1 = 0' : 'created IS NOT NULL',
			},
		];
		return [...layers.map((layer) => select(method, layer)), spanSelect(source, method)];
	});
	return packedRows(selects.join('\nUNION ALL\n'));
}

export interface OriginQuestion {
	readonly method: ForecastMethod;
	/** Whether today's open deals are distinguished by their stage. */
	readonly isTilted: boolean;
	/** Days from creation to the latest of the wins; older deals are stale. */
	readonly longestWin: number;
	readonly origins: readonly CountedOrigin[];
}

/** What was seen from each of the days. */
export function originRows(source: WalkSource, question: OriginQuestion): string {
	const { dialect, asOfDay } = source;
	const { method, origins } = question;
	const { deals, stays, stateCount } = methodWalks(source, method);
	const steps: string[] = [`sale AS (${priceStep(deals, origins)})`];
	const counted = `SUM(deals) AS deals, 0 AS valued, CAST(NULL AS ${dialect.float}) AS amount`;
	const selects = listed(dialect, method, 'price', ['segment', '-1'], '0', 'sale');
	if (stateCount > 0) {
		steps.push(...riskSteps(stays, origins), `standing_deal AS (${standingStep(stays, question, asOfDay)})`);
		const risk = (season: boolean): string =>
			season ? 'c.a >= o.season AND c.z <= o.as_of' : 'c.a >= o.from_day AND c.z <= o.as_of';
		const changes = (season: boolean): CountedLayer => ({
			layer: 'risk',
			keys: ['months', 'state', season ? 'quarter_month' : '0'],
			duration: 'day',
			measures: counted,
			from: `(SELECT c.*, o.months FROM change_of_risk AS c JOIN origin AS o ON ${risk(season)})`,
		});
		const exit: CountedLayer = {
			layer: 'exit',
			keys: ['months', 'state', 'exit_state'],
			duration: 'to_day - from_day',
			measures: counted,
			from: '(SELECT s.*, o.months FROM stay AS s JOIN origin AS o ON s.to_day >= o.from_day AND s.to_day <= o.as_of WHERE s.exit_state >= 0)',
		};
		selects.push(
			...[changes(false), changes(true), exit].map((layer) => select(method, layer)),
			...listed(dialect, method, 'standing', ['months', 'state', 'deal_key'], 'spent', 'standing_deal'),
		);
	}
	return packedRows(
		`SELECT * FROM (\n${selects.join('\nUNION ALL\n')}\n) AS counted_rows WHERE deals <> 0`,
		`WITH ${steps.join(',\n')}`,
	);
}

/** Rows of the largest amounts one by one, and sums of the others with those of their squares. */
function listed(
	dialect: Dialect,
	method: ForecastMethod,
	layer: 'price' | 'standing',
	keys: readonly string[],
	duration: string,
	from: string,
): string[] {
	const isListed = `size_place <= ${MOST_LISTED} OR amount IS NULL`;
	const sum = (measure: string): string =>
		`COUNT(*) AS deals, COUNT(amount) AS valued, CAST(SUM(${measure}) AS ${dialect.float}) AS amount`;
	return [
		select(method, { layer, keys, duration, measures: PRICED, from, where: isListed, by: 'w.amount' }),
		select(method, { layer: 'rest', keys, duration, measures: PRICED, from, where: `NOT (${isListed})` }),
		select(method, {
			layer: 'squares',
			keys,
			duration,
			measures: sum('w.amount * w.amount'),
			from,
			where: `NOT (${isListed})`,
		}),
	];
}

/** Wins with an amount by the spans that no window cuts. */
function priceStep(deals: string, origins: readonly CountedOrigin[]): string {
	const segments = priceSegments(origins);
	const [first = 0] = segments;
	const cases = segments.slice(1).map((next, i) => `WHEN end_day < ${next} THEN ${segments[i]}`);
	const segment =
		cases.length === 0 ? String(first) : `CASE ${cases.join(' ')} ELSE ${segments[segments.length - 1]} END`;
	return `SELECT grp, segment, amount, RANK() OVER (PARTITION BY grp, segment ORDER BY amount DESC) AS size_place
  FROM (SELECT grp, amount, ${segment} AS segment FROM ${deals} AS w WHERE outcome = 1 AND amount IS NOT NULL AND end_day >= ${first}) AS s`;
}

/** The stays, and by how much the deals at risk change from day to day of the stay within each piece of time. */
function riskSteps(stays: string, origins: readonly CountedOrigin[]): string[] {
	const pieces = piecesOf(origins).map(
		([a, z]) => `SELECT ${a} AS a, ${z} AS z, ${monthOfQuarter(a) + 1} AS quarter_month`,
	);
	const days = origins.map(
		({ months, asOf, from, season }) =>
			`SELECT ${months} AS months, ${asOf} AS as_of, ${from} AS from_day, ${season ?? asOf + 1} AS season`,
	);
	return [
		`stay AS (SELECT grp, state, from_day, to_day, exit_state, COUNT(*) AS deals FROM ${stays} AS w WHERE is_timed = 1 GROUP BY 1, 2, 3, 4, 5)`,
		`piece AS (${pieces.join(' UNION ALL ')})`,
		`origin AS (${days.join(' UNION ALL ')})`,
		`at_risk AS (
  SELECT s.grp, s.state, p.a, p.z, p.quarter_month, s.deals, CASE WHEN p.a > s.from_day THEN p.a - s.from_day ELSE 1 END AS first_day,
    CASE WHEN s.to_day < p.z THEN s.to_day ELSE p.z END - s.from_day AS last_day
  FROM stay AS s JOIN piece AS p ON s.from_day < p.z AND s.to_day >= p.a)`,
		`change_of_risk AS (
  SELECT grp, state, a, z, quarter_month, day, SUM(deals) AS deals
  FROM (SELECT grp, state, a, z, quarter_month, first_day AS day, deals FROM at_risk
    UNION ALL SELECT grp, state, a, z, quarter_month, last_day + 1, -deals FROM at_risk) AS b
  GROUP BY 1, 2, 3, 4, 5, 6)`,
	];
}

/** Spans that neither a window, a season nor a month cuts. */
function piecesOf(origins: readonly CountedOrigin[]): (readonly [first: number, last: number])[] {
	const cuts = new Set(
		origins.flatMap(({ asOf, from, season }) => [from, asOf + 1, ...(season === null ? [] : [season])]),
	);
	const last = Math.max(...origins.map(({ asOf }) => asOf));
	const seasons = origins.flatMap(({ season }) => (season === null ? [] : [season]));
	if (seasons.length > 0)
		for (let day = nextUnit(Math.min(...seasons), 'month'); day <= last; day = nextUnit(day, 'month')) cuts.add(day);
	const sorted = [...cuts].sort((a, b) => a - b);
	return sorted.slice(0, -1).map((day, i) => [day, (sorted[i + 1] ?? day) - 1] as const);
}

function standingStep(stays: string, { isTilted, longestWin }: OriginQuestion, asOfDay: number): string {
	const position = isTilted ? 'now + 2' : '0';
	const key = `CASE WHEN o.months > 0 THEN 0 ELSE 2 * (${position}) + CASE WHEN ${asOfDay} - s.created > ${longestWin} THEN 1 ELSE 0 END END`;
	return `SELECT grp, months, state, deal_key, spent, amount, RANK() OVER (PARTITION BY grp, months ORDER BY amount DESC) AS size_place
  FROM (SELECT s.grp, o.months, s.state, ${key} AS deal_key, o.as_of - s.from_day AS spent, s.amount
    FROM ${stays} AS s JOIN origin AS o ON s.from_day <= o.as_of AND s.to_day > o.as_of) AS t`;
}
