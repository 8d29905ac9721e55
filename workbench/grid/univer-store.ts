/**
 * The Store over the grid engine: the same synchronous contract as the in-memory one, on the sheet that the user sees.
 * Reads go to the engine's matrices (its own getValue gives display text); writes are one mutation each.
 */
import { BooleanNumber, ICommandService, type Injector, type IRange, type Worksheet } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import {
	AddWorksheetMergeMutation,
	FormulaDataModel,
	RemoveWorksheetMergeMutation,
	SetFrozenMutation,
	SetRangeValuesMutation,
	SetStyleCommand,
	SetWorksheetOrderMutation,
	SetWorksheetRowHeightMutation,
	SetWorksheetRowIsAutoHeightMutation,
	SheetsSelectionsService,
} from '@univerjs/preset-sheets-core';
import { overlap } from '../host/rect.ts';
import type { CellStyle, CellWrite, Rect, SheetInfo, Store, StoredCell, ValidationRule } from '../host/store.ts';
import { cellData, formatOf, storedValue } from './cell-data.ts';
import { selectionOf } from './selection.ts';
import type { SheetIds } from './sheet-ids.ts';
import { CELL_STYLE, styleData } from './style-data.ts';
import { addRule, rulesOf } from './validation.ts';

export const toRange = (rect: Rect): IRange => ({
	startRow: rect.row,
	startColumn: rect.column,
	endRow: rect.row + rect.rows - 1,
	endColumn: rect.column + rect.columns - 1,
});

export const toRect = (range: IRange): Rect => ({
	row: range.startRow,
	column: range.startColumn,
	rows: range.endRow - range.startRow + 1,
	columns: range.endColumn - range.startColumn + 1,
});

/** The engine's cells by row and column. */
type CellMatrix = Record<number, Record<number, object>>;

/** What the page may switch on to try what users meet in Google Sheets. */
export interface StoreSwitches {
	isReadOnly: boolean;
	hasTypedColumns: boolean;
}

export class UniverStore implements Store {
	readonly switches: StoreSwitches = { isReadOnly: false, hasTypedColumns: false };
	/** More than zero while a script writes: edit events and guards are for the user's own edits only. */
	private depth = 0;

	constructor(
		private readonly api: FUniver,
		private readonly injector: Injector,
		readonly ids: SheetIds,
	) {}

	get isWriting(): boolean {
		return this.depth > 0;
	}

	sheets(): readonly SheetInfo[] {
		return this.book.getSheets().map((sheet, index) => ({
			id: this.ids.numberOf(sheet.getSheetId()),
			name: sheet.getSheetName(),
			index,
			isHidden: sheet.isSheetHidden(),
		}));
	}

	insertSheet(name: string, index: number, size = { rows: 1000, columns: 26 }): SheetInfo {
		const id = this.ids.allocate();
		const active = this.book.getActiveSheet();
		this.writing(() => {
			const sheet = { id: String(id), rowCount: size.rows, columnCount: size.columns, defaultStyle: CELL_STYLE };
			this.book.insertSheet(name, { index, sheet });
			this.book.setActiveSheet(active);
		});
		return this.sheets().find((sheet) => sheet.id === id) as SheetInfo;
	}

	deleteSheet(id: number): void {
		this.writing(() => this.book.deleteSheet(this.ids.keyOf(id)));
	}

	renameSheet(id: number, name: string): void {
		this.writing(() => this.facade(id).setName(name));
	}

	moveSheet(id: number, index: number): void {
		const from = this.sheets().find((sheet) => sheet.id === id)?.index ?? index;
		this.mutate(SetWorksheetOrderMutation.id, { ...this.where(id), fromOrder: from, toOrder: index });
	}

	setHidden(id: number, isHidden: boolean): void {
		this.writing(() => (isHidden ? this.facade(id).hideSheet() : this.facade(id).showSheet()));
	}

	size(id: number): { readonly rows: number; readonly columns: number } {
		const sheet = this.sheet(id);
		return { rows: sheet.getRowCount(), columns: sheet.getColumnCount() };
	}

	used(id: number): { readonly rows: number; readonly columns: number } {
		const used = { rows: 0, columns: 0 };
		const spilled = this.spilled(id);
		const widen = (row: number, column: number): void => {
			used.rows = Math.max(used.rows, row + 1);
			used.columns = Math.max(used.columns, column + 1);
		};
		this.sheet(id)
			.getCellMatrix()
			.forValue((row, column, cell) => {
				if (cell?.f || cell?.si || storedValue(cell) !== null) {
					widen(row, column);
				}
			});
		for (const [row, cells] of Object.entries(spilled)) {
			for (const column of Object.keys(cells)) {
				widen(Number(row), Number(column));
			}
		}
		return used;
	}

