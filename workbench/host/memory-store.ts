/**
 * The store of the node tests and of the command line: a book in memory. Formulas keep their last result; nothing is
 * calculated here.
 */
import { MemorySheet } from './memory-sheet.ts';
import { overlap, shiftRect, subtract } from './rect.ts';
import type { CellStyle, CellWrite, Rect, SheetInfo, Store, StoredCell, ValidationRule } from './store.ts';

interface Rule {
	readonly rect: Rect;
	readonly rule: ValidationRule;
}

interface Page {
	readonly id: number;
	name: string;
	isHidden: boolean;
	cells: MemorySheet;
	rules: Rule[];
	frozen: { rows: number; columns: number };
	widths: Map<number, number>;
	filter: { readonly rect: Rect; readonly column: number; readonly visible: readonly string[] } | null;
	handHidden: Set<number>;
	protectedRects: readonly Rect[];
	typedColumns: readonly number[];
}

export class MemoryStore implements Store {
	private pages: Page[] = [];
	private readonly deleted = new Map<number, Page>();
	private nextId = 0;
	private selection: { sheetId: number; rects: readonly Rect[] } = {
		sheetId: 0,
		rects: [{ row: 0, column: 0, rows: 1, columns: 1 }],
	};

	sheets(): readonly SheetInfo[] {
		return this.pages.map(({ id, name, isHidden }, index) => ({ id, name, index, isHidden }));
	}

	insertSheet(name: string, index: number, size = { rows: 1000, columns: 26 }): SheetInfo {
		const id = this.nextId++;
		const page: Page = {
			id,
			name,
			isHidden: false,
			cells: new MemorySheet(size.rows, size.columns),
			rules: [],
			frozen: { rows: 0, columns: 0 },
			widths: new Map(),
			filter: null,
			handHidden: new Set(),
			protectedRects: [],
			typedColumns: [],
		};
		this.pages.splice(index, 0, page);
		if (this.pages.length === 1) this.selection = { sheetId: id, rects: [{ row: 0, column: 0, rows: 1, columns: 1 }] };
		return { id, name, index: this.pages.indexOf(page), isHidden: false };
	}

	deleteSheet(id: number): void {
		const page = this.page(id);
		this.pages = this.pages.filter((other) => other !== page);
		this.deleted.set(id, page);
		const first = this.pages[0];
		if (this.selection.sheetId === id && first !== undefined)
			this.activate(first.id, [{ row: 0, column: 0, rows: 1, columns: 1 }]);
	}

	/** A deleted sheet as it was, with its id, at the end: what undo and the version history do. */
	restoreSheet(id: number): void {
		const page = this.deleted.get(id);
		if (page === undefined) throw new Error(`MemoryStore: no deleted sheet with id ${id}`);
		this.deleted.delete(id);
		this.pages.push(page);
	}

	renameSheet(id: number, name: string): void {
		this.page(id).name = name;
	}

	moveSheet(id: number, index: number): void {
		const page = this.page(id);
		this.pages = this.pages.filter((other) => other !== page);
		this.pages.splice(index, 0, page);
	}

	setHidden(id: number, isHidden: boolean): void {
		this.page(id).isHidden = isHidden;
	}

	size(id: number): { rows: number; columns: number } {
		const { rows, columns } = this.page(id).cells;
		return { rows, columns };
	}

	used(id: number): { rows: number; columns: number } {
		return this.page(id).cells.used();
	}

	read(id: number, rect: Rect): readonly (readonly StoredCell[])[] {
		return this.page(id).cells.read(rect);
	}

	write(id: number, rect: Rect, cells: readonly (readonly CellWrite[])[]): void {
		if (cells.length !== rect.rows || cells.some((row) => row.length !== rect.columns)) {
			throw new Error(`MemoryStore.write: ${cells.length} rows of cells do not fill ${rect.rows} × ${rect.columns}`);
		}
		this.page(id).cells.write(rect, cells);
	}

	/** Looks are not kept: nothing reads them back. */
	style(id: number, _rect: Rect, _style: CellStyle): void {
		this.page(id);
	}

	validations(id: number, rect: Rect): readonly Rule[] {
		return this.page(id)
			.rules.filter((rule) => overlap(rule.rect, rect) !== null)
			.sort((a, b) => a.rect.row - b.rect.row || a.rect.column - b.rect.column);
	}

	setValidation(id: number, rect: Rect, rule: ValidationRule | null): void {
		const page = this.page(id);
		page.rules = page.rules.flatMap((old) => subtract(old.rect, rect).map((left) => ({ rect: left, rule: old.rule })));
		if (rule !== null) page.rules.push({ rect, rule });
	}

