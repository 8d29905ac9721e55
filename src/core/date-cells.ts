/**
 * The date cells of a column as local days: the common case of a date column, in which no text is to be understood.
 * Not here: texts, numbers and what is no date (date-column.ts).
 */
import { DAY_MS } from './calendar-day.ts';
import { type Cell, type Grid, isDate } from './cell.ts';
import type { TimeZone } from './time-zone.ts';

const offsetsOfZone = new WeakMap<TimeZone, Int32Array>();
const OFFSET_DAYS = 65_536;
const UNSEEN = 0x7fffffff;
/** The offset changes in the course of this day: each instant is asked for by itself. */
const CHANGING = 0x7ffffffe;

/** Offsets by UTC day, found when first needed, so that the common case costs one array read. */
export function offsetsOf(zone: TimeZone): Int32Array {
	const offsets = offsetsOfZone.get(zone) ?? new Int32Array(OFFSET_DAYS).fill(UNSEEN);
	offsetsOfZone.set(zone, offsets);
	return offsets;
}

function slowOffset(zone: TimeZone, offsets: Int32Array, ms: number): number {
	const day = Math.floor(ms / DAY_MS);
	if (offsets[day] === UNSEEN) {
		const start = zone.offsetAt(day * DAY_MS);
		offsets[day] = start === zone.offsetAt((day + 1) * DAY_MS) ? start : CHANGING;
	}
	return zone.offsetAt(ms);
}

/** What is known of a column before its texts are looked at. */
export interface DateCells {
	/** Local wall-clock days of the date cells, NaN for all others. */
	readonly days: Float64Array;
	/** Deals whose cells are neither dates nor blank. */
	readonly others: number[];
}

/** @returns whether a value of the block has a time of day */
export function readDateBlock(
	grid: Grid,
	rows: Int32Array,
	from: number,
	to: number,
	column: number,
	zone: TimeZone,
	offsets: Int32Array,
	{ days, others }: DateCells,
): boolean {
	let hasTime = false;
	for (let i = from; i < to; i++) {
		const cell = (grid[rows[i] as number] as readonly Cell[])[column];
		if (typeof cell !== 'object' || !isDate(cell)) {
			days[i] = Number.NaN;
			if (cell !== '' && cell !== undefined) others.push(i);
			continue;
		}
		const ms = cell.getTime();
		const utcDay = Math.floor(ms / DAY_MS);
		const known = offsets[utcDay];
		const offset = known !== undefined && known < CHANGING ? known : Number.isNaN(ms) ? 0 : slowOffset(zone, offsets, ms);
		// Midnight is the common case, and needs no second division.
		if (ms - utcDay * DAY_MS + offset === 0) {
			days[i] = utcDay;
			continue;
		}
		const day = (ms + offset) / DAY_MS;
		days[i] = day;
		if (Number.isNaN(day)) others.push(i);
		else if (day !== Math.floor(day)) hasTime = true;
	}
	return hasTime;
}
