/**
 * The book of a simulation: a MemoryStore that knows who writes, keeps a script's writes back until they are flushed
 * (as Google does), and names every write that the add-on must not make.
 */
import { MemoryStore } from '../../workbench/host/memory-store.ts';
import type { CellWrite, Rect, SheetInfo, StoredCell, ValidationRule } from '../../workbench/host/store.ts';

/** A running execution as the store sees it. */
export interface Writer {
	/** The user asked for a change of cells: fix, undo. */
	readonly isExplicit: boolean;
	/** It may change nothing at all. */
	readonly isReader: boolean;
	/** Writes that the others cannot see yet. */
	readonly unflushed: (() => void)[];
	readonly label: string;
}

const hasValues = (cells: readonly (readonly CellWrite[])[]): boolean =>
	cells.some((row) => row.some((cell) => cell.value !== undefined && cell.value !== null));

export class WatchedStore extends MemoryStore {
	/** Null: a person changes the sheet, or nobody. */
	writer: Writer | null = null;
	readonly dealsIds = new Set<number>();
	/** Deal sheets that a formula fills. */
	readonly fedIds = new Set<number>();
	historyId: () => number = () => -1;
	onBreak: (text: string) => void = () => {};
	onExplicitWrite: () => void = () => {};
	/** Rows are to be appended to the history. */
	onAppend: (writer: Writer, cells: readonly (readonly CellWrite[])[]) => void = () => {};
	/** What an execution wrote last into the history, while nobody has touched it since. */
	lastAppend: { readonly id: number; readonly rect: Rect } | null = null;
	private readonly versions = new Map<number, number>();
	/** Sheets that an execution has inserted: until it ends it may do with them what it likes. */
	private readonly makers = new Map<number, Writer>();

	/** A sheet for deals. @param isFed one formula fills it */
	insertDeals(name: string, isFed: boolean): number {
		const { id } = super.insertSheet(name, 0, { rows: 60, columns: 10 });
		this.dealsIds.add(id);
		if (isFed) this.fedIds.add(id);
		return id;
	}

	/** Differs after any change of the sheet's cells, be they equal to those of before. */
	version(id: number): number {
		return this.versions.get(id) ?? 0;
	}

	private changed(id: number): void {
		if (this.lastAppend?.id === id) this.lastAppend = null;
		this.versions.set(id, this.version(id) + 1);
	}

	/** Everything that this execution wrote becomes visible. */
	flush(writer: Writer): void {
		const writes = writer.unflushed.splice(0);
		for (const write of writes) write();
	}

	private settle(): void {
		if (this.writer !== null && this.writer.unflushed.length > 0) this.flush(this.writer);
	}

	override read(id: number, rect: Rect): readonly (readonly StoredCell[])[] {
		this.settle();
		return super.read(id, rect);
	}

	override used(id: number): { rows: number; columns: number } {
		this.settle();
		return super.used(id);
	}

	override write(id: number, rect: Rect, cells: readonly (readonly CellWrite[])[]): void {
		const { writer } = this;
		if (writer === null) {
			this.changed(id);
			super.write(id, rect, cells);
			return;
		}
		this.checkWrite(writer, id, rect, cells);
		writer.unflushed.push(() => {
			if (!this.sheets().some((sheet) => sheet.id === id)) return;
			// What was kept back comes to rows that were free when it was written.
			if (id === this.historyId() && hasValues(cells) && !this.isAddition(id, rect, cells))
				this.onBreak(`I10 what ${writer.label} wrote landed on rows of somebody else`);
			this.changed(id);
			super.write(id, rect, cells);
			if (this.dealsIds.has(id)) this.onExplicitWrite();
			if (id === this.historyId() && hasValues(cells)) this.lastAppend = { id, rect };
		});
	}

	private checkWrite(writer: Writer, id: number, rect: Rect, cells: readonly (readonly CellWrite[])[]): void {
		if (writer.isReader) this.onBreak(`I13 ${writer.label} wrote into sheet ${id}`);
		if (this.dealsIds.has(id) && !writer.isExplicit)
			this.onBreak(`I4 ${writer.label} wrote into the deals at row ${rect.row + 1}`);
		if (this.fedIds.has(id)) this.onBreak(`I4 ${writer.label} wrote into row ${rect.row + 1}, which a formula fills`);
		if (cells.some((row) => row.some((cell) => cell.formula !== undefined)))
			this.onBreak(`I12 ${writer.label} wrote a formula`);
		if (id !== this.historyId()) return;
		if (!hasValues(cells)) return;
		const { rows, columns } = super.used(id);
		if (rect.row < rows) {
			if (!this.isAddition(id, rect, cells))
				this.onBreak(`I10 ${writer.label} wrote over row ${rect.row + 1} of the history`);
			return;
		}
		if (rect.column !== 0 || rect.columns < columns)
			this.onBreak(`I10 ${writer.label} wrote a part of a row of the history`);
		this.onAppend(writer, cells);
	}

	/** Only blank cells get a content: headings of columns that an earlier version lacked, the table that rows are about. */
	private isAddition(id: number, rect: Rect, cells: readonly (readonly CellWrite[])[]): boolean {
		return MemoryStore.prototype.read
			.call(this, id, rect)
			.every((line, row) =>
				line.every(({ value }, column) => value === null || value === (cells[row]?.[column]?.value ?? null)),
			);
	}

	private refuse(id: number, what: string): void {
		this.settle();
		this.changed(id);
		const { writer } = this;
		if (writer === null || this.makers.get(id) === writer) return;
		if (writer.isReader) this.onBreak(`I13 ${writer.label} ${what} sheet ${id}`);
		if (this.dealsIds.has(id)) this.onBreak(`I4 ${writer.label} ${what} the deals`);
		if (id === this.historyId() && what === 'deleted rows or columns of')
			this.onBreak(`I10 ${writer.label} ${what} the history`);
	}

	override deleteRows(id: number, first: number, count: number): void {
		this.refuse(id, 'deleted rows or columns of');
		super.deleteRows(id, first, count);
	}
	override deleteColumns(id: number, first: number, count: number): void {
		this.refuse(id, 'deleted rows or columns of');
		super.deleteColumns(id, first, count);
	}
	override insertRows(id: number, before: number, count: number): void {
		this.refuse(id, 'inserted rows into');
		super.insertRows(id, before, count);
	}
	override insertColumns(id: number, before: number, count: number): void {
		this.refuse(id, 'inserted columns into');
		super.insertColumns(id, before, count);
	}
	override deleteSheet(id: number): void {
		this.settle();
		const { writer } = this;
		if (writer !== null && this.makers.get(id) !== writer && (this.dealsIds.has(id) || id === this.historyId()))
			this.onBreak(`I4 ${writer.label} deleted a sheet`);
		super.deleteSheet(id);
	}
	override insertSheet(name: string, index: number, size?: { rows: number; columns: number }): SheetInfo {
		this.settle();
		const { writer } = this;
		const made = super.insertSheet(name, index, size);
		if (writer?.isReader) this.onBreak(`I13 ${writer.label} inserted a sheet`);
		if (writer !== null) this.makers.set(made.id, writer);
		return made;
	}
	override renameSheet(id: number, name: string): void {
		this.refuse(id, 'renamed');
		super.renameSheet(id, name);
	}
	override setValidation(id: number, rect: Rect, rule: ValidationRule | null): void {
		this.settle();
		super.setValidation(id, rect, rule);
	}
}
