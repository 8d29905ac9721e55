// Columns of date cells: a cell is an instant, and its day is that of the spreadsheet's own time zone.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { readDates } from '../../../src/core/table/date-column.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { countedGrid } from '../counted-grid.ts';
import { pipelineOf, stage } from '../pipeline-of.ts';

const HOUR = 3_600_000;
const NEW_YORK = 'America/New_York';
const created = (cells: Cell[], zone: string) => {
	const grid = [['Name', 'Stage', 'Created'], ...cells.map((cell, i): Cell[] => [`d${i}`, 'Lead', cell])];
	const column = pipelineOf(grid, {
		zone,
		stages: [stage('Lead', 'open'), stage('Won', 'won')],
		asOfDay: 40_000,
	}).opportunities.date('created');
	if (column === null) throw new Error('no created column');
	return {
		days: [...column.days],
		hasTime: column.hasTime,
		codes: column.issues.map(({ code, row }) => `${code}@${row}`),
	};
};
const at = (year: number, month: number, date: number, hours = 0) =>
	new Date(Date.UTC(year, month - 1, date) + hours * HOUR);

describe('midnights of the time zone', () => {
	it('are whole days, before, on and after a change of the clock, however often a day is asked for', () => {
		// On 2026-03-08 New York goes from five to four hours behind UTC.
		const cells = [
			at(2026, 3, 7, 5),
			at(2026, 3, 8, 5),
			at(2026, 3, 9, 4),
			at(2026, 3, 8, 5),
			at(2026, 7, 1, 4),
			at(2026, 7, 1, 4),
			'',
		];
		expect(created(cells, NEW_YORK)).toEqual({
			days: [
				calendarDay(2026, 3, 7),
				calendarDay(2026, 3, 8),
				calendarDay(2026, 3, 9),
				calendarDay(2026, 3, 8),
				calendarDay(2026, 7, 1),
				calendarDay(2026, 7, 1),
				Number.NaN,
			],
			hasTime: false,
			codes: [],
		});
		expect(created([at(2026, 3, 7, -8), at(2026, 3, 8, -8)], 'Asia/Shanghai').days).toEqual([
			calendarDay(2026, 3, 7),
			calendarDay(2026, 3, 8),
		]);
		expect(created([at(2026, 3, 7), at(1905, 1, 1)], 'UTC')).toEqual({
			days: [calendarDay(2026, 3, 7), calendarDay(1905, 1, 1)],
			hasTime: false,
			codes: [],
		});
	});
});

describe('times of day', () => {
	it('make the column one of instants, also on the day of a change of the clock', () => {
		const cells = [at(2026, 3, 8, 6.5), at(2026, 3, 8, 8), at(2026, 3, 8, 5), at(2026, 3, 9, 4)];
		const { days, hasTime } = created(cells, NEW_YORK);
		expect(hasTime).toBe(true);
		expect(days.map((day) => Math.round(day * 24 * 60) / 60)).toEqual(cells.map((cell) => cell.getTime() / HOUR));
	});
	it('of one cell among midnights are enough', () => {
		expect(created([at(2026, 1, 1), at(2026, 1, 2, 12)], 'UTC')).toMatchObject({
			hasTime: true,
			days: [calendarDay(2026, 1, 1), calendarDay(2026, 1, 2) + 0.5],
		});
	});
});

it('dates that are none are listed, beside cells that are dates and texts', () => {
	const cells: Cell[] = [at(2026, 1, 1), new Date(Number.NaN), '2026-01-03', 'soon', at(2026, 1, 5), 'n/a', ' '];
	expect(created(cells, 'UTC')).toEqual({
		days: [
			calendarDay(2026, 1, 1),
			Number.NaN,
			calendarDay(2026, 1, 3),
			Number.NaN,
			calendarDay(2026, 1, 5),
			Number.NaN,
			Number.NaN,
		],
		hasTime: false,
		codes: ['notADate@2', 'notADate@4', 'placeholderText@6'],
	});
});

