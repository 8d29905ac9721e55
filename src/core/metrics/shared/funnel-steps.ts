/** Names and counts by funnel rank that the metrics about stages share. Not here: any one metric. */

import { slotOf } from '../../model/opportunity.ts';
import type { StageList } from '../../model/stage.ts';
import { existing } from '../../speed/existing.ts';
import type { StageCounts } from '../../statistics/stage-counts.ts';

/** Stage names by funnel rank; several won stages share the last rank. */
export function rankNames({ all, open }: StageList): string[] {
	const won = all.filter((stage) => stage.kind === 'won').map((stage) => stage.name);
	return [...open.map((position) => existing(all[position]).name), won.join(' / ')];
}

/** Deals now by funnel rank. */
export function nowByRank({ openCount, rankOf }: StageList, { bySlot }: StageCounts): Int32Array {
	const counts = new Int32Array(openCount + 1);
	rankOf.forEach((rank, position) => {
		if (rank >= 0) counts[rank] = existing(counts[rank]) + existing(bySlot[slotOf(position)]);
	});
	return counts;
}

/** Funnel rank of the stages that a call named; -1 for lost and parked ones. */
export function namedRanks({ rankOf }: StageList, positions: readonly number[]): number[] {
	return positions.map((position) => existing(rankOf[position]));
}
