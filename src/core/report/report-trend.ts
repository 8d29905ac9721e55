/** Twelve months of closed deals, by their close date. */

import type { Days } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import { amountTotal } from '../statistics/amount-sums.ts';
import { cohortDays } from '../statistics/cohort.ts';
import type { Selection } from '../statistics/selection.ts';
import { type SlotBlock, slotAmounts, slotCounts } from '../statistics/slot-sums.ts';
import { statisticsOf } from '../statistics/statistics.ts';
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

/** Slot by month, MONTHS for deals of other months. @param starts as of monthStarts */
function slotsByMonth(days: Days, { deals }: Selection, starts: readonly number[]): SlotBlock {
	const first = existing(starts[0]);
	const monthOfDay = new Uint8Array(existing(starts[MONTHS]) - first);
	for (let month = 0; month < MONTHS; month++) monthOfDay.fill(month, existing(starts[month]) - first);
	return (from, to, slots) => {
		for (let i = from; i < to; i++) {
			const day = existing(days[deals === null ? i : existing(deals[i])]) - first;
			slots[i - from] = day >= 0 && day < monthOfDay.length ? existing(monthOfDay[day]) : MONTHS;
		}
	};
}

/** The last of the days up to a limit; -Infinity when there is none. */
function lastUntil(limit: number, days: Days, { deals, count }: Selection): number {
	let last = Number.NEGATIVE_INFINITY;
	inBlocks(0, count, (from, to) => {
		for (let i = from; i < to; i++) {
			const day = existing(days[deals === null ? i : existing(deals[i])]);
			if (day > last && day <= limit) last = day;
		}
	});
	return last;
}

/**
 * The twelve months up to the end of the period, or up to the last closing when no later one is asked for.
 * @param until last day of the period; null without one
 */
export function reportTrend(pipeline: Pipeline, selection: Selection, until: number | null): ReportMonth[] {
	const days = cohortDays(pipeline, 'closed');
	if (days === null) return [];
	const { won, lost } = statisticsOf(pipeline, selection).ended();
	// Dates in the future are mistakes, and no end of a trend.
	const last = Math.max(...[won, lost].map((ended) => lastUntil(pipeline.asOfDay, days, ended)));
	if (last === Number.NEGATIVE_INFINITY) return [];
	const starts = monthStarts(until === null ? last : Math.min(until, pipeline.asOfDay));
	const [slotsOfWon, slotsOfLost] = [slotsByMonth(days, won, starts), slotsByMonth(days, lost, starts)];
	const [wonDeals, lostDeals] = [slotCounts(won, MONTHS + 1, slotsOfWon), slotCounts(lost, MONTHS + 1, slotsOfLost)];
	const column = pipeline.opportunities.amounts();
	const amounts = column === null ? null : slotAmounts(won, MONTHS + 1, slotsOfWon, column);
	return starts.slice(0, MONTHS).map((start, month) => {
		const [won, lost] = [existing(wonDeals[month]), existing(lostDeals[month])];
		const wonAmount = amounts === null ? null : amountTotal(amounts, (slot) => slot === month).sum;
		return {
			month: calendarLabel(start, 'month'),
			won,
			lost,
			wonAmount,
			winRate: won + lost === 0 ? null : won / (won + lost),
		};
	});
}
