/** Months, quarters and years as labels that sort in time order. Not here: days (calendar-day.ts), spans of days (period.ts). */
import { dayText } from './calendar-day.ts';

export type CalendarUnit = 'month' | 'quarter' | 'year';

/** The month, quarter or year of a calendar day: `2026-03`, `2026-Q1`, `2026`; '' for NaN. */
export function calendarLabel(day: number, unit: CalendarUnit): string {
	const month = dayText(day).slice(0, 7);
	if (unit === 'month' || month === '') return month;
	const year = month.slice(0, 4);
	return unit === 'year' ? year : `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}
