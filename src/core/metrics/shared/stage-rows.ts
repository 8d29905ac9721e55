/**
 * The rows of the tables by stage: every stage in its order, then deals with an unknown stage and without one when
 * there are any.
 */

import type { TableCell } from '../../model/metric-result.ts';
import { slotOf } from '../../model/opportunity.ts';
import type { StageList } from '../../model/stage.ts';
import { existing } from '../../speed/existing.ts';
import type { StageCounts } from '../../statistics/stage-counts.ts';
import { NO_STAGE_ROW, UNKNOWN_STAGE_ROW } from './table-words.ts';

export interface StageRow {
	readonly label: TableCell;
	readonly slot: number;
	/** Funnel rank; -1 outside the funnel. */
	readonly rank: number;
	/** Deals in it now. */
	readonly deals: number;
}

export function stageRows(stages: StageList, { bySlot }: StageCounts): StageRow[] {
	const rows: StageRow[] = stages.all.map((stage, position) => {
		const slot = slotOf(position);
		return { label: stage.name, slot, rank: existing(stages.rankOf[position]), deals: existing(bySlot[slot]) };
	});
	[UNKNOWN_STAGE_ROW, NO_STAGE_ROW].forEach((label, slot) => {
		const deals = existing(bySlot[slot]);
		if (deals > 0) rows.push({ label, slot, rank: -1, deals });
	});
	return rows;
}
