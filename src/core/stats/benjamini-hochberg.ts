/**
 * Several tests at once: adjusted p values that keep the expected share of false alarms below q (Benjamini & Hochberg
 * 1995).
 */
import { existing } from '../speed/existing.ts';

/** Adjusted p values in the order given; a test fires at rate q when its value is ≤ q. */
export function adjustedPValues(pValues: readonly number[]): number[] {
	const order = pValues.map((_, i) => i).sort((a, b) => existing(pValues[b]) - existing(pValues[a]));
	const adjusted = new Array<number>(pValues.length);
	let smallest = 1;
	order.forEach((test, i) => {
		smallest = Math.min(smallest, (existing(pValues[test]) * pValues.length) / (pValues.length - i));
		adjusted[test] = smallest;
	});
	return adjusted;
}
