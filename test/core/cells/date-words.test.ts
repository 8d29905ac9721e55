/** Weekdays, `at` and other words around a date in every language, as programs and people write them. */
import { describe, expect, it } from 'vitest';
import { parseDateText } from '../../../src/core/cells/date-text.ts';
import { LANGUAGES } from '../../../src/core/vocabulary/languages/index.ts';

const DAY_MS = 86_400_000;
const MINUTE = 60_000;
const AFTERNOON = (14 * 60 + 35) * MINUTE;
/** Each month and each day of the week. */
const DAYS = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 14 + month) / DAY_MS);

const STYLES: readonly Intl.DateTimeFormatOptions[] = [
	{ dateStyle: 'full' },
	{ dateStyle: 'long' },
	{ dateStyle: 'medium' },
	{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
	{ dateStyle: 'full', timeStyle: 'short' },
	{ dateStyle: 'medium', timeStyle: 'short' },
];

describe.each(LANGUAGES.map(({ code, name }) => [name, code] as const))('%s', (_, code) => {
	it.each(STYLES.map((style) => [JSON.stringify(style), style] as const))('reads %s', (_text, style) => {
		const format = new Intl.DateTimeFormat(code, {
			...style,
			timeZone: 'UTC',
			calendar: 'gregory',
			numberingSystem: 'latn',
		});
		for (const day of DAYS) {
			const text = format.format(day * DAY_MS + AFTERNOON);
			const timeMs = style.timeStyle === undefined ? 0 : AFTERNOON;
			const read = parseDateText(text);
			expect({ text, timeMs: read?.timeMs }).toEqual({ text, timeMs });
			if (read?.parts == null) expect({ text, day: read?.day }).toEqual({ text, day });
			else expect({ text, parts: read.parts[2] }).toEqual({ text, parts: 2024 });
		}
	});
});

it.each([
	['Di., 05.03.2024', [5, 3, 2024]],
	['mar. 05/03/2024', [5, 3, 2024]],
	['di 05-03-2024', [5, 3, 2024]],
	['T3, 05/03/2024', [5, 3, 2024]],
	['05.03.2024 Salı', [5, 3, 2024]],
	['05/03/24, 14.35', [5, 3, 24]],
	['14:35 5/3/24', [5, 3, 24]],
])('%s keeps its three numbers', (text, parts) => expect(parseDateText(text)?.parts).toEqual(parts));

it.each([
	['ngày 5 tháng 3 năm 2024', '2024-03-05'],
	['le 1er mars 2024', '2024-03-01'],
	['mardi 5 mars 2024 à 14h30', '2024-03-05'],
	['wtorek, 5 marca 2024 r.', '2024-03-05'],
	['вторник, 5 марта 2024 года', '2024-03-05'],
	['2024/03/05(火)', '2024-03-05'],
	['2024. 03. 05. (화)', '2024-03-05'],
	['2024年3月5日（週二）', '2024-03-05'],
	['2024年3月3日日曜日', '2024-03-03'],
	['2024年3月5日 下午2点30分', '2024-03-05'],
	['mar 5 mar 2024', '2024-03-05'],
	['Mar 5, 2024', '2024-03-05'],
	['Sun, Mar 3, 2024', '2024-03-03'],
])('%s is %s', (text, iso) => expect(parseDateText(text)?.day).toBe(Date.parse(iso) / DAY_MS));

it.each([
	['2568-01-10', '2025-01-10'],
	['29 February 2567', '2024-02-29'],
	['25680110', '2025-01-10'],
])('%s in a Buddhist year is %s', (text, iso) => expect(parseDateText(text)?.day).toBe(Date.parse(iso) / DAY_MS));

it('10/01/2568 keeps its numbers with the year of today', () =>
	expect(parseDateText('10/01/2568')?.parts).toEqual([10, 1, 2025]));

it.each([
	['114/01/06', '2025-01-06'],
	['113.12.31', '2024-12-31'],
	['114-2-3', '2025-02-03'],
	['2025/01/06', '2025-01-06'],
])('%s, perhaps in a year of Taiwan, is %s', (text, iso) =>
	expect(parseDateText(text)?.day).toBe(Date.parse(iso) / DAY_MS),
);

it.each([
	'114/13/06',
	'114/01',
	'114.5',
	'214/01/06',
	'150/01/06',
	'2526-01-10',
	'2604-01-10',
	'10 January 2532',
	'25260110',
	'Monday',
	'Di 5',
	'May 2024 r',
	'mar 2024',
	'Fr 3 Angebot 2024',
	'2024年3月',
	'Sat 4 of 5',
	'Thứ 3',
	'T3, 5',
])('%s is not a day', (text) => expect(parseDateText(text)).toBeNull());
