/** A grid that counts how often the cells of a column are looked at. For tests only. */
import type { Cell, Grid } from '../../src/core/cells/cell.ts';

export function countedGrid(rows: readonly (readonly Cell[])[]): {
	readonly grid: Grid;
	readsOf(column: number): number;
} {
	const reads = new Map<string, number>();
	const grid = rows.map(
		(cells) =>
			new Proxy([...cells], {
				get(target, key) {
					if (typeof key === 'string') reads.set(key, (reads.get(key) ?? 0) + 1);
					return Reflect.get(target, key) as unknown;
				},
			}),
	);
	return { grid, readsOf: (column) => reads.get(String(column)) ?? 0 };
}
