/**
 * What became of each deal in calendar days, for the calibration of stages (src/core/statistics/fate-events.ts) and the
 * forecast. Not here: counting it (statistics.ts, forecast.ts).
 */

import { NOT_YET } from '../../src/core/statistics/deal-standing.ts';
import { DAY_MS } from '../../src/core/time/calendar-day.ts';
import type { Question } from '../question.ts';
import type { Dialect } from './dialect.ts';
import { byPosition, isTimed } from './expressions.ts';
import type { FactParts } from './fact-parts.ts';

/** The calendar day of a moment on the scale of the history. */
export function dayOfMoment(dialect: Dialect, { changes, timeZone }: Question, moment: string): string {
	if (changes !== null && isTimed(changes.at)) return dialect.dayOfInstant(moment, timeZone);
	return `CAST(FLOOR(${moment} / ${DAY_MS}) AS ${dialect.integer})`;
}

/**
 * Columns of the facts: day of creation, the last day that is known of a deal (NULL where it cannot be followed), and
 * how it ended by then.
 */
export function fateColumns(parts: FactParts): Record<string, string> {
	const { asOf } = parts.question;
	const end = endDay(parts);
	const isOpen = isStillOpen(parts);
	return {
		created_day: 'created_day',
		fate_end: `CASE WHEN kind > 0 THEN CASE WHEN ${end} < created_day THEN NULL WHEN ${end} > ${asOf.day} THEN ${asOf.day} ELSE ${end} END
      WHEN ${isOpen} THEN ${asOf.day} END`,
		fate_ending: `CASE WHEN kind > 0 AND ${end} <= ${asOf.day} THEN kind ELSE 0 END`,
	};
}

/** Without a closing date, the day comes from the history if it saw the deal end. */
function endDay({ dialect, question, kinds }: FactParts): string {
	if (question.changes === null) return 'closed_day';
	const seen = `CASE WHEN ${byPosition('last_code', kinds, 0)} > 0 AND last_assumed = 0 THEN ${dayOfMoment(dialect, question, 'last_at')} END`;
	return `COALESCE(closed_day, ${seen})`;
}

function isStillOpen({ question, won }: FactParts): string {
	const { isPast, asOf } = question;
	return `now_rank >= 0 AND now_rank < ${won}${isPast ? ` OR closed_day > ${asOf.day}` : ''}`;
}

/**
 * What a deal is on the as-of day (src/core/statistics/deal-standing.ts): why it cannot be used, as in LEFT_OUT, -1 for
 * no reason; the day of its end; 0 open, 1 won, 2 lost; the first day of its history.
 */
export function standingColumns(parts: FactParts): Record<string, string> {
	const { dialect, question } = parts;
	const { asOf, changes, stages } = question;
	const end = endDay(parts);
	const parked = stages.all.map(({ kind }) => (kind === 'parked' ? 1 : 0));
	const notYet = `CAST(${NOT_YET} AS ${dialect.integer})`;
	return {
		refusal: `CASE WHEN kind > 0 THEN CASE WHEN ${end} IS NULL OR ${end} < created_day THEN 3 ELSE -1 END
      WHEN ${isStillOpen(parts)} THEN -1 WHEN ${byPosition('now', parked, 0)} = 1 THEN 0 ELSE 1 END`,
		end_day: `CASE WHEN kind > 0 AND ${end} <= ${asOf.day} THEN ${end} ELSE ${notYet} END`,
		outcome: `CASE WHEN kind > 0 AND ${end} <= ${asOf.day} THEN kind ELSE 0 END`,
		first_seen: changes === null ? `CAST(NULL AS ${dialect.integer})` : dayOfMoment(dialect, question, 'seen_at'),
	};
}

/** The day on which a deal reached a rank or a later one; for the first rank, else the day of its creation. */
export function enteredDay(dialect: Dialect, question: Question, rank: number): string {
	const created = rank === 0 ? 'created_day' : 'NULL';
	if (question.changes === null) return created;
	return `COALESCE(${dayOfMoment(dialect, question, `entered_${rank}`)}, ${created})`;
}
