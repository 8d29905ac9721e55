/**
 * What people do to a sheet: typing, pasting, filling, sorting, moving rows and columns, renaming, undoing.
 * Each is one change of the Store plus the event that Google would send. Not here: who delivers the event (`deliver`).
 */
import { allowedValues } from './cell-access.ts';
import { compareCells } from './cell-order.ts';
import { type Edit, editEvent } from './edit-event.ts';
import { enteredValue } from './entered-value.ts';
import type { Host } from './host.ts';
import { overlap } from './rect.ts';
import type { CellWrite, Rect, StoredCell } from './store.ts';
import { UndoStack } from './undo-stack.ts';

/** Google reportedly queues at most two events of a simple trigger. */
const MOST_WAITING = 2;

export type Typed = string | number | boolean | null;

export class UserActions {
	readonly #host: Host;
	readonly #steps = new UndoStack();
	/** Edits whose events have not come yet; of more than these they never come. */
	readonly #waiting: Edit[] = [];
	/** Gets each onEdit event; the usual one calls the bundle's onEdit at once. A simulator queues, drops, doubles. */
	deliver: (event: Record<string, unknown>) => void;

	constructor(host: Host, deliver: (event: Record<string, unknown>) => void = () => {}) {
		this.#host = host;
		this.deliver = deliver;
	}

