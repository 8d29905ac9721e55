/**
 * What became of each deal in calendar days, for the calibration of stages (src/core/statistics/fate-events.ts). Not
 * here: counting it (statistics.ts).
 */

import { DAY_MS } from '../../src/core/time/calendar-day.ts';
import type { Question } from '../question.ts';
import type { Dialect } from './dialect.ts';
import { byPosition, isTimed } from './expressions.ts';
import type { FactParts } from './fact-parts.ts';

/** The calendar day of a moment on the scale of the history. */
function dayOfMoment(dialect: Dialect, { changes, timeZone }: Question, moment: string): string {
	if (changes !== null && isTimed(changes.at)) return dialect.dayOfInstant(moment, timeZone);
	return `CAST(FLOOR(${moment} / ${DAY_MS}) AS ${dialect.integer})`;
}

/**
 * Columns of the facts: day of creation, the last day that is known of a deal (NULL where it cannot be followed), and
 * how it ended by then.
 */
export function fateColumns({ dialect, question, won, kinds }: FactParts): Record<string, string> {
	const { changes, asOf, isPast } = question;
	// Without a closing date the history tells the day, where it saw the end happen.
	const seenEnd =
		changes === null
			? 'NULL'
			: `CASE WHEN ${byPosition('last_code', kinds, 0)} > 0 AND last_assumed = 0 THEN ${dayOfMoment(dialect, question, 'last_at')} END`;
	const end = `COALESCE(closed_day, ${seenEnd})`;
	const isOpen = `now_rank >= 0 AND now_rank < ${won}${isPast ? ` OR closed_day > ${asOf.day}` : ''}`;
	return {
		created_day: 'created_day',
		fate_end: `CASE WHEN kind > 0 THEN CASE WHEN ${end} < created_day THEN NULL WHEN ${end} > ${asOf.day} THEN ${asOf.day} ELSE ${end} END
      WHEN ${isOpen} THEN ${asOf.day} END`,
		fate_ending: `CASE WHEN kind > 0 AND ${end} <= ${asOf.day} THEN kind ELSE 0 END`,
	};
}

/** The day on which a deal came to a rank or beyond it; to the first one at the latest when it was created. */
export function enteredDay(dialect: Dialect, question: Question, rank: number): string {
	const created = rank === 0 ? 'created_day' : 'NULL';
	if (question.changes === null) return created;
	return `COALESCE(${dayOfMoment(dialect, question, `entered_${rank}`)}, ${created})`;
}
