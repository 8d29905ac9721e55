/** One deal's own way through the stages, for people: what it was in, since when, for how long. */

import type { Pipeline } from '../model/pipeline.ts';
import { isEnded } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { asOfOn, daysBetween } from './as-of.ts';

export interface Visit {
	/** Stage position, or UNKNOWN_STAGE. */
	readonly stage: number;
	/** Days since 1970-01-01, on the scale of the history. */
	readonly since: number;
	/** Days until the next move, until the as-of instant for the last visit; null for an end (won, lost). */
	readonly days: number | null;
	readonly isAssumed: boolean;
}

/** Visits in order of time; empty without a history of this deal. */
export function timelineOf(pipeline: Pipeline, deal: number): Visit[] {
	const { history, stages } = pipeline;
	const visits: Visit[] = [];
	if (history === null) return visits;
	const asOf = asOfOn(pipeline, history.hasTime);
	const end = existing(history.start[deal + 1]);
	for (let i = existing(history.start[deal]); i < end; i++) {
		const since = existing(history.at[i]);
		if (!(since <= asOf)) break;
		const stage = existing(history.to[i]);
		const next = i + 1 < end && existing(history.at[i + 1]) <= asOf ? existing(history.at[i + 1]) : null;
		const kind = stages.all[stage]?.kind;
		const isEnd = next === null && isEnded(kind);
		visits.push({
			stage,
			since,
			days: isEnd ? null : daysBetween(since, next ?? asOf, history.hasTime),
			isAssumed: history.assumed[i] === 1,
		});
	}
	return visits;
}