	/** Time passes: events that come late come now. */
	settle(): void {
		for (const edit of this.#waiting.splice(0)) this.deliver(editEvent(this.#host, edit));
	}

	/** Typing into one cell. False: a rule or a protection refused it and the cell kept its value. */
	type(sheetId: number, row: number, column: number, value: Typed): boolean {
		const rect = { row, column, rows: 1, columns: 1 };
		const before = this.#host.store.read(sheetId, rect)[0]?.[0] as StoredCell;
		const write = typedWrite(this.#host, value, before.format);
		if (this.#isProtected(sheetId, rect) || this.#isRefused(sheetId, rect, write)) return false;
		this.#change(sheetId, rect, [[write]]);
		return true;
	}

	/**
	 * Pasting a block: overwrites formats not at all, removes the rules of the block, is refused by protections only. The
	 * grid grows when the block reaches past it.
	 */
	paste(sheetId: number, row: number, column: number, block: readonly (readonly Typed[])[]): boolean {
		const rect = { row, column, rows: block.length, columns: block[0]?.length ?? 0 };
		if (this.#isProtected(sheetId, rect)) return false;
		this.#grow(sheetId, rect);
		const before = this.#host.store.read(sheetId, rect);
		const rules = this.#host.store
			.validations(sheetId, rect)
			.map(({ rect: covered, rule }) => ({ rect: overlap(covered, rect) as Rect, rule }));
		const cells = block.map((line, at) =>
			line.map((value, offset) => typedWrite(this.#host, value, before[at]?.[offset]?.format ?? '')),
		);
		this.#host.store.setValidation(sheetId, rect, null);
		this.#change(sheetId, rect, cells, () => {
			for (const { rect: covered, rule } of rules) this.#host.store.setValidation(sheetId, covered, rule);
		});
		return true;
	}

	/** Fill down: the first row of the rect goes into all its rows. */
	fillDown(sheetId: number, rect: Rect): boolean {
		if (this.#isProtected(sheetId, rect)) return false;
		const first = this.#host.store.read(sheetId, { ...rect, rows: 1 })[0] as readonly StoredCell[];
		this.#change(
			sheetId,
			rect,
			Array.from({ length: rect.rows }, () => first.map(writeOfStored)),
		);
		return true;
	}

	/** Delete key. */
	clear(sheetId: number, rect: Rect): boolean {
		if (this.#isProtected(sheetId, rect)) return false;
		this.#change(
			sheetId,
			rect,
			Array.from({ length: rect.rows }, () => Array.from({ length: rect.columns }, () => ({ value: null }))),
		);
		return true;
	}

	/** Cut one block and paste it elsewhere: the source becomes blank. One event for the target, as Google sends. */
	cutAndPaste(sheetId: number, from: Rect, row: number, column: number): boolean {
		const to = { ...from, row, column };
		if (this.#isProtected(sheetId, from) || this.#isProtected(sheetId, to)) return false;
		this.#grow(sheetId, to);
		const cells = this.#host.store.read(sheetId, from).map((line) => line.map(writeOfStored));
		const hull = hullOf(from, to);
		const before = this.#host.store.read(sheetId, hull).map((line) => line.map(writeOfStored));
		const again = (): Edit => {
			this.#host.store.write(
				sheetId,
				from,
				cells.map((line) => line.map(() => ({ value: null, format: '' }))),
			);
			this.#host.store.write(sheetId, to, cells);
			return { sheetId, rect: to, before: null, after: null };
		};
		this.#steps.did({
			back: () => {
				this.#host.store.write(sheetId, hull, before);
				return { sheetId, rect: hull, before: null, after: null };
			},
			again,
		});
		this.#send(again());
		return true;
	}

	/**
	 * Sort the rows of a block by one of its columns (0-based in the sheet); blanks last. Google sends no onEdit for a
	 * sort.
	 */
	sort(sheetId: number, rect: Rect, column: number, isAscending = true): boolean {
		if (this.#isProtected(sheetId, rect)) return false;
		const rows = this.#host.store.read(sheetId, rect);
		const key = (line: readonly StoredCell[]): StoredCell['value'] => line[column - rect.column]?.value ?? null;
		const sorted = rows.map((line, at) => ({ line, at }));
		sorted.sort((a, b) => compareCells(key(a.line), key(b.line), isAscending) || a.at - b.at);
		const put = (lines: readonly (readonly StoredCell[])[]): null => {
			this.#host.store.write(
				sheetId,
				rect,
				lines.map((line) => line.map(writeOfStored)),
			);
			return null;
		};
		const again = (): null => put(sorted.map(({ line }) => line));
		this.#steps.did({ back: () => put(rows), again });
		again();
		this.#host.onWrite(sheetId);
		return true;
	}

	/** Structural changes send onChange only, never onEdit. */
	insertRows(sheetId: number, before: number, count: number): void {
		this.#structure(sheetId, 'rows', before, count);
	}
	insertColumns(sheetId: number, before: number, count: number): void {
		this.#structure(sheetId, 'columns', before, count);
	}
	deleteRows(sheetId: number, first: number, count: number): void {
		this.#structure(sheetId, 'rows', first, -count);
	}
	deleteColumns(sheetId: number, first: number, count: number): void {
		this.#structure(sheetId, 'columns', first, -count);
	}

	renameSheet(sheetId: number, name: string): void {
		const old = this.#host.store.sheets().find((sheet) => sheet.id === sheetId)?.name ?? '';
		const rename = (to: string): null => {
			this.#host.store.renameSheet(sheetId, to);
			return null;
		};
		rename(name);
		this.#steps.did({ back: () => rename(old), again: () => rename(name) });
	}

	deleteSheet(sheetId: number): void {
		this.#host.store.deleteSheet(sheetId);
		this.#host.records.forgetSheet(sheetId);
	}

	/** Duplicate of a sheet under Google's name for it; answers the new sheet's id. */
	duplicateSheet(sheetId: number): number {
		const { store } = this.#host;
		const info = store.sheets().find((sheet) => sheet.id === sheetId);
		if (info === undefined) throw new Error(`No sheet with id ${sheetId}`);
		const size = store.size(sheetId);
		const copy = store.insertSheet(`Copy of ${info.name}`, info.index + 1, size);
		const rect = { row: 0, column: 0, ...store.used(sheetId) };
		if (rect.rows > 0)
			store.write(
				copy.id,
				rect,
				store.read(sheetId, rect).map((line) => line.map(writeOfStored)),
			);
		for (const { rect: covered, rule } of store.validations(sheetId, { row: 0, column: 0, ...size }))
			store.setValidation(copy.id, covered, rule);
		return copy.id;
	}

	/** The last action that was not undone yet; false: nothing left. Undoing edits sends onEdit again. */
	undo(): boolean {
		return this.#reported(this.#steps.undo());
	}

	/** Redoes the last action that was undone; false when nothing was undone or something else was done since. */
	redo(): boolean {
		return this.#reported(this.#steps.redo());
	}

	#reported(edit: Edit | null | undefined): boolean {
		if (edit) this.#send(edit);
		return edit !== undefined;
	}

	/** A change without any event, as an API or a formula makes it. */
	changeSilently(sheetId: number, row: number, column: number, value: Typed): void {
		const rect = { row, column, rows: 1, columns: 1 };
		const format = this.#host.store.read(sheetId, rect)[0]?.[0]?.format ?? '';
		this.#host.store.write(sheetId, rect, [[typedWrite(this.#host, value, format)]]);
		this.#host.onWrite(sheetId);
	}

	#change(
		sheetId: number,
		rect: Rect,
		cells: readonly (readonly CellWrite[])[],
		alsoBack: () => void = () => {},
	): void {
		const before = this.#host.store.read(sheetId, rect);
		this.#host.store.write(sheetId, rect, cells);
		const after = this.#host.store.read(sheetId, rect);
		this.#steps.did({
			back: () => {
				this.#host.store.write(
					sheetId,
					rect,
					before.map((line) => line.map(writeOfStored)),
				);
				alsoBack();
				return { sheetId, rect, before: after[0]?.[0] ?? null, after: before[0]?.[0] ?? null };
			},
			again: () => {
				this.#host.store.write(sheetId, rect, cells);
				return { sheetId, rect, before: before[0]?.[0] ?? null, after: after[0]?.[0] ?? null };
			},
		});
		this.#send({ sheetId, rect, before: before[0]?.[0] ?? null, after: after[0]?.[0] ?? null });
	}

	#send(edit: Edit): void {
		this.#host.onWrite(edit.sheetId);
		if (this.#host.doubts.editEvents === 'atOnce') this.deliver(editEvent(this.#host, edit));
		else if (this.#waiting.length < MOST_WAITING) this.#waiting.push(edit);
	}

	#structure(sheetId: number, axis: 'rows' | 'columns', at: number, count: number): void {
		const { store, records } = this.#host;
		const size = store.size(sheetId);
		const lost =
			axis === 'rows'
				? { row: at, column: 0, rows: -count, columns: size.columns }
				: { row: 0, column: at, rows: size.rows, columns: -count };
		const cells = count < 0 ? store.read(sheetId, lost).map((line) => line.map(writeOfStored)) : [];
		const shift = (by: number): void => {
			if (axis === 'rows') by > 0 ? store.insertRows(sheetId, at, by) : store.deleteRows(sheetId, at, -by);
			else by > 0 ? store.insertColumns(sheetId, at, by) : store.deleteColumns(sheetId, at, -by);
			records.shift(sheetId, axis, at, by);
		};
		shift(count);
		this.#steps.did({
			back: () => {
				shift(-count);
				if (count < 0) store.write(sheetId, lost, cells);
				return null;
			},
			again: () => {
				shift(count);
				return null;
			},
		});
		this.#host.onWrite(sheetId);
	}

	#grow(sheetId: number, rect: Rect): void {
		const { rows, columns } = this.#host.store.size(sheetId);
		if (rect.row + rect.rows > rows) this.#host.store.insertRows(sheetId, rows, rect.row + rect.rows - rows);
		if (rect.column + rect.columns > columns)
			this.#host.store.insertColumns(sheetId, columns, rect.column + rect.columns - columns);
	}

	#isProtected(sheetId: number, rect: Rect): boolean {
		return this.#host.store.protectedRects(sheetId).some((locked) => overlap(locked, rect) !== null);
	}

	#isRefused(sheetId: number, rect: Rect, write: CellWrite): boolean {
		const found = this.#host.store.validations(sheetId, rect)[0];
		if (found === undefined || !found.rule.isStrict || write.formula !== undefined || (write.value ?? null) === null)
			return false;
		return !allowedValues(this.#host, found.rule).has(String(write.value));
	}
}

function typedWrite(host: Host, value: Typed, format: string): CellWrite {
	return typeof value === 'string' ? enteredValue(value, format, host.options.locale) : { value };
}

/** Everything that a stored cell is, as a write. */
export function writeOfStored(cell: StoredCell): CellWrite {
	return cell.formula === null
		? { value: cell.value, format: cell.format }
		: { value: cell.value, formula: cell.formula, format: cell.format };
}

function hullOf(a: Rect, b: Rect): Rect {
	const row = Math.min(a.row, b.row);
	const column = Math.min(a.column, b.column);
	return {
		row,
		column,
		rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
		columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
	};
}
