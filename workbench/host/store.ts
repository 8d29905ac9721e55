/**
 * The small synchronous store under the stand-in for Google's spreadsheet service.
 * Two implementations: MemoryStore (node) and UniverStore (the page's grid). All rows and columns are 0-based here;
 * only the adapter above knows Apps Script's semantics (1-based, '' for blanks, Date cells, error texts).
 */

export interface Rect {
	readonly row: number;
	readonly column: number;
	readonly rows: number;
	readonly columns: number;
}

export interface SheetInfo {
	readonly id: number;
	readonly name: string;
	readonly index: number;
	readonly isHidden: boolean;
}

/** A stored cell. A date is its serial number with a date format. */
export interface StoredCell {
	/** null: blank. For a formula, its last result; an error as text (`#ERROR!`). */
	readonly value: string | number | boolean | null;
	/** With the leading `=`; null: a plain value. */
	readonly formula: string | null;
	/** Number format (`yyyy-mm-dd`, `@`, `0.0%`); '' automatic. */
	readonly format: string;
}

/**
 * What to write; an absent part keeps what the cell has. Writing a value clears the formula and the other way round.
 */
export interface CellWrite {
	readonly value?: string | number | boolean | null;
	readonly formula?: string;
	readonly format?: string;
}

export interface ValidationRule {
	readonly type: 'list-of-range' | 'list-of-items' | 'checkbox';
	/** For a range: `{sheetId, rect}`. */
	readonly source: { readonly sheetId: number; readonly rect: Rect } | null;
	readonly items: readonly string[];
	readonly isStrict: boolean;
	readonly helpText: string;
}

export interface CellStyle {
	readonly background?: string | null;
	readonly fontWeight?: 'bold' | 'normal';
	readonly fontColor?: string | null;
	/** In points. */
	readonly fontSize?: number;
	readonly wrap?: boolean;
	readonly horizontalAlignment?: 'left' | 'center' | 'right';
}

export interface Store {
	sheets(): readonly SheetInfo[];
	/** Ids are never used again, also after a deletion. */
	insertSheet(name: string, index: number, size?: { rows: number; columns: number }): SheetInfo;
	deleteSheet(id: number): void;
	renameSheet(id: number, name: string): void;
	moveSheet(id: number, index: number): void;
	setHidden(id: number, isHidden: boolean): void;
	/** Grid size. */
	size(id: number): { readonly rows: number; readonly columns: number };
	/** Rows and columns up to the last cell with content; 0 × 0 when empty. */
	used(id: number): { readonly rows: number; readonly columns: number };
	read(id: number, rect: Rect): readonly (readonly StoredCell[])[];
	/** `cells` has exactly the size of `rect`. */
	write(id: number, rect: Rect, cells: readonly (readonly CellWrite[])[]): void;
	style(id: number, rect: Rect, style: CellStyle): void;
	/** Rules that touch the rect, in grid order, each with the rect that it covers. */
	validations(id: number, rect: Rect): readonly { readonly rect: Rect; readonly rule: ValidationRule }[];
	/** null removes. */
	setValidation(id: number, rect: Rect, rule: ValidationRule | null): void;
	insertRows(id: number, before: number, count: number): void;
	deleteRows(id: number, first: number, count: number): void;
	insertColumns(id: number, before: number, count: number): void;
	deleteColumns(id: number, first: number, count: number): void;
	setFrozen(id: number, rows: number, columns: number): void;
	frozen(id: number): { readonly rows: number; readonly columns: number };
	setColumnWidth(id: number, column: number, pixels: number): void;
	setRowHeight(id: number, row: number, pixels: number): void;
	/** Its cells look like one. */
	merge(id: number, rect: Rect): void;
	/** Takes every merge within it apart. */
	breakApart(id: number, rect: Rect): void;
	setHiddenGridlines(id: number, isHidden: boolean): void;
	/** Rows hidden by hand or by a filter. */
	hiddenRows(id: number): ReadonlySet<number>;
	/** A filter over this rect with the visible values of one column; null removes the sheet's filter. */
	setFilter(
		id: number,
		filter: { readonly rect: Rect; readonly column: number; readonly visible: readonly string[] } | null,
	): void;
	active(): { readonly sheetId: number; readonly rects: readonly Rect[] };
	activate(sheetId: number, rects: readonly Rect[]): void;
	/** Rects that the user may not edit. */
	protectedRects(id: number): readonly Rect[];
	/** Columns of a Sheets "table" whose type refuses drop-down rules. */
	typedColumns(id: number): readonly number[];
}
