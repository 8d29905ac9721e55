/** What the sidebar offers to choose from: columns that make sense as a filter, and periods that have deals. */

import { FIELDS, type Field, type Opportunities, type ValueCounts } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { cohortDays, countDays, type DayCounts, ofCohort } from '../statistics/cohort.ts';
import { filteredBy } from '../statistics/filter.ts';
import { processesOf } from '../statistics/processes.ts';
import { dayText } from '../time/calendar-day.ts';
import { calendarLabel, nextUnit } from '../time/calendar-unit.ts';
import type { ReportChoices, ReportFilter } from './report.ts';
import { REPORT_FIELDS } from './report-fields.ts';
import { reportSelection } from './report-selection.ts';

const MOST_PERIODS = { quarter: 12, year: 6, month: 12 } as const;
/** Fields that are names by which deals group; ids, amounts and dates do not, and stages are the funnel itself. */
const GROUPING: readonly Field[] = ['owner', 'source', 'reason', 'currency'];

/** More than one value, each with several deals on average. */
function isChoice({ labels }: ValueCounts, deals: number): boolean {
	return labels.length > 1 && (labels.length <= 12 || labels.length * 2 <= deals);
}

function byDeals({ labels, deals }: ValueCounts): { value: string; deals: number }[] {
	return labels
		.map((value, code) => ({ value, deals: existing(deals[code]) }))
		.sort((a, b) => b.deals - a.deals || (a.value < b.value ? -1 : 1));
}

interface Candidate {
	readonly heading: string;
	readonly column: number;
	readonly field: Field | null;
}

/**
 * Columns that may be offered as a filter: known grouping fields first, then the user's other columns in their order.
 */
function candidates({ headings, columns }: Opportunities): Candidate[] {
	const fieldOf = new Map(FIELDS.map((field) => [columns[field], field]));
	const rank = (field: Field | null): number => (field === null ? GROUPING.length : GROUPING.indexOf(field));
	return headings
		.map((heading, column) => ({ heading, column, field: fieldOf.get(column) ?? null }))
		.filter(({ heading, field }) => heading !== '' && rank(field) >= 0)
		.sort((a, b) => rank(a.field) - rank(b.field) || a.column - b.column);
}

/**
 * Columns and periods to choose from. The report's own columns are read on the same walk: a caller that shows the
 * choices shows the report beside them.
 */
export function reportChoices(pipeline: Pipeline, filter: ReportFilter): ReportChoices {
	const { opportunities } = pipeline;
	const columns = candidates(opportunities);
	opportunities.readTogether(
		REPORT_FIELDS,
		columns.map(({ column }) => column),
	);
	const offered = filterChoices(opportunities, columns);
	const { filtered } = reportSelection(pipeline, filter);
	const days = countDays(cohortDays(pipeline, filter.cohort), ofCohort(pipeline, filtered, filter.cohort));
	return {
		firstDate: days.deals.length === 0 ? null : dayText(days.first),
		lastDate: days.deals.length === 0 ? null : dayText(days.first + days.deals.length - 1),
		filters: [...offered, ...otherParts(pipeline, filter, offered)],
		pipelines: pipelinesOf(pipeline),
		periods: periodChoices(days),
	};
}

function pipelinesOf(pipeline: Pipeline): ReportChoices['pipelines'] {
	const found = processesOf(pipeline);
	return found === null ? null : { heading: found.heading, names: found.names };
}

/** The columns that have a few values to choose from, with the deals of each. */
function filterChoices(opportunities: Opportunities, columns: readonly Candidate[]): ReportChoices['filters'] {
	return columns.flatMap(({ heading, column, field }) => {
		const counts = opportunities.values(column);
		return counts !== null && isChoice(counts, opportunities.count)
			? [{ heading, field, values: byDeals(counts) }]
			: [];
	});
}

/**
 * What the filter names and is not offered, be it that the column has too many values by now or is gone: whoever sees
 * the figures sees every part of the filter.
 */
function otherParts(
	pipeline: Pipeline,
	{ columns }: ReportFilter,
	offered: ReportChoices['filters'],
): ReportChoices['filters'] {
	const known = new Set(offered.map(({ heading }) => heading));
	return Object.entries(columns)
		.filter(([heading]) => !known.has(heading))
		.map(([heading, value]) => {
			const { count } = filteredBy(pipeline, [[heading, value]]);
			return { heading, field: null, values: [{ value, deals: count }] };
		});
}

/** Quarters, years and months with their deals, each newest first. */
function periodChoices({ first, deals }: DayCounts): ReportChoices['periods'] {
	return (['quarter', 'year', 'month'] as const).flatMap((unit) => {
		const periods: { period: string; deals: number }[] = [];
		for (let offset = 0, end = 0; offset < deals.length; offset = end) {
			end = nextUnit(first + offset, unit) - first;
			const count = deals.subarray(offset, end).reduce((sum, ofDay) => sum + ofDay, 0);
			if (count > 0) periods.push({ period: calendarLabel(first + offset, unit), deals: count });
		}
		return periods.reverse().slice(0, MOST_PERIODS[unit]);
	});
}
