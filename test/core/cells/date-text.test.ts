import { describe, expect, test } from 'vitest';
import { dayInOrder, parseDateText } from '../../../src/core/cells/date-text.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const day = (text: string): string | null => {
	const found = parseDateText(text);
	return found === null || Number.isNaN(found.day) ? null : new Date(found.day * 24 * HOUR).toISOString().slice(0, 10);
};

describe('spellings that leave no choice', () => {
	test.each([
		['2026-3-9', '2026-03-09'],
		['2026/03/09', '2026-03-09'],
		['2026年3月9日', '2026-03-09'],
		['20260309', '2026-03-09'],
		['9 March 2026', '2026-03-09'],
		['9. März 2026', '2026-03-09'],
		['9th of March, 2026', '2026-03-09'],
		['9 de marzo de 2026', '2026-03-09'],
		['9-Mar-26', '2026-03-09'],
		['9 Mar. 69', '2069-03-09'],
		['9 Mar 70', '1970-03-09'],
		['9 Mar 99', '1999-03-09'],
		['March 9, 2026', '2026-03-09'],
		['Mar. 9th 26', '2026-03-09'],
		['Sept 9 70', '1970-09-09'],
		['2026 March 9', '2026-03-09'],
		['2026-mar-09', '2026-03-09'],
		['mon, 9 march 2026', '2026-03-09'],
		['Monday 2026-03-09', '2026-03-09'],
		['9 février 2026', '2026-02-09'],
		['9 août 2026', '2026-08-09'],
		['２０２６－０３－０９', '2026-03-09'],
		['\u200e2026-03-09\u2069', '2026-03-09'],
		['  9   March\n2026 ', '2026-03-09'],
	])('%s', (text, expected) => {
		expect(day(text)).toBe(expected);
		expect(parseDateText(text)).toMatchObject({ parts: null, timeMs: 0, offsetMs: null });
	});

	test.each([
		'2026-02-30',
		'2026-13-01',
		'30 February 2026',
		'Q3 2026',
		'TBD',
		'Deal 12',
		'9 Foo 2026',
		'Foo 9 2026',
		'2026 Foo 9',
		'9 ma 2026',
		'9 fe 2026',
		'',
		'2026',
		'March 2026',
		`9 March 2026${' '.repeat(80)}`,
		'2026-03-09 24:00',
		'2026-03-09 12:60',
		'2026-03-09 12:00:60',
		'2026-03-09 13:00 pm',
		'2026-03-09 0:30 am',
	])('%s is no date', (text) => {
		expect(parseDateText(text)).toBeNull();
	});

	test('a text of eighty characters is still read', () => {
		expect(day(`9 March 2026${' '.repeat(68)}`)).toBe('2026-03-09');
	});
});

describe('spellings that the column decides', () => {
	test('keep their three numbers as written', () => {
		expect(parseDateText('03/04/2026')).toMatchObject({
			day: Number.NaN,
			parts: [3, 4, 2026],
			timeMs: 0,
			offsetMs: null,
		});
		expect(parseDateText('3.4.26')?.parts).toEqual([3, 4, 26]);
		expect(parseDateText('3/4-26')).toBeNull();
	});

	test('become the day of an order, or none', () => {
		expect(dayInOrder([3, 4, 2026], 'dmy')).toBe(calendarDay(2026, 4, 3));
		expect(dayInOrder([3, 4, 2026], 'mdy')).toBe(calendarDay(2026, 3, 4));
		expect(dayInOrder([26, 4, 3], 'ymd')).toBe(calendarDay(2026, 4, 3));
		expect(dayInOrder([26, 4, 31], 'ymd')).toBeNaN();
		expect(dayInOrder([26, 5, 31], 'ymd')).toBe(calendarDay(2026, 5, 31));
		expect(dayInOrder([26, 4, 2026], 'ymd')).toBeNaN();
		expect(dayInOrder([3, 4, 69], 'dmy')).toBe(calendarDay(2069, 4, 3));
		expect(dayInOrder([3, 4, 70], 'dmy')).toBe(calendarDay(1970, 4, 3));
		expect(dayInOrder([1, 4, 100], 'dmy')).toBe(calendarDay(100, 4, 1));
		expect(dayInOrder([13, 13, 2026], 'mdy')).toBeNaN();
	});
});

describe('times of day', () => {
	test.each([
		['00:00', 0],
		['23:59:59.999', 24 * HOUR - 1],
		['9:05', 9 * HOUR + 5 * MINUTE],
		['09:05:07.5', 9 * HOUR + 5 * MINUTE + 7500],
		['09:05:07,0420001', 9 * HOUR + 5 * MINUTE + 7042],
		['12:30 am', 30 * MINUTE],
		['12:30 p.m.', 12 * HOUR + 30 * MINUTE],
		['1:30PM', 13 * HOUR + 30 * MINUTE],
		['1:30 am', HOUR + 30 * MINUTE],
		['上午 1:30', HOUR + 30 * MINUTE],
		['下午1:30', 13 * HOUR + 30 * MINUTE],
		['午前1:30', HOUR + 30 * MINUTE],
		['午後1:30', 13 * HOUR + 30 * MINUTE],
		['9:05 Uhr', 9 * HOUR + 5 * MINUTE],
	])('%s', (time, timeMs) => {
		for (const text of [`2026-03-09 ${time}`, `9 March 2026, ${time}`, `9 March 2026 at ${time}`, `9.3.2026 ${time}`])
			expect(parseDateText(text), text).toMatchObject({ timeMs, offsetMs: null });
		expect(day(`9 March 2026 at ${time}`)).toBe('2026-03-09');
	});

	test.each([
		['Z', 0],
		[' UTC', 0],
		[' GMT', 0],
		['+02:00', 2 * HOUR],
		['-0330', -3 * HOUR - 30 * MINUTE],
		['+05', 5 * HOUR],
		[' GMT+0100 (Central European Standard Time)', HOUR],
	])('with the offset %s', (zone, offsetMs) => {
		expect(parseDateText(`2026-03-09T10:00:00${zone}`)).toEqual({
			day: calendarDay(2026, 3, 9),
			parts: null,
			timeMs: 10 * HOUR,
			offsetMs,
		});
	});
});
