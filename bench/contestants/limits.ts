/** The floors: what it costs to touch the needed cells at all, and to look every text up once. They answer nothing. */
import type { Cell } from '../../src/core/cells/cell.ts';
import { COLUMN } from '../table.ts';

type Rows = readonly (readonly Cell[])[];

function touchBlock(grid: Rows, columns: readonly number[], from: number, to: number): number {
	let sum = 0;
	for (let r = from; r < to; r++) {
		const row = grid[r] as readonly Cell[];
		for (let c = 0; c < columns.length; c++) {
			const cell = row[columns[c] as number] as Cell;
			if (typeof cell === 'number') sum += cell;
			else if (typeof cell === 'string') sum += cell.length;
			else if (typeof cell === 'object') sum += cell.getTime();
		}
	}
	return sum;
}

/** Touches each cell of the columns once. */
export function touchCells(grid: Rows, columns: readonly number[]): number {
	let sum = 0;
	for (let from = 1; from < grid.length; from += 512)
		sum += touchBlock(grid, columns, from, Math.min(grid.length, from + 512));
	return sum;
}

function lookUpBlock(
	grid: Rows,
	columns: readonly number[],
	codes: Map<string, number>,
	from: number,
	to: number,
): number {
	let sum = 0;
	for (let r = from; r < to; r++) {
		const row = grid[r] as readonly Cell[];
		for (let c = 0; c < columns.length; c++) {
			const cell = row[columns[c] as number] as Cell;
			if (typeof cell === 'number') sum += cell;
			else if (typeof cell === 'string') {
				let code = codes.get(cell);
				if (code === undefined) {
					code = codes.size;
					codes.set(cell, code);
				}
				sum += code;
			} else if (typeof cell === 'object') sum += cell.getTime();
		}
	}
	return sum;
}

/** As `touchCells`, with one Map look-up a text cell. */
export function lookUpCells(grid: Rows, columns: readonly number[]): number {
	const codes = new Map<string, number>();
	let sum = 0;
	for (let from = 1; from < grid.length; from += 512)
		sum += lookUpBlock(grid, columns, codes, from, Math.min(grid.length, from + 512));
	return sum;
}

/** The columns of the funnel report. */
export const REPORT_COLUMNS: readonly number[] = [
	COLUMN.stage,
	COLUMN.amount,
	COLUMN.created,
	COLUMN.closed,
	COLUMN.owner,
	COLUMN.reason,
];
