/** Arithmetic on blocks of cells: overlap, subtraction, and what an inserted or deleted row or column does to them. */
import type { Rect } from './store.ts';

export function overlap(a: Rect, b: Rect): Rect | null {
	const row = Math.max(a.row, b.row);
	const column = Math.max(a.column, b.column);
	const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
	const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
	return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** What is left of `whole` without `part`: up to four blocks. */
export function subtract(whole: Rect, part: Rect): Rect[] {
	const cut = overlap(whole, part);
	if (cut === null) return [whole];
	const left: Rect[] = [
		{ row: whole.row, column: whole.column, rows: cut.row - whole.row, columns: whole.columns },
		{ row: cut.row, column: whole.column, rows: cut.rows, columns: cut.column - whole.column },
		{
			row: cut.row,
			column: cut.column + cut.columns,
			rows: cut.rows,
			columns: whole.column + whole.columns - cut.column - cut.columns,
		},
		{
			row: cut.row + cut.rows,
			column: whole.column,
			rows: whole.row + whole.rows - cut.row - cut.rows,
			columns: whole.columns,
		},
	];
	return left.filter((rect) => rect.rows > 0 && rect.columns > 0);
}

/**
 * Start and length of a span after `count` lines were inserted before `at` (negative: deleted from `at` on); null when
 * nothing is left.
 */
export function shiftSpan(
	start: number,
	length: number,
	at: number,
	count: number,
): { start: number; length: number } | null {
	if (count >= 0) {
		if (at <= start) return { start: start + count, length };
		return at < start + length ? { start, length: length + count } : { start, length };
	}
	const end = at - count;
	const keptBefore = Math.max(0, Math.min(start + length, at) - start);
	const keptAfter = Math.max(0, start + length - Math.max(start, end));
	const kept = keptBefore + keptAfter;
	if (kept === 0) return null;
	return { start: start < at ? start : Math.max(at, start + count), length: kept };
}

/** A block after rows or columns were inserted (`count` > 0) or deleted (`count` < 0) at `at`; null when it is gone. */
export function shiftRect(rect: Rect, axis: 'rows' | 'columns', at: number, count: number): Rect | null {
	const span =
		axis === 'rows' ? shiftSpan(rect.row, rect.rows, at, count) : shiftSpan(rect.column, rect.columns, at, count);
	if (span === null) return null;
	return axis === 'rows'
		? { ...rect, row: span.start, rows: span.length }
		: { ...rect, column: span.start, columns: span.length };
}
