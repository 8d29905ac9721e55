/**
 * The date cells of a column as local days: the common case of a date column, in which no text is to be understood.
 * Not here: texts, numbers and what is not a date (date-column.ts).
 */

import { isDate } from '../cells/cell.ts';
import type { Days } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import type { TimeZone } from '../time/time-zone.ts';
import type { Block } from './column-reader.ts';

const offsetsOfZone = new WeakMap<TimeZone, Int32Array>();
const OFFSET_DAYS = 65_536;
const UNSEEN = 0x7fffffff;
/** The offset changes in the course of this day: each instant is asked for by itself. */
const CHANGING = 0x7ffffffe;
/**
 * Multiplied by, it is a part of the price of a division; the last digit that it gets wrong is seen where it counts.
 */
const DAYS_A_MS = 1 / DAY_MS;

/** Offsets by UTC day, found when first needed, so that the common case costs one array read. */
export function offsetsOf(zone: TimeZone): Int32Array {
	const offsets = offsetsOfZone.get(zone) ?? new Int32Array(OFFSET_DAYS).fill(UNSEEN);
	offsetsOfZone.set(zone, offsets);
	return offsets;
}

/** Milliseconds of local wall-clock time; NaN stays. */
function slowLocal(zone: TimeZone, offsets: Int32Array, ms: number): number {
	if (Number.isNaN(ms)) return ms;
	const day = Math.floor(ms / DAY_MS);
	if (offsets[day] === UNSEEN) {
		// With the instant before it: a change at the day's very start is one in its course.
		const start = zone.offsetAt(day * DAY_MS - 1);
		offsets[day] = start === zone.offsetAt((day + 1) * DAY_MS) ? start : CHANGING;
	}
	return zone.wallClockOf(ms);
}

/** What is known of a column before its texts are looked at. */
export interface DateCells {
	/** Local wall-clock days of the date cells, NaN for all others. */
	readonly days: Days;
	/** Entries whose cells are neither dates nor blank. */
	readonly others: number[];
}

/** @returns whether all days of the block are whole, and fit the short form of `days` */
export function readDateBlock(
	block: Block,
	first: number,
	count: number,
	column: number,
	zone: TimeZone,
	offsets: Int32Array,
	{ days, others }: DateCells,
): boolean {
	let isWhole = true;
	for (let i = 0; i < count; i++) {
		const cell = existing(block[i])[column];
		if (typeof cell !== 'object' || !isDate(cell)) {
			days[first + i] = Number.NaN;
			if (cell !== '' && cell !== undefined) others.push(first + i);
			continue;
		}
		const ms = cell.getTime();
		const utcDay = ms * DAYS_A_MS;
		// A day's first instant may count as the last of the day before, whose offset is known only if it still holds then.
		const offset = utcDay >= 0 && utcDay < OFFSET_DAYS ? existing(offsets[utcDay | 0]) : UNSEEN;
		const local = offset < CHANGING ? ms + offset : slowLocal(zone, offsets, ms);
		// Midnight is the common case, and needs no division.
		const whole = (local * DAYS_A_MS + 0.5) | 0;
		if (whole * DAY_MS === local && whole < OFFSET_DAYS) {
			days[first + i] = whole;
			continue;
		}
		const day = local / DAY_MS;
		days[first + i] = day;
		if (Number.isNaN(day)) others.push(first + i);
		else isWhole = false;
	}
	return isWhole;
}
