import { describe, expect, it } from 'vitest';
import { calendarDay, dayText } from '../../../src/core/time/calendar-day.ts';
import { type CalendarUnit, calendarLabel } from '../../../src/core/time/calendar-unit.ts';

const DAY_MS = 86_400_000;

describe('days of the calendar', () => {
	it('are those of the Gregorian calendar, on each first and last day of a month from 1900 to 2199', () => {
		for (let year = 1900; year < 2200; year++) {
			for (let month = 1; month <= 12; month++) {
				const first = Date.UTC(year, month - 1, 1) / DAY_MS;
				const last = Date.UTC(year, month, 0);
				const lastDate = new Date(last).getUTCDate();
				if (
					calendarDay(year, month, 1) !== first ||
					calendarDay(year, month, lastDate) !== last / DAY_MS ||
					!Number.isNaN(calendarDay(year, month, lastDate + 1))
				)
					expect.fail(`${year}-${month}`);
			}
		}
	});
	it('do not exist outside of months, days and the years that are read', () => {
		for (const [year, month, day] of [
			[1899, 12, 31],
			[2200, 1, 1],
			[2026, 0, 1],
			[2026, 13, 1],
			[2026, 1, 0],
			[2026, 2, 29],
			[2100, 2, 29],
			[2026, Number.NaN, 1],
			[Number.NaN, 1, 1],
		] as [number, number, number][])
			expect(calendarDay(year, month, day)).toBeNaN();
		expect([calendarDay(2000, 2, 29), calendarDay(2024, 2, 29)]).toEqual([11_016, 19_782]);
	});
	it('are written as dates, a part of a day left out', () => {
		expect([
			dayText(0),
			dayText(20_780.99),
			dayText(-0.5),
			dayText(Number.NaN),
			dayText(Number.POSITIVE_INFINITY),
		]).toEqual(['1970-01-01', '2026-11-23', '1969-12-31', '', '']);
	});
});

describe('months, quarters and years', () => {
	it.each<[CalendarUnit, string[]]>([
		['month', ['2026-01', '2026-09', '2026-10', '2026-12']],
		['quarter', ['2026-Q1', '2026-Q3', '2026-Q4', '2026-Q4']],
		['year', ['2026', '2026', '2026', '2026']],
	])('as labels of a %s', (unit, expected) => {
		const days = [
			calendarDay(2026, 1, 31),
			calendarDay(2026, 9, 30),
			calendarDay(2026, 10, 1),
			calendarDay(2026, 12, 31) + 0.9,
		];
		expect(days.map((day) => calendarLabel(day, unit))).toEqual(expected);
	});
	it('of no day are blank', () =>
		expect([calendarLabel(Number.NaN, 'month'), calendarLabel(Number.NEGATIVE_INFINITY, 'year')]).toEqual(['', '']));
});
