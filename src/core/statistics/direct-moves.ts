/** Deals that went from one stage to another in one step. */

import { asOfOn } from '../funnel/as-of.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { forEachDeal, type Selection } from './selection.ts';

/** Whether a deal did, by funnel rank; none did without a history. */
export function directMove(pipeline: Pipeline, from: number, to: number): (deal: number) => boolean {
	const { history, stages } = pipeline;
	if (history === null) return () => false;
	const limit = asOfOn(pipeline, history.hasTime);
	const rankAt = (entry: number): number => stages.rankOf[existing(history.to[entry])] ?? -1;
	return (deal) => {
		const [first, end] = [existing(history.start[deal]), existing(history.start[deal + 1])];
		for (let i = first; i < end && existing(history.at[i]) <= limit; i++)
			if (i > first && rankAt(i - 1) === from && rankAt(i) === to) return true;
		return false;
	};
}

/** How many did. */
export function movedDirectly(pipeline: Pipeline, selection: Selection, from: number, to: number): number {
	const isMoved = directMove(pipeline, from, to);
	let moved = 0;
	forEachDeal(selection, (deal) => {
		if (isMoved(deal)) moved++;
	});
	return moved;
}
