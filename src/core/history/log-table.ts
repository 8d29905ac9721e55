/**
 * One log serves every deal table of the file: each row names its table, and each table reads its own rows only.
 * A table is written as the name of its sheet, for people, and an id in brackets, by which it is known whatever the
 * sheet is called later.
 */
import type { Cell } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import type { HistoryColumns } from '../detection/history-columns.ts';

/** Whose rows count. */
export interface LogTable {
	readonly id: string;
	/** Rows that name no table are its own: they are of the time when the log knew one table only. */
	readonly hasUnnamed: boolean;
}

/** `Deals (12)`. */
export function tableText(sheetName: string, id: string): string {
	return `${sheetName.replace(/\s+/gu, ' ').trim().slice(0, 100)} (${id})`;
}

/** The id in a text of the log; a text without one is an id itself. */
export function tableId(text: string): string {
	return /\((-?\d+)\)\s*$/u.exec(text)?.[1] ?? text.trim();
}

/** Is a row about this table? In a log without a column for tables, and for null, every row is. */
export function rowsOfTable(
	{ column, isOwnLog }: HistoryColumns,
	table: LogTable | null,
): (row: readonly Cell[]) => boolean {
	const place = column.get('table');
	if (place === undefined || !isOwnLog || table === null) return () => table === null || !isOwnLog || table.hasUnnamed;
	const known = new Map<string, boolean>([['', table.hasUnnamed]]);
	return (row) => {
		const text = cellText(row[place]).trim();
		let isOwn = known.get(text);
		if (isOwn === undefined) {
			isOwn = tableId(text) === table.id;
			known.set(text, isOwn);
		}
		return isOwn;
	};
}
