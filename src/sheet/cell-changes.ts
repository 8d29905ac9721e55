/**
 * Changes single cells at the user's request, each only if the cell still holds the old text.
 * The number of service calls depends on the number of columns and of distinct new texts, not on the number of cells.
 */
import { cellName } from '../core/cells/cell-name.ts';
import { holdsText, writeText } from './cell-writing.ts';
import { spillSources } from './spilled-cells.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** 0-based place, old and new text. */
export interface CellChange {
	readonly row: number;
	readonly column: number;
	readonly from: string;
	readonly to: string;
}

export interface Changes {
	/** What was written. */
	readonly made: readonly CellChange[];
	/** A cell whose formula fills some of the requested cells, which were therefore left alone; '' means none. */
	readonly formulaCell: string;
}

/** With the number format that the cell has. */
interface OpenChange extends CellChange {
	readonly format: string;
}

/**
 * @param beforeWrite called once when there is something to write, to lift strict validation rules
 * @returns the changes that were made; the others no longer held `from`, or a formula fills them
 */
export function changeCells(
	sheet: Sheet,
	changes: readonly CellChange[],
	beforeWrite: (() => void) | null = null,
): Changes {
	const rows = sheet.getMaxRows();
	const columns = sheet.getMaxColumns();
	const inside = changes.filter((change) => change.row < rows && change.column < columns);
	const made: OpenChange[] = [];
	let formulaCell = '';
	for (const [column, here] of byColumn(inside)) {
		const { first, range } = rangeAround(sheet, column, here);
		const values = range.getValues();
		const formulas = range.getFormulas();
		const formats = range.getNumberFormats();
		const seen = new Set<number>();
		const open = new Map<number, OpenChange>();
		for (const change of here) {
			const isOpen =
				holdsText(values[change.row - first]?.[0], change.from) &&
				formulas[change.row - first]?.[0] === '' &&
				!seen.has(change.row);
			if (isOpen) open.set(change.row, { ...change, format: formats[change.row - first]?.[0] ?? '' });
			seen.add(change.row);
		}
		const sources = spillSources(sheet, column, [...open.keys()]);
		for (const [row, change] of open) {
			const source = sources.get(row);
			if (source === undefined) made.push(change);
			else formulaCell ||= source;
		}
	}
	if (made.length > 0) beforeWrite?.();
	const unchanged = stillOpen(sheet, made);
	writeTexts(sheet, unchanged);
	return { made: unchanged.map(({ row, column, from, to }) => ({ row, column, from, to })), formulaCell };
}

/**
 * No lock keeps people from typing or sorting, so the cells are compared once more right before they are written. One
 * read per column.
 */
function stillOpen(sheet: Sheet, changes: readonly OpenChange[]): OpenChange[] {
	return [...byColumn(changes)].flatMap(([column, here]) => {
		const { first, range } = rangeAround(sheet, column, here);
		const values = range.getValues();
		return here.filter(({ row, from }) => holdsText(values[row - first]?.[0], from));
	});
}

function byColumn<C extends CellChange>(changes: readonly C[]): ReadonlyMap<number, C[]> {
	const columns = new Set(changes.map(({ column }) => column));
	return new Map([...columns].map((column) => [column, changes.filter((change) => change.column === column)]));
}

/** The cells of the column from the first change to the last. @returns `first`: 0-based row */
function rangeAround(
	sheet: Sheet,
	column: number,
	changes: readonly CellChange[],
): { readonly first: number; readonly range: Range } {
	const rows = changes.map(({ row }) => row);
	const [first, last] = [Math.min(...rows), Math.max(...rows)];
	return { first, range: sheet.getRange(first + 1, column + 1, last - first + 1, 1) };
}

/**
 * One write for each new text and format. When one fails, all cells get their old text back; those of the failed write
 * may hold the new one.
 */
function writeTexts(sheet: Sheet, changes: readonly OpenChange[]): void {
	const written: OpenChange[] = [];
	for (const group of groupsOf(changes, 'to')) {
		written.push(...group);
		try {
			write(sheet, group, 'to');
		} catch (thrown) {
			for (const former of groupsOf(written, 'from')) write(sheet, former, 'from', false);
			throw thrown;
		}
	}
}

function write(sheet: Sheet, [first, ...others]: readonly OpenChange[], text: 'from' | 'to', isSure = true): void {
	if (first !== undefined) writeText(sheet, runsOf([first, ...others]), first[text], first.format, isSure);
}

/** Changes that are one write: the same text into cells of the same format. */
function groupsOf(changes: readonly OpenChange[], text: 'from' | 'to'): OpenChange[][] {
	const groups = new Map<string, OpenChange[]>();
	for (const change of changes) {
		const key = `${change.format}\n${change[text]}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [change]);
		else group.push(change);
	}
	return [...groups.values()];
}

/** The cells as ranges; adjacent cells in a column are joined. */
function runsOf(changes: readonly CellChange[]): string[] {
	const ordered = [...changes].sort((a, b) => a.column - b.column || a.row - b.row);
	const runs: { column: number; first: number; last: number }[] = [];
	for (const { row, column } of ordered) {
		const run = runs[runs.length - 1];
		if (run !== undefined && run.column === column && run.last === row - 1) run.last = row;
		else runs.push({ column, first: row, last: row });
	}
	return runs.map(({ column, first, last }) => `${cellName(first, column)}:${cellName(last, column)}`);
}
