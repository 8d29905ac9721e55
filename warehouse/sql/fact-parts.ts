/** What the steps of the facts share. */

import { DAY_MS } from '../../src/core/time/calendar-day.ts';
import type { Instant, Question } from '../question.ts';
import type { Dialect } from './dialect.ts';

export interface FactParts {
	readonly dialect: Dialect;
	readonly question: Question;
	/** Rank of won. */
	readonly won: number;
	/** Open ranks. */
	readonly open: readonly number[];
	/** The history has instants. */
	readonly isInstant: boolean;
	/** As-of on the scale of the history. */
	readonly limit: string;
	/** 1 won, 2 lost, 0 other, by stage position. */
	readonly kinds: readonly number[];
}

/** An instant on the scale of instants or of whole days, in milliseconds. */
export function instantOn({ ms, day }: Instant, isInstant: boolean): string {
	return isInstant ? String(ms) : typeof day === 'number' ? String(day * DAY_MS) : `(${day}) * ${DAY_MS}`;
}
