/** Twelve months of closed deals, by their close date. */

import { calendarDay, dayText } from '../calendar-day.ts';
import { calendarLabel } from '../calendar-unit.ts';
import type { ReportMonth } from '../funnel-report.ts';
import { amountTotal } from '../metrics/amount-sums.ts';
import { cohortDays, countDays, ofCohort, periodGroups } from '../metrics/cohort.ts';
import { type Selection, splitSelection } from '../metrics/selection.ts';
import { slotKind } from '../metrics/stage-counts.ts';
import { statisticsOf } from '../metrics/statistics.ts';
import type { Pipeline } from '../pipeline.ts';

const MONTHS = 12;

/** The labels of the twelve months that end with the month of a day, oldest first. */
function monthsUntil(day: number): string[] {
	const year = Number(dayText(day).slice(0, 4));
	const month = Number(dayText(day).slice(5, 7));
	return Array.from({ length: MONTHS }, (_, i) => {
		const months = year * 12 + month - MONTHS + i;
		return calendarLabel(calendarDay(Math.floor(months / 12), (months % 12) + 1, 1), 'month');
	});
}

/**
 * The twelve months up to the end of the period, or up to the last closing when no later one is asked for.
 * @param until last day of the period; null without one
 */
export function reportTrend(pipeline: Pipeline, selection: Selection, until: number | null): ReportMonth[] {
	const closed = ofCohort(pipeline, selection, 'closed');
	const { first, deals } = countDays(cohortDays(pipeline, 'closed'), closed);
	// Dates in the future are mistakes, and no end of a trend.
	let last = Math.min(first + deals.length - 1, pipeline.asOfDay);
	while (last >= first && deals[last - first] === 0) last--;
	if (last < first || deals.length === 0) return [];
	const { codes, labels } = periodGroups(pipeline, closed, 'closed', 'month');
	const parts = splitSelection(closed, codes, labels.length);
	return monthsUntil(until === null ? last : Math.min(until, pipeline.asOfDay)).map((month) => {
		const part = parts[labels.indexOf(month)];
		if (part === undefined) return { month, won: 0, lost: 0, wonAmount: null, winRate: null };
		const statistics = statisticsOf(pipeline, part);
		const { won, lost } = statistics.stages();
		const amounts = statistics.amounts();
		const wonAmount = amounts === null ? null : amountTotal(amounts, (slot) => slotKind(pipeline.stages, slot) === 'won').sum;
		return { month, won, lost, wonAmount, winRate: won + lost === 0 ? null : won / (won + lost) };
	});
}
