/**
 * Asks one metric about one selection. Not here: reading a formula (formula/words.ts), grouping (formula/evaluate.ts).
 */

import type { MetricResult } from '../../model/metric-result.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { StageList } from '../../model/stage.ts';
import { existing } from '../../speed/existing.ts';
import { onFirstUse } from '../../speed/lazy.ts';
import type { PeriodFilter } from '../../statistics/former-period.ts';
import { stagesElsewhere } from '../../statistics/processes.ts';
import { type Selection, wholeSelection } from '../../statistics/selection.ts';
import { type Statistics, statisticsOf } from '../../statistics/statistics.ts';
import type { AskedDeals, MetricDefinition, MetricRequest } from '../metric.ts';

export type AskedWords = Partial<
	Pick<MetricRequest, 'stages' | 'number' | 'withinDays' | 'periods' | 'period' | 'by'>
> & {
	readonly modes?: Iterable<string>;
};

export interface Asked extends AskedWords {
	readonly selection?: Selection;
	/** Selections of the periods before, the latest first. */
	readonly earlier?: readonly Selection[];
	/** By which date and columns the selection was made. */
	readonly filter?: PeriodFilter;
}

const EVERY_DEAL: PeriodFilter = { cohort: 'created', columns: {} };

/** The deals behind a request. */
export function askedDeals(pipeline: Pipeline, { selection, filter = EVERY_DEAL }: Asked): AskedDeals {
	return { pipeline, selection: selection ?? wholeSelection(pipeline.opportunities), filter };
}

/** Computes the metric; what is not asked for is the default: every deal, the first mode of each group. */
export function compute(definition: MetricDefinition, pipeline: Pipeline, asked: Asked = {}): MetricResult {
	const request = requestOf(definition, pipeline, asked);
	return definition.ofDeals?.(request, askedDeals(pipeline, asked)) ?? definition.compute(request);
}

export function requestOf(definition: MetricDefinition, pipeline: Pipeline, asked: Asked = {}): MetricRequest {
	const selection = asked.selection ?? wholeSelection(pipeline.opportunities);
	const earlier = asked.earlier ?? [];
	return {
		...requestFrom(definition, pipeline.stages, () => statisticsOf(pipeline, selection), asked),
		elsewhere: onFirstUse(() => stagesElsewhere(pipeline, asked.filter?.columns ?? {})),
		earlier: () => earlier.map((period) => statisticsOf(pipeline, period)),
	};
}

/** Asks statistics, wherever they were counted. @param earlier those of the periods before, the latest first */
export function requestFrom(
	definition: MetricDefinition,
	stageList: StageList,
	statistics: () => Statistics,
	{
		stages = [],
		number = null,
		withinDays = null,
		periods = null,
		period = null,
		by = null,
		modes: named,
	}: AskedWords = {},
	earlier: readonly Statistics[] = [],
): MetricRequest {
	const modes = new Set(named);
	for (const group of definition.modes) {
		if (!group.some((mode) => modes.has(mode.word))) modes.add(existing(group[0]).word);
	}
	return {
		stageList,
		stages,
		number,
		withinDays,
		periods,
		period,
		by,
		modes,
		statistics,
		elsewhere: () => [],
		earlier: () => earlier,
	};
}
