/** Serial numbers (days since 1899-12-30) and the number formats that show them as dates. */

const DAY_MS = 86_400_000;
/** Serial number of 1970-01-01. */
const EPOCH_SERIAL = 25_569;

/** Serial number of a wall-clock time given in milliseconds since 1970-01-01T00:00. */
export function serialOf(wallClockMs: number): number {
	return wallClockMs / DAY_MS + EPOCH_SERIAL;
}

/** Wall-clock milliseconds since 1970-01-01T00:00 of a serial number, to the millisecond. */
export function wallClockOfSerial(serial: number): number {
	return Math.round((serial - EPOCH_SERIAL) * DAY_MS);
}

const known = new Map<string, boolean>([
	['', false],
	['@', false],
]);

/**
 * A number format that shows a date or a time: a day, month, year, hour or second letter outside quotes, brackets and
 * escapes.
 */
export function isDateFormat(format: string): boolean {
	let answer = known.get(format);
	if (answer === undefined) {
		const letters = format.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '');
		answer = /[ymdhs]/iu.test(letters) && !/General/iu.test(letters);
		known.set(format, answer);
	}
	return answer;
}
