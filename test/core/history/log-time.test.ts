import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { logTime, readLogTimes } from '../../../src/core/history/log-time.ts';
import { readDates } from '../../../src/core/table/date-column.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { countedGrid } from '../counted-grid.ts';

const BERLIN = timeZone('Europe/Berlin');
const at = (day: number): number => Date.UTC(2026, 0, day, 12);
const read = (...cells: Cell[]): number[] => [
	...readLogTimes(
		cells.map((cell) => [cell]),
		Int32Array.from(cells, (_, row) => row),
		0,
		BERLIN,
	),
];

describe('an instant of the log', () => {
	it('is written with its offset, whatever its sign, and without empty milliseconds', () => {
		expect(logTime(at(5), BERLIN)).toBe('2026-01-05 13:00:00+01:00');
		expect(logTime(at(5) + 42, BERLIN)).toBe('2026-01-05 13:00:00.042+01:00');
		expect(logTime(at(5), timeZone('UTC'))).toBe('2026-01-05 12:00:00+00:00');
		expect(logTime(at(5), timeZone('America/St_Johns'))).toBe('2026-01-05 08:30:00-03:30');
		expect(logTime(Number.NaN, BERLIN)).toBe('');
	});

	it('is read back as it was, in any zone', () => {
		const zones = ['Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'UTC'].map(timeZone);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.constantFrom(...zones), (instant, zone) => {
				expect(read(logTime(instant, zone))).toEqual([instant]);
			}),
			{ seed: 4 },
		);
	});

	it('is blank where none is', () => {
		expect(read('', logTime(at(5), BERLIN))).toEqual([Number.NaN, at(5)]);
	});

	it.each([
		'2026-01-05',
		'2026-01-05 13:00:00 01:00',
		'2026-02-30 13:00:00+01:00',
		'2026-01-05 25:00:00+01:00',
		'05.01.2026 13:00',
		'soon',
	])('%s beside it is read as any date is, or not at all', (text) => {
		const [instant, own] = read(text, logTime(at(5), BERLIN));
		const { days } = readDates([[text], [logTime(at(5), BERLIN)]], Int32Array.of(0, 1), 0, BERLIN, '');
		expect(instant).toBe(Math.round((days[0] as number) * 86_400_000));
		expect(own).toBe(at(5));
	});

	it('is a day when people have written nothing but days', () => {
		expect(read('2026-01-05', '2026-01-06')).toEqual([at(5) - 13 * 3_600_000, at(6) - 13 * 3_600_000]);
	});
});

it('a column as the log writes it is looked at once, blanks and the last hours of long months included', () => {
	const texts = [
		'2026-01-28 23:30:00+01:00',
		'',
		'2026-03-31 12:00:00.250-03:30',
		'2026-01-29 00:00:00+00:00',
		'2026-12-05 09:05:12+05:45',
	];
	const { grid, readsOf } = countedGrid([...texts.map((text) => [text]), []]);
	expect([...readLogTimes(grid, Int32Array.from(grid.keys()), 0, BERLIN)]).toEqual([
		Date.UTC(2026, 0, 28, 22, 30),
		Number.NaN,
		Date.UTC(2026, 2, 31, 15, 30, 0, 250),
		Date.UTC(2026, 0, 29),
		Date.UTC(2026, 11, 5, 3, 20, 12),
		Number.NaN,
	]);
	expect(readsOf(0)).toBe(6);
});
