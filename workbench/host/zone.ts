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

/** Milliseconds since 1970-01-01T00:00 on the wall clock of `zone` at this instant. */
export function wallClockOf(instantMs: number, zone: string): number {
	if (zone === 'UTC' || zone === 'Etc/UTC') return instantMs;
	const part = new Map(
		formatOf(zone)
			.formatToParts(instantMs)
			.map((found) => [found.type, Number(found.value)]),
	);
	const of = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
	const whole = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
	return whole + (((instantMs % 1000) + 1000) % 1000);
}

const instants = new Map<string, Map<number, number>>();

/** The instant at which the wall clock of `zone` shows this time; a skipped hour moves forward. Remembered for whole days. */
export function instantOf(wallClockMs: number, zone: string): number {
	if (zone === 'UTC' || zone === 'Etc/UTC') return wallClockMs;
	const isWholeDay = wallClockMs % 86_400_000 === 0;
	let known = instants.get(zone);
	if (known === undefined) {
		known = new Map();
		instants.set(zone, known);
	}
	const remembered = isWholeDay ? known.get(wallClockMs) : undefined;
	if (remembered !== undefined) return remembered;
	const first = wallClockMs - (wallClockOf(wallClockMs, zone) - wallClockMs);
	const instant = wallClockMs - (wallClockOf(first, zone) - first);
	if (isWholeDay) known.set(wallClockMs, instant);
	return instant;
}
