/** Calendar days as numbers: days since 1970-01-01 in the Gregorian calendar. Not here: time zones, text. */
import { existing } from '../speed/existing.ts';

export const DAY_MS = 86_400_000;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days since 1970-01-01; NaN for a day that does not exist (2024-02-30) or a year outside 1900..2199. */
export function calendarDay(year: number, month: number, day: number): number {
	if (!(year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
	const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	if (day > (month === 2 && isLeap ? 29 : existing(MONTH_DAYS[month - 1]))) return Number.NaN;
	// March-based year: the leap day is its last day, so that months need no table.
	const shifted = month > 2 ? year : year - 1;
	const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
	return (
		shifted * 365 +
		Math.floor(shifted / 4) -
		Math.floor(shifted / 100) +
		Math.floor(shifted / 400) +
		dayOfYear -
		719_468
	);
}

/** `YYYY-MM-DD` of a number of days since 1970-01-01 (a fraction is cut); '' for NaN. */
export function dayText(days: number): string {
	return Number.isFinite(days) ? new Date(Math.floor(days) * DAY_MS).toISOString().slice(0, 10) : '';
}
