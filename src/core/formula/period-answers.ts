/**
 * Answers about a period by metrics whose value rests on more than the deals that belong to it (`ofPeriod`).
 * Not here: answers about chosen deals (evaluate.ts).
 */
import type { MetricDefinition, OfPeriod } from '../metrics/metric.ts';
import type { Measure } from '../model/metric-result.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { PeriodFilter } from '../statistics/former-period.ts';
import type { Grouping } from '../statistics/groups.ts';
import { readPeriod } from '../statistics/period.ts';
import type { Call } from './words.ts';

type Asked = Pick<Call, 'modes' | 'period'>;

/** Null without a period, and for a metric that asks for the deals of the period alone. */
export function ofPeriod(
	definition: MetricDefinition,
	pipeline: Pipeline,
	{ modes, period }: Asked,
	filter: PeriodFilter,
): OfPeriod | null {
	return period === null ? null : (definition.ofPeriod?.(modes, pipeline, filter, period) ?? null);
}

/** The same of one group: a month, quarter or year is a period itself, a value of a column one filter more. */
export function ofGroup(
	definition: MetricDefinition,
	pipeline: Pipeline,
	{ modes, period }: Asked,
	filter: PeriodFilter,
	by: Grouping,
	label: string,
): Measure | null {
	if ('unit' in by) {
		const unit = label === '' ? null : readPeriod(label, pipeline.asOfDay);
		return ofPeriod(definition, pipeline, { modes, period: unit }, filter)?.measure ?? null;
	}
	const columns = { ...filter.columns, [by.dimension.heading]: label };
	return ofPeriod(definition, pipeline, { modes, period }, { ...filter, columns })?.measure ?? null;
}
