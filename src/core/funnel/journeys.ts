/**
 * What the stage history tells about each deal: when it came how far, how long it stayed in each stage, how it moved.
 * Belongs here: one pass over the transitions up to the as-of instant. Not here: the furthest stage (reached.ts), rates and medians over deals (resolved.ts, time-in-stage.ts), counts of moves (moves.ts).
 */

import type { Pipeline } from '../model/pipeline.ts';
import { isEnded } from '../model/stage.ts';
import type { StageHistory } from '../model/stage-history.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import { asOfOn, dayOn, daysBetween } from './as-of.ts';
import { reachedStages } from './reached.ts';

/** Tables are row-major by deal; what an assumed transition began has no known length. ranks are funnel ranks. Days are calendar days or fractional ones, as the history's times are. */
export interface Journeys {
	/** Ranks a deal: open stages and won. */
	readonly width: number;
	/** `[deal * width + rank]`: first instant in this stage or beyond it; NaN never. A deal created in mid-pipeline entered the earlier stages at that instant. */
	readonly enteredAt: Float64Array;
	/** `[deal * width + rank]`: days in the stage, all visits together, without the gaps in which it was lost or parked; NaN never in it. Won has none. */
	readonly daysIn: Float64Array;
	/** Instant of the win or loss that holds at the as-of instant; NaN open, or not known. */
	readonly endedAt: Float64Array;
	/** Days since it came to its current open stage; NaN closed, parked or not known. */
	readonly age: Float64Array;
	/** Bit r: moved from rank r to r + 1 in one step, at least once. */
	readonly direct: Uint32Array;
	/** Moves to an earlier stage. */
	readonly backward: Uint16Array;
	/** Times it came back to a stage in which it had been before. */
	readonly reentries: Uint16Array;
	/** 1 when it came back from won or lost. */
	readonly isReopened: Uint8Array;
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
	const direct = new Uint32Array(count);
	const backward = new Uint16Array(count);
	const reentries = new Uint16Array(count);
	const isReopened = new Uint8Array(count);
	const { start, to, at, hasTime } = history;

	inBlocks(0, count, (firstDeal, lastDeal) => {
		for (let deal = firstDeal; deal < lastDeal; deal++) {
			const base = deal * width;
			let last = -1;
			let lastRank = -1;
			let lastAt = Number.NaN;
			let previousRank = -1;
			let furthest = -1;
			for (let i = existing(start[deal]); i < existing(start[deal + 1]); i++) {
				if (!(existing(at[i]) <= asOf)) break;
				// What was found at set-up was there before: its stage is known, its time is not.
				const time = history.assumed[i] === 1 ? Number.NaN : existing(at[i]);
				const position = existing(to[i]);
				const rank = position < 0 ? -1 : existing(rankOf[position]);
				if (lastRank >= 0 && lastRank < won)
					daysIn[base + lastRank] = existing(daysIn[base + lastRank]) + daysBetween(lastAt, time, hasTime);
				if (last >= 0 && isEnd[last] === 1 && position >= 0 && isEnd[position] === 0) isReopened[deal] = 1;
				if (rank >= 0) {
					for (; furthest < rank; furthest++) enteredAt[base + furthest + 1] = time;
					if (lastRank >= 0 && rank === lastRank + 1 && lastRank < 32)
						direct[deal] = existing(direct[deal]) | (1 << lastRank);
					if (rank < previousRank) backward[deal] = existing(backward[deal]) + 1;
					if (Number.isNaN(existing(daysIn[base + rank]))) daysIn[base + rank] = 0;
					else reentries[deal] = existing(reentries[deal]) + 1;
					previousRank = rank;
				}
				last = position;
				lastRank = rank;
				lastAt = time;
			}
			// A table that is ahead of the history: its closing date is all that is known of the rest.
			const current = existing(now[deal]);
			const isClosed = current >= 0 && isEnd[current] === 1;
			if (isClosed) {
				const closing =
					current === last ? lastAt : closed === null ? Number.NaN : dayOn(closed, deal, hasTime, timeZone);
				if (closing <= asOf) endedAt[deal] = closing < lastAt ? lastAt : closing;
				// Without any visit on record nothing is known of the way: counted as passed in no time, wins would outweigh losses, which have no entry either.
				if (rankOf[current] === won && furthest >= 0)
					for (; furthest < won; furthest++) enteredAt[base + furthest + 1] = existing(endedAt[deal]);
			} else if (current === last && lastRank >= 0) age[deal] = daysBetween(lastAt, asOf, hasTime);
			if (lastRank >= 0 && lastRank < won) {
				const end = isClosed ? existing(endedAt[deal]) : current === last ? asOf : Number.NaN;
				daysIn[base + lastRank] = existing(daysIn[base + lastRank]) + daysBetween(lastAt, end, hasTime);
			}
			daysIn[base + won] = Number.NaN;
		}
	});
	return { width, enteredAt, daysIn, endedAt, age, direct, backward, reentries, isReopened, asOf, hasTime };
}
