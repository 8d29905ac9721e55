/** Asks one metric about one selection. Not here: reading a formula (call.ts), grouping (evaluate.ts). */

import type { MetricResult } from '../../model/metric-result.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { existing } from '../../speed/existing.ts';
import { type Selection, wholeSelection } from '../../statistics/selection.ts';
import { statisticsOf } from '../../statistics/statistics.ts';
import type { MetricDefinition, MetricRequest } from '../metric.ts';

export type Asked = Partial<Pick<MetricRequest, 'selection' | 'stages' | 'number' | 'withinDays' | 'earlier'>> & {
	readonly modes?: Iterable<string>;
};

/** Computes the metric; what is not asked for is the default: every deal, the first mode of each group. */
export function compute(definition: MetricDefinition, pipeline: Pipeline, asked: Asked = {}): MetricResult {
	return definition.compute(requestOf(definition, pipeline, asked));
}

export function requestOf(definition: MetricDefinition, pipeline: Pipeline, asked: Asked = {}): MetricRequest {
	const selection: Selection = asked.selection ?? wholeSelection(pipeline.opportunities);
	const modes = new Set(asked.modes);
	for (const group of definition.modes) {
		if (!group.some((mode) => modes.has(mode.word))) modes.add(existing(group[0]).word);
	}
	return {
		stages: [],
		number: null,
		withinDays: null,
		earlier: [],
		...asked,
		pipeline,
		selection,
		modes,
		statistics: () => statisticsOf(pipeline, selection),
	};
}
