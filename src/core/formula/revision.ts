/**
 * The mark that formulas carry as an argument: Google computes a custom function anew only when an argument changes, and neither the
 * settings, the log nor the day is one.
 */

export function revisionText(number: number): string {
	return `Stagekeeper r${number}`;
}

/** The number of such a mark; null for anything else. */
export function revisionOf(value: unknown): number | null {
	const digits = typeof value === 'string' ? /^Stagekeeper r(\d{1,9})$/u.exec(value)?.[1] : undefined;
	return digits === undefined ? null : Number(digits);
}
