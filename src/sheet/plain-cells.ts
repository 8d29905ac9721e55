/** Values for a write that must arrive as they are: a text can become neither a formula nor a date. */
import type { Cell, Grid } from '../core/cells/cell.ts';

export function plainCell(cell: Cell): Cell {
	return typeof cell === 'string' && cell !== '' ? `'${cell}` : cell;
}

/** A rectangle, short rows filled up with blanks. */
export function plainCells(grid: Grid): Cell[][] {
	const width = Math.max(1, ...grid.map((row) => row.length));
	return grid.map((row) => Array.from({ length: width }, (_, column) => plainCell(row[column] ?? '')));
}
