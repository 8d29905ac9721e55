/**
 * Columns of which a program has read half in the wrong order: days up to 12 became dates with day and month swapped,
 * all others stayed texts. Not here: the order of the texts (date-order.ts).
 */
import type { DateText } from '../cells/date-text.ts';
import { existing } from '../speed/existing.ts';
import { calendarDay, DAY_MS } from '../time/calendar-day.ts';

/** Dates and texts that there must be of each, and how improbable their days must be otherwise. */
const FEWEST = 3;
const CHANCE = 1e-3;
/** Share of days of a month that are beyond 12, and that are not. */
const BEYOND = 19 / 31;
const WITHIN = 12 / 31;

const monthDay = (day: number): { readonly month: number; readonly date: number; readonly year: number } => {
	const instant = new Date(Math.floor(day) * DAY_MS);
	return { month: instant.getUTCMonth() + 1, date: instant.getUTCDate(), year: instant.getUTCFullYear() };
};

const distinct = (values: readonly number[]): number => new Set(values).size;

/**
 * Whether the dates among the values of a column are swapped: every text has a day beyond 12, no date has one, and the
 * days of the dates are as the months of the texts are. Dates of each first of a month are not: their days are all
 * alike, the months of the texts are not.
 * @param dates days of the cells that are dates already
 * @param texts those that state their day and month, as they are read
 */
export function areSwapped(dates: readonly number[], texts: readonly number[]): boolean {
	if (dates.length < FEWEST || texts.length < FEWEST) return false;
	const wrong = dates.map(monthDay);
	const right = texts.map(monthDay);
	if (!right.every(({ date }) => date > 12) || !wrong.every(({ date }) => date <= 12)) return false;
	if (BEYOND ** texts.length * WITHIN ** dates.length > CHANCE) return false;
	const months = right.map(({ month }) => month);
	const days = wrong.map(({ date }) => date);
	const [low, high] = [Math.min(...months), Math.max(...months)];
	const within = days.filter((day) => day >= low && day <= high).length;
	return within >= days.length * 0.9 && distinct(days) * 2 >= distinct(months);
}

/** The day that was meant; a time of day stays. */
export function swappedBack(day: number): number {
	const { year, month, date } = monthDay(day);
	return calendarDay(year, date, month) + (day - Math.floor(day));
}

/**
 * Whether a text writes its date in numbers and may have been swapped with the date cells: year first, and without a
 * time of its zone.
 */
export const mayBeSwapped = (text: DateText, written: string): boolean =>
	text.parts === null && text.offsetMs === null && /^\s*\d{4}\D\d{1,2}\D\d{1,2}/u.test(written);

/** Entries of a column that are swapped; none where the column as a whole is not. */
export function swappedEntries(
	dates: readonly number[],
	texts: readonly number[],
	days: ArrayLike<number>,
): readonly number[] {
	const dayOf = (entry: number): number => existing(days[entry]);
	return areSwapped(dates.map(dayOf), texts.map(dayOf)) ? dates : [];
}
