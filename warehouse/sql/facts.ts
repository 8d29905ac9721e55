/**
 * One row per deal: where it is, how far it came, when, and for how long, as the core's funnel reads it
 * (src/core/funnel/). Texts are never compared here: the core read each spelling beforehand, and SQL looks its code up.
 * Not here: counting (statistics.ts).
 */

import { MONTH, type Question, type TimeColumn } from '../question.ts';
import { changeSteps, OWN_STORY } from './changes.ts';
import type { Dialect } from './dialect.ts';
import { byPosition, codeOf, dateOf, isTimed, named, textOf, timeOn } from './expressions.ts';
import { type FactParts, instantOn } from './fact-parts.ts';
import { fateColumns } from './fates.ts';

/** The group of a count over all deals: every row has the same value. */
export const ALL = "''";

/** Name of the column of a grouping. */
export const groupColumn = (index: number): string => `group_${index}`;

/** The SELECT that makes the facts. */
export function facts(dialect: Dialect, question: Question): string {
	const { parts, steps, conditions } = placedSteps(dialect, question);
	return `WITH ${steps.join(',\n')}\n${finalSelect(parts, conditions)}`;
}

/** The steps up to `placed`, one row per deal of the table, and which of them the cohort and the period leave. */
export function placedSteps(
	dialect: Dialect,
	question: Question,
): { readonly parts: FactParts; readonly steps: readonly string[]; readonly conditions: readonly string[] } {
	const { stages, changes, asOf, cohort, period } = question;
	const won = stages.openCount;
	const isInstant = changes !== null && isTimed(changes.at);
	const parts: FactParts = {
		dialect,
		question,
		won,
		open: Array.from({ length: won }, (_, rank) => rank),
		isInstant,
		limit: instantOn(asOf, isInstant),
		kinds: stages.all.map(({ kind }) => (kind === 'won' ? 1 : kind === 'lost' ? 2 : 0)),
	};
	const steps = [dealStep(parts), ...changeSteps(parts), joinStep(parts), standingStep(parts), placedStep(parts)];
	const conditions = [
		cohort === 'closed' ? 'kind > 0' : '',
		period === null ? '' : `cohort_day BETWEEN ${period.first} AND ${period.last}`,
	].filter((condition) => condition !== '');
	return { parts, steps, conditions };
}

/** Whether won deals last from created to closed as instants, and as of when. */
function scaleOfWins({ question }: FactParts): boolean {
	const { created, closed } = question.columns;
	return isTimed(created) && (closed === undefined || isTimed(closed));
}

function scaleOfCycles({ question }: FactParts): boolean {
	const { created, closed } = question.columns;
	return isTimed(created) && isTimed(closed);
}

