/**
 * The ways of the deals in calendar days, for the forecast: each stay in an open state, and each deal once, as the core
 * reads them (src/core/forecast/read-stage-paths.ts). A state on a day is that at its end. Not here: counting them
 * (forecast.ts).
 */

import { NOT_YET } from '../../src/core/statistics/deal-standing.ts';
import type { Question } from '../question.ts';
import type { Dialect } from './dialect.ts';
import { byPosition, named } from './expressions.ts';
import type { FactParts } from './fact-parts.ts';
import { groupColumn, placedSteps } from './facts.ts';
import { dayOfMoment, standingColumns } from './fates.ts';

/** What a deal is on the as-of day, in the rows of a walk. */
const DEAL = ['now', 'table_created', 'refusal', 'end_day', 'outcome', 'amount', 'first_seen'] as const;
/** Greater than every state, so that a state and the position of a row fit in one number. */
const PACK = 1024;
const LAST_PLACE = 1_000_000;

/** The SELECT that makes the walks. */
export function walks(dialect: Dialect, question: Question): string {
	const { parts, steps, conditions } = placedSteps(dialect, question);
	const who = `who AS (
  SELECT id, ${[...groupsOf(question), 'now'].join(', ')},
    ${named({ table_created: 'created_day', ...standingColumns(parts), amount: 'CASE WHEN amount < 0 THEN 0 ELSE amount END' })}
  FROM placed${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`})`;
	const own = question.changes === null ? '' : historyWalk(parts);
	const isUnseen = question.changes === null ? '' : ' WHERE id IS NULL OR id NOT IN (SELECT id FROM followed)';
	const all = [...steps, who, ...(own === '' ? [] : [own])];
	const unseen = unseenWalk(parts, isUnseen);
	return `WITH ${all.join(',\n')}\n${own === '' ? unseen : `${seenWalk(parts)}\nUNION ALL\n${unseen}`}`;
}

const groupsOf = ({ groups }: Question): string[] => groups.map((_, index) => groupColumn(index));

/** State by position: rank of an open stage, then won and lost; -1 what cannot be followed. */
function stateOf({ question, won }: FactParts, code: string): string {
	const states = question.stages.all.map(({ kind }, position) => {
		if (kind === 'open') return question.stages.rankOf[position] ?? -1;
		return kind === 'won' ? won : kind === 'lost' ? won + 1 : -1;
	});
	return byPosition(code, states, -1);
}

const isOutOfSight = 'refusal IN (0, 1)';
const isOpenState = (state: string, won: number): string => `${state} >= 0 AND ${state} < ${won}`;

function historyWalk(parts: FactParts): string {
	const { dialect, question, won } = parts;
	const { asOf, changes, columns } = question;
	const deal = ['id', ...groupsOf(question), ...DEAL].join(', ');
	const ofDeal = ['id', ...groupsOf(question), ...DEAL].map((column) => `w.${column}`).join(', ');
	const byId = 'PARTITION BY id';
	// Only our own log is not in the order of time.
	const reached =
		changes?.own === undefined
			? 'day'
			: `MAX(day) OVER (${byId} ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
	const created =
		columns.created === undefined
			? `CASE WHEN first_found = 1 THEN (SELECT MIN(first_seen) FROM who) - 1 ELSE first_day END`
			: 'table_created';
	const begins = `first_day > created`;
	const hasOrigin = `${begins} AND first_found = 0 AND ${isOpenState('first_origin', won)}`;
	const nowState = `CASE WHEN ${isOutOfSight} THEN -1 ELSE ${stateOf(parts, 'now')} END`;
	const isNews = `is_last = 1 AND outcome = 0 AND state <> ${nowState} AND (${isOutOfSight} OR (${isOpenState(nowState, won)}))`;
	return `dated AS (
  SELECT id, n, is_past, is_assumed, ${dayOfMoment(dialect, question, 'moment')} AS day, ${stateOf(parts, 'code')} AS state,
    ${stateOf(parts, 'origin')} AS origin_state
  FROM moved),
seen AS (
  SELECT ${ofDeal}, d.n, d.day, d.state, d.is_assumed, d.origin_state
  FROM dated AS d JOIN who AS w ON w.id = d.id WHERE d.is_past AND w.refusal <> 3),
followed AS (
  SELECT * FROM (SELECT *, ${reached} AS reached_day FROM seen) AS s WHERE reached_day < end_day),
evening AS (
  SELECT *, LEAD(day) OVER (${byId} ORDER BY n) AS day_next, MAX(CASE WHEN n = 1 THEN is_assumed ELSE 0 END) OVER (${byId}) AS first_found,
    MAX(CASE WHEN n = 1 THEN day END) OVER (${byId}) AS first_day, MAX(CASE WHEN n = 1 THEN origin_state ELSE -1 END) OVER (${byId}) AS first_origin
  FROM followed),
told AS (
  SELECT *, ${created} AS created, CASE WHEN LAG(n) OVER (${byId} ORDER BY n) IS NULL THEN 1 ELSE 0 END AS is_first,
    CASE WHEN LEAD(n) OVER (${byId} ORDER BY n) IS NULL THEN 1 ELSE 0 END AS is_last
  FROM evening WHERE day_next IS NULL OR day_next <> day),
timed AS (
  SELECT *, MAX(CASE WHEN is_first = 1 AND ${begins} AND first_found = 1 AND state <> 0 THEN 1 ELSE 0 END) OVER (${byId}) AS is_vague,
    CASE WHEN ${hasOrigin} THEN 1 ELSE 0 END AS has_origin
  FROM told),
line AS (
  SELECT ${deal}, created, is_vague, 0 AS place, created AS day, first_origin AS state FROM timed WHERE is_first = 1 AND has_origin = 1
  UNION ALL
  SELECT ${deal}, created, is_vague, n, CASE WHEN is_first = 1 AND ${begins} AND has_origin = 0 AND is_vague = 0 THEN created ELSE day END, state FROM timed
  UNION ALL
  SELECT ${deal}, created, is_vague, ${LAST_PLACE}, ${asOf.day}, ${nowState} FROM timed WHERE ${isNews}),
placed_line AS (
  SELECT *, LAG(state) OVER (${byId} ORDER BY place) AS state_before, CASE WHEN LAG(place) OVER (${byId} ORDER BY place) IS NULL THEN 1 ELSE 0 END AS is_deal,
    MAX(day) OVER (${byId} ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS reached_day
  FROM line),
begun AS (
  SELECT *, MOD(MAX(CASE WHEN reached_day <= created THEN place * ${PACK} + state + 2 END) OVER (${byId}), ${PACK}) - 2 AS first_state
  FROM placed_line),
walked AS (
  SELECT *, LEAD(day) OVER (${byId} ORDER BY place) AS left_day, LEAD(state) OVER (${byId} ORDER BY place) AS state_next
  FROM begun WHERE is_deal = 1 OR state_before <> state)`;
}

