/**
 * What aggregate metrics stand on: counts, sums and day histograms of one selection, layer by layer, each made when first asked
 * for and kept, so that a single figure touches only its own columns and a whole report passes over each column once.
 * Every layer is a sum by slot, so layers of parts add up. Not here: how a layer is counted (its own file).
 */
import { reachedStages } from '../funnel/reached.ts';
import type { Pipeline } from '../pipeline.ts';
import { type AmountSums, amountSums } from './amount-sums.ts';
import { type CycleDays, cycleDays } from './cycle-days.ts';
import { type ReachedCounts, reachedCounts } from './reached-counts.ts';
import type { Selection } from './selection.ts';
import { currentStages, FIRST_STAGE_SLOT, type StageCounts, stageCounts } from './stage-counts.ts';
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
	/** Amounts by stage now (slots as in stage-counts.ts); null without an amount column. */
	amounts(): AmountSums | null;
	/** Null without both date columns. */
	cycle(): CycleDays | null;
	/** Deals by the furthest stage. */
	reached(): ReachedCounts;
	/** Deals by the stages in which they were seen. */
	touched(): TouchedCounts;
	/** Amounts by the furthest rank, slot 0 for deals that can not be placed; null without an amount column. */
	reachedAmounts(): AmountSums | null;
}

function amountLayer(pipeline: Pipeline, selection: Selection, codes: ArrayLike<number>, offset: number, slots: number): AmountSums | null {
	const column = pipeline.opportunities.amounts();
	return column === null ? null : amountSums(column, codes, offset, slots, selection);
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
		statistics = {
			pipeline,
			selection,
			stages: once(() => stageCounts(pipeline, selection)),
			amounts: once(() =>
				amountLayer(pipeline, selection, currentStages(pipeline), FIRST_STAGE_SLOT, pipeline.stages.all.length + FIRST_STAGE_SLOT),
			),
			cycle: once(() => cycleDays(pipeline, selection)),
			reached: once(() => reachedCounts(pipeline, selection)),
			touched: once(() => touchedCounts(pipeline, selection)),
			reachedAmounts: once(() => amountLayer(pipeline, selection, reachedStages(pipeline).furthest, 1, pipeline.stages.openCount + 2)),
		};
		ofPipeline.set(selection, statistics);
	}
	return statistics;
}
