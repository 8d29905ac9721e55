/** The deals that a report's filter leaves: one rule for the report, the lists of deals and the forecast. */

import type { Pipeline } from '../model/pipeline.ts';
import { inPeriod, ofCohort } from '../statistics/cohort.ts';
import { filteredBy } from '../statistics/filter.ts';
import { type Period, readPeriod } from '../statistics/period.ts';
import { NO_DEALS, type Selection } from '../statistics/selection.ts';
import type { ReportFilter } from './report.ts';

export interface ReportSelection {
	/** After the columns only. */
	readonly filtered: Selection;
	/** After columns and period. */
	readonly selection: Selection;
	readonly period: Period | null;
}

/** A heading that the table does not have, or a period that cannot be read, leaves no deal. */
export function reportSelection(pipeline: Pipeline, filter: ReportFilter): ReportSelection {
	const filtered = filteredBy(pipeline, Object.entries(filter.columns));
	const period = filter.period === null ? null : readPeriod(filter.period, pipeline.asOfDay);
	if (period === null) return { filtered, selection: filter.period === null ? filtered : NO_DEALS, period };
	const cohort = ofCohort(pipeline, filtered, filter.cohort);
	return {
		filtered,
		selection: inPeriod(pipeline, cohort, filter.cohort, period),
		period,
	};
}
