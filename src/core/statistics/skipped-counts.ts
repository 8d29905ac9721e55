/**
 * Deals that moved on beyond a stage and were never seen in it: a layer of the statistics that needs a stage history.
 */

import { reachedStages } from '../funnel/reached.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import type { Selection } from './selection.ts';

/** Deals by rank, as far as their way is known; null without a history. */
export function skippedCounts(pipeline: Pipeline, selection: Selection): Int32Array | null {
	if (pipeline.history === null) return null;
	const { furthest, touched } = reachedStages(pipeline);
	const skipped = new Int32Array(pipeline.stages.openCount + 1);
	const { deals, count } = selection;
	inBlocks(0, count, (from, to) => {
		for (let i = from; i < to; i++) {
			const deal = deals === null ? i : existing(deals[i]);
			addSkipped(skipped, existing(furthest[deal]), existing(touched[deal]), 1);
		}
	});
	return skipped;
}

/** Adds deals that came as far as a rank and were seen in the ranks of these bits. */
export function addSkipped(skipped: Int32Array, furthest: number, seen: number, deals: number): void {
	for (let rank = furthest - 1; rank > 0; rank--) {
		// Only who was seen before it and after it can have skipped it; of a deal that was first seen further on nobody
		// knows.
		if (((seen >>> rank) & 1) === 0 && (seen & ((1 << rank) - 1)) !== 0)
			skipped[rank] = existing(skipped[rank]) + deals;
	}
}