const endState = (won: number): string => `${won} + outcome - 1`;

function columnsOf(question: Question): string {
	return [...groupsOf(question), ...DEAL].join(', ');
}

function seenWalk({ question, won }: FactParts): string {
	return `SELECT ${columnsOf(question)}, is_deal, created,
    CASE WHEN end_day = created THEN ${endState(won)} WHEN is_vague = 1 THEN -1 ELSE COALESCE(first_state, -1) END AS start_state,
    state, CASE WHEN created > day THEN created ELSE day END AS from_day, COALESCE(left_day, end_day) AS to_day,
    CASE WHEN left_day IS NOT NULL THEN state_next WHEN outcome = 0 THEN -1 ELSE ${endState(won)} END AS exit_state,
    CASE WHEN is_deal = 1 THEN 1 - is_vague ELSE 1 END AS is_timed
FROM walked`;
}

/** Deals of which no change was seen: where one is now is all that is known of it. */
function unseenWalk(parts: FactParts, where: string): string {
	const { question, won, dialect } = parts;
	const isOpen = question.changes === null ? '1 = 0' : `outcome = 0 AND refusal = -1`;
	return `SELECT ${columnsOf(question)}, 1 AS is_deal, table_created AS created, CASE WHEN end_day = table_created THEN ${endState(won)} ELSE -1 END AS start_state,
    CASE WHEN ${isOpen} THEN ${stateOf(parts, 'now')} ELSE -1 END AS state, table_created AS from_day, CAST(${NOT_YET} AS ${dialect.integer}) AS to_day, -1 AS exit_state, 0 AS is_timed
FROM who${where}`;
}
