/**
 * Former periods as they looked when they were as old as the one in question is today: a young cohort is never compared
 * with a mature one.
 * Not here: what is compared (report/figure-comparison.ts, findings.ts).
 */

import type { Pipeline } from '../model/pipeline.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import { type Cohort, inPeriod, ofCohort } from './cohort.ts';
import { filteredBy } from './filter.ts';
import { pastPipeline } from './past-pipeline.ts';
import { type Period, periodBefore } from './period.ts';
import type { Selection } from './selection.ts';

/** Which deals a period holds: by which date, and of which columns (heading → value). */
export interface PeriodFilter {
	readonly cohort: Cohort;
	readonly columns: Readonly<Record<string, string>>;
}

export interface SeenPeriod {
	/** The table as it was on the day from which the period is seen. */
	readonly pipeline: Pipeline;
	readonly period: Period;
	readonly selection: Selection;
}

/** The table at the end of an earlier day; the table itself from its own as-of day on. */
export function pipelineOn(pipeline: Pipeline, day: number): Pipeline {
	if (day >= pipeline.asOfDay) return pipeline;
	const asOf = pipeline.timeZone.instantOf((day + 1) * DAY_MS) / DAY_MS;
	return pastPipeline({ ...pipeline, asOfDay: day, asOf });
}

/** The deals of a period, by the date and the columns of the filter. */
export function seenPeriod(pipeline: Pipeline, filter: PeriodFilter, period: Period): SeenPeriod {
	const filtered = filteredBy(pipeline, Object.entries(filter.columns));
	const cohort = ofCohort(pipeline, filtered, filter.cohort);
	return { pipeline, period, selection: inPeriod(pipeline, cohort, filter.cohort, period) };
}

/** The periods before, the latest first, each seen at the age that `period` has on the as-of day. */
export function formerPeriods(pipeline: Pipeline, filter: PeriodFilter, period: Period, count: number): SeenPeriod[] {
	const former: SeenPeriod[] = [];
	for (let i = 0, before = periodBefore(period); i < count; i++, before = periodBefore(before)) {
		const then = pipelineOn(pipeline, pipeline.asOfDay - (period.first - before.first));
		former.push(seenPeriod(then, filter, before));
	}
	return former;
}
