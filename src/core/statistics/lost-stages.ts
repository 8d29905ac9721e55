/**
 * Where the lost deals of a selection were lost, as far as it is known. Not here: how a loss gets its stage
 * (funnel/reached.ts).
 */

import { placementByStage, reachedStages } from '../funnel/reached.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { endedDeals } from './ended-deals.ts';
import { forEachDeal, type Selection, splitSelection } from './selection.ts';
import { statisticsOf } from './statistics.ts';

export interface LostStages {
	/** Lost deals by the funnel rank of the stage that they were lost from. */
	readonly byRank: readonly Selection[];
	/** Lost deals whose stage nothing tells: no history, no "lost from" column, no dates of stages. */
	readonly unknown: number;
}

/** @param selection any deals; only those that are lost are looked at */
export function lostStages(pipeline: Pipeline, selection: Selection): LostStages {
	const { lost } = endedDeals(pipeline, selection, statisticsOf(pipeline, selection).stages());
	const size = pipeline.stages.openCount;
	if (placementByStage(pipeline) !== null) return { byRank: [], unknown: lost.count };
	const parts = splitSelection(lost, ranksOfLosses(lost, reachedStages(pipeline).lostFrom, size), size + 1);
	return { byRank: parts.slice(0, size), unknown: existing(parts[size]).count };
}

/** Rank of the stage that each of the deals was lost from, `size` where nothing tells it; by deal. */
function ranksOfLosses(lost: Selection, lostFrom: Int16Array, size: number): Int16Array {
	const ranks = new Int16Array(lostFrom.length);
	forEachDeal(lost, (deal) => {
		const rank = existing(lostFrom[deal]);
		ranks[deal] = rank >= 0 && rank < size ? rank : size;
	});
	return ranks;
}
