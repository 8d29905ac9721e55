import { describe, expect, it } from 'vitest';
import { parseDateText } from '../../../src/core/cells/date-text.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { linearNumbers } from '../../support/linear-numbers.ts';

const day = (text: string): number | null => {
	const parsed = parseDateText(text);
	return parsed === null || parsed.parts !== null ? null : parsed.day + parsed.timeMs / 86_400_000;
};

/** 9 August and 12 December 2026, as they are written there. */
const WRITTEN: readonly (readonly [language: string, august: string, december: string])[] = [
	['English', '9 Aug 2026', 'December 12, 2026'],
	['German', '9. August 2026', '12. Dez. 2026'],
	['French', '9 août 2026', '12 déc. 2026'],
	['French without accents', '9 aout 2026', '12 decembre 2026'],
	['Spanish', '9 de agosto de 2026', '12 dic 2026'],
	['Portuguese', '9 de ago. de 2026', '12 de dezembro de 2026'],
	['Italian', '9 ago 2026', '12 dicembre 2026'],
	['Dutch', '9 augustus 2026', '12 dec. 2026'],
	['Polish', '9 sierpnia 2026', '12 gru 2026'],
	['Polish without accents', '9 sie 2026 r.', '12 grudnia 2026'],
	['Turkish', '9 Ağustos 2026', '12 Aralık 2026'],
	['Turkish without accents', '9 Agustos 2026', '12 Aralik 2026'],
	['Russian', '9 августа 2026 г.', '12 дек. 2026'],
	['Indonesian', '9 Agu 2026', '12 Desember 2026'],
];

describe('dates with a month in words', () => {
	it.each(WRITTEN)('of %s', (_, august, december) => {
		expect(day(august)).toBe(calendarDay(2026, 8, 9));
		expect(day(december)).toBe(calendarDay(2026, 12, 12));
	});
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

describe('the spelling of programs', () => {
	// The same moment with a blank in front takes the way through the patterns.
	const slowly = (text: string) => parseDateText(` ${text}`);
	const two = (value: number): string => String(value).padStart(2, '0');
	it('is read as the patterns read it, the impossible included', () => {
		const random = linearNumbers(7);
		const below = (limit: number): number => Math.floor(random() * limit);
		const ends = ['', 'Z', '+02:00', '-09:30', '+0200', 'z', ' +02:00', '+2:00', ' UTC', 'Z+01:00'];
		let read = 0;
		for (let i = 0; i < 20_000; i++) {
			const date = `${1880 + below(340)}-${two(below(14))}-${two(below(33))}`;
			const time = `${two(below(26))}:${two(below(62))}:${two(below(62))}`;
			const fraction = ['', '.5', '.25', '.250', '.2505', ',250', '.'][below(7)] as string;
			const text = [date, `${date}T${time}${fraction}${ends[below(10)]}`, `${date} ${time}${ends[below(10)]}`][
				below(3)
			];
			const expected = slowly(text as string);
			if (expected !== null) read++;
			expect([text, parseDateText(text as string)]).toEqual([text, expected]);
		}
		expect(read).toBeGreaterThan(5000);
	});
});