/** The deals as they are in the table. */
function dealStep(parts: FactParts): string {
	const { dialect, question, kinds, isInstant } = parts;
	const { columns, timeZone, part, where } = question;
	const nothing = `CAST(NULL AS ${dialect.integer})`;
	const time = (column: TimeColumn | undefined, on: boolean): string =>
		column === undefined ? nothing : timeOn(dialect, column, on, timeZone);
	const day = (column: TimeColumn | undefined): string =>
		column === undefined ? nothing : dialect.day(dateOf(dialect, column, timeZone));
	const { id, amount, created, closed, probability } = columns;
	const tableCode = columns.code?.sql ?? codeOf(dialect, columns.stage, question.stageCodes);
	const closedLimit = instantOn(question.asOf, isTimed(closed));
	const wasOpen =
		question.isPast && closed !== undefined
			? `CASE WHEN ${byPosition(tableCode, kinds, 0)} > 0 AND ${time(closed, isTimed(closed))} > ${closedLimit} THEN 1 ELSE 0 END`
			: '0';
	const cohort = columns[question.cohort];
	const groups = question.groups.map((group, index) => {
		const expression =
			group === MONTH && cohort !== undefined ? dialect.month(dateOf(dialect, cohort, timeZone)) : group;
		return [groupColumn(index), textOf({ sql: expression })];
	});
	const conditions = [
		where === '' ? '' : `(${where})`,
		part === null || id === undefined
			? ''
			: `(${id.sql} IS NULL AND ${part.index} = 0 OR ${dialect.isInPart(id.sql, part.index, part.of)})`,
	].filter((condition) => condition !== '');
	const [wins, cycles] = [scaleOfWins(parts), scaleOfCycles(parts)];
	return `deal AS (
  SELECT ${named({
		id: id === undefined ? 'CAST(NULL AS STRING)' : `NULLIF(CAST(${id.sql} AS STRING), '')`,
		code: tableCode,
		noted: columns.lostFrom === undefined ? '-1' : codeOf(dialect, columns.lostFrom, question.lostFromCodes),
		last_open: columns.lastOpen?.sql ?? '-1',
		...datedRanks(parts),
		was_open: wasOpen,
		amount:
			amount === undefined
				? `CAST(NULL AS ${dialect.float})`
				: `CASE WHEN ABS(${amount.sql}) <= 1e300 THEN CAST(${amount.sql} AS ${dialect.float}) END`,
		currency: textOf(columns.currency),
		reason: textOf(columns.reason),
		chance:
			probability === undefined ? `CAST(NULL AS ${dialect.float})` : `CAST(${probability.sql} AS ${dialect.float})`,
		cohort_day: day(cohort),
		created_day: day(created),
		closed_day: day(closed),
		expected_day: day(columns.expectedClose),
		win_begin: time(created, wins),
		win_close: time(closed, wins),
		cycle_begin: time(created, cycles),
		cycle_close: time(closed, cycles),
		closed_at: time(closed, isInstant),
		created_at: time(created, isTimed(created)),
		...Object.fromEntries(groups),
	})}
  FROM ${question.deals}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`})`;
}

/** The furthest stage that the deal had come to by the dates of its stages, and the bits of all of them. */
function datedRanks({ dialect, question }: FactParts): Record<string, string> {
	const { columns, timeZone, asOf } = question;
	const dates = [...(columns.stageDates ?? [])].sort(([a], [b]) => b - a);
	if (dates.length === 0) return { dated_rank: '-1', dated_bits: `CAST(0 AS ${dialect.integer})` };
	const isThere = (date: TimeColumn): string =>
		`${timeOn(dialect, date, isTimed(date), timeZone)} <= ${instantOn(asOf, isTimed(date))}`;
	return {
		dated_rank: `CASE ${dates.map(([rank, date]) => `WHEN ${isThere(date)} THEN ${rank}`).join(' ')} ELSE -1 END`,
		dated_bits: dates
			.map(([rank, date]) => `(CASE WHEN ${isThere(date)} THEN ${bit(dialect, String(rank))} ELSE 0 END)`)
			.join(' | '),
	};
}

const bit = ({ integer }: Dialect, rank: string): string => `CAST(1 AS ${integer}) << ${rank}`;

/** Each deal with the story of its changes. */
function joinStep({ dialect, question, open, won }: FactParts): string {
	if (question.changes === null) {
		const nothing = `CAST(NULL AS ${dialect.integer})`;
		return `joined AS (
  SELECT d.*, ${nothing} AS last_code, ${nothing} AS last_at, ${nothing} AS far, -1 AS origin_rank, 0 AS seen, 0 AS is_later, 0 AS is_found
  FROM deal AS d)`;
	}
	const ranks = [...open, won];
	const own = [
		'last_code',
		'last_at',
		'last_row_at',
		'last_assumed',
		'first_at',
		'seen_at',
		'origin_rank',
		'far',
		'first_rank',
		'last_rank',
		'seen',
	];
	const columns = [
		...own,
		...(question.changes.own === undefined ? [] : OWN_STORY),
		...ranks.map((rank) => `entered_${rank}`),
		...open.flatMap((rank) => [`stay_${rank}`, `moved_${rank}`]),
	];
	return `joined AS (
  SELECT d.*, ${columns.map((column) => `s.${column}`).join(', ')},
    COALESCE(s.is_later, 0) AS is_later, COALESCE(s.is_found, 0) AS is_found
  FROM deal AS d LEFT JOIN story AS s ON s.id = d.id)`;
}

/** The stage at the as-of instant of each deal that existed then. */
function standingStep({ question, won, kinds, limit }: FactParts): string {
	const { isPast, columns, stages, changes, asOf } = question;
	const createdLimit = instantOn(asOf, isTimed(columns.created));
	// Created by then; without that date, seen by then.
	const isSeen = changes === null ? '' : ` AND (first_at IS NULL OR is_found = 1 OR first_at <= ${limit})`;
	const there = isPast ? `\n  WHERE created_at <= ${createdLimit} OR (created_at IS NULL${isSeen})` : '';
	const openRanks = stages.rankOf.map((rank) => (rank < won ? rank : -1));
	const isOwn = changes?.own !== undefined;
	// A stage found when the log began was reached before; only an end can have a date that shows it was not yet.
	const wasEnd = `${byPosition('first_code', kinds, 0)} > 0 AND (code = -2 OR was_open = 1)`;
	const before = isOwn ? `CASE WHEN is_found = 0 THEN -1 WHEN ${wasEnd} THEN -2 ELSE first_code END` : '-1';
	// The first look of a log is not a change.
	const changesLater = isOwn ? `row_count > is_found AND last_moment > ${limit}` : 'is_later = 1';
	const lastOpen = columns.lastOpen === undefined ? '-1' : byPosition('last_open', openRanks, -1);
	const named = byPosition('noted', openRanks, -1);
	const noted = columns.lastOpen === undefined ? named : `CASE WHEN ${named} >= 0 THEN ${named} ELSE ${lastOpen} END`;
	return `standing AS (
  SELECT *,
    CASE WHEN is_later = 1 THEN COALESCE(last_code, ${before}) WHEN was_open = 1 THEN -2 ELSE code END AS now,
    CASE WHEN COALESCE(far, -1) > COALESCE(origin_rank, -1) THEN far ELSE COALESCE(origin_rank, -1) END AS traced,
    CASE WHEN ${changesLater} THEN -1 WHEN was_open = 1 THEN 0 ${isPast ? `WHEN code = -2 THEN ${lastOpen} ` : ''}ELSE ${noted} END AS noted_rank
  FROM joined${there})`;
}

/** The furthest stage of each deal, and where it was lost. */
function placedStep({ question, won, kinds, limit }: FactParts): string {
	const { stages, changes } = question;
	const assumedNote = `noted_rank >= 0 AND (was_open = 1${question.isPast ? ' OR code = -2' : ''})`;
	const hasOrigin = `origin_rank > 0 AND origin_rank < ${won}`;
	const beganInside = `is_found = 0 AND COALESCE(origin_rank, -1) < 0 AND first_rank > 0 AND first_rank < ${won}`;
	const isAssumed =
		changes === null ? assumedNote : `${hasOrigin} OR ${beganInside} OR (traced < 0 AND ${assumedNote})`;
	const traceOfTable = 'CASE WHEN noted_rank >= 0 THEN noted_rank ELSE dated_rank END';
	const lostRank =
		changes === null
			? traceOfTable
			: `CASE WHEN last_rank IS NOT NULL THEN last_rank WHEN origin_rank >= 0 THEN origin_rank ELSE ${traceOfTable} END`;
	return `placed AS (
  SELECT *, CASE WHEN traced >= 0 THEN traced ELSE ${traceOfTable} END AS way,
    CASE WHEN ${isAssumed} THEN 1 ELSE 0 END AS way_assumed,
    ${lostRank} AS lost_rank,
    CASE WHEN kind > 0 THEN CASE WHEN now = last_code THEN last_at
      WHEN closed_at <= ${limit} THEN CASE WHEN last_at > closed_at THEN last_at ELSE closed_at END END END AS ended
  FROM (SELECT *, ${byPosition('now', stages.rankOf, -1)} AS now_rank, ${byPosition('now', kinds, 0)} AS kind FROM standing) AS k)`;
}

function finalSelect(parts: FactParts, conditions: readonly string[]): string {
	const { question, won, limit } = parts;
	const { changes, stages, asOf, columns } = question;
	const winLimit = instantOn(asOf, scaleOfWins(parts));
	const openThen = question.isPast ? `CASE WHEN win_close > ${winLimit} THEN ${winLimit} END` : 'NULL';
	const winEnd = `CASE WHEN now < 0 THEN ${openThen} WHEN kind = 0 OR win_close > ${winLimit} THEN ${winLimit} ELSE win_close END`;
	// It ended, was opened again, and the closing date is that of a later ending: the first one held then.
	const isLast =
		changes === null ? '' : ` AND NOT (kind > 0 AND win_close > ${winLimit} AND COALESCE(ended <= ${limit}, FALSE))`;
	const openRanks = stages.rankOf.map((rank) => (rank < won ? rank : -1));
	const lastRank = changes === null ? '' : `, ${byPosition('last_code', openRanks, -1)} AS last_open_rank`;
	const createdLimit = instantOn(asOf, isTimed(columns.created));
	const sinceCreated = `${createdLimit} - created_at`;
	const groups = question.groups.map((_, index) => groupColumn(index));
	return `SELECT ${[...groups, 'now', 'kind', 'now_rank', 'currency', 'amount', 'reason', 'chance', 'cohort_day', 'closed_day', 'expected_day'].join(', ')},
    ${named({
			furthest: furthestRank(won),
			assumed: 'CASE WHEN way_assumed = 1 OR (now_rank < 0 AND now >= 0 AND way < 0) THEN 1 ELSE 0 END',
			lost_from: 'CASE WHEN kind = 2 THEN lost_rank ELSE -1 END',
			touched: touchedBits(parts),
			cycle: `CASE WHEN kind > 0 AND cycle_close >= cycle_begin AND cycle_close <= ${instantOn(asOf, scaleOfCycles(parts))} THEN cycle_close - cycle_begin END`,
			win_ending: `CASE WHEN (win_length IS NOT NULL OR now < 0)${isLast} AND kind > 0 AND win_close > ${winLimit} THEN 0 ELSE kind END`,
			win_days: changes === null ? 'win_length' : winDays(parts, isLast),
			is_late: `expected_day < ${asOf.day}`,
			until: `CASE WHEN kind = 2 THEN ended WHEN now >= 0 THEN ${limit} END`,
			is_in_stage: changes === null ? '0' : 'CASE WHEN now = last_code AND last_at IS NOT NULL THEN 1 ELSE 0 END',
			age:
				changes === null
					? sinceCreated
					: `CASE WHEN now = last_code AND last_at IS NOT NULL THEN ${limit} - last_at ELSE ${sinceCreated} END`,
			...fateColumns(parts),
			...(changes === null ? {} : timesByRank(parts)),
		})}
