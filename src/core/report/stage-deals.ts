/**
 * The deals behind the three parts of a stage's bar: counted by the same rule as the report's `movedOn`, `still` and
 * `lostHere`.
 */

import { reachedStages } from '../funnel/reached.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { forEachDeal, narrowed, type Selection } from '../statistics/selection.ts';
import { currentStages } from '../statistics/stage-counts.ts';

export type StagePart = 'still' | 'movedOn' | 'lost';

/**
 * Deal indices in table order. Won, lost and parked stages have one part only: who is there now.
 * @param position of the stage in the list
 */
export function stageDeals(pipeline: Pipeline, selection: Selection, position: number, part: StagePart): number[] {
	const { stages } = pipeline;
	const rank = stages.all[position]?.kind === 'open' ? existing(stages.rankOf[position]) : -1;
	const { furthest } = reachedStages(pipeline);
	const now = currentStages(pipeline);
	const found: number[] = [];
	const isIn = (deal: number): boolean => {
		if (rank < 0) return part === 'still' && now[deal] === position;
		const far = existing(furthest[deal]);
		if (part === 'movedOn') return far > rank;
		const kind = stages.all[existing(now[deal])]?.kind ?? 'open';
		return far === rank && kind === (part === 'lost' ? 'lost' : 'open');
	};
	forEachDeal(narrowed(selection, isIn), (deal) => found.push(deal));
	return found;
}
