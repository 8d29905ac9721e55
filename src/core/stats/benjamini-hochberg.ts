/** Several tests at once: adjusted p values that keep the expected share of false alarms below q (Benjamini & Hochberg 1995). */

/** Adjusted p values in the order given; a test fires at rate q when its value is ≤ q. */
export function adjustedPValues(pValues: readonly number[]): number[] {
	const order = pValues.map((_, i) => i).sort((a, b) => (pValues[b] as number) - (pValues[a] as number));
	const adjusted = new Array<number>(pValues.length);
	let smallest = 1;
	order.forEach((test, i) => {
		smallest = Math.min(smallest, ((pValues[test] as number) * pValues.length) / (pValues.length - i));
		adjusted[test] = smallest;
	});
	return adjusted;
}
