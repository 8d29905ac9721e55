/** Names and counts by funnel rank that the metrics about stages share. Not here: any one metric. */

import { FIRST_STAGE_SLOT } from '../../model/opportunity.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { existing } from '../../speed/existing.ts';
import type { StageCounts } from '../../statistics/stage-counts.ts';

/** Stage names by funnel rank; several won stages share the last rank. */
export function rankNames({ stages }: Pipeline): string[] {
	const won = stages.all.filter((stage) => stage.kind === 'won').map((stage) => stage.name);
	return [...stages.open.map((position) => existing(stages.all[position]).name), won.join(' / ')];
}

/** Deals now by funnel rank. */
export function nowByRank({ stages }: Pipeline, { bySlot }: StageCounts): Int32Array {
	const counts = new Int32Array(stages.openCount + 1);
	stages.rankOf.forEach((rank, position) => {
		if (rank >= 0) counts[rank] = existing(counts[rank]) + existing(bySlot[position + FIRST_STAGE_SLOT]);
	});
	return counts;
}

/** Funnel rank of the stages that a call named; -1 for lost and parked ones. */
export function namedRanks({ stages }: Pipeline, positions: readonly number[]): number[] {
	return positions.map((position) => existing(stages.rankOf[position]));
}
