import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { parseDateText } from '../../../src/core/cells/date-text.ts';
import { knownRows, readAll } from '../../../src/core/table/column-reader.ts';
import { dateReader, readDates } from '../../../src/core/table/date-column.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { dayTexts } from '../pipeline-of.ts';

const read = (cells: readonly Cell[], locale = 'en_US', zone = 'UTC') => {
	const grid = cells.map((cell) => [cell]);
	const column = readDates(grid, Int32Array.from(cells.keys()), 0, timeZone(zone), locale);
	return {
		days: dayTexts(column.days),
		hasTime: column.hasTime,
		codes: column.issues.map(({ code, row }) => `${code}@${row}`),
	};
};

describe('years of another era', () => {
	it.each([
		['2568-01-10', '2569-02-11', '2025-01-10', '2026-02-11'],
		['31/01/2568', '11/02/2569', '2025-01-31', '2026-02-11'],
		['114/01/10', '115/02/11', '2025-01-10', '2026-02-11'],
		['10 January 2568', '11 Feb 2569', '2025-01-10', '2026-02-11'],
	])('are read where the column writes them: %s, %s', (first, second, one, other) =>
		expect(read([first, '', second], 'en_GB')).toEqual({ days: [one, '', other], hasTime: false, codes: [] }),
	);

	it.each([
		['2566-01-10', '2026-01-11', '2026-01-12'],
		['2566-01-10T09:05:00Z', '2026-01-11', '2026-01-12'],
		['10/01/2566', '13/01/2026', '14/01/2026'],
		['126/01/10', '2026/01/11', '2026/01/12'],
		['10 January 2566', '11 January 2026', '12 January 2026'],
	])('are slips that are listed where the other dates are of ours: %s among %s, %s', (slip, ...others) => {
		const { days, codes } = read([others[0] ?? '', slip, ...others]);
		expect([days[1], codes]).toEqual(['', ['notADate@1']]);
	});

	it('are slips among cells that are dates', () => {
		const date = new Date('2026-01-11');
		expect(read(['2566-01-10', date, date]).codes).toEqual(['notADate@0']);
	});

	it('of no deal are slips in a column of such years too', () =>
		expect(read(['2568-01-10', '2569-02-11', '2468-02-11']).codes).toEqual(['notADate@2']));
});

describe('one text', () => {
	it.each([
		['2023-12-13', '2023-12-13'],
		['2023.12.13', '2023-12-13'],
		['2023/1/3', '2023-01-03'],
		['20231213', '2023-12-13'],
		['2023年12月13日', '2023-12-13'],
		['２０２３年１２月１３日', '2023-12-13'],
		['13-Dec-2023', '2023-12-13'],
		['Dec 13, 2023', '2023-12-13'],
		['December 13th, 2023', '2023-12-13'],
		['Wed, 13 Dec 2023', '2023-12-13'],
		['13. Dezember 2023', '2023-12-13'],
		['13 de diciembre de 2023', '2023-12-13'],
		['13 déc. 2023', '2023-12-13'],
		['29-Feb-24', '2024-02-29'],
		['2023-12-13 ', '2023-12-13'],
	])('reads %s', (text, day) => expect(read([text])).toEqual({ days: [day], hasTime: false, codes: [] }));

	it.each([
		'2024-02-30',
		'2023-02-29',
		'Q3 2024',
		'TBD',
		'Deal 12',
		'Dec 2023',
		'2023-13-01',
		'32/01/2024',
		'soon',
		'12:30',
		'=1+1',
		'1,5',
		'May',
		'13 Foo 2023',
	])('%s is listed as no date', (text) =>
		expect(read([text, '2024-01-01'])).toEqual({ days: ['', '2024-01-01'], hasTime: false, codes: ['notADate@0'] }),
	);

	it.each([
		['15 Apr, 2021 00:02:00', '2021-04-15T00:02:00.000Z'],
		['2011-10-01T00:38:44.546+02:00', '2011-09-30T22:38:44.546Z'],
		['2021-04-15 3:04 PM', '2021-04-15T15:04:00.000Z'],
		['2021年4月15日 下午3:04', '2021-04-15T15:04:00.000Z'],
		['2021-04-15T10:00:00.000+0000', '2021-04-15T10:00:00.000Z'],
		['4/15/2021 12:30 am', '2021-04-15T00:30:00.000Z'],
	])('reads the time of %s', (text, instant) =>
		expect(read([text])).toEqual({ days: [instant], hasTime: true, codes: [] }),
	);

	it('takes a time that does not exist for no date', () => expect(parseDateText('2021-04-15 25:00')).toBeNull());
});

