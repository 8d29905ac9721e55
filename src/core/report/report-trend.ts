/** Twelve months of closed deals, by their close date. */

import { existing } from '../speed/existing.ts';
import { amountTotal } from '../statistics/amount-sums.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { calendarDay, dayText } from '../time/calendar-day.ts';
import { calendarLabel } from '../time/calendar-unit.ts';
import type { ReportMonth } from './report.ts';

const MONTHS = 12;

/** First days of the twelve months that end with the month of a day, oldest first, and of the month after them. */
function monthStarts(day: number): number[] {
	const year = Number(dayText(day).slice(0, 4));
	const month = Number(dayText(day).slice(5, 7));
	return Array.from({ length: MONTHS + 1 }, (_, i) => {
		const months = year * 12 + month - MONTHS + i;
		return calendarDay(Math.floor(months / 12), (months % 12) + 1, 1);
	});
}

/**
 * The twelve months up to the end of the period, or up to the last closing when no later one is asked for.
 * @param asOfDay dates after it are mistakes, and no end of a trend
 * @param until last day of the period; null without one
 */
export function reportTrend(statistics: Statistics, asOfDay: number, until: number | null): ReportMonth[] {
	const last = statistics.lastClosing(asOfDay);
	if (last === null) return [];
	const starts = monthStarts(until === null ? last : Math.min(until, asOfDay));
	const closed = statistics.closings(starts);
	if (closed === null) return [];
	return starts.slice(0, MONTHS).map((start, month) => {
		const [won, lost] = [existing(closed.won[month]), existing(closed.lost[month])];
		const wonAmount = closed.wonAmounts === null ? null : amountTotal(closed.wonAmounts, (slot) => slot === month).sum;
		return {
			month: calendarLabel(start, 'month'),
			won,
			lost,
			wonAmount,
			winRate: won + lost === 0 ? null : won / (won + lost),
		};
	});
}
