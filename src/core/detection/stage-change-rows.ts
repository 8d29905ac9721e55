/**
 * Whether the rows are something else than deals: changes of stages (an event log, a history export), or the counts of
 * a funnel.
 * Not here: reading such a table (history-table.ts).
 */

import { parseAmountText } from '../cells/amount-text.ts';
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { plainHeading } from '../vocabulary/heading-key.ts';
import { isTotalWord } from '../vocabulary/total-words.ts';
import { patternFrom, wordsOf } from '../vocabulary/word-lists.ts';

/** Deals whose rows are looked for. */
const SAMPLE = 25;

/**
 * True when most deals of a sample have several rows with different stages. A deal that is listed twice by mistake, or
 * once for each product, has the same stage in both.
 * @param id grid column of the deal ids
 */
export function areStageChanges(grid: Grid, headerRow: number, id: number, stage: number): boolean {
	const stages = new Map<Cell, Set<Cell>>();
	const step = Math.max(1, (grid.length - headerRow - 1) / SAMPLE);
	for (let at = headerRow + 1; at < grid.length; at += step) {
		const cell = (grid[Math.floor(at)] as readonly Cell[])[id];
		if (!isBlank(cell)) stages.set(cell as Cell, new Set());
	}
	for (let row = headerRow + 1; row < grid.length; row++) {
		const cells = grid[row] as readonly Cell[];
		const found = stages.get(cells[id] as Cell);
		if (found !== undefined && !isBlank(cells[stage])) found.add(cells[stage] as Cell);
	}
	const changed = [...stages.values()].filter(({ size }) => size > 1).length;
	return changed > 1 && changed * 2 > stages.size;
}

const COUNT =
	/(?:^| )(?:count|number|deals|leads|opportunities|users|visitors|conversion|rate|share)(?: |$)|数量|人数|转化率/u;

/** True where each stage has one row with counts or rates: a funnel that somebody summed up already. */
export function areStageTotals(grid: Grid, headerRow: number, headings: readonly string[], stage: number): boolean {
	const rows = grid.slice(headerRow + 1).filter((row) => !isBlank(row[stage]));
	const names = rows.map((row) => row[stage]);
	if (names.length < 3 || new Set(names).size < names.length) return false;
	const others = headings.flatMap((heading, column) => (column === stage || heading === '' ? [] : [column]));
	if (others.some((column) => COUNT.test(plainHeading(headings[column] ?? '')))) return true;
	// A column for each owner or quarter, with a sum beside them or below.
	const isSum = [...headings, ...names].some((text) => typeof text === 'string' && isTotalWord(text));
	return others.length > 1 && isSum && others.every((column) => rows.every((row) => isCount(row[column])));
}

const isCount = (cell: Cell | undefined): boolean =>
	isBlank(cell) || typeof cell === 'number' || parseAmountText(String(cell)) !== null;

/** What a pivot table writes above its numbers: the name of the sum and of what is summed up. */
const pivot = patternFrom(() => `^(?:${wordsOf(({ pivots }) => pivots)})(?: |：|:|/|$)`);
/** Rows below the headings that may hold it. */
const PIVOT_ROWS = 8;

/** True where a pivot table names what it counts near its top and ends in a total: no row is a deal. */
export function isPivot(grid: Grid, headerRow: number): boolean {
	const isNamed = grid
		.slice(0, headerRow + PIVOT_ROWS)
		.some((row) => row.slice(0, 2).some((cell) => typeof cell === 'string' && pivot().test(plainHeading(cell))));
	return isNamed && grid.some((row) => typeof row[0] === 'string' && isTotalWord(row[0]));
}
