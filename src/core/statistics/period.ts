/**
 * A span of calendar days, read from the words of a formula or of the sidebar: `2026-Q1`, `2026-03`, `2026`,
 * `2026-01-01..2026-03-31`, `last 90 days`, `last 12 months`.
 * Belongs here: reading it and the period before it. Not here: which deals fall into it (selection.ts).
 */

import { textKey } from '../cells/text-key.ts';
import { existing } from '../speed/existing.ts';
import { calendarDay, dayText } from '../time/calendar-day.ts';
import { calendarLabel, nextUnit } from '../time/calendar-unit.ts';

/** Both ends included, in days since 1970-01-01. */
export interface Period {
	readonly first: number;
	readonly last: number;
	/** Months that it spans when it is made of whole calendar months, else null. */
	readonly months: number | null;
}

/** First day of the month that lies `offset` months after January of the year. */
const monthStart = (year: number, offset: number): number =>
	calendarDay(year + Math.floor(offset / 12), offset - 12 * Math.floor(offset / 12) + 1, 1);

/**
 * `months` whole months from a first month (1..12, which may roll over the year); null outside the years that are
 * supported.
 */
function wholeMonths(year: number, month: number, months: number): Period | null {
	const period = { first: monthStart(year, month - 1), last: monthStart(year, month - 1 + months) - 1, months };
	return period.first <= period.last ? period : null;
}

function isoDay(text: string): number {
	const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text.trim());
	return parts === null ? Number.NaN : calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** So many calendar months that end with the month of the as-of day, of which only the days up to it; null for none. */
function lastMonths(count: number, asOfDay: number): Period | null {
	const today = dayText(asOfDay);
	const first = monthStart(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - count);
	return count > 0 ? { first, last: asOfDay, months: null } : null;
}

/** @returns null when the text names no period. `asOfDay` is the last day of `last n days` and `last n months`. */
export function readPeriod(text: string, asOfDay: number): Period | null {
	const word = textKey(text);
	const calendar = /^(\d{4})(?:-(?:q([1-4])|(\d{1,2})))?$/u.exec(word);
	if (calendar !== null) {
		const year = Number(calendar[1]);
		if (calendar[2] !== undefined) return wholeMonths(year, Number(calendar[2]) * 3 - 2, 3);
		if (calendar[3] === undefined) return wholeMonths(year, 1, 12);
		const month = Number(calendar[3]);
		return month >= 1 && month <= 12 ? wholeMonths(year, month, 1) : null;
	}
	const days = /^last (\d{1,5}) days?$/u.exec(word);
	if (days !== null)
		return Number(days[1]) > 0 ? { first: asOfDay - Number(days[1]) + 1, last: asOfDay, months: null } : null;
	const months = /^last (\d{1,3}) months?$/u.exec(word);
	if (months !== null) return lastMonths(Number(months[1]), asOfDay);
	const ends = word.split('..');
	const first = isoDay(existing(ends[0]));
	const last = isoDay(existing(ends[ends.length - 1]));
	return ends.length <= 2 && first <= last ? { first, last, months: null } : null;
}

/** The period of the same length that ends the day before: the month, quarter or year before for whole ones. */
export function periodBefore(period: Period): Period {
	const before = { first: 2 * period.first - period.last - 1, last: period.first - 1, months: null };
	if (period.months === null) return before;
	const start = dayText(period.first);
	return wholeMonths(Number(start.slice(0, 4)), Number(start.slice(5, 7)) - period.months, period.months) ?? before;
}

/** The last quarter that is over. */
export function lastQuarter(day: number): string {
	const isOver = nextUnit(day, 'quarter') === day + 1;
	if (isOver) return calendarLabel(day, 'quarter');
	let last = day;
	while (calendarLabel(last, 'quarter') === calendarLabel(day, 'quarter')) last--;
	return calendarLabel(last, 'quarter');
}
