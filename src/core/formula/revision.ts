/**
 * The mark that formulas carry as an argument: Google recalculates a custom function only when an argument changes,
 * and neither the settings, the log nor the day is one.
 */
import type { Cell, Grid } from '../cells/cell.ts';

/** @param number differs from every earlier one, such as the milliseconds of an instant */
export function revisionText(number: number): string {
	return `Stagekeeper r${number.toString(36)}`;
}

/** The number of such a mark; null for anything else. */
export function revisionOf(value: unknown): number | null {
	const digits = typeof value === 'string' ? /^Stagekeeper r([\da-z]{1,9})$/u.exec(value)?.[1] : undefined;
	return digits === undefined ? null : Number.parseInt(digits, 36);
}

/** The same cells, blank where such a mark stands. */
export function withoutRevision(grid: Grid): Grid {
	return grid.map((row) => row.map((cell): Cell => (revisionOf(cell) === null ? cell : '')));
}