describe('numbers', () => {
	const D46 = 20_454 + 25_569;
	it('are serial dates where all are of our time, or where half of the column is dates', () => {
		expect(created([D46, D46 + 1], 'UTC').days).toEqual([20_454, 20_455]);
		expect(created([D46, '2026-01-05'], 'UTC')).toMatchObject({ days: [20_454, calendarDay(2026, 1, 5)], codes: [] });
		expect(created([D46, D46, '2026-01-05'], 'UTC').codes).toEqual(['notADate@1', 'notADate@2']);
		expect(created(['2026-01-05', '2026-01-06', 'soon', D46], 'UTC')).toMatchObject({
			codes: ['notADate@3'],
			days: [calendarDay(2026, 1, 5), calendarDay(2026, 1, 6), Number.NaN, 20_454],
		});
	});
	it('outside of what spreadsheets agree about are listed', () => {
		expect(created(['2026-01-05', '2026-01-06', 5, 4_000_000], 'UTC').codes).toEqual([
			'serialOutOfRange@3',
			'serialOutOfRange@4',
		]);
	});
	it('with a fraction are a time of day', () =>
		expect(created(['2026-01-05', D46 + 0.25], 'UTC')).toMatchObject({
			hasTime: true,
			days: [calendarDay(2026, 1, 5), 20_454.25],
		}));
});

describe('the order of day and month', () => {
	const texts = (cells: string[], locale: string) => {
		const grid = [['Name', 'Stage', 'Created'], ...cells.map((cell, i): Cell[] => [`d${i}`, 'Lead', cell])];
		const column = pipelineOf(grid, { locale, stages: [stage('Lead', 'open')] }).opportunities.date('created');
		return [
			[...(column?.days ?? [])].map((day) =>
				Number.isNaN(day) ? '' : new Date(day * 86_400_000).toISOString().slice(5, 10),
			),
			column?.issues.map(({ code, row }) => `${code}@${row}`),
		];
	};
	it('of contradicting texts: what can be one day only is read, what could be two is asked about, what is none is refused', () => {
		expect(texts(['25/12/2025', '12/26/2025', '01/02/2026', '03/03/2026', '32/13/2026'], 'en_GB')).toEqual([
			['12-25', '12-26', '', '03-03', ''],
			['ambiguousDate@3', 'notADate@5'],
		]);
	});
	it('of two-digit years is that of the locale where both ends vary as much', () =>
		expect([texts(['01-02-03'], 'zh_CN')[0], texts(['01-02-03'], 'de_DE')[0]]).toEqual([['02-03'], ['02-01']]));
	it('is that of the locale where every text allows both', () => {
		expect([texts(['01/02/2026', '03/04/2026'], 'en_US')[0], texts(['01/02/2026', '03/04/2026'], 'de_DE')[0]]).toEqual([
			['01-02', '03-04'],
			['02-01', '04-03'],
		]);
	});
});

describe('a column of date cells', () => {
	const DAY = 24 * HOUR;
	const first = calendarDay(2026, 1, 5);
	it('asks the time zone about a day once, however many cells it has', () => {
		const asked: number[] = [];
		const zone = {
			name: 'five hours behind',
			offsetAt(ms: number) {
				asked.push(ms);
				return -5 * HOUR;
			},
			dayOf: () => 0,
			wallClockOf(ms: number) {
				return ms + this.offsetAt(ms);
			},
			instantOf: () => 0,
		};
		const cells = [first, first, first + 1, first, first + 1].map((day): Cell[] => [new Date(day * DAY + 5 * HOUR)]);
		expect([...readDates(cells, Int32Array.from(cells.keys()), 0, zone, 'en').days]).toEqual([
			first,
			first,
			first + 1,
			first,
			first + 1,
		]);
		expect(asked.map((ms) => Math.ceil(ms / HOUR) - first * 24)).toEqual([0, 24, 5, 24, 48, 29]);
	});
	it('is looked at once, with its blanks', () => {
		const { grid, readsOf } = countedGrid([[at(2026, 1, 5)], [''], [], [at(2026, 1, 6)]]);
		const { days, hasTime, issues } = readDates(grid, Int32Array.of(0, 1, 2, 3), 0, timeZone('UTC'), 'en');
		expect([[...days], hasTime, issues, readsOf(0)]).toEqual([
			[first, Number.NaN, Number.NaN, first + 1],
			false,
			[],
			4,
		]);
	});
});

