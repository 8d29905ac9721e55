/**
 * What aggregate metrics stand on: counts, sums and day histograms of one selection, layer by layer, each made when first asked
 * for and kept, so that a single figure touches only its own columns and a whole report passes over each column once.
 * Every layer is a sum by slot, so layers of parts add up. Not here: how a layer is counted (its own file).
 */
import { placementByStage, reachedStages } from '../funnel/reached.ts';
import type { Dimension } from '../opportunity.ts';
import type { Pipeline } from '../pipeline.ts';
import { type AmountSums, regrouped } from './amount-sums.ts';
import { type CycleDays, cycleDays } from './cycle-days.ts';
import { type EndedDeals, endedDeals } from './ended-deals.ts';
import { type ReachedCounts, reachedCounts, reachedCountsBy } from './reached-counts.ts';
import type { Selection } from './selection.ts';
import { currentStages, FIRST_STAGE_SLOT, type StageCounts, stageCounts, stageCountsBy } from './stage-counts.ts';
import { slotsOfCodes, tally } from './tally.ts';
import { type TouchedCounts, touchedCounts } from './touched-counts.ts';

/** Keeps the answer of a function without arguments. */
function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | null = null;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

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
	/** Null without both date columns. */
	cycle(): CycleDays | null;
	/** Deals by the furthest stage. */
	reached(): ReachedCounts;
	/** The same for each value of a column of names. */
	reachedBy(dimension: Dimension): readonly ReachedCounts[];
	/** Deals by the stages in which they were seen. */
	touched(): TouchedCounts;
	/** Amounts by the furthest rank, slot 0 for deals that can not be placed; null without an amount column. */
	reachedAmounts(): AmountSums | null;
}

/** Amounts by furthest rank. Where nothing but the current stage tells it, those by stage are put together anew. */
function reachedAmounts(pipeline: Pipeline, selection: Selection, byStage: () => AmountSums | null): AmountSums | null {
	const size = pipeline.stages.openCount + 2;
	const placement = placementByStage(pipeline);
	if (placement === null)
		return tally(selection, size, slotsOfCodes(selection, reachedStages(pipeline).furthest, 1), pipeline.opportunities.amounts()).amounts;
	const amounts = byStage();
	const slotOf = (slot: number): number => (slot < FIRST_STAGE_SLOT ? 0 : (placement.furthest[slot - FIRST_STAGE_SLOT] as number) + 1);
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
	const { opportunities } = pipeline;
	const slots = pipeline.stages.all.length + FIRST_STAGE_SLOT;
	const stages = once(() => stageCounts(pipeline, selection));
	const ended = once(() => endedDeals(pipeline, selection, stages()));
	const stagesBy = byDimension((dimension) => stageCountsBy(pipeline, selection, dimension));
	const amounts = once(
		() => tally(selection, slots, slotsOfCodes(selection, currentStages(pipeline), FIRST_STAGE_SLOT), opportunities.amounts()).amounts,
	);
	return {
		pipeline,
		selection,
		stages,
		stagesBy,
		amounts,
		ended,
		cycle: once(() => cycleDays(pipeline, ended())),
		reached: once(() => reachedCounts(pipeline, selection, stages)),
		reachedBy: byDimension((dimension) => reachedCountsBy(pipeline, selection, dimension, () => stagesBy(dimension))),
		touched: once(() => touchedCounts(pipeline, selection)),
		reachedAmounts: once(() => reachedAmounts(pipeline, selection, amounts)),
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
