/**
 * What the stage history tells about each deal: when it came how far, how long it stayed in each stage.
 * Belongs here: one pass over the transitions up to the as-of instant. Not here: the furthest stage (reached.ts), rates
 * and medians over deals (resolved.ts, time-in-stage.ts).
 */

import type { Pipeline } from '../model/pipeline.ts';
import { isEnded } from '../model/stage.ts';
import type { StageHistory } from '../model/stage-history.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import { asOfOn, dayOn, daysBetween } from './as-of.ts';
import { reachedStages } from './reached.ts';

/**
 * Tables are row-major by deal; what an assumed transition began has no known length. ranks are funnel ranks. Days are
 * calendar days or fractional ones, as the history's times are.
 */
export interface Journeys {
	/** Ranks a deal: open stages and won. */
	readonly width: number;
	/**
	 * `[deal * width + rank]`: first instant in this stage or beyond it; NaN never. A deal created in mid-pipeline
	 * entered the earlier stages at that instant.
	 */
	readonly enteredAt: Float64Array;
	/**
	 * `[deal * width + rank]`: days in the stage, all visits together, without the gaps in which it was lost or parked;
	 * NaN never in it. Won has none.
	 */
	readonly daysIn: Float64Array;
	/** Instant of the win or loss that holds at the as-of instant; NaN open, or not known. */
	readonly endedAt: Float64Array;
	/** Days since it came to its current open stage; NaN closed, parked or not known. */
	readonly age: Float64Array;
	/** The as-of instant on the history's scale. */
	readonly asOf: number;
	readonly hasTime: boolean;
}

const remembered = new WeakMap<Pipeline, Journeys>();

/** Computed once a pipeline; null without a history. */
export function journeysOf(pipeline: Pipeline): Journeys | null {
	if (pipeline.history === null) return null;
	let journeys = remembered.get(pipeline);
	if (journeys === undefined) {
		journeys = compute(pipeline, pipeline.history);
		remembered.set(pipeline, journeys);
	}
	return journeys;
}

function compute(pipeline: Pipeline, history: StageHistory): Journeys {
	const { stages, opportunities, timeZone } = pipeline;
	const count = opportunities.count;
	const width = stages.openCount + 1;
	const won = width - 1;
	const asOf = asOfOn(pipeline, history.hasTime);
	const { now } = reachedStages(pipeline);
	const closed = opportunities.date('closed');
	const rankOf = Int16Array.from(stages.rankOf);
	const isEnd = Uint8Array.from(stages.all, ({ kind }) => (isEnded(kind) ? 1 : 0));
	const enteredAt = new Float64Array(count * width).fill(Number.NaN);
	const daysIn = new Float64Array(count * width).fill(Number.NaN);
	const endedAt = new Float64Array(count).fill(Number.NaN);
	const age = new Float64Array(count).fill(Number.NaN);
	const { start, to, at, assumed, hasTime } = history;
	/**
	 * The last known stage of the deal that is looked at, its rank, since when it is there, and the furthest rank so far.
	 */
	let position = -1;
	let rank = -1;
	let since = Number.NaN;
	let furthest = -1;

	const enterUpTo = (base: number, reached: number, time: number): void => {
		for (; furthest < reached; furthest++) enteredAt[base + furthest + 1] = time;
	};
	const stayUntil = (base: number, time: number): void => {
		if (rank < 0 || rank >= won) return;
		daysIn[base + rank] = existing(daysIn[base + rank]) + daysBetween(since, time, hasTime);
	};
	const moveTo = (base: number, stage: number, time: number): void => {
		stayUntil(base, time);
		position = stage;
		rank = stage < 0 ? -1 : existing(rankOf[stage]);
		since = time;
		if (rank < 0) return;
		enterUpTo(base, rank, time);
		if (Number.isNaN(existing(daysIn[base + rank]))) daysIn[base + rank] = 0;
	};
	const follow = (deal: number): void => {
		position = -1;
		rank = -1;
		since = Number.NaN;
		furthest = -1;
		const end = existing(start[deal + 1]);
		for (let i = existing(start[deal]); i < end && existing(at[i]) <= asOf; i++)
			// What was found at setup was there before: its stage is known, its time is not.
			moveTo(deal * width, existing(to[i]), assumed[i] === 1 ? Number.NaN : existing(at[i]));
	};
	// A table that is ahead of the history: its closing date is all that is known of the rest.
	const closingOf = (deal: number, current: number): number => {
		if (current === position) return since;
		return closed === null ? Number.NaN : dayOn(closed, deal, hasTime, timeZone);
	};
	const finish = (deal: number): void => {
		const base = deal * width;
		const current = existing(now[deal]);
		let until = current === position ? asOf : Number.NaN;
		if (current >= 0 && isEnd[current] === 1) {
			const closing = closingOf(deal, current);
			if (closing <= asOf) endedAt[deal] = closing < since ? since : closing;
			until = existing(endedAt[deal]);
			// Without any visit on record nothing is known of the way: counted as passed in no time, wins would outweigh
			// losses, which have no entry either.
			if (rankOf[current] === won && furthest >= 0) enterUpTo(base, won, until);
		} else if (current === position && rank >= 0) age[deal] = daysBetween(since, asOf, hasTime);
		stayUntil(base, until);
		daysIn[base + won] = Number.NaN;
	};

	inBlocks(0, count, (firstDeal, lastDeal) => {
		for (let deal = firstDeal; deal < lastDeal; deal++) {
			follow(deal);
			finish(deal);
		}
	});
	return { width, enteredAt, daysIn, endedAt, age, asOf, hasTime };
}
