/** Figures of one table by name, so that engines that share nothing can be compared. Not here: how any engine finds them. */

/** Null: there is no value. */
export type Figures = ReadonlyMap<string, number | null>;

/** Counts are exact; every other figure may differ by 1e-12 of its size. */
function isSame(a: number | null | undefined, b: number | null | undefined): boolean {
	if (a === null || b === null || a === undefined || b === undefined) return a === b;
	if (Number.isInteger(a) && Number.isInteger(b)) return a === b;
	return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Names of the figures that differ, with both values; a figure that one side lacks differs. */
export function differences(ours: Figures, theirs: Figures): string[] {
	const names = new Set([...ours.keys(), ...theirs.keys()]);
	return [...names]
		.filter((name) => !isSame(ours.get(name), theirs.get(name)))
		.map((name) => `${name}: ${ours.get(name)} for ${theirs.get(name)}`);
}
