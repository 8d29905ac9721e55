/**
 * Days from creation to closing: the layer of the statistics that touches both date columns.
 * Left out: a missing date, closed before created, closed after the as-of day. Not here: days in one stage (funnel/).
 */

import type { DateColumn, Days } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import { Durations } from '../stats/durations.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import type { Selection } from './selection.ts';

/** Eleven years; longer ones are listed. */
const MOST_DAYS = 4096;

/** Both dates of each deal on one scale. */
interface CycleDates {
	readonly begin: Days;
	readonly end: Days;
	/** Closed later than this is not closed yet. */
	readonly limit: number;
}

/** A column on the scale of both: instants when both carry a time of day, calendar days otherwise. */
function comparable(column: DateColumn, other: DateColumn, pipeline: Pipeline): Days {
	if (column.hasTime === other.hasTime || !column.hasTime) return column.days;
	return Float64Array.from(column.days, (days) =>
		!Number.isNaN(days) ? pipeline.timeZone.dayOf(days * DAY_MS) : days,
	);
}

/** Null when one of the two date columns is missing. */
function cycleDates(pipeline: Pipeline): CycleDates | null {
	const created = pipeline.opportunities.date('created');
	const closed = pipeline.opportunities.date('closed');
	if (created === null || closed === null) return null;
	return {
		begin: comparable(created, closed, pipeline),
		end: comparable(closed, created, pipeline),
		limit: created.hasTime && closed.hasTime ? pipeline.asOf : pipeline.asOfDay,
	};
}

/** Whether the days of a deal can be used; null without both columns. */
export function hasCycle(pipeline: Pipeline): ((deal: number) => boolean) | null {
	const dates = cycleDates(pipeline);
	if (dates === null) return null;
	const { begin, end, limit } = dates;
	return (deal) => existing(end[deal]) - existing(begin[deal]) >= 0 && existing(end[deal]) <= limit;
}

/** @returns false when one of the deals took no whole number of days, or very many */
function countBlock(
	{ begin, end, limit }: CycleDates,
	deals: Int32Array | null,
	from: number,
	to: number,
	byDay: Int32Array,
): boolean {
	for (let i = from; i < to; i++) {
		const deal = deals === null ? i : existing(deals[i]);
		const closed = existing(end[deal]);
		const length = closed - existing(begin[deal]);
		if (!(length >= 0 && closed <= limit)) continue;
		const day = length | 0;
		if (day !== length || day >= MOST_DAYS) return false;
		byDay[day] = existing(byDay[day]) + 1;
	}
	return true;
}

/** @returns how many of the days are filled now */
function listBlock(
	{ begin, end, limit }: CycleDates,
	deals: Int32Array | null,
	from: number,
	to: number,
	days: Float64Array,
	before: number,
): number {
	let filled = before;
	for (let i = from; i < to; i++) {
		const deal = deals === null ? i : existing(deals[i]);
		const closed = existing(end[deal]);
		const length = closed - existing(begin[deal]);
		if (length >= 0 && closed <= limit) days[filled++] = length;
	}
	return filled;
}

/** Days of the deals that can be used; null when one of the two date columns is missing. */
export function cycleDays(pipeline: Pipeline, { deals, count }: Selection): Durations | null {
	const dates = cycleDates(pipeline);
	if (dates === null) return null;
	const byDay = new Int32Array(MOST_DAYS);
	let isCounted = true;
	inBlocks(0, count, (from, to) => {
		isCounted = isCounted && countBlock(dates, deals, from, to, byDay);
	});
	if (isCounted) return Durations.counted(byDay);
	const days = new Float64Array(count);
	let filled = 0;
	inBlocks(0, count, (from, to) => {
		filled = listBlock(dates, deals, from, to, days, filled);
	});
	return Durations.listed(days.subarray(0, filled));
}
