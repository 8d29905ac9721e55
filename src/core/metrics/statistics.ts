/**
 * What aggregate metrics stand on: counts, sums and day histograms of one selection, layer by layer, each made when first asked
 * for and kept, so that a single figure touches only its own columns and a whole report passes over each column once.
 * Every layer is a sum by slot, so layers of parts add up. Not here: how a layer is counted (its own file).
 */
import type { Pipeline } from '../pipeline.ts';
import type { Selection } from './selection.ts';
import { type StageCounts, stageCounts } from './stage-counts.ts';

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
	stages(): StageCounts;
}

const known = new WeakMap<Pipeline, WeakMap<Selection, Statistics>>();

/** The statistics of a selection; the same object for the same pipeline and selection. */
export function statisticsOf(pipeline: Pipeline, selection: Selection): Statistics {
	let ofPipeline = known.get(pipeline);
	if (ofPipeline === undefined) known.set(pipeline, (ofPipeline = new WeakMap()));
	let statistics = ofPipeline.get(selection);
	if (statistics === undefined) {
		statistics = {
			pipeline,
			selection,
			stages: once(() => stageCounts(pipeline, selection)),
		};
		ofPipeline.set(selection, statistics);
	}
	return statistics;
}
