/**
 * The cells of one sheet of the MemoryStore, kept compactly: an array a row for values, and a second and third one only
 * where a row has formulas or formats (equal format rows are shared until one changes).
 */
import type { CellWrite, Rect, StoredCell } from './store.ts';

type Value = StoredCell['value'];

interface Row {
	values: Value[];
	formulas: (string | null)[] | null;
	formats: readonly string[] | null;
}

const BLANK: StoredCell = { value: null, formula: null, format: '' };
/** Blank cells that only have a format are most of a sheet that was made for text: one object for all of a format. */
const blanks = new Map<string, StoredCell>([['', BLANK]]);

let lastBlank = BLANK;

function blankOf(format: string): StoredCell {
	if (lastBlank.format !== format) {
		lastBlank = blanks.get(format) ?? { value: null, formula: null, format };
		blanks.set(format, lastBlank);
	}
	return lastBlank;
}

const blankRow = (): Row => ({ values: [], formulas: null, formats: null });

export class MemorySheet {
	rows: number;
	columns: number;
	private lines: (Row | undefined)[] = [];
	private lastFormats: readonly string[] | null = null;

	constructor(rows: number, columns: number) {
		this.rows = rows;
		this.columns = columns;
	}

	read(rect: Rect): StoredCell[][] {
		const block: StoredCell[][] = new Array(rect.rows);
		const end = rect.column + rect.columns;
		for (let offset = 0; offset < rect.rows; offset++) {
			const line = this.lines[rect.row + offset];
			const cells: StoredCell[] = new Array(rect.columns).fill(BLANK);
			if (line !== undefined) {
				const { values, formulas, formats } = line;
				for (let column = rect.column, at = 0; column < end; column++, at++) {
					const value = values[column] ?? null;
					const formula = formulas === null ? null : (formulas[column] ?? null);
					const format = formats === null ? '' : (formats[column] ?? '');
					if (value !== null || formula !== null) cells[at] = { value, formula, format };
					else if (format !== '') cells[at] = blankOf(format);
				}
			}
			block[offset] = cells;
		}
		return block;
	}

	write(rect: Rect, cells: readonly (readonly CellWrite[])[]): void {
		for (let offset = 0; offset < rect.rows; offset++) {
			const row = rect.row + offset;
			let line = this.lines[row];
			if (line === undefined) {
				line = blankRow();
				this.lines[row] = line;
			}
			this.writeLine(line, rect.column, cells[offset] as readonly CellWrite[]);
		}
	}

	private writeLine(line: Row, first: number, cells: readonly CellWrite[]): void {
		let formats: string[] | null = null;
		for (let at = 0; at < cells.length; at++) {
			const { value, formula, format } = cells[at] as CellWrite;
			const column = first + at;
			while (line.values.length <= column) line.values.push(null);
			if (value !== undefined) line.values[column] = value === '' ? null : value;
			if (formula !== undefined) {
				line.formulas ??= [];
				line.formulas[column] = formula;
				if (value === undefined) line.values[column] = null;
			} else if (value !== undefined && line.formulas !== null) line.formulas[column] = null;
			if (format !== undefined && format !== (line.formats?.[column] ?? '')) {
				formats ??= [...(line.formats ?? [])];
				while (formats.length <= column) formats.push('');
				formats[column] = format;
			}
		}
		if (formats !== null) line.formats = this.shared(formats);
	}

	private shared(formats: readonly string[]): readonly string[] {
		const last = this.lastFormats;
		if (last !== null && last.length === formats.length && last.every((format, at) => format === formats[at]))
			return last;
		this.lastFormats = formats;
		return formats;
	}

	/** Rows and columns up to the last cell with content. */
	used(): { rows: number; columns: number } {
		let rows = 0;
		let columns = 0;
		this.lines.forEach((line, row) => {
			if (line === undefined) return;
			let last = Math.max(line.values.length, line.formulas?.length ?? 0) - 1;
			while (last >= 0 && (line.values[last] ?? null) === null && (line.formulas?.[last] ?? null) === null) last--;
			if (last < 0) return;
			rows = row + 1;
			columns = Math.max(columns, last + 1);
		});
		return { rows, columns };
	}

	insertRows(before: number, count: number): void {
		this.lines.length = Math.max(this.lines.length, before);
		const inserted = new Array<Row | undefined>(count).fill(undefined);
		this.lines = [...this.lines.slice(0, before), ...inserted, ...this.lines.slice(before)];
		this.rows += count;
	}

	deleteRows(first: number, count: number): void {
		this.lines = [...this.lines.slice(0, first), ...this.lines.slice(first + count)];
		this.rows -= count;
	}

	insertColumns(before: number, count: number): void {
		this.eachLine((part, blank) => {
			if (part.length > before) part.splice(before, 0, ...new Array(count).fill(blank));
		});
		this.columns += count;
	}

	deleteColumns(first: number, count: number): void {
		this.eachLine((part) => {
			part.splice(first, count);
		});
		this.columns -= count;
	}

	private eachLine(change: (part: unknown[], blank: unknown) => void): void {
		for (const line of this.lines) {
			if (line === undefined) continue;
			change(line.values, null);
			if (line.formulas !== null) change(line.formulas, null);
			if (line.formats !== null) {
				const formats = [...line.formats];
				change(formats, '');
				line.formats = this.shared(formats);
			}
		}
	}
}
