/**
 * Which dates cannot be the beginning of deals, because most deals would end before they begin: as that of a contract.
 */
import type { Grid } from '../cells/cell.ts';
import { existing } from '../speed/existing.ts';
import { onFirstUse } from '../speed/lazy.ts';
import { daysOf } from './stage-paths.ts';

/** Deals with both dates that the judgment must be based on. */
const FEWEST_DEALS = 3;

/** @param end column of the closing date; null where it is not known, and nothing is judged */
export function endsBeforeDate(grid: Grid, rows: readonly number[], end: number | null): (column: number) => boolean {
	if (end === null) return () => false;
	const own = Int32Array.from(rows);
	const ends = onFirstUse(() => daysOf(grid, end, own));
	return (column) => {
		if (column === end) return false;
		const begins = Array.from(daysOf(grid, column, own));
		const spans = begins.map((day, i) => existing(ends()[i]) - day).filter((days) => !Number.isNaN(days));
		return spans.length >= FEWEST_DEALS && spans.filter((days) => days < 0).length * 2 > spans.length;
	};
}
