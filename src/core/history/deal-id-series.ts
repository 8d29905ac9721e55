/** New deal ids that go on as the user's own do. Not here: writing them (sheet/id-column.ts). */

/** A prefix and a number at the end: `D-0012`, `SO7`, `2026/15`. */
const NUMBERED = /^(.*?)(\d{1,12})$/su;

interface Series {
	count: number;
	largest: number;
	/** Digits when the numbers are filled up with zeros, else 0. */
	digits: number;
}

/**
 * Ids as text, different from every one in `taken` and from each other.
 * They go on in the most frequent series of `taken`; without one they are `D-0001`, `D-0002` …
 */
export function nextIds(taken: readonly string[], count: number): string[] {
	const bySeries = new Map<string, Series>();
	for (const id of taken) {
		const [, prefix = '', digits = ''] = NUMBERED.exec(id) ?? [];
		if (digits === '') continue;
		const series = bySeries.get(prefix) ?? { count: 0, largest: 0, digits: 0 };
		series.count++;
		series.largest = Math.max(series.largest, Number(digits));
		if (digits.startsWith('0')) series.digits = Math.max(series.digits, digits.length);
		bySeries.set(prefix, series);
	}
	let best: readonly [string, Series] = ['D-', { count: 0, largest: 0, digits: 4 }];
	for (const entry of bySeries) if (entry[1].count > best[1].count) best = entry;
	const [prefix, { largest, digits }] = best;
	const used = new Set(taken);
	const ids: string[] = [];
	for (let number = largest + 1; ids.length < count; number++) {
		const id = `${prefix}${String(number).padStart(digits, '0')}`;
		if (!used.has(id)) ids.push(id);
	}
	return ids;
}
