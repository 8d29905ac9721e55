/**
 * Every figure that the sidebar's Funnel tab and the report sheet show, from one pass over the deals that the filter
 * leaves.
 * Belongs here: putting the parts together. Not here: the parts (report/, metrics/).
 */

import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { comparedPeriods } from '../statistics/compared-periods.ts';
import { findings, segmentCandidates, segmentColumns } from '../statistics/findings.ts';
import { lostStages } from '../statistics/lost-stages.ts';
import { lastQuarter } from '../statistics/period.ts';
import { stagesElsewhere } from '../statistics/processes.ts';
import { statisticsOf } from '../statistics/statistics.ts';
import { DAY_MS, dayText } from '../time/calendar-day.ts';
import { countedParts } from './counted-parts.ts';
import type { FunnelReport, ReportFilter } from './report.ts';
import { mostLost, reportBottleneck } from './report-bottleneck.ts';
import { REPORT_FIELDS } from './report-fields.ts';
import { reportFigures } from './report-figures.ts';
import { reportSelection } from './report-selection.ts';
import { reportStages } from './report-stages.ts';
import { reportTrend } from './report-trend.ts';

export interface ReportOptions {
	readonly winRateMode: 'all' | 'closed' | 'value';
}

/** @param filter a heading that the table does not have, or a period that cannot be read, leaves no deal. */
export function buildReport(pipeline: Pipeline, filter: ReportFilter, { winRateMode }: ReportOptions): FunnelReport {
	const { opportunities } = pipeline;
	opportunities.readTogether(REPORT_FIELDS, segmentCandidates(opportunities));
	const { filtered, selection, period } = reportSelection(pipeline, filter);
	const statistics = statisticsOf(pipeline, selection);
	const losses = lostStages(pipeline, selection);
	const isUnreadable = period === null && filter.period !== null;
	const compared = isUnreadable ? null : comparedPeriods(pipeline, filter, period);
	const former = period === null ? null : (compared?.former[0] ?? null);
	const elsewhere = stagesElsewhere(pipeline, filter.columns);
	return {
		asOf: dayText(pipeline.asOfDay),
		filter,
		...countedParts(pipeline.stages, statistics, losses.unknown),
		rows: opportunities.count,
		figures: reportFigures(pipeline, filter, selection, period, former, winRateMode),
		stages: reportStages(pipeline.stages, statistics, elsewhere),
		bottleneck:
			compared === null
				? null
				: reportBottleneck(pipeline, filter.period ?? lastQuarter(pipeline.asOfDay), compared, elsewhere),
		mostLost: mostLost(pipeline, losses),
		findings: compared === null ? [] : findings(pipeline, { ...filter, period }, segmentColumns(pipeline), compared),
		trend: reportTrend(statisticsOf(pipeline, filtered), pipeline.asOfDay, period === null ? null : period.last),
		historySince: historySince(pipeline),
	};
}

function historySince({ history, timeZone }: Pipeline): string | null {
	if (history === null || history.at.length === 0) return null;
	let first = Number.POSITIVE_INFINITY;
	for (let i = 0; i < history.at.length; i++) if (existing(history.at[i]) < first) first = existing(history.at[i]);
	return Number.isFinite(first) ? dayText(history.hasTime ? timeZone.dayOf(first * DAY_MS) : first) : null;
}