describe('order of day and month', () => {
	it('is decided by one value for the whole column', () => {
		expect(read(['01/02/2023', '31/12/2023']).days).toEqual(['2023-02-01', '2023-12-31']);
		expect(read(['01/02/2023', '12/31/2023'], 'de').days).toEqual(['2023-01-02', '2023-12-31']);
	});
	it.each(['31/02/2025', '00/00/0000', '99/99/2025'])('is not voted for by %s, which is listed', (text) => {
		expect(read([text, '25/03/2025', '06/09/2025'], 'en_US').days.slice(1)).toEqual(['2025-03-25', '2025-09-06']);
		expect(read(['3/25/2025', text, '9/6/2025'], 'de')).toMatchObject({ codes: ['notADate@1'] });
		expect(read(['3/25/2025', '9/6/2025', text], 'de').days.slice(0, 2)).toEqual(['2025-03-25', '2025-09-06']);
	});
	it('comes from the locale when every value is open', () => {
		expect(read(['01/02/2023'], 'en_US').days).toEqual(['2023-01-02']);
		expect(read(['01/02/2023'], 'en_GB').days).toEqual(['2023-02-01']);
		expect(read(['01.02.2023'], 'de_DE').days).toEqual(['2023-02-01']);
	});
	it('is never month first where dots stand between the numbers', () => {
		expect(read(['01.02.2023', '3.4.2023'], 'en_US').days).toEqual(['2023-02-01', '2023-04-03']);
		expect(read(['01.02.2023 10:30'], 'en_US').days).toEqual(['2023-02-01T10:30:00.000Z']);
		expect(read(['12.31.2023'], 'de_DE').days).toEqual(['2023-12-31']);
	});
	it('comes from the other date columns of the table where its own values are open, before the locale', () => {
		const order = (rows: Cell[][], locale: string) => {
			const source = knownRows(rows, Int32Array.from(rows.keys()));
			return dayTexts(readAll(dateReader(source, 0, timeZone('UTC'), locale, [1, 2]), source).days);
		};
		expect(
			order(
				[
					['01/02/2023', '31/12/2023', ''],
					['', '01/02/2023', 'TBD'],
				],
				'en_US',
			),
		).toEqual(['2023-02-01', '']);
		expect(order([['01/02/2023', '12/31/2023', '01/02/2023']], 'en_GB')).toEqual(['2023-01-02']);
		// Two that contradict each other say nothing.
		expect(order([['01/02/2023', '12/31/2023', '31/12/2023']], 'en_GB')).toEqual(['2023-02-01']);
		expect(order([['01/02/2023', '03/04/2023', 45_000]], 'en_US')).toEqual(['2023-01-02']);
	});
	it('of two-digit years is seen from the end that varies less', () => {
		expect(read(['20-10-16', '25-11-16', '01-03-17', '07-03-17'], 'zh_CN').days).toEqual([
			'2016-10-20',
			'2016-11-25',
			'2017-03-01',
			'2017-03-07',
		]);
		expect(read(['16-10-20', '16-11-25', '17-03-01', '17-03-07'], 'en_US').days).toEqual([
			'2016-10-20',
			'2016-11-25',
			'2017-03-01',
			'2017-03-07',
		]);
	});
	it('that stays mixed leaves out what could be two days and reads the rest', () => {
		expect(read(['31/12/2023', '12/31/2023', '01/02/2023', '05/05/2023'])).toEqual({
			days: ['2023-12-31', '2023-12-31', '', '2023-05-05'],
			hasTime: false,
			codes: ['ambiguousDate@2'],
		});
	});
});

describe('serial numbers', () => {
	it('are read when the column is mostly dates', () => {
		expect(read([45_273, '2023-12-14', '2023-12-15']).days).toEqual(['2023-12-13', '2023-12-14', '2023-12-15']);
	});
	it('that spreadsheets disagree about are listed', () => {
		expect(read([0, 1, 60, -5, '2023-12-14', '2023-12-15', '2023-12-16', '2023-12-17'])).toEqual({
			days: ['', '', '', '', '2023-12-14', '2023-12-15', '2023-12-16', '2023-12-17'],
			hasTime: false,
			codes: ['serialOutOfRange@0', 'serialOutOfRange@1', 'serialOutOfRange@2', 'serialOutOfRange@3'],
		});
	});
	it('in a column of other numbers are no dates', () =>
		expect(read([1, 2, 3]).codes).toEqual(['notADate@0', 'notADate@1', 'notADate@2']));
});

describe('date cells', () => {
	it('are the calendar day in the spreadsheet’s time zone, also across a change of the clock', () => {
		const shanghai = timeZone('Asia/Shanghai');
		const berlin = timeZone('Europe/Berlin');
		const midnight = (zone: typeof berlin, day: number) => new Date(zone.instantOf(day * 86_400_000));
		expect(read([midnight(shanghai, 19_704)], 'zh_CN', 'Asia/Shanghai')).toEqual({
			days: ['2023-12-13'],
			hasTime: false,
			codes: [],
		});
		const march = [19_446, 19_447, 19_448].map((day) => midnight(berlin, day));
		expect(read(march, 'de_DE', 'Europe/Berlin')).toEqual({
			days: ['2023-03-30', '2023-03-31', '2023-04-01'].map((_, i) =>
				new Date((19_446 + i) * 86_400_000).toISOString().slice(0, 10),
			),
			hasTime: false,
			codes: [],
		});
	});
	it('with a time make the whole column instants', () => {
		const column = read([new Date('2023-07-01T08:30:00Z'), new Date('2023-06-30T22:00:00Z')], 'de_DE', 'Europe/Berlin');
		expect(column).toEqual({
			days: ['2023-07-01T08:30:00.000Z', '2023-06-30T22:00:00.000Z'],
			hasTime: true,
			codes: [],
		});
	});
	it('that hold no valid time are listed', () => expect(read([new Date(Number.NaN)]).codes).toEqual(['notADate@0']));
});

it('placeholders and formula errors are told apart from wrong dates', () => {
	expect(read(['NA', 'null', '-', '#REF!', 'Loading...', ' ', '\u00a0', '2023-01-01']).codes).toEqual([
		'placeholderText@0',
		'placeholderText@1',
		'placeholderText@2',
		'formulaError@3',
		'formulaError@4',
	]);
});
