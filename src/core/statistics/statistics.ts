/**
 * What aggregate metrics stand on: counts, sums and day histograms of one selection, layer by layer, each made when first asked
 * for and kept, so that a single figure touches only its own columns and a whole report passes over each column once.
 * Every layer is a sum by slot, so layers of parts add up. Not here: how a layer is counted (its own file).
 */

import { placementByStage, reachedStages } from '../funnel/reached.ts';
import { type Dimension, FIRST_STAGE_SLOT } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { onFirstUse } from '../speed/lazy.ts';
import type { Durations } from '../stats/durations.ts';
import { type AmountSums, regrouped } from './amount-sums.ts';
import { cycleDays } from './cycle-days.ts';
import { type EndedDeals, endedDeals } from './ended-deals.ts';
import { type ReachedCounts, reachedCounts, reachedCountsBy } from './reached-counts.ts';
import type { Selection } from './selection.ts';
import { type SlotBlock, slotAmounts, slotsOfCodes } from './slot-sums.ts';
import { currentStages, type StageCounts, stageCounts, stageCountsBy } from './stage-counts.ts';
import { type TouchedCounts, touchedCounts } from './touched-counts.ts';

export interface Statistics {
	readonly pipeline: Pipeline;
	readonly selection: Selection;
	/** Deals by stage now. */
	stages(): StageCounts;
	/** The same for each value of a column of names. */
	stagesBy(dimension: Dimension): readonly StageCounts[];
	/** Amounts by stage now (slots as in stage-counts.ts); null without an amount column. */
	amounts(): AmountSums | null;
	/** The deals that are won, and those that are lost, now. */
	ended(): EndedDeals;
	/** Days from creation to closing of the deals that are won or lost now; null without both date columns. */
	cycle(kind: 'won' | 'lost'): Durations | null;
	/** Deals by the furthest stage. */
	reached(): ReachedCounts;
	/** The same for each value of a column of names. */
	reachedBy(dimension: Dimension): readonly ReachedCounts[];
	/** Deals by the stages in which they were seen. */
	touched(): TouchedCounts;
	/** Amounts by the furthest rank, slot 0 for deals that can not be placed; null without an amount column. */
	reachedAmounts(): AmountSums | null;
}

/** Null without an amount column. */
function amountsBy(
	{ opportunities }: Pipeline,
	selection: Selection,
	slotCount: number,
	fill: SlotBlock,
): AmountSums | null {
	const column = opportunities.amounts();
	return column === null ? null : slotAmounts(selection, slotCount, fill, column);
}

/** Amounts by furthest rank. Where nothing but the current stage tells it, those by stage are put together anew. */
function reachedAmounts(pipeline: Pipeline, selection: Selection, byStage: () => AmountSums | null): AmountSums | null {
	const size = pipeline.stages.openCount + 2;
	const placement = placementByStage(pipeline);
	if (placement === null)
		return amountsBy(pipeline, selection, size, slotsOfCodes(selection, reachedStages(pipeline).furthest, 1));
	const amounts = byStage();
	const slotOf = (slot: number): number =>
		slot < FIRST_STAGE_SLOT ? 0 : existing(placement.furthest[slot - FIRST_STAGE_SLOT]) + 1;
	return amounts === null ? null : regrouped(amounts, size, slotOf);
}

/** Keeps the answer for each column. */
function byDimension<T>(make: (dimension: Dimension) => T): (dimension: Dimension) => T {
	const made = new Map<Dimension, T>();
	return (dimension) => {
		const answer = made.get(dimension) ?? make(dimension);
		made.set(dimension, answer);
		return answer;
	};
}

function layersOf(pipeline: Pipeline, selection: Selection): Statistics {
	const slots = pipeline.stages.all.length + FIRST_STAGE_SLOT;
	const stages = onFirstUse(() => stageCounts(pipeline, selection));
	const ended = onFirstUse(() => endedDeals(pipeline, selection, stages()));
	const stagesBy = byDimension((dimension) => stageCountsBy(pipeline, selection, dimension));
	const amounts = onFirstUse(() =>
		amountsBy(pipeline, selection, slots, slotsOfCodes(selection, currentStages(pipeline), FIRST_STAGE_SLOT)),
	);
	const cycles = {
		won: onFirstUse(() => cycleDays(pipeline, ended().won)),
		lost: onFirstUse(() => cycleDays(pipeline, ended().lost)),
	};
	return {
		pipeline,
		selection,
		stages,
		stagesBy,
		amounts,
		ended,
		cycle: (kind) => cycles[kind](),
		reached: onFirstUse(() => reachedCounts(pipeline, selection, stages)),
		reachedBy: byDimension((dimension) => reachedCountsBy(pipeline, selection, dimension, () => stagesBy(dimension))),
		touched: onFirstUse(() => touchedCounts(pipeline, selection)),
		reachedAmounts: onFirstUse(() => reachedAmounts(pipeline, selection, amounts)),
	};
}

const known = new WeakMap<Pipeline, WeakMap<Selection, Statistics>>();

/** The statistics of a selection; the same object for the same pipeline and selection. */
export function statisticsOf(pipeline: Pipeline, selection: Selection): Statistics {
	let ofPipeline = known.get(pipeline);
	if (ofPipeline === undefined) {
		ofPipeline = new WeakMap();
		known.set(pipeline, ofPipeline);
	}
	let statistics = ofPipeline.get(selection);
	if (statistics === undefined) {
		statistics = layersOf(pipeline, selection);
		ofPipeline.set(selection, statistics);
	}
	return statistics;
}
