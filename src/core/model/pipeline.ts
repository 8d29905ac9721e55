/** The single input of every metric: stages, opportunities, stage history, as-of instant, time zone. */

import type { TimeZone } from '../time/time-zone.ts';
import type { Opportunities } from './opportunity.ts';
import type { StageList } from './stage.ts';
import type { StageHistory } from './stage-history.ts';

export interface Pipeline {
	readonly stages: StageList;
	readonly opportunities: Opportunities;
	/** Null when there is none. */
	readonly history: StageHistory | null;
	/** The as-of instant in UTC days since 1970-01-01; for a whole day, the end of that day in the time zone. */
	readonly asOf: number;
	/** Calendar day of `asOf` in the time zone. */
	readonly asOfDay: number;
	readonly timeZone: TimeZone;
	/** The as-of day is an earlier one than that of the table (statistics/past-pipeline.ts). */
	readonly isPast?: boolean;
	/**
	 * The as-of instant is that at which the table was read: no history knows another stage of a deal, so it need not be
	 * read for that.
	 */
	readonly isNow?: boolean;
}

/** The same pipeline looked at from another instant; its history stays unread until it is asked for. */
export function lookedAtFrom(pipeline: Pipeline, at: Pick<Pipeline, 'asOf' | 'asOfDay'>): Pipeline {
	const { stages, opportunities, timeZone } = pipeline;
	return {
		stages,
		opportunities,
		get history() {
			return pipeline.history;
		},
		...at,
		timeZone,
	};
}

/** The same pipeline for what needs no history, which stays unread. */
export function withoutHistory(pipeline: Pipeline): Pipeline {
	const { stages, opportunities, asOf, asOfDay, timeZone, isPast = false, isNow = false } = pipeline;
	return { stages, opportunities, history: null, asOf, asOfDay, timeZone, isPast, isNow };
}