	read(id: number, rect: Rect): readonly (readonly StoredCell[])[] {
		const sheet = this.sheet(id);
		const matrix = sheet.getCellMatrix();
		const spilled = this.spilled(id);
		const styles = this.book.getWorkbook().getStyles();
		const formulas = this.injector.get(FormulaDataModel);
		const rows: StoredCell[][] = [];
		for (let row = rect.row; row < rect.row + rect.rows; row++) {
			const cells: StoredCell[] = [];
			for (let column = rect.column; column < rect.column + rect.columns; column++) {
				const cell = matrix.getValue(row, column);
				const hasFormula = cell?.f || cell?.si;
				const formula = hasFormula
					? (formulas.getFormulaStringByCell(row, column, sheet.getSheetId(), sheet.getUnitId()) ?? null)
					: null;
				const own = storedValue(cell);
				const value = own === null ? storedValue(spilled[row]?.[column]) : own;
				cells.push({ value, formula, format: cell?.s ? formatOf(styles.getStyleByCell(cell)) : '' });
			}
			rows.push(cells);
		}
		return rows;
	}

	write(id: number, rect: Rect, cells: readonly (readonly CellWrite[])[]): void {
		const contents: CellMatrix = {};
		const looks: CellMatrix = {};
		cells.forEach((row, r) => {
			row.forEach((cell, c) => {
				const matrix = cell.value === undefined && cell.formula === undefined ? looks : contents;
				matrix[rect.row + r] ??= {};
				(matrix[rect.row + r] as CellMatrix[number])[rect.column + c] = cellData(cell);
			});
		});
		if (Object.keys(contents).length > 0) {
			this.mutate(SetRangeValuesMutation.id, { ...this.where(id), cellValue: contents });
		}
		if (Object.keys(looks).length > 0) {
			this.look(id, looks);
		}
	}

	style(id: number, rect: Rect, style: CellStyle): void {
		const cellValue: CellMatrix = {};
		const s = styleData(style);
		for (let row = rect.row; row < rect.row + rect.rows; row++) {
			const line: Record<number, object> = {};
			for (let column = rect.column; column < rect.column + rect.columns; column++) {
				line[column] = { s };
			}
			cellValue[row] = line;
		}
		this.look(id, cellValue);
	}

	/** Without the trigger the engine takes a cell whose content is not named for one whose formula is to go. */
	private look(id: number, cellValue: CellMatrix): void {
		this.mutate(SetRangeValuesMutation.id, { ...this.where(id), cellValue, trigger: SetStyleCommand.id });
	}

	validations(id: number, rect: Rect): readonly { readonly rect: Rect; readonly rule: ValidationRule }[] {
		return rulesOf(this.facade(id), this.sheets()).filter((found) => overlap(found.rect, rect) !== null);
	}

	setValidation(id: number, rect: Rect, rule: ValidationRule | null): void {
		const sheet = this.facade(id);
		const range = sheet.getRange(toRange(rect));
		this.writing(() => {
			range.setDataValidation(null);
			if (rule) {
				addRule(this.api, range, rule, (sheetId, source) => this.facade(sheetId).getRange(toRange(source)));
			}
		});
	}

	/** The engine inserts before a row only: after the last one the sheet is made longer. */
	insertRows(id: number, before: number, count: number): void {
		const { rows } = this.size(id);
		this.writing(() =>
			before < rows ? this.facade(id).insertRows(before, count) : this.facade(id).setRowCount(rows + count),
		);
	}

	deleteRows(id: number, first: number, count: number): void {
		this.writing(() => this.facade(id).deleteRows(first, count));
	}

	insertColumns(id: number, before: number, count: number): void {
		const { columns } = this.size(id);
		this.writing(() =>
			before < columns ? this.facade(id).insertColumns(before, count) : this.facade(id).setColumnCount(columns + count),
		);
	}

	deleteColumns(id: number, first: number, count: number): void {
		this.writing(() => this.facade(id).deleteColumns(first, count));
	}

	setFrozen(id: number, rows: number, columns: number): void {
		const freeze = { startRow: rows || -1, startColumn: columns || -1, ySplit: rows, xSplit: columns };
		this.mutate(SetFrozenMutation.id, { ...this.where(id), ...freeze });
	}

	frozen(id: number): { readonly rows: number; readonly columns: number } {
		const freeze = this.sheet(id).getFreeze();
		return { rows: Math.max(0, freeze.ySplit), columns: Math.max(0, freeze.xSplit) };
	}

	setColumnWidth(id: number, column: number, pixels: number): void {
		this.writing(() => this.facade(id).setColumnWidth(column, pixels));
	}

