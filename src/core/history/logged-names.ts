/** Under which names the log knows the stage of an id. */
import type { Grid } from '../cells/cell.ts';
import { historyColumns } from '../detection/history-columns.ts';
import { existing } from '../speed/existing.ts';
import { idText } from './stage-log.ts';

/**
 * The name of the lowest row first, which is the latest one unless somebody sorted the log. After those under this id
 * come all the other names: an id that is new in the list is in no row yet, and a name that was ever logged is no
 * copy's.
 */
export function loggedNames(grid: Grid, stageId: string): string[] {
	const columns = historyColumns(grid);
	const [to, toId] = [columns?.column.get('to'), columns?.column.get('toId')];
	if (columns === null || to === undefined || toId === undefined) return [];
	const names = new Set<string>();
	const others = new Set<string>();
	for (let row = grid.length - 1; row > columns.headerRow; row--) {
		const cells = existing(grid[row]);
		(idText(cells[toId]) === stageId ? names : others).add(idText(cells[to]));
	}
	return [...new Set([...names, ...others])];
}
