import { describe, expect, it } from 'vitest';
import { knownRows, readAll } from '../../../src/core/table/column-reader.ts';
import { dateReader } from '../../../src/core/table/date-column.ts';
import { chanceOfFew } from '../../../src/core/table/two-digit-year.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { dayTexts } from '../pipeline-of.ts';

function read(texts: readonly string[], others: readonly string[] = [], locale = 'en_US') {
	const rows = Array.from({ length: Math.max(texts.length, others.length) }, (_, row) => [
		texts[row] ?? '',
		others[row] ?? '',
	]);
	const source = knownRows(rows, Int32Array.from(rows.keys()));
	const { days, issues } = readAll(dateReader(source, 0, timeZone('UTC'), locale, [1]), source);
	return {
		days: dayTexts(days).slice(0, texts.length),
		issues: issues.map(({ code, params }) => `${code} ${params.other ?? ''}`),
	};
}

it('the chance of few different days is that of drawing them', () => {
	expect(chanceOfFew(1, 1)).toBe(1);
	expect(chanceOfFew(2, 1)).toBeCloseTo(1 / 30, 12);
	expect(chanceOfFew(3, 2)).toBeCloseTo(1 - (29 * 28) / 900, 12);
	expect(chanceOfFew(3, 3)).toBeCloseTo(1, 12);
});

describe('a year of two digits', () => {
	it.each(['.', '/', '-'])('in a few dates is not told by chance, and said (%s)', (sign) => {
		const few = ['14.07.23', '14.05.25', '15.03.26'].map((text) => text.replaceAll('.', sign));
		expect(read(few)).toEqual({
			days: ['2023-07-14', '2025-05-14', '2026-03-15'],
			issues: ['dateOrderAssumed 2014-07-23'],
		});
	});

	it('stands where the numbers are too much alike for days', () => {
		const dates = ['14.07.23', '28.05.24', '15.03.23', '02.11.24', '30.01.23', '19.09.24', '21.06.23', '07.12.24'];
		expect(read(dates).issues).toEqual([]);
		expect(read(dates).days[0]).toBe('2023-07-14');
		const turned = dates.map((text) => text.split('.').reverse().join('.'));
		expect(read(turned)).toEqual({ days: read(dates).days, issues: [] });
	});

	it('of few dates stands where the column beside has it', () => {
		const beside = ['23.07.14', '24.05.28', '23.03.15', '24.11.02', '23.01.30', '24.09.19', '23.06.21', '24.12.07'];
		expect(read(['25.07.14', '25.07.28'], beside)).toEqual({ days: ['2025-07-14', '2025-07-28'], issues: [] });
	});

	it('of few dates stands in front where the language has it so, and is said', () => {
		expect(read(['24/05/13', '25/05/14'], [], 'ko')).toEqual({
			days: ['2024-05-13', '2025-05-14'],
			issues: ['dateOrderAssumed 2013-05-24'],
		});
	});
});
