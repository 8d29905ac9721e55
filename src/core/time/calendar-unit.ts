/**
 * Months, quarters and years as labels that sort in time order. Not here: days (calendar-day.ts), spans of days
 * (period.ts).
 */
import { DAY_MS } from './calendar-day.ts';

export type CalendarUnit = 'month' | 'quarter' | 'year';

/** The month, quarter or year of a calendar day: `2026-03`, `2026-Q1`, `2026`; '' for NaN. */
export function calendarLabel(day: number, unit: CalendarUnit): string {
	if (!Number.isFinite(day)) return '';
	const date = new Date(Math.floor(day) * DAY_MS);
	const year = String(date.getUTCFullYear()).padStart(4, '0');
	if (unit === 'year') return year;
	const month = date.getUTCMonth();
	return unit === 'month' ? `${year}-${month < 9 ? '0' : ''}${month + 1}` : `${year}-Q${Math.floor(month / 3) + 1}`;
}

/** First day of the month, quarter or year after that of a calendar day. */
export function nextUnit(day: number, unit: CalendarUnit): number {
	const date = new Date(Math.floor(day) * DAY_MS);
	const months = { month: 1, quarter: 3, year: 12 }[unit];
	const month = date.getUTCMonth();
	return Date.UTC(date.getUTCFullYear(), month - (month % months) + months) / DAY_MS;
}

/**
 * Last days of so many periods of whole months; the first one holds the day after the given one.
 * @param months 1 or 3
 */
export function unitEnds(day: number, periods: number, months: number): number[] {
	const unit = months === 3 ? 'quarter' : 'month';
	const ends: number[] = [];
	for (let next = day + 1; ends.length < periods; next = nextUnit(next, unit)) ends.push(nextUnit(next, unit) - 1);
	return ends;
}

/** The same day of an earlier month, or its last day when it is shorter; the last day of a month stays the last day. */
export function monthsEarlier(day: number, months: number): number {
	const date = new Date(day * DAY_MS);
	const isLast = new Date((day + 1) * DAY_MS).getUTCDate() === 1;
	const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months + 1, 0) / DAY_MS;
	return isLast
		? last
		: Math.min(last, Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate()) / DAY_MS);
}

/** First day of the month or quarter of a day. @param months 1 or 3 */
export function firstOfUnit(day: number, months: number): number {
	const date = new Date(day * DAY_MS);
	const month = date.getUTCMonth();
	return Date.UTC(date.getUTCFullYear(), month - (month % months), 1) / DAY_MS;
}
