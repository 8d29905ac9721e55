/** Wall-clock time of a named zone: what a spreadsheet needs to turn a serial number into an instant and back. */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
	let format = formats.get(zone);
	if (format === undefined) {
		format = new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
		formats.set(zone, format);
	}
	return format;
}

/** Milliseconds that a zone named by its offset alone is ahead of UTC (`GMT-03:30`, `UTC`); null for a named zone. */
function fixedOffset(zone: string): number | null {
	if (['UTC', 'GMT', 'Etc/UTC', 'Etc/GMT'].includes(zone)) return 0;
	const [, sign, hours, minutes] = /^(?:GMT|UTC)([+-])(\d{1,2}):(\d{2})$/u.exec(zone) ?? [];
	if (sign === undefined) return null;
	return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
}

/** Milliseconds since 1970-01-01T00:00 on the wall clock of `zone` at this instant. */
export function wallClockOf(instantMs: number, zone: string): number {
	const fixed = fixedOffset(zone);
	if (fixed !== null) return instantMs + fixed;
	const part = new Map(
		formatOf(zone)
			.formatToParts(instantMs)
			.map((found) => [found.type, Number(found.value)]),
	);
	const of = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
	const whole = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
	return whole + (((instantMs % 1000) + 1000) % 1000);
}

/** What a time that the clock skips is taken for: the one as much later, or as much earlier. */
export type SkippedTime = 'later' | 'earlier';

const HALF_DAY_MS = 43_200_000;
const instants = new Map<string, Map<number, number>>();

/**
 * The instant at which the wall clock of `zone` shows this time; of a repeated time the first. Remembered for whole
 * days.
 */
export function instantOf(wallClockMs: number, zone: string, skipped: SkippedTime): number {
	const fixed = fixedOffset(zone);
	if (fixed !== null) return wallClockMs - fixed;
	const isWholeDay = wallClockMs % 86_400_000 === 0;
	const kind = `${skipped} ${zone}`;
	let known = instants.get(kind);
	if (known === undefined) {
		known = new Map();
		instants.set(kind, known);
	}
	const remembered = isWholeDay ? known.get(wallClockMs) : undefined;
	if (remembered !== undefined) return remembered;
	const instant = searchedInstant(wallClockMs, zone, skipped);
	if (isWholeDay) known.set(wallClockMs, instant);
	return instant;
}

/** Tries the offsets that hold well before and well after that time: one of them leads back to it, or it is skipped. */
function searchedInstant(wallClockMs: number, zone: string, skipped: SkippedTime): number {
	const about = wallClockMs - (wallClockOf(wallClockMs, zone) - wallClockMs);
	const [before, after] = [about - HALF_DAY_MS * 3, about + HALF_DAY_MS * 3].map(
		(instant) => wallClockMs - (wallClockOf(instant, zone) - instant),
	) as [number, number];
	const right = [before, after].find((instant) => wallClockOf(instant, zone) === wallClockMs);
	return right ?? (skipped === 'later' ? Math.max(before, after) : Math.min(before, after));
}
