/** Offsets of a named time zone, remembered by day so that a column of instants costs few look-ups. */
import { DAY_MS } from './calendar-day.ts';

const MINUTE_MS = 60_000;
/** Clocks that are put on at midnight; longer steps are moves over the date line, which skip a whole day. */
const LONGEST_GAP_MS = 180 * MINUTE_MS;

export interface TimeZone {
	readonly name: string;
	/** Milliseconds to add to UTC to get local wall-clock time at this instant. */
	offsetAt(instantMs: number): number;
	/** Calendar day (days since 1970-01-01) of an instant. */
	dayOf(instantMs: number): number;
	/**
	 * What a cell shows, in milliseconds since 1970-01-01T00:00 local, that a spreadsheet hands over as this instant.
	 * Where midnight is skipped, a day without a time comes as an instant beside the gap: it stays that day, at midnight.
	 */
	wallClockOf(instantMs: number): number;
	/**
	 * Instant of a local wall-clock time given as milliseconds since 1970-01-01T00:00 local. Around a clock change the
	 * offset before it holds: a skipped time moves forward, so that a day whose midnight is skipped stays that day; a
	 * repeated time is its first one.
	 */
	instantOf(wallClockMs: number): number;
}

const FIXED = /^(?:GMT|UTC)?(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/u;

/** A zone that a file names by its offset alone (`GMT-07:00`, `GMT+5:30`); null for any other name. */
function fixedZone(name: string): TimeZone | null {
	const found = FIXED.exec(name);
	if (found === null || name === '') return null;
	const minutes = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
	const offset = (found[1] === '-' ? -1 : 1) * minutes * MINUTE_MS;
	return {
		name,
		offsetAt: () => offset,
		dayOf: (instantMs) => Math.floor((instantMs + offset) / DAY_MS),
		wallClockOf: (instantMs) => instantMs + offset,
		instantOf: (wallClockMs) => wallClockMs - offset,
	};
}

/**
 * @param name IANA name such as `Europe/Berlin`, or `GMT` with an offset; throws RangeError for a name that the engine
 * does not know.
 */
export function timeZone(name: string): TimeZone {
	const utc = /^Etc\/(UTC|GMT)$/u.exec(name)?.[1];
	const fixed = fixedZone(utc ?? name);
	return fixed === null ? namedZone(name) : { ...fixed, name };
}

function namedZone(name: string): TimeZone {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: name,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	});
	const exactOffset = (instantMs: number): number => {
		const part = new Map(format.formatToParts(instantMs).map((p) => [p.type, p.value]));
		const year = Number(part.get('year'));
		const wall = Date.UTC(
			year,
			Number(part.get('month')) - 1,
			Number(part.get('day')),
			Number(part.get('hour')),
			Number(part.get('minute')),
			Number(part.get('second')),
		);
		return wall - Math.floor(instantMs / 1000) * 1000;
	};
	const offsetAtDayStart = new Map<number, number>();
	const offsetAtMinute = new Map<number, number>();
	const remembered = (offsets: Map<number, number>, part: number, lengthMs: number): number => {
		let offset = offsets.get(part);
		if (offset === undefined) {
			offset = exactOffset(part * lengthMs);
			offsets.set(part, offset);
		}
		return offset;
	};
	const atDayStart = (day: number): number => remembered(offsetAtDayStart, day, DAY_MS);
	const offsetAt = (instantMs: number): number => {
		// No instant has no offset; asking the engine for one would throw.
		if (!Number.isFinite(instantMs)) return Number.NaN;
		const day = Math.floor(instantMs / DAY_MS);
		const offset = atDayStart(day);
		// Only a day on which the offset changes needs the exact, slow answer; zones change on whole minutes.
		return offset === atDayStart(day + 1)
			? offset
			: remembered(offsetAtMinute, Math.floor(instantMs / MINUTE_MS), MINUTE_MS);
	};
	const wallClockOf = (instantMs: number): number => {
		const local = instantMs + offsetAt(instantMs);
		// Midnight is skipped in few zones; on most days one offset holds, and there is no gap to look for.
		const day = Math.floor(instantMs / DAY_MS);
		if (Number.isNaN(instantMs) || (atDayStart(day) === atDayStart(day + 1) && instantMs % DAY_MS !== 0)) return local;
		const asBefore = instantMs + offsetAt(instantMs - 1);
		if (asBefore < local && asBefore % DAY_MS === 0 && local - asBefore <= LONGEST_GAP_MS) return asBefore;
		const asAfter = instantMs + offsetAt(instantMs + LONGEST_GAP_MS);
		return asAfter > local && asAfter % DAY_MS === 0 && asAfter - local <= LONGEST_GAP_MS ? asAfter : local;
	};
	return {
		name,
		offsetAt,
		wallClockOf,
		dayOf: (instantMs) => Math.floor(wallClockOf(instantMs) / DAY_MS),
		instantOf: (wallClockMs) => {
			const before = offsetAt(wallClockMs - DAY_MS);
			const after = offsetAt(wallClockMs + DAY_MS);
			const isAfter = offsetAt(wallClockMs - before) !== before && offsetAt(wallClockMs - after) === after;
			return wallClockMs - (isAfter ? after : before);
		},
	};
}
