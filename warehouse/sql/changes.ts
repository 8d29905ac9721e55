/**
 * The SQL steps that turn stage changes into facts: order them within a deal, compare them with the as-of instant, and
 * reduce them to one row per deal.
 */

import type { Changes } from '../question.ts';
import type { Dialect } from './dialect.ts';
import { byPosition, codeOf, timeOn } from './expressions.ts';
import { type FactParts, instantOn } from './fact-parts.ts';

/**
 * Greater than every stage code. The number of a change and a code are packed into one number, so that MAX picks the
 * latest code.
 */
const PACK = 1024;
/** Milliseconds by which another clock may be ahead of ours. */
const CLOCK_DIFFERENCE = 60_000;

/** Empty when the question has no changes. */
export function changeSteps(parts: FactParts): string[] {
	const { changes } = parts.question;
	return changes === null
		? []
		: [
				changeStep(parts, changes),
				...(changes.own === undefined ? [turnStep(parts, changes), moveStep(parts)] : ownSteps(parts)),
				storyStep(parts, changes.own !== undefined),
			];
}

/** The changes that count: those with a time and a listed stage; in our own log also those with an unlisted one. */
function changeStep({ dialect, question, isInstant }: FactParts, changes: Changes): string {
	const { stages, timeZone, part, clock } = question;
	const { own } = changes;
	// Changes at the same time are taken in funnel order, then parked stages, then the loss.
	const turns = stages.all.map(({ kind }, position) =>
		kind === 'lost' ? 1_000_000 : kind === 'parked' ? 100_000 : (stages.rankOf[position] ?? 0),
	);
	const moment = timeOn(dialect, changes.at, isInstant, timeZone);
	const now = clock === null ? null : instantOn(clock, isInstant);
	const conditions = [
		changes.isStage ?? '',
		part === null ? '' : dialect.isInPart(changes.deal.sql, part.index, part.of),
		now === null ? '' : `${moment} <= ${now}${isInstant ? ` + ${CLOCK_DIFFERENCE}` : ''}`,
	].filter((condition) => condition !== '');
	const clamped = now === null || !isInstant ? 'moment' : `CASE WHEN moment > ${now} THEN ${now} ELSE moment END`;
	const isTrue = (condition: string | undefined): string =>
		condition === undefined ? '0' : `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
	return `change AS (
  SELECT id, code, ${clamped} AS moment, sequence_number, origin, is_assumed, is_import, ${byPosition('code', turns, 100_000)} AS turn
  FROM (SELECT CAST(${changes.deal.sql} AS STRING) AS id, ${codeOf(dialect, changes.stage, changes.codes)} AS code,
      ${moment} AS moment, ${changes.sequence === undefined ? '0' : changes.sequence.sql} AS sequence_number,
      ${changes.origin === undefined ? '-1' : codeOf(dialect, changes.origin, changes.codes)} AS origin,
      ${isTrue(own?.isAssumed)} AS is_assumed, ${isTrue(own?.isImport)} AS is_import
    FROM ${changes.from}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}) AS c
  WHERE ${own === undefined ? 'code >= 0' : 'code >= -2 AND code <> -1'} AND moment IS NOT NULL)`;
}

/** Each change with the one before it and the one after it. */
function turnStep({ question }: FactParts, changes: Changes): string {
	const order = `moment${changes.sequence === undefined ? '' : ', sequence_number'}, turn, code`;
	return `turned AS (
  SELECT id, code, origin, is_assumed, moment, stage_rank, ROW_NUMBER() OVER turns AS n, LAG(code) OVER turns AS code_before,
    LEAD(stage_rank) OVER turns AS rank_next, LEAD(code) OVER turns AS code_next, LEAD(moment) OVER turns AS moment_next
  FROM (SELECT *, ${byPosition('code', question.stages.rankOf, -1)} AS stage_rank FROM change) AS r
  WINDOW turns AS (PARTITION BY id ORDER BY ${order}))`;
}

/** What each change says about the time up to the as-of instant. */
function moveStep({ dialect, limit }: FactParts): string {
	const isGone = `moment_next <= ${limit}`;
	return `moved AS (
  SELECT id, n, code, origin, is_assumed, moment, moment <= ${limit} AS is_past, code_before IS NULL OR code_before <> code AS is_change,
    CASE WHEN moment <= ${limit} AND stage_rank >= 0 THEN stage_rank END AS seen_rank,
    CASE WHEN ${isGone} AND stage_rank >= 0 THEN moment_next - moment END AS stayed,
    ${wentBits(dialect, isGone)} AS went
  FROM turned)`;
}

const wentBits = ({ integer }: Dialect, isGone: string): string =>
	`CASE WHEN ${isGone} AND code_next <> code AND rank_next >= 0 THEN CAST(1 AS ${integer}) << rank_next ELSE 0 END`;

/**
 * The same for our own log. Repetitions are dropped first, and a stage that was found rather than seen to change has no
 * known entry time.
 */
function ownSteps({ dialect, question, limit }: FactParts): string[] {
	const order =
		'is_import DESC, CASE WHEN is_import = 1 THEN 0 ELSE sequence_number END, moment, sequence_number, turn, code';
	const turns = 'WINDOW turns AS (PARTITION BY id ORDER BY place)';
	const isGone = `latest_next <= ${limit}`;
	const isKnown = 'since IS NOT NULL AND since_next IS NOT NULL';
	return [
		`ordered AS (
  SELECT *, ROW_NUMBER() OVER places AS place, LAG(code) OVER places AS code_before
  FROM change WINDOW places AS (PARTITION BY id ORDER BY ${order}))`,
		`kept AS (
  SELECT id, code, origin, is_assumed, moment, stage_rank, place, CASE WHEN is_assumed = 0 THEN moment END AS since,
    ROW_NUMBER() OVER turns AS n, MAX(moment) OVER (PARTITION BY id ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS latest,
    MAX(stage_rank) OVER (PARTITION BY id ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS rank_before
  FROM (SELECT *, ${byPosition('code', question.stages.rankOf, -1)} AS stage_rank FROM ordered) AS r
  WHERE code_before IS NULL OR code_before <> code OR code = -2 ${turns})`,
		`turned AS (
  SELECT *, LEAD(stage_rank) OVER turns AS rank_next, LEAD(code) OVER turns AS code_next, LEAD(since) OVER turns AS since_next,
    LEAD(latest) OVER turns AS latest_next
  FROM kept ${turns})`,
		// A visit of unknown length also discards the earlier visits to the same stage.
		`visited AS (
  SELECT *, MAX(CASE WHEN ${isGone} AND NOT (${isKnown}) THEN n END) OVER (PARTITION BY id, stage_rank) AS last_unknown FROM turned)`,
		`moved AS (
  SELECT id, n, code, origin, is_assumed, moment, since, rank_before, latest_next IS NULL AS is_last, latest <= ${limit} AS is_past,
    latest <= ${limit} AND (latest_next IS NULL OR latest_next > ${limit}) AS is_current, TRUE AS is_change,
    CASE WHEN latest <= ${limit} AND stage_rank >= 0 THEN stage_rank END AS seen_rank,
    CASE WHEN ${isGone} AND stage_rank >= 0 AND ${isKnown} AND n > COALESCE(last_unknown, 0) THEN since_next - since END AS stayed,
    ${wentBits(dialect, isGone)} AS went
  FROM visited)`,
	];
}

/** Columns of the `story` step that only our own log has. */
export const OWN_STORY = ['first_code', 'row_count', 'last_moment'];

/** One row per deal. */
function storyStep({ dialect, question, open, won }: FactParts, isOwn: boolean): string {
	const since = isOwn ? 'MAX(CASE WHEN is_current THEN since END)' : null;
	const enteredAt = (rank: number): string =>
		isOwn
			? `MAX(CASE WHEN seen_rank >= ${rank} AND COALESCE(rank_before, -1) < ${rank} THEN since END)`
			: `MIN(CASE WHEN seen_rank >= ${rank} THEN moment END)`;
	const lines = [
		'MAX(CASE WHEN NOT is_past AND is_change THEN 1 ELSE 0 END) AS is_later',
		`MOD(MAX(CASE WHEN is_past THEN n * ${PACK} + code + 2 END), ${PACK}) - 2 AS last_code`,
		'MAX(CASE WHEN n = 1 THEN is_assumed ELSE 0 END) AS is_found',
		isOwn ? 'MAX(CASE WHEN n = 1 THEN moment END) AS first_at' : 'MIN(moment) AS first_at',
		'MIN(moment) AS seen_at',
		`${since ?? 'MAX(CASE WHEN is_past THEN moment END)'} AS last_row_at`,
		`MOD(MAX(CASE WHEN is_past AND is_change THEN n * ${PACK} + is_assumed END), ${PACK}) AS last_assumed`,
		`${since ?? 'MAX(CASE WHEN is_past AND is_change THEN moment END)'} AS last_at`,
		...(isOwn
			? [
					'MAX(CASE WHEN n = 1 THEN code END) AS first_code',
					'COUNT(*) AS row_count',
					'MAX(CASE WHEN is_last THEN moment END) AS last_moment',
				]
			: []),
		`MAX(CASE WHEN n = 1 AND is_past THEN ${byPosition('origin', question.stages.rankOf, -1)} ELSE -1 END) AS origin_rank`,
		'MAX(seen_rank) AS far',
		`MOD(MIN(n * ${PACK} + seen_rank), ${PACK}) AS first_rank`,
		`MOD(MAX(n * ${PACK} + seen_rank), ${PACK}) AS last_rank`,
		`BIT_OR(CASE WHEN seen_rank IS NULL THEN 0 ELSE CAST(1 AS ${dialect.integer}) << seen_rank END) AS seen`,
		...[...open, won].map((rank) => `${enteredAt(rank)} AS entered_${rank}`),
		...open.map((rank) => `SUM(CASE WHEN seen_rank = ${rank} THEN stayed END) AS stay_${rank}`),
		...open.map((rank) => `BIT_OR(CASE WHEN seen_rank = ${rank} THEN went ELSE 0 END) AS moved_${rank}`),
	];
	return `story AS (
  SELECT id,
    ${lines.join(',\n    ')}
  FROM moved GROUP BY id)`;
}
