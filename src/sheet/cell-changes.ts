/**
 * Changes of single cells that the user asked for: each only while the cell still holds the old text.
 * The number of service calls depends on the columns and the different new texts, not on the number of cells.
 */
import { cellName } from '../core/cells/cell-name.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** 0-based place, old and new text. */
export interface CellChange {
	readonly row: number;
	readonly column: number;
	readonly from: string;
	readonly to: string;
}

/** What a cell would read as a formula, a number, a date or a truth value rather than as this text. */
const NEEDS_APOSTROPHE = /^[=+\-@'\d.,(#$€£¥%]|^(true|false|verdadero|falso|wahr|falsch|vrai|faux)$/iu;

/** Text as it must be written to stay that text. */
export function asPlainText(text: string): string {
	return text !== '' && NEEDS_APOSTROPHE.test(text) ? `'${text}` : text;
}

/**
 * @param beforeWrite called once when there is something to write (strict rules are lifted there)
 * @returns the changes that were made; the others no longer held `from`, or hold a formula
 */
export function changeCells(
	sheet: Sheet,
	changes: readonly CellChange[],
	beforeWrite: (() => void) | null = null,
): CellChange[] {
	const rows = sheet.getMaxRows();
	const columns = sheet.getMaxColumns();
	const inside = changes.filter((change) => change.row < rows && change.column < columns);
	const made: CellChange[] = [];
	for (const column of new Set(inside.map((change) => change.column))) {
		const here = inside.filter((change) => change.column === column);
		const first = Math.min(...here.map((change) => change.row));
		const last = Math.max(...here.map((change) => change.row));
		const range = sheet.getRange(first + 1, column + 1, last - first + 1, 1);
		const values = range.getValues();
		const formulas = range.getFormulas();
		const seen = new Set<number>();
		for (const change of here) {
			const isOpen =
				values[change.row - first]?.[0] === change.from &&
				formulas[change.row - first]?.[0] === '' &&
				!seen.has(change.row);
			if (isOpen) made.push(change);
			seen.add(change.row);
		}
	}
	if (made.length > 0) beforeWrite?.();
	writeTexts(sheet, made);
	return made;
}

/** One write for each new text. When one fails, all cells get their old text back; those of the failed write may hold the new one. */
function writeTexts(sheet: Sheet, changes: readonly CellChange[]): void {
	const byText = new Map<string, CellChange[]>();
	for (const change of changes) {
		const group = byText.get(change.to);
		if (group === undefined) byText.set(change.to, [change]);
		else group.push(change);
	}
	const written: CellChange[] = [];
	for (const [to, group] of byText) {
		try {
			sheet.getRangeList(runsOf(group)).setValue(asPlainText(to));
			written.push(...group);
		} catch (thrown) {
			written.push(...group);
			for (const from of new Set(written.map((change) => change.from))) {
				sheet.getRangeList(runsOf(written.filter((change) => change.from === from))).setValue(asPlainText(from));
			}
			throw thrown;
		}
	}
}

/** The cells as ranges, neighbours in a column joined. */
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
