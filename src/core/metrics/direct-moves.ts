/** Deals that went from one stage to another in one step. Not here: counts of all moves (funnel/moves.ts). */
import { asOfOn } from '../funnel/as-of.ts';
import type { Pipeline } from '../pipeline.ts';
import { forEachDeal, type Selection } from './selection.ts';

/** By funnel rank; 0 without a history. */
export function movedDirectly({ history, stages, ...rest }: Pipeline, selection: Selection, from: number, to: number): number {
	if (history === null) return 0;
	const limit = asOfOn({ history, stages, ...rest }, history.hasTime);
	const rankAt = (entry: number): number => stages.rankOf[history.to[entry] as number] ?? -1;
	let moved = 0;
	forEachDeal(selection, (deal) => {
		const end = history.start[deal + 1] as number;
		for (let i = (history.start[deal] as number) + 1; i < end && (history.at[i] as number) <= limit; i++) {
			if (rankAt(i - 1) !== from || rankAt(i) !== to) continue;
			moved++;
			return;
		}
	});
	return moved;
}