	// Not by the engine's own commands, which write cells as well and take formulas for values.
	setRowHeight(id: number, row: number, pixels: number): void {
		const ranges = [{ startRow: row, endRow: row, startColumn: 0, endColumn: this.size(id).columns - 1 }];
		this.mutate(SetWorksheetRowIsAutoHeightMutation.id, {
			...this.where(id),
			ranges,
			autoHeightInfo: BooleanNumber.FALSE,
		});
		this.mutate(SetWorksheetRowHeightMutation.id, { ...this.where(id), ranges, rowHeight: pixels });
	}

	merge(id: number, rect: Rect): void {
		this.mutate(AddWorksheetMergeMutation.id, { ...this.where(id), ranges: [toRange(rect)] });
	}

	breakApart(id: number, rect: Rect): void {
		const ranges = this.sheet(id)
			.getMergeData()
			.filter((range) => overlap(toRect(range), rect) !== null);
		if (ranges.length > 0) this.mutate(RemoveWorksheetMergeMutation.id, { ...this.where(id), ranges });
	}

	setHiddenGridlines(id: number, isHidden: boolean): void {
		this.writing(() => this.facade(id).setHiddenGridlines(isHidden));
	}

	hiddenRows(id: number): ReadonlySet<number> {
		const hidden = new Set<number>(this.facade(id).getFilter()?.getFilteredOutRows() ?? []);
		for (const range of this.sheet(id).getHiddenRows()) {
			for (let row = range.startRow; row <= range.endRow; row++) {
				hidden.add(row);
			}
		}
		return hidden;
	}

	setFilter(
		id: number,
		filter: { readonly rect: Rect; readonly column: number; readonly visible: readonly string[] } | null,
	): void {
		const sheet = this.facade(id);
		this.writing(() => {
			sheet.getFilter()?.remove();
			if (filter) {
				const values = filter.visible.filter((text) => text !== '');
				const filters =
					values.length < filter.visible.length ? { filters: values, blank: true as const } : { filters: values };
				sheet
					.getRange(toRange(filter.rect))
					.createFilter()
					?.setColumnFilterCriteria(filter.column, { colId: filter.column - filter.rect.column, filters });
			}
		});
	}

	active(): { readonly sheetId: number; readonly rects: readonly Rect[] } {
		const selections = this.injector.get(SheetsSelectionsService).getCurrentSelections();
		const rects = selections.map((selection) => toRect(selection.range as IRange));
		const first = { row: 0, column: 0, rows: 1, columns: 1 };
		return {
			sheetId: this.ids.numberOf(this.book.getActiveSheet().getSheetId()),
			rects: rects.length > 0 ? rects : [first],
		};
	}

	activate(sheetId: number, rects: readonly Rect[]): void {
		const sheet = this.facade(sheetId);
		this.writing(() => {
			this.book.setActiveSheet(sheet);
			const selections = rects.map((rect, index) => selectionOf(toRange(rect), index === rects.length - 1));
			const service = this.injector.get(SheetsSelectionsService);
			service.setSelections(sheet.getWorkbook().getUnitId(), sheet.getSheetId(), selections);
		});
		const first = rects[0];
		const seen = sheet.getVisibleRange();
		const isSeen =
			first &&
			seen &&
			first.row >= seen.startRow &&
			first.row < seen.endRow &&
			first.column >= seen.startColumn &&
			first.column < seen.endColumn;
		if (first && !isSeen) {
			sheet.scrollToCell(Math.max(0, first.row - 3), Math.max(0, first.column - 3));
		}
	}

	protectedRects(id: number): readonly Rect[] {
		return this.switches.isReadOnly ? [{ row: 0, column: 0, ...this.size(id) }] : [];
	}

	typedColumns(id: number): readonly number[] {
		const isFirst = this.sheets()[0]?.id === id;
		return this.switches.hasTypedColumns && isFirst
			? Array.from({ length: this.used(id).columns }, (_, column) => column)
			: [];
	}

	private get book() {
		const book = this.api.getActiveWorkbook();
		if (!book) {
			throw new Error('UniverStore: no book is open');
		}
		return book;
	}

	private facade(id: number) {
		const sheet = this.book.getSheetBySheetId(this.ids.keyOf(id));
		if (!sheet) {
			throw new Error(`UniverStore: no sheet with id ${id}`);
		}
		return sheet;
	}

	private sheet(id: number): Worksheet {
		return this.facade(id).getSheet();
	}

	private spilled(id: number) {
		const model = this.injector.get(FormulaDataModel);
		return model.getArrayFormulaCellData()?.[this.book.getId()]?.[this.ids.keyOf(id)] ?? {};
	}

	private where(id: number): { unitId: string; subUnitId: string } {
		return { unitId: this.book.getId(), subUnitId: this.ids.keyOf(id) };
	}

	private mutate(id: string, params: object): void {
		this.writing(() => this.injector.get(ICommandService).syncExecuteCommand(id, params));
	}

	private writing<T>(action: () => T): T {
		this.depth++;
		try {
			return action();
		} finally {
			this.depth--;
		}
	}
}
