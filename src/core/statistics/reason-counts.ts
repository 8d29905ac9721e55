/**
 * Reasons of the won or the lost deals as counts and amounts: a layer of the statistics. Not here: shares and their
 * order (reason-rows.ts).
 */

import { reachedStages } from '../funnel/reached.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { AmountSums } from './amount-sums.ts';
import { type Selection, splitSelection } from './selection.ts';
import { slotAmounts, slotCounts, slotsOfCodes } from './slot-sums.ts';

export interface ReasonCounts {
	/** Funnel rank of the stage before the loss, -1 when nothing tells it; null: all together. */
	readonly rank: number | null;
	readonly deals: number;
	/** '' is the blank reason. */
	readonly labels: readonly string[];
	/** Deals by label. */
	readonly counts: ArrayLike<number>;
	/** Slots by label; null without an amount column. */
	readonly amounts: AmountSums | null;
}

/**
 * Null without a reason column.
 * @param isByStage one part per stage that has deals, in funnel order, the unknown one last
 */
export function reasonCounts(pipeline: Pipeline, ended: Selection, isByStage: boolean): ReasonCounts[] | null {
	const { columns } = pipeline.opportunities;
	const reasons = columns.reason === undefined ? null : pipeline.opportunities.dimension(columns.reason);
	if (reasons === null) return null;
	const column = pipeline.opportunities.amounts();
	const countsOf = (rank: number | null, selection: Selection): ReasonCounts => {
		const [size, slots] = [reasons.labels.length, slotsOfCodes(selection, reasons.codes, 0)];
		return {
			rank,
			deals: selection.count,
			labels: reasons.labels,
			counts: slotCounts(selection, size, slots),
			amounts: column === null ? null : slotAmounts(selection, size, slots, column),
		};
	};
	if (!isByStage) return [countsOf(null, ended)];
	// A win that did not last is a stage before the loss like any other.
	const ranks = pipeline.stages.openCount + 1;
	const { lostFrom } = reachedStages(pipeline);
	const codes = Int32Array.from(lostFrom, (rank) => (rank < 0 ? ranks : rank));
	return splitSelection(ended, codes, ranks + 1)
		.map((part, rank) => countsOf(rank === ranks ? -1 : rank, part))
		.filter(({ deals }) => deals > 0);
}
