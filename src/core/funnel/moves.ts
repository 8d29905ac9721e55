/** Counts of the moves between stages in the history. Not here: what a single deal did (journeys.ts). */
import type { Pipeline } from '../model/pipeline.ts';
import { asOfOn } from './as-of.ts';

export interface Moves {
	/** `[from * stages + to]` by stage position. */
	readonly counts: Int32Array;
	/** Deals whose history begins in this stage, by position. */
	readonly first: Int32Array;
	/** Moves to an earlier stage, and moves over at least one stage. */
	readonly backward: number;
	readonly skips: number;
}

/** Moves of these deals (null: all) up to the as-of instant; null without a history. */
export function countMoves(pipeline: Pipeline, deals: Int32Array | null): Moves | null {
	const { history, stages } = pipeline;
	if (history === null) return null;
	const size = stages.all.length;
	const counts = new Int32Array(size * size);
	const first = new Int32Array(size);
	const asOf = asOfOn(pipeline, history.hasTime);
	let backward = 0;
	let skips = 0;
	const many = deals === null ? pipeline.opportunities.count : deals.length;
	for (let n = 0; n < many; n++) {
		const deal = deals === null ? n : (deals[n] as number);
		const begin = history.start[deal] as number;
		for (let i = begin; i < (history.start[deal + 1] as number) && (history.at[i] as number) <= asOf; i++) {
			const to = history.to[i] as number;
			if (to < 0) continue;
			if (i === begin) {
				first[to] = (first[to] as number) + 1;
				continue;
			}
			const from = history.to[i - 1] as number;
			if (from < 0) continue;
			counts[from * size + to] = (counts[from * size + to] as number) + 1;
			const fromRank = stages.rankOf[from] as number;
			const toRank = stages.rankOf[to] as number;
			if (fromRank < 0 || toRank < 0) continue;
			if (toRank < fromRank) backward++;
			else if (toRank > fromRank + 1) skips++;
		}
	}
	return { counts, first, backward, skips };
}
