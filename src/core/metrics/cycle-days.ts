/**
 * Days from creation to closing of won and of lost deals: the layer of the statistics that touches both date columns.
 * Left out: a missing date, closed before created, closed after the as-of day. Not here: days in one stage (funnel/).
 */

import { inBlocks } from '../blocks.ts';
import { DAY_MS } from '../calendar-day.ts';
import type { DateColumn } from '../opportunity.ts';
import type { Pipeline } from '../pipeline.ts';
import { compensatedSum } from '../stats/compensated-sum.ts';
import { quantileOf, quantileOfCounts } from '../stats/quantile.ts';
import type { EndedDeals } from './ended-deals.ts';
import type { Selection } from './selection.ts';

export interface CycleDays {
	readonly won: Float64Array;
	readonly lost: Float64Array;
	/** Deals of the kind that could not be used. */
	readonly excludedWon: number;
	readonly excludedLost: number;
}

/** Above this many days a value is sorted, not counted. */
const HISTOGRAM_DAYS = 16_384;

/** Both columns on one scale: instants when both carry a time of day, calendar days otherwise. */
function comparable(column: DateColumn, other: DateColumn, pipeline: Pipeline): Float64Array {
	if (column.hasTime === other.hasTime || !column.hasTime) return column.days;
	return column.days.map((days) => (!Number.isNaN(days) ? pipeline.timeZone.dayOf(days * DAY_MS) : days));
}

/** @returns how many of the days are filled now */
function gatherBlock(
	created: Float64Array,
	closed: Float64Array,
	limit: number,
	deals: Int32Array | null,
	from: number,
	to: number,
	days: Float64Array,
	before: number,
): number {
	let filled = before;
	for (let i = from; i < to; i++) {
		const deal = deals === null ? i : (deals[i] as number);
		const end = closed[deal] as number;
		const length = end - (created[deal] as number);
		if (length >= 0 && end <= limit) days[filled++] = length;
	}
	return filled;
}

/** @returns null when one of the two date columns is missing. */
export function cycleDays(pipeline: Pipeline, { won, lost }: EndedDeals): CycleDays | null {
	const created = pipeline.opportunities.date('created');
	const closed = pipeline.opportunities.date('closed');
	if (created === null || closed === null) return null;
	const begin = comparable(created, closed, pipeline);
	const end = comparable(closed, created, pipeline);
	const limit = created.hasTime && closed.hasTime ? pipeline.asOf : pipeline.asOfDay;
	const lengths = ({ deals, count }: Selection): Float64Array => {
		const days = new Float64Array(count);
		let filled = 0;
		inBlocks(0, count, (from, to) => {
			filled = gatherBlock(begin, end, limit, deals, from, to, days, filled);
		});
		return days.subarray(0, filled);
	};
	const [wonDays, lostDays] = [lengths(won), lengths(lost)];
	return { won: wonDays, lost: lostDays, excludedWon: won.count - wonDays.length, excludedLost: lost.count - lostDays.length };
}

/** Null without durations. */
export function meanDays(durations: Float64Array): number | null {
	return durations.length === 0 ? null : compensatedSum(durations) / durations.length;
}

/** Quantile without sorting while the days are whole and few; null without durations. */
export function quantileDays(durations: Float64Array, p: number): number | null {
	const counts = new Int32Array(HISTOGRAM_DAYS);
	let last = 0;
	for (const days of durations) {
		if (days >= HISTOGRAM_DAYS || days % 1 !== 0) return quantileOf(durations, p);
		counts[days] = (counts[days] as number) + 1;
		if (days > last) last = days;
	}
	return quantileOfCounts(counts.subarray(0, last + 1), p);
}
