/**
 * How many deals are in each stage now: the first layer of the statistics, which touches the stage column only.
 * Not here: stages that a deal reached before (reached-counts.ts).
 */

import { reachedStages } from '../funnel/reached.ts';
import { type Codes, codeOfSlot, type Dimension, slotCount, slotOf, UNKNOWN_STAGE } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { StageKind, StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import type { Selection } from './selection.ts';

export type SlotKind = StageKind | 'unknown' | 'noStage';

/** What a stage code says of a deal. */
export function kindOfCode(stages: StageList, code: number): SlotKind {
	if (code < 0) return code === UNKNOWN_STAGE ? 'unknown' : 'noStage';
	return existing(stages.all[code]).kind;
}

/** The kind of the stage that a deal is in at the as-of instant. */
export function kindsOf(pipeline: Pipeline): (deal: number) => SlotKind {
	const codes = currentStages(pipeline);
	return (deal) => kindOfCode(pipeline.stages, existing(codes[deal]));
}

export function slotKind(stages: StageList, slot: number): SlotKind {
	return kindOfCode(stages, codeOfSlot(slot));
}

export interface StageCounts extends Readonly<Record<SlotKind, number>> {
	/** Slots as in `slotOf`. */
	readonly bySlot: Int32Array;
}

function countBlock(codes: Codes, deals: Int32Array | null, from: number, to: number, into: Int32Array): void {
	for (let i = from; i < to; i++) {
		const slot = slotOf(existing(codes[deals === null ? i : existing(deals[i])]));
		into[slot] = existing(into[slot]) + 1;
	}
}

function countPairs(
	rows: Codes,
	width: number,
	codes: Codes,
	deals: Int32Array | null,
	from: number,
	to: number,
	into: Int32Array,
): void {
	for (let i = from; i < to; i++) {
		const deal = deals === null ? i : existing(deals[i]);
		const cell = existing(rows[deal]) * width + slotOf(existing(codes[deal]));
		into[cell] = existing(into[cell]) + 1;
	}
}

/**
 * Stage position by deal at the as-of instant: that of the table, unless it was another one then, which only a history
 * tells.
 */
export function currentStages(pipeline: Pipeline): Codes {
	return pipeline.isNow === true || pipeline.history === null
		? pipeline.opportunities.stages().codes
		: reachedStages(pipeline).now;
}

export function stageCounts(pipeline: Pipeline, { deals, count }: Selection): StageCounts {
	const codes = currentStages(pipeline);
	const column = pipeline.opportunities.stages();
	// All deals of the table were counted when they were read.
	if (deals === null && codes === column.codes) return countsOf(pipeline.stages, column.counts);
	const bySlot = new Int32Array(slotCount(pipeline.stages.all.length));
	inBlocks(0, count, (from, to) => countBlock(codes, deals, from, to, bySlot));
	return countsOf(pipeline.stages, bySlot);
}

/** The same for each value of a column, in one pass. */
export function stageCountsBy(pipeline: Pipeline, selection: Selection, { codes, labels }: Dimension): StageCounts[] {
	const width = slotCount(pipeline.stages.all.length);
	const counts = new Int32Array(labels.length * width);
	const stage = currentStages(pipeline);
	inBlocks(0, selection.count, (from, to) => countPairs(codes, width, stage, selection.deals, from, to, counts));
	return labels.map((_, code) => countsOf(pipeline.stages, counts.subarray(code * width, (code + 1) * width)));
}

/** @param bySlot deals by slot */
export function countsOf(stages: StageList, bySlot: Int32Array): StageCounts {
	const kinds = { open: 0, won: 0, lost: 0, parked: 0, unknown: 0, noStage: 0 };
	for (let slot = 0; slot < bySlot.length; slot++) kinds[slotKind(stages, slot)] += existing(bySlot[slot]);
	return { bySlot, ...kinds };
}
