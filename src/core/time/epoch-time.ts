/** Moments as programs count them: seconds or milliseconds since 1970, between 2001 and 2100. */

/** Milliseconds since 1970; NaN for a number that is no such count. */
export function epochMs(value: number): number {
	if (value >= 1e12 && value < 4.2e12) return value;
	return value >= 1e9 && value < 4.2e9 ? value * 1000 : Number.NaN;
}
