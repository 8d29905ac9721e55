/** Months, quarters and years as labels that sort in time order. Not here: days (calendar-day.ts), spans of days (period.ts). */
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
