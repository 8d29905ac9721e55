/**
 * Whether the rows are something else than deals: changes of stages (an event log, a history export), or the counts of a funnel.
 * Not here: reading such a table (history-table.ts).
 */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { plainHeading } from '../vocabulary/heading-key.ts';

/** Deals whose rows are looked for. */
const SAMPLE = 25;

/**
 * True when most deals of a sample have several rows with different stages. A deal that is listed twice by mistake, or once for each
 * product, has the same stage in both.
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
	if (!headings.some((heading, column) => column !== stage && COUNT.test(plainHeading(heading)))) return false;
	const names = grid.slice(headerRow + 1).flatMap((row) => (isBlank(row[stage]) ? [] : [row[stage]]));
	return names.length > 2 && new Set(names).size === names.length;
}
