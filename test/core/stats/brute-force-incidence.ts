/** Aalen–Johansen straight from its definition, for comparison only: it walks all durations again for each time and shares no code with the product. */

export interface Case {
	readonly duration: number;
	readonly ending: 'still' | 'cause' | 'competing';
}

/** Cumulative incidence of both causes at `time`. */
export function bruteForceIncidence(cases: readonly Case[], time: number): { cause: number; competing: number } {
	const moments = [...new Set(cases.filter((one) => one.ending !== 'still').map((one) => one.duration))].sort(
		(a, b) => a - b,
	);
	const happened = (moment: number, ending: string) =>
		cases.filter((one) => one.duration === moment && one.ending === ending).length;
	const risk = (moment: number) => cases.filter((one) => one.duration >= moment).length;
	const alive = (before: number) =>
		moments
			.filter((moment) => moment < before)
			.reduce(
				(share, moment) => share - (share * (happened(moment, 'cause') + happened(moment, 'competing'))) / risk(moment),
				1,
			);
	const sum = (ending: string) =>
		moments
			.filter((moment) => moment <= time)
			.reduce((total, moment) => total + (alive(moment) * happened(moment, ending)) / risk(moment), 0);
	return { cause: sum('cause'), competing: sum('competing') };
}

/** Variance of the cause's incidence at `time`, term by term as in Marubini & Valsecchi 1995. */
export function bruteForceVariance(cases: readonly Case[], time: number): number {
	const moments = [...new Set(cases.filter((one) => one.ending !== 'still').map((one) => one.duration))]
		.sort((a, b) => a - b)
		.filter((m) => m <= time);
	const end = bruteForceIncidence(cases, time).cause;
	let variance = 0;
	for (const moment of moments) {
		const risk = cases.filter((one) => one.duration >= moment).length;
		const own = cases.filter((one) => one.duration === moment && one.ending === 'cause').length;
		const all = own + cases.filter((one) => one.duration === moment && one.ending === 'competing').length;
		const earlier = moments.filter((m) => m < moment);
		const before =
			earlier.length === 0
				? { cause: 0, competing: 0 }
				: bruteForceIncidence(cases, earlier[earlier.length - 1] as number);
		const alive = 1 - before.cause - before.competing;
		const rest = end - bruteForceIncidence(cases, moment).cause;
		if (all < risk) variance += (rest * rest * all) / (risk * (risk - all));
		variance += (alive * alive * own * (risk - own)) / risk ** 3 - (2 * rest * alive * own) / risk ** 2;
	}
	return variance;
}
