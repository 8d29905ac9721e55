/**
 * Rates in which open deals are neither failures nor left out: what a deal does next, with "passed" (or "won")
 * competing with "lost".
 * Belongs here: turning deals into durations with endings. Not here: the estimator (stats/aalen-johansen.ts).
 */

import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { aalenJohansen, type Incidence } from '../stats/aalen-johansen.ts';
import { CAUSE, CENSORED, COMPETING, countEvents, type EventTable } from '../stats/event-table.ts';
import { asOfOn, dayOn, daysBetween } from './as-of.ts';
import { type Journeys, journeysOf } from './journeys.ts';
import { reachedStages } from './reached.ts';

/**
 * From entering the stage of one rank: coming to that of a later one (an entry beyond it counts, the first one only)
 * against being lost.
 * @param deals null: all
 * @returns null without a history
 */
export function passEvents(
	pipeline: Pipeline,
	rank: number,
	target: number,
	deals: Int32Array | null,
): EventTable | null {
	const measure = passMeasure(pipeline, rank, target);
	return measure === null ? null : eventsOf(pipeline, deals, measure);
}

/** Days and ending of one deal, written into `found`; NaN or negative days cannot be used. */
type DurationMeasure = (deal: number, found: Duration) => void;

/** What passEvents counts, deal by deal; null without a history. */
export function passMeasure(pipeline: Pipeline, rank: number, target: number): DurationMeasure | null {
	const journeys = journeysOf(pipeline);
	if (journeys === null) return null;
	const { enteredAt, endedAt, width, asOf, hasTime } = journeys;
	const { furthest, now } = reachedStages(pipeline);
	const isLost = lostNow(pipeline);
	return (deal, found) => {
		const entry = existing(enteredAt[deal * width + rank]);
		const isPassed = existing(furthest[deal]) >= target;
		const end = isPassed
			? existing(enteredAt[deal * width + target])
			: isLost[deal] === 1
				? existing(endedAt[deal])
				: existing(now[deal]) >= 0
					? asOf
					: Number.NaN;
		found.ending = isPassed ? CAUSE : isLost[deal] === 1 ? COMPETING : CENSORED;
		found.days = daysBetween(entry, end, hasTime);
	};
}

/**
 * From creation: winning against being lost, by the created and closed columns, and by the history for deals that lack
 * one of the two. A deal that closed after the as-of instant was open then; one whose stage is not known is left out.
 */
export function winCurve(pipeline: Pipeline, deals: Int32Array | null): Incidence {
	return aalenJohansen(winEvents(pipeline, deals));
}

/** What winCurve is based on. */
export function winEvents(pipeline: Pipeline, deals: Int32Array | null): EventTable {
	return eventsOf(pipeline, deals, winMeasure(pipeline));
}

/** What winCurve counts, deal by deal. */
export function winMeasure(pipeline: Pipeline): DurationMeasure {
	const { opportunities, timeZone: zone, stages } = pipeline;
	const created = opportunities.date('created');
	const closed = opportunities.date('closed');
	const hasTime = (created?.hasTime ?? false) && (closed === null || closed.hasTime);
	const asOf = asOfOn(pipeline, hasTime);
	const journeys = journeysOf(pipeline);
	const { now } = reachedStages(pipeline);
	const isLost = lostNow(pipeline);
	const isPast = pipeline.isPast === true;
	const endingAt = (position: number, deal: number): number => {
		if (position < 0) return CENSORED;
		if (isLost[deal] === 1) return COMPETING;
		return stages.rankOf[position] === stages.openCount ? CAUSE : CENSORED;
	};
	return (deal, found) => {
		const position = existing(now[deal]);
		const ending = endingAt(position, deal);
		const begin = created === null ? Number.NaN : dayOn(created, deal, hasTime, zone);
		const close = closed === null ? Number.NaN : dayOn(closed, deal, hasTime, zone);
		const isKnown = position >= 0 || (isPast && close > asOf);
		const end = !isKnown ? Number.NaN : ending === CENSORED ? asOf : close;
		found.ending = end > asOf ? CENSORED : ending;
		found.days = daysBetween(begin, Math.min(end, asOf), hasTime);
		if (journeys === null || position < 0) return;
		const endedAt = existing(journeys.endedAt[deal]);
		// It ended, was opened again, and the closing date is that of a later ending: the first one held then.
		const isEarlierEnd = ending !== CENSORED && end > asOf && endedAt <= journeys.asOf;
		if (!Number.isNaN(found.days) && !isEarlierEnd) return;
		found.ending = ending;
		const last = ending === CENSORED ? journeys.asOf : endedAt;
		found.days = daysBetween(firstEntry(journeys, deal), last, journeys.hasTime);
	};
}

function firstEntry({ enteredAt, width }: Journeys, deal: number): number {
	return existing(enteredAt[deal * width]);
}

function lostNow(pipeline: Pipeline): Uint8Array {
	const { now } = reachedStages(pipeline);
	const isLostStage = Uint8Array.from(pipeline.stages.all, (stage) => (stage.kind === 'lost' ? 1 : 0));
	const isLost = new Uint8Array(now.length);
	for (let deal = 0; deal < now.length; deal++)
		if (existing(now[deal]) >= 0) isLost[deal] = existing(isLostStage[existing(now[deal])]);
	return isLost;
}

export interface Duration {
	days: number;
	ending: number;
}

function eventsOf(pipeline: Pipeline, deals: Int32Array | null, measure: DurationMeasure): EventTable {
	const many = deals === null ? pipeline.opportunities.count : deals.length;
	const days = new Float64Array(many);
	const endings = new Uint8Array(many);
	const found: Duration = { days: Number.NaN, ending: CENSORED };
	for (let n = 0; n < many; n++) {
		measure(deals === null ? n : existing(deals[n]), found);
		days[n] = found.days;
		endings[n] = found.ending;
	}
	return countEvents(days, endings);
}
