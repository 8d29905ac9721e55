import { describe, expect, it } from 'vitest';
import { parseDateText } from '../../../src/core/cells/date-text.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';

const day = (text: string): number | null => {
	const parsed = parseDateText(text);
	return parsed === null || parsed.parts !== null ? null : parsed.day + parsed.timeMs / 86_400_000;
};

describe('dates with a month in words', () => {
	const MARCH = calendarDay(2026, 3, 5);
	it.each([
		'5 March 2026',
		'5 Mar 2026',
		'5. Mar. 2026',
		'March 5, 2026',
		'Mar 5 2026',
		'2026 March 5',
		'5-Mar-2026',
		'March 5, 2026 at 00:00',
	])('%s', (text) => expect(day(text)).toBe(MARCH));
	it.each(['5 Foo 2026', 'Foo 5, 2026', '2026 Foo 5', '5 M.a.r 2026', '32 March 2026', 'March 2026 at'])(
		'%s is none',
		(text) => expect(day(text)).toBeNull(),
	);
	it('may be followed by a time after commas and spaces', () => {
		expect(day('5 March 2026,  12:00')).toBe(MARCH + 0.5);
		expect(day('March 5, 2026 at 18:00')).toBe(MARCH + 0.75);
	});
});
