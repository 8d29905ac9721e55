/** The steps of the facts that read the stage changes: ordered within a deal, held against the as-of instant, one row per deal. */

import type { Changes } from '../question.ts';
import { byPosition, codeOf, timeOn } from './expressions.ts';
import { type FactParts, instantOn } from './fact-parts.ts';

/** Above every stage code: the number of a change and a code are kept in one number, so that the latest can be picked by MAX. */
const PACK = 1024;
/** By how much another clock may be ahead of ours. */
const CLOCK_DIFFERENCE = 60_000;

/** Nothing without changes. */
export function changeSteps(parts: FactParts): string[] {
	const { changes } = parts.question;
	return changes === null
		? []
		: [changeStep(parts, changes), turnStep(parts, changes), moveStep(parts), storyStep(parts)];
}

/** The changes that count: of a listed stage, with a time. */
function changeStep({ dialect, question, isInstant }: FactParts, changes: Changes): string {
	const { stages, timeZone, part, clock } = question;
	// Equal times go forward, parked stages after the funnel and the loss last.
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
	return `change AS (
  SELECT id, code, ${clamped} AS moment, sequence_number, origin, is_assumed, ${byPosition('code', turns, 100_000)} AS turn
  FROM (SELECT CAST(${changes.deal.sql} AS STRING) AS id, ${codeOf(dialect, changes.stage, changes.codes)} AS code,
      ${moment} AS moment, ${changes.sequence === undefined ? '0' : changes.sequence.sql} AS sequence_number,
      ${changes.origin === undefined ? '-1' : codeOf(dialect, changes.origin, changes.codes)} AS origin,
      ${changes.isAssumed === undefined ? '0' : `CASE WHEN ${changes.isAssumed} THEN 1 ELSE 0 END`} AS is_assumed
    FROM ${changes.from}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}) AS c
  WHERE code >= 0 AND moment IS NOT NULL)`;
}

/** Each change with the one before and the one after it. */
function turnStep({ question }: FactParts, changes: Changes): string {
	const order = `moment${changes.sequence === undefined ? '' : ', sequence_number'}, turn, code`;
	return `turned AS (
  SELECT id, code, origin, is_assumed, moment, stage_rank, ROW_NUMBER() OVER turns AS n, LAG(code) OVER turns AS code_before,
    LEAD(stage_rank) OVER turns AS rank_next, LEAD(code) OVER turns AS code_next, LEAD(moment) OVER turns AS moment_next
  FROM (SELECT *, ${byPosition('code', question.stages.rankOf, -1)} AS stage_rank FROM change) AS r
  WINDOW turns AS (PARTITION BY id ORDER BY ${order}))`;
}

/** What each change says of the time up to the as-of instant. */
function moveStep({ dialect, limit }: FactParts): string {
	const isGone = `moment_next <= ${limit}`;
	return `moved AS (
  SELECT id, n, code, origin, is_assumed, moment, moment <= ${limit} AS is_past, code_before IS NULL OR code_before <> code AS is_change,
    CASE WHEN moment <= ${limit} AND stage_rank >= 0 THEN stage_rank END AS seen_rank,
    CASE WHEN ${isGone} AND stage_rank >= 0 THEN moment_next - moment END AS stayed,
    CASE WHEN ${isGone} AND code_next <> code AND rank_next >= 0 THEN CAST(1 AS ${dialect.integer}) << rank_next ELSE 0 END AS went
  FROM turned)`;
}

/** One row per deal. */
function storyStep({ dialect, question, open, won }: FactParts): string {
	const lines = [
		'MAX(CASE WHEN NOT is_past AND is_change THEN 1 ELSE 0 END) AS is_later',
		`MOD(MAX(CASE WHEN is_past THEN n * ${PACK} + code END), ${PACK}) AS last_code`,
		'MAX(CASE WHEN n = 1 THEN is_assumed ELSE 0 END) AS is_found',
		'MIN(moment) AS first_at',
		'MAX(CASE WHEN is_past THEN moment END) AS last_row_at',
		`MOD(MAX(CASE WHEN is_past AND is_change THEN n * ${PACK} + is_assumed END), ${PACK}) AS last_assumed`,
		'MAX(CASE WHEN is_past AND is_change THEN moment END) AS last_at',
		`MAX(CASE WHEN n = 1 AND is_past THEN ${byPosition('origin', question.stages.rankOf, -1)} ELSE -1 END) AS origin_rank`,
		'MAX(seen_rank) AS far',
		`MOD(MIN(n * ${PACK} + seen_rank), ${PACK}) AS first_rank`,
		`MOD(MAX(n * ${PACK} + seen_rank), ${PACK}) AS last_rank`,
		`BIT_OR(CASE WHEN seen_rank IS NULL THEN 0 ELSE CAST(1 AS ${dialect.integer}) << seen_rank END) AS seen`,
		...[...open, won].map((rank) => `MIN(CASE WHEN seen_rank >= ${rank} THEN moment END) AS entered_${rank}`),
		...open.map((rank) => `SUM(CASE WHEN seen_rank = ${rank} THEN stayed END) AS stay_${rank}`),
		...open.map((rank) => `BIT_OR(CASE WHEN seen_rank = ${rank} THEN went ELSE 0 END) AS moved_${rank}`),
	];
	return `story AS (
  SELECT id,
    ${lines.join(',\n    ')}
  FROM moved GROUP BY id)`;
}