	insertRows(id: number, before: number, count: number): void {
		this.page(id).cells.insertRows(before, count);
		this.shift(id, 'rows', before, count);
	}

	deleteRows(id: number, first: number, count: number): void {
		this.page(id).cells.deleteRows(first, count);
		this.shift(id, 'rows', first, -count);
	}

	insertColumns(id: number, before: number, count: number): void {
		this.page(id).cells.insertColumns(before, count);
		this.shift(id, 'columns', before, count);
	}

	deleteColumns(id: number, first: number, count: number): void {
		this.page(id).cells.deleteColumns(first, count);
		this.shift(id, 'columns', first, -count);
	}

	/** Rules, their source ranges, protections and filters follow inserted and deleted rows and columns. */
	private shift(id: number, axis: 'rows' | 'columns', at: number, count: number): void {
		const moved = (rect: Rect): Rect[] => {
			const shifted = shiftRect(rect, axis, at, count);
			return shifted === null ? [] : [shifted];
		};
		for (const page of this.pages) {
			page.rules = page.rules.flatMap(({ rect, rule }) => {
				const source = rule.source;
				const left = source !== null && source.sheetId === id ? moved(source.rect)[0] : undefined;
				const next = left === undefined || source === null ? rule : { ...rule, source: { ...source, rect: left } };
				return (page.id === id ? moved(rect) : [rect]).map((shifted) => ({ rect: shifted, rule: next }));
			});
		}
		const page = this.page(id);
		page.protectedRects = page.protectedRects.flatMap(moved);
		if (axis === 'rows') {
			page.handHidden = new Set(
				[...page.handHidden].flatMap((row) => moved({ row, column: 0, rows: 1, columns: 1 }).map((rect) => rect.row)),
			);
		} else {
			page.typedColumns = page.typedColumns.flatMap((column) =>
				moved({ row: 0, column, rows: 1, columns: 1 }).map((rect) => rect.column),
			);
		}
		if (page.filter !== null) {
			const rect = moved(page.filter.rect)[0];
			page.filter = rect === undefined ? null : { ...page.filter, rect };
		}
	}

	setFrozen(id: number, rows: number, columns: number): void {
		this.page(id).frozen = { rows, columns };
	}

	frozen(id: number): { rows: number; columns: number } {
		return this.page(id).frozen;
	}

	setColumnWidth(id: number, column: number, pixels: number): void {
		this.page(id).widths.set(column, pixels);
	}

	// Looks, as those of cells.
	setRowHeight(id: number, _row: number, _pixels: number): void {
		this.page(id);
	}

	merge(id: number, _rect: Rect): void {
		this.page(id);
	}

	breakApart(id: number, _rect: Rect): void {
		this.page(id);
	}

	setHiddenGridlines(id: number, _isHidden: boolean): void {
		this.page(id);
	}

	hiddenRows(id: number): ReadonlySet<number> {
		const page = this.page(id);
		const hidden = new Set(page.handHidden);
		const filter = page.filter;
		if (filter === null) return hidden;
		const { rect, column, visible } = filter;
		const shown = new Set(visible);
		const cells = page.cells.read({ row: rect.row + 1, column, rows: Math.max(0, rect.rows - 1), columns: 1 });
		cells.forEach(([cell], offset) => {
			if (!shown.has(String(cell?.value ?? ''))) hidden.add(rect.row + 1 + offset);
		});
		return hidden;
	}

	setFilter(
		id: number,
		filter: { readonly rect: Rect; readonly column: number; readonly visible: readonly string[] } | null,
	): void {
		this.page(id).filter = filter;
	}

	active(): { readonly sheetId: number; readonly rects: readonly Rect[] } {
		return this.selection;
	}

	activate(sheetId: number, rects: readonly Rect[]): void {
		this.page(sheetId);
		this.selection = { sheetId, rects };
	}

	protectedRects(id: number): readonly Rect[] {
		return this.page(id).protectedRects;
	}

	/** For tests and the workbench's switches: blocks that the user may not edit. */
	protect(id: number, rects: readonly Rect[]): void {
		this.page(id).protectedRects = rects;
	}

	typedColumns(id: number): readonly number[] {
		return this.page(id).typedColumns;
	}

	/** For tests and the workbench's switches: columns of a Sheets table. */
	setTypedColumns(id: number, columns: readonly number[]): void {
		this.page(id).typedColumns = columns;
	}

	/** Rows hidden by hand. */
	setHiddenRows(id: number, rows: Iterable<number>): void {
		this.page(id).handHidden = new Set(rows);
	}

	private page(id: number): Page {
		const page = this.pages.find((candidate) => candidate.id === id);
		if (page === undefined) throw new Error(`MemoryStore: no sheet with id ${id}`);
		return page;
	}
}
