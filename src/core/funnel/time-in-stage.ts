/** Days that deals spend in a stage, all visits of a deal together; deals still there count as censored. */

import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import { compensatedSum } from '../stats/compensated-sum.ts';
import { CAUSE, CENSORED, countEvents, type EventTable } from '../stats/event-table.ts';
import { medianDuration } from '../stats/kaplan-meier.ts';
import { quantileOfTimes } from '../stats/quantile.ts';
import { journeysOf } from './journeys.ts';
import { reachedStages } from './reached.ts';

export interface TimeInStage {
	/** Kaplan–Meier median; null while less than half have left. */
	readonly median: number | null;
	/** Of the deals that left; null when none did. */
	readonly completedMean: number | null;
	readonly completedMedian: number | null;
	readonly completed: number;
	readonly still: number;
}

/** @param deals null: all. @returns null without a history */
export function timeInStage(pipeline: Pipeline, rank: number, deals: Int32Array | null): TimeInStage | null {
	const events = stayEvents(pipeline, rank, deals);
	return events === null ? null : timeSpent(events);
}

/**
 * Days in the stage of a rank; deals still there are censored.
 * @param deals null: all.
 * @returns null without a history
 */
export function stayEvents(pipeline: Pipeline, rank: number, deals: Int32Array | null): EventTable | null {
	const journeys = journeysOf(pipeline);
	if (journeys === null) return null;
	const { now } = reachedStages(pipeline);
	const rankOf = Int16Array.from(pipeline.stages.rankOf);
	const many = deals === null ? now.length : deals.length;
	const days = new Float64Array(many);
	const endings = new Uint8Array(many);
	inBlocks(0, many, (from, to) => {
		for (let n = from; n < to; n++) {
			const deal = deals === null ? n : existing(deals[n]);
			const position = existing(now[deal]);
			days[n] = existing(journeys.daysIn[deal * journeys.width + rank]);
			endings[n] = position >= 0 && rankOf[position] === rank ? CENSORED : CAUSE;
		}
	});
	return countEvents(days, endings);
}

/** @param table as of stayEvents */
export function timeSpent(table: EventTable): TimeInStage {
	const completed = table.cause.reduce((sum, count) => sum + count, 0);
	return {
		median: medianDuration(table),
		completedMean: completed === 0 ? null : causeDays(table) / completed,
		completedMedian: quantileOfTimes(table.times, table.cause, 0.5),
		completed,
		still: table.n - completed,
	};
}

function causeDays({ times, cause, causeSum }: EventTable): number {
	return causeSum ?? compensatedSum(times.map((time, i) => time * existing(cause[i])));
}
