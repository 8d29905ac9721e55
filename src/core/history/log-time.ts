/** How the stage log writes an instant, and reads it back. Not here: dates that people wrote (date-column.ts). */

import type { Grid } from '../cells/cell.ts';
import { existing } from '../speed/existing.ts';
import { readDates } from '../table/date-column.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import type { TimeZone } from '../time/time-zone.ts';

/**
 * `2026-11-23 09:05:12.250+01:00`: text, because a date cell knows neither which of the two hours after the end of
 * summer time it means nor, in a file that moves to another time zone, which instant. '' for NaN.
 */
export function logTime(instantMs: number, timeZone: TimeZone): string {
	if (Number.isNaN(instantMs)) return '';
	const offset = timeZone.offsetAt(instantMs);
	const wall = new Date(instantMs + offset)
		.toISOString()
		.replace('T', ' ')
		.replace(/(?:\.000)?Z$/u, '');
	const minutes = Math.abs(Math.round(offset / 60_000));
	const two = (number: number): string => String(number).padStart(2, '0');
	return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const LOG_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{3})?[+-]\d\d:\d\d$/u;

function instantOf(text: string): number {
	if (!LOG_TIME.test(text)) return Number.NaN;
	const day = digits(text, 8, 10);
	const hours = digits(text, 11, 13);
	const zone = text.length - 6;
	const ms = zone > 19 ? digits(text, 20, zone) : 0;
	const wall = Date.UTC(
		digits(text, 0, 4),
		digits(text, 5, 7) - 1,
		day,
		hours,
		digits(text, 14, 16),
		digits(text, 17, 19),
		ms,
	);
	// A day or an hour that does not exist has rolled over.
	if ((day > 28 && new Date(wall).getUTCDate() !== day) || hours > 23) return Number.NaN;
	const offset = (digits(text, zone + 1, zone + 3) * 60 + digits(text, zone + 4, zone + 6)) * 60_000;
	return text[zone] === '-' ? wall + offset : wall - offset;
}

function digits(text: string, from: number, to: number): number {
	let number = 0;
	for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 48;
	return number;
}

/**
 * The instants in a column of the log in milliseconds since 1970-01-01 UTC, NaN where there is none. As long as nobody
 * has written times by hand, each stands there as logTime wrote it; otherwise the column is read like any other dates.
 * @param rows grid rows to read
 */
export function readLogTimes(grid: Grid, rows: Int32Array, column: number, timeZone: TimeZone): Float64Array {
	const instants = new Float64Array(rows.length).fill(Number.NaN);
	for (let i = 0; i < rows.length; i++) {
		const cell = existing(grid[existing(rows[i])])[column];
		if (cell === '' || cell === undefined) continue;
		const instant = typeof cell === 'string' ? instantOf(cell) : Number.NaN;
		if (Number.isNaN(instant)) return readByHand(grid, rows, column, timeZone);
		instants[i] = instant;
	}
	return instants;
}

function readByHand(grid: Grid, rows: Int32Array, column: number, timeZone: TimeZone): Float64Array {
	const { days, hasTime } = readDates(grid, rows, column, timeZone, '');
	return Float64Array.from(days, (day) => {
		const ms = Math.round(day * DAY_MS);
		return hasTime || Number.isNaN(ms) ? ms : timeZone.instantOf(ms);
	});
}