describe('a long column', () => {
	const DAY = 24 * HOUR;
	const SHANGHAI = timeZone('Asia/Shanghai');
	const midnight = (day: number): Cell => new Date(day * DAY - 8 * HOUR);
	const read = (cells: readonly Cell[], zone = SHANGHAI) =>
		readDates(
			cells.map((cell) => [cell]),
			Int32Array.from(cells.keys()),
			0,
			zone,
			'en',
		);
	const first = calendarDay(2026, 1, 5);
	const whole = Array.from({ length: 300 }, (_, i) => first + i);
	it('holds its first days to the instant when a later one has a time of day', () => {
		const { days, hasTime } = read([...whole.map(midnight), 'x', new Date(first * DAY + HOUR)]);
		expect(hasTime).toBe(true);
		expect([...days].map((day) => day * 24)).toEqual([...whole.map((day) => day * 24 - 8), Number.NaN, first * 24 + 1]);
		expect(read([...whole.map(midnight), new Date(first * DAY + HOUR)]).days[299]).toBe(first + 299 - 8 / 24);
	});
	it('lists what is no date once, wherever the first time of day stands', () => {
		const { issues } = read([
			...whole.map(midnight),
			'x',
			new Date(first * DAY + HOUR),
			'y',
			new Date(first * DAY + HOUR),
		]);
		expect(issues.map(({ row, code }) => [row, code])).toEqual([
			[300, 'notADate'],
			[302, 'notADate'],
		]);
	});
	it('holds days of any year, also those that are far away', () => {
		const days = [-7e5, -1, 0, 65_535, 65_536, 2.9e6, 1e8 - 1];
		const cells = days.map((day) => new Date(day * DAY));
		expect([...read(cells, timeZone('UTC')).days]).toEqual(days);
	});
});

describe('numbers beside what is no date', () => {
	const codes = (...cells: Cell[]) => {
		const { issues } = readDates(
			[['Created'], ...cells.map((cell) => [cell])],
			Int32Array.from(cells, (_, i) => i + 1),
			0,
			timeZone('UTC'),
			'en',
		);
		return issues.map(({ code, row }) => `${code}@${row}`);
	};
	const D82 = 30_000;
	const D46 = 46_000;
	it('are no dates where only blanks or words for nothing stand beside them and they are not of our time', () => {
		expect([codes(D82, ''), codes(D82, '', ''), codes(D82, 'n/a')]).toEqual([
			['notADate@1'],
			['notADate@1'],
			['placeholderText@2', 'notADate@1'],
		]);
		expect([codes(D46, 'n/a'), codes(D46, 'soon')]).toEqual([['placeholderText@2'], ['notADate@2', 'notADate@1']]);
		expect(codes(D46, 5)).toEqual(['notADate@1', 'notADate@2']);
	});
	it('are no dates where most of the column is wrong', () =>
		expect(codes('2026-01-05', 'soon', 'later', D46)).toEqual(['notADate@2', 'notADate@3', 'notADate@4']));
	it('are dates from March 1900 to the end of the year 2200, and alone from 1990 to 2099', () => {
		expect(codes('2026-01-05', '2026-01-06', 61, 60)).toEqual(['serialOutOfRange@4']);
		expect(codes('2026-01-05', '2026-01-06', 109_999, 110_000)).toEqual(['serialOutOfRange@4']);
		expect([codes(32_874), codes(73_049), codes(32_873), codes(73_050)]).toEqual([
			[],
			[],
			['notADate@1'],
			['notADate@1'],
		]);
	});
});