FROM (SELECT *, ${winEnd} - win_begin AS win_length${lastRank} FROM placed) AS p${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`;
}

/** A win that did not last passed every open stage, and is not a win. */
function furthestRank(won: number): string {
	return `CASE WHEN now_rank >= 0 THEN CASE WHEN now_rank <> ${won} AND way = ${won} THEN ${won - 1} WHEN way > now_rank THEN way ELSE now_rank END
      WHEN way = ${won} THEN ${won - 1} WHEN way < 0 AND now >= 0 THEN 0 ELSE way END`;
}

function touchedBits({ dialect }: FactParts): string {
	const bitOf = (rank: string, otherwise = '0'): string =>
		`CASE WHEN ${rank} >= 0 THEN ${bit(dialect, rank)} ELSE ${otherwise} END`;
	return `(CASE WHEN traced >= 0 THEN COALESCE(seen, 0) | (${bitOf('origin_rank')}) ELSE ${bitOf('noted_rank', 'dated_bits')} END) | (${bitOf('now_rank')})`;
}

/** Days to the win when the columns do not give them: counted from the first entry. */
function winDays({ limit }: FactParts, isLast: string): string {
	return `CASE WHEN (win_length IS NOT NULL OR now < 0)${isLast} THEN win_length
      ELSE CASE WHEN kind = 0 THEN ${limit} ELSE ended END - entered_0 END`;
}

/** When each deal reached each stage or one beyond it, how long it stayed, and where it went next. */
function timesByRank({ open, won, limit }: FactParts): Record<string, string> {
	const columns: Record<string, string> = {};
	for (const rank of [...open, won])
		columns[`entered_${rank}`] =
			`COALESCE(entered_${rank}, CASE WHEN now_rank = ${won} AND far < ${rank} THEN ended END)`;
	for (const rank of open) {
		const end = `CASE WHEN kind > 0 THEN ended WHEN now = last_code THEN ${limit} END`;
		columns[`stay_${rank}`] =
			`CASE WHEN last_open_rank = ${rank} THEN COALESCE(stay_${rank}, 0) + ${end} - last_row_at ELSE stay_${rank} END`;
		columns[`moved_${rank}`] = `COALESCE(moved_${rank}, 0)`;
	}
	return columns;
}
