/**
 * What closing dates tell in any language: a date that all deals of some stages have and no deal of the others is the
 * closing date, and the stages that have it are the ends of the sale. Not here: what names tell (stage-words.ts).
 */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { textKey } from '../cells/text-key.ts';
import { hasDay } from '../table/outcome.ts';
import { CONTRACT_PLACE, stagePlace } from '../vocabulary/stage-places.ts';
import { stageMeaning } from '../vocabulary/stage-words.ts';

const FEWEST_DEALS = 3;
/** One deal of this many may be forgotten. */
const MANY = 10;

/** A place in the sale before the contract: a contract may be its end as well as its last step. */
export const isOpenPlace = (place: number): boolean => place >= 0 && place < CONTRACT_PLACE;

/** Whether the dates of one column part the stages into those that have ended and those that have not. */
function partsStages(grid: Grid, rows: readonly number[], stageColumn: number, dateColumn: number): boolean {
	const counts = new Map<string, { all: number; dated: number }>();
	for (const row of rows) {
		const cells = grid[row] as readonly Cell[];
		const stage = cells[stageColumn];
		if (typeof stage !== 'string' || isBlank(stage)) continue;
		const key = textKey(stage);
		const count = counts.get(key) ?? { all: 0, dated: 0 };
		counts.set(key, count);
		count.all++;
		if (hasDay(cells[dateColumn])) count.dated++;
	}
	const sides = { ended: 0, open: 0 };
	for (const [key, { all, dated }] of counts) {
		const isEnded = (all - dated) * MANY <= all;
		if (!isEnded && dated * MANY > all) return false;
		const meaning = stageMeaning(key);
		const saysOpen = meaning === 'open' && isOpenPlace(stagePlace(key));
		if (isEnded ? saysOpen : meaning === 'won' || meaning === 'lost') return false;
		sides[isEnded ? 'ended' : 'open'] += all;
	}
	return Math.min(sides.ended, sides.open) >= FEWEST_DEALS;
}

/** The closing date among columns of dates; null unless exactly one of them parts the stages. */
export function closingColumn(
	grid: Grid,
	rows: readonly number[],
	stageColumn: number,
	dateColumns: readonly number[],
): number | null {
	const found = dateColumns.filter((column) => partsStages(grid, rows, stageColumn, column));
	return found.length === 1 ? (found[0] as number) : null;
}

/** The stage among columns of few texts; null unless exactly one of them is parted by a date. */
export function stageByDates(
	grid: Grid,
	rows: readonly number[],
	textColumns: readonly number[],
	dateColumns: readonly number[],
): number | null {
	const found = textColumns.filter((text) => dateColumns.some((date) => partsStages(grid, rows, text, date)));
	return found.length === 1 ? (found[0] as number) : null;
}
