/**
 * Deals that were ever seen in a stage, skipped stages excluded: a layer of the statistics that needs a stage history.
 */

import { reachedStages } from '../funnel/reached.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { forEachDeal, type Selection } from './selection.ts';

/** Entries by funnel rank. */
export interface TouchedCounts {
	readonly touched: Int32Array;
	/** Seen in this stage and in every one before it. */
	readonly strict: Int32Array;
}

export function touchedCounts(pipeline: Pipeline, selection: Selection): TouchedCounts {
	const bits = reachedStages(pipeline).touched;
	const ranks = pipeline.stages.openCount + 1;
	const touched = new Int32Array(ranks);
	const strict = new Int32Array(ranks);
	forEachDeal(selection, (deal) => addTouched({ touched, strict }, existing(bits[deal]), 1));
	return { touched, strict };
}

/** Adds deals that were seen in the ranks of these bits. */
export function addTouched({ touched, strict }: TouchedCounts, bits: number, deals: number): void {
	let isUnbroken = true;
	for (let rank = 0; rank < touched.length; rank++) {
		const isSeen = ((bits >>> rank) & 1) === 1;
		isUnbroken = isUnbroken && isSeen;
		if (isSeen) touched[rank] = existing(touched[rank]) + deals;
		if (isUnbroken) strict[rank] = existing(strict[rank]) + deals;
	}
}
