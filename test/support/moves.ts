/** Counts the moves between stages in a history, to be compared with those that the publishers of a log counted. */

import { asOfOn } from '../../src/core/funnel/as-of.ts';
import type { Pipeline } from '../../src/core/model/pipeline.ts';
import { existing } from '../../src/core/speed/existing.ts';

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
		const deal = deals === null ? n : existing(deals[n]);
		const begin = existing(history.start[deal]);
		for (let i = begin; i < existing(history.start[deal + 1]) && existing(history.at[i]) <= asOf; i++) {
			const to = existing(history.to[i]);
			if (to < 0) continue;
			if (i === begin) {
				first[to] = existing(first[to]) + 1;
				continue;
			}
			const from = existing(history.to[i - 1]);
			if (from < 0) continue;
			counts[from * size + to] = existing(counts[from * size + to]) + 1;
			const fromRank = existing(stages.rankOf[from]);
			const toRank = existing(stages.rankOf[to]);
			if (fromRank < 0 || toRank < 0) continue;
			if (toRank < fromRank) backward++;
			else if (toRank > fromRank + 1) skips++;
		}
	}
	return { counts, first, backward, skips };
}
