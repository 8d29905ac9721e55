/** The funnel's rows in the report: who came to each stage, and what became of them. Not here: the figures above it (build-report.ts). */

import { reachedStages } from '../funnel/reached.ts';
import { timeInStage } from '../funnel/time-in-stage.ts';
import { FIRST_STAGE_SLOT } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import { amountTotal } from '../statistics/amount-sums.ts';
import type { Selection } from '../statistics/selection.ts';
import { type Statistics, statisticsOf } from '../statistics/statistics.ts';
import { wilson } from '../stats/wilson.ts';
import type { ReportStage } from './report.ts';

/** Deals by rank that moved on beyond it and were never seen in it, as far as their way is known; null without a history. */
function skippedByRank(pipeline: Pipeline, selection: Selection): Int32Array | null {
	if (pipeline.history === null) return null;
	const { furthest, touched } = reachedStages(pipeline);
	const skipped = new Int32Array(pipeline.stages.openCount + 1);
	const { deals, count } = selection;
	inBlocks(0, count, (from, to) => {
		for (let i = from; i < to; i++) {
			const deal = deals === null ? i : existing(deals[i]);
			const seen = existing(touched[deal]);
			for (let rank = existing(furthest[deal]) - 1; rank > 0; rank--) {
				// Only who was seen before it and after it can have skipped it; of a deal that was first seen further on nobody knows.
				if (((seen >>> rank) & 1) === 0 && (seen & ((1 << rank) - 1)) !== 0)
					skipped[rank] = existing(skipped[rank]) + 1;
			}
		}
	});
	return skipped;
}

/** Conversion from a rank to the next; null where nobody came. */
function conversionAt(statistics: Statistics, rank: number): number | null {
	const { reached } = statistics.reached();
	return (reached[rank] ?? 0) === 0 || rank + 1 >= reached.length
		? null
		: existing(reached[rank + 1]) / existing(reached[rank]);
}

/** @param previous selection of the period before; null without one */
export function reportStages(pipeline: Pipeline, selection: Selection, previous: Selection | null): ReportStage[] {
	const { stages } = pipeline;
	const statistics = statisticsOf(pipeline, selection);
	const before = previous === null ? null : statisticsOf(pipeline, previous);
	const { bySlot } = statistics.stages();
	const counts = statistics.reached();
	const [amounts, reachedAmounts] = [statistics.amounts(), statistics.reachedAmounts()];
	const skipped = skippedByRank(pipeline, selection);
	return stages.all.map(({ id, name, kind, probability }, position) => {
		const rank = existing(stages.rankOf[position]);
		const isOpen = kind === 'open';
		const now = existing(bySlot[position + FIRST_STAGE_SLOT]);
		const total = (sums: typeof amounts, isIn: (slot: number) => boolean) =>
			sums === null ? null : amountTotal(sums, isIn).sum;
		const amount = total(amounts, (slot) => slot === position + FIRST_STAGE_SLOT);
		const reached = isOpen ? existing(counts.reached[rank]) : kind === 'won' ? now : null;
		const conversion = isOpen ? conversionAt(statistics, rank) : null;
		const interval = conversion === null ? null : wilson(existing(counts.reached[rank + 1]), reached as number);
		const at = (column: readonly number[], won: number): number | null =>
			isOpen ? existing(column[rank]) : kind === 'won' ? won : null;
		return {
			id,
			name,
			kind,
			probability,
			now,
			amount,
			reached,
			reachedAmount: isOpen ? total(reachedAmounts, (slot) => slot > rank) : kind === 'won' ? amount : null,
			movedOn: at(counts.reached.slice(1), 0),
			still: at(counts.still, now),
			lostHere: at(counts.lost, 0),
			parkedHere: at(counts.parked, 0),
			skipped: isOpen && skipped !== null ? existing(skipped[rank]) : null,
			assumed: isOpen ? existing(counts.assumed[rank]) : 0,
			conversion,
			conversionLow: interval?.low ?? null,
			conversionHigh: interval?.high ?? null,
			conversionPrevious: isOpen && before !== null ? conversionAt(before, rank) : null,
			medianDays: isOpen ? (timeInStage(pipeline, rank, selection.deals)?.median ?? null) : null,
		};
	});
}
