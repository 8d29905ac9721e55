/** Days on one scale: calendar days when no value of a column carries a time, instants in UTC days otherwise. */

import type { DateColumn } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import type { TimeZone } from '../time/time-zone.ts';

/** The as-of instant on the scale of values that carry a time or do not. */
export function asOfOn(pipeline: Pipeline, hasTime: boolean): number {
	return hasTime ? pipeline.asOf : pipeline.asOfDay;
}

/**
 * A column's value on that scale; a whole day becomes its first instant in the time zone, an instant its calendar day.
 * NaN stays.
 */
export function dayOn(column: DateColumn, deal: number, hasTime: boolean, zone: TimeZone): number {
	const day = existing(column.days[deal]);
	if (column.hasTime === hasTime || Number.isNaN(day)) return day;
	return hasTime ? zone.instantOf(day * DAY_MS) / DAY_MS : zone.dayOf(day * DAY_MS);
}

/**
 * Days from one value of the scale to another. Instants count to the millisecond: what a double of days since 1970 adds
 * beyond that is noise, which would tear equal durations apart.
 */
export function daysBetween(from: number, to: number, hasTime: boolean): number {
	return hasTime ? Math.round((to - from) * DAY_MS) / DAY_MS : to - from;
}
