/** A1 notation, read and written: `D17`, `A2:L`, `'My deals'!A:Z`. Rows and columns are 0-based. */
import type { Rect } from './store.ts';

/** 0 → `A`, 27 → `AB`. */
export function columnName(column: number): string {
	let name = '';
	for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
		name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
	return name;
}

export function cellName(row: number, column: number): string {
	return `${columnName(column)}${row + 1}`;
}

export interface A1Reference {
	/** null: no sheet was named. */
	readonly sheet: string | null;
	/** null: open on this side. */
	readonly startRow: number | null;
	readonly startColumn: number | null;
	readonly endRow: number | null;
	readonly endColumn: number | null;
	readonly isCell: boolean;
}

const REFERENCE =
	/^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(?:\$?([A-Za-z]{1,3}))?(?:\$?([1-9]\d*))?(?:(:)(?:\$?([A-Za-z]{1,3}))?(?:\$?([1-9]\d*))?)?$/u;

function columnOf(letters: string | undefined): number | null {
	if (letters === undefined) return null;
	let column = 0;
	for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
	return column - 1;
}

/** null when the text is not a reference. */
export function parseA1(text: string): A1Reference | null {
	const found = REFERENCE.exec(text.trim());
	if (found === null) return null;
	const [, quoted, plain, letters, digits, colon, endLetters, endDigits] = found;
	const rowOf = (part: string | undefined): number | null => (part === undefined ? null : Number(part) - 1);
	const start = { row: rowOf(digits), column: columnOf(letters) };
	const isRange = colon !== undefined;
	const end = { row: rowOf(endDigits), column: columnOf(endLetters) };
	if (!isRange && (start.row === null || start.column === null)) return null;
	if (isRange && start.row === null && start.column === null) return null;
	if (isRange && end.row === null && end.column === null) return null;
	return {
		sheet: quoted !== undefined ? quoted.replace(/''/gu, "'") : (plain ?? null),
		startRow: start.row,
		startColumn: start.column,
		endRow: isRange ? end.row : start.row,
		endColumn: isRange ? end.column : start.column,
		isCell: !isRange,
	};
}

/** The block that a reference covers in a grid of this size; open sides reach the grid's edge. */
export function rectOf(reference: A1Reference, size: { rows: number; columns: number }): Rect {
	const rows = [reference.startRow ?? 0, reference.endRow ?? size.rows - 1].sort((a, b) => a - b) as [number, number];
	const columns = [reference.startColumn ?? 0, reference.endColumn ?? size.columns - 1].sort((a, b) => a - b) as [
		number,
		number,
	];
	return { row: rows[0], column: columns[0], rows: rows[1] - rows[0] + 1, columns: columns[1] - columns[0] + 1 };
}

/** `B2`, `B2:D9`. */
export function a1Of(rect: Rect): string {
	const start = cellName(rect.row, rect.column);
	if (rect.rows === 1 && rect.columns === 1) return start;
	return `${start}:${cellName(rect.row + rect.rows - 1, rect.column + rect.columns - 1)}`;
}
