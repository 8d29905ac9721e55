/** Range: a block of cells of one sheet. */
import { a1Of } from './a1.ts';
import { mapCells, readCells, requireEditable, requireInside, valuesOf, writeCells } from './cell-access.ts';
import { type CellValue, writeOf } from './cell-value.ts';
import { DataValidationImplementation } from './data-validation.ts';
import { addMetadata, DeveloperMetadataFinderImplementation, metadataOf } from './developer-metadata.ts';
import { displayValue } from './display-value.ts';
import { createFilter, FilterImplementation, filterOf } from './filter.ts';
import { readFormula, storedFormula } from './formula-separators.ts';
import { GOOGLE_TEXT } from './google-text.ts';
import type { Host } from './host.ts';
import { protect } from './protection.ts';
import { overlap } from './rect.ts';
import { service, unwrap } from './service.ts';
import { SheetImplementation } from './sheet.ts';
import type { CellStyle, CellWrite, Rect, StoredCell, ValidationRule } from './store.ts';
import { TextFinderImplementation } from './text-finder.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;
type Members =
	| 'getRow'
	| 'getColumn'
	| 'getRowIndex'
	| 'getLastRow'
	| 'getLastColumn'
	| 'getNumRows'
	| 'getNumColumns'
	| 'getHeight'
	| 'getWidth'
	| 'getA1Notation'
	| 'getSheet'
	| 'getGridId'
	| 'getCell'
	| 'offset'
	| 'activate'
	| 'getValue'
	| 'getValues'
	| 'getDisplayValue'
	| 'getDisplayValues'
	| 'getFormula'
	| 'getFormulas'
	| 'getNumberFormat'
	| 'getNumberFormats'
	| 'isBlank'
	| 'setValue'
	| 'setValues'
	| 'setFormula'
	| 'setFormulas'
	| 'setNumberFormat'
	| 'setNumberFormats'
	| 'clear'
	| 'clearContent'
	| 'clearFormat'
	| 'getDataValidation'
	| 'getDataValidations'
	| 'setDataValidation'
	| 'setDataValidations'
	| 'clearDataValidations'
	| 'insertCheckboxes'
	| 'setBackground'
	| 'setBackgrounds'
	| 'setFontWeight'
	| 'setFontWeights'
	| 'setFontColor'
	| 'setFontColors'
	| 'setFontStyle'
	| 'setFontSize'
	| 'setFontFamily'
	| 'setWrap'
	| 'setWrapStrategy'
	| 'setHorizontalAlignment'
	| 'setVerticalAlignment'
	| 'setBorder'
	| 'merge'
	| 'mergeAcross'
	| 'breakApart'
	| 'setNote'
	| 'addDeveloperMetadata'
	| 'getDeveloperMetadata'
	| 'createDeveloperMetadataFinder'
	| 'createTextFinder'
	| 'createFilter'
	| 'getFilter'
	| 'protect';

export class RangeImplementation implements Pick<Range, Members> {
	#host: Host;
	#sheetId: number;
	#rect: Rect;

	constructor(host: Host, sheetId: number, rect: Rect) {
		this.#host = host;
		this.#sheetId = sheetId;
		this.#rect = rect;
	}

	static of(host: Host, sheetId: number, rect: Rect): Range {
		return service(host, 'Range', new RangeImplementation(host, sheetId, rect)) as unknown as Range;
	}

	/** Where a range that the bundle hands over lies. */
	static placeOf(range: Range): { sheetId: number; rect: Rect } {
		const implementation = unwrap(range) as unknown as RangeImplementation;
		return { sheetId: implementation.#sheetId, rect: implementation.#rect };
	}

	getRow(): number {
		return this.#rect.row + 1;
	}
	getRowIndex(): number {
		return this.#rect.row + 1;
	}
	getColumn(): number {
		return this.#rect.column + 1;
	}
	getLastRow(): number {
		return this.#rect.row + this.#rect.rows;
	}
	getLastColumn(): number {
		return this.#rect.column + this.#rect.columns;
	}
	getNumRows(): number {
		return this.#rect.rows;
	}
	getNumColumns(): number {
		return this.#rect.columns;
	}
	getHeight(): number {
		return this.#rect.rows;
	}
	getWidth(): number {
		return this.#rect.columns;
	}
	getA1Notation(): string {
		return a1Of(this.#rect);
	}
	getGridId(): number {
		return this.#sheetId;
	}
	getSheet(): GoogleAppsScript.Spreadsheet.Sheet {
		return SheetImplementation.of(this.#host, this.#sheetId);
	}

	getCell(row: number, column: number): Range {
		if (row < 1 || column < 1 || row > this.#rect.rows || column > this.#rect.columns)
			throw this.#host.exception('Cell reference out of range');
		return this.offset(row - 1, column - 1, 1, 1);
	}

	offset(rowOffset: number, columnOffset: number, numRows = this.#rect.rows, numColumns = this.#rect.columns): Range {
		const rect = {
			row: this.#rect.row + rowOffset,
			column: this.#rect.column + columnOffset,
			rows: numRows,
			columns: numColumns,
		};
		requireInside(this.#host, this.#sheetId, rect);
		return RangeImplementation.of(this.#host, this.#sheetId, rect);
	}

	activate(): Range {
		requireInside(this.#host, this.#sheetId, this.#rect);
		this.#host.store.activate(this.#sheetId, [this.#rect]);
		return this.#self();
	}

	getValue(): CellValue {
		return valuesOf(this.#host, readCells(this.#host, this.#sheetId, this.#firstCell()))[0]?.[0] as CellValue;
	}
	getValues(): CellValue[][] {
		return valuesOf(this.#host, this.#read());
	}
	getDisplayValue(): string {
		return displayValue(this.#readFirst());
	}
	getDisplayValues(): string[][] {
		return mapCells(this.#host, this.#read(), displayValue);
	}
	getFormula(): string {
		return readFormula(this.#host, this.#readFirst().formula ?? '');
	}
	getFormulas(): string[][] {
		return mapCells(this.#host, this.#read(), (cell) => readFormula(this.#host, cell.formula ?? ''));
	}
	getNumberFormat(): string {
		return formatOf(this.#readFirst());
	}
	getNumberFormats(): string[][] {
		return mapCells(this.#host, this.#read(), formatOf);
	}
	isBlank(): boolean {
		return this.#read().every((row) => row.every((cell) => cell.value === null && cell.formula === null));
	}

	setValue(value: unknown): Range {
		return this.#write((_row, _column, before) => writeOf(this.#host, value, before.format));
	}
	setValues(values: unknown[][]): Range {
		this.#requireSize(values);
		return this.#write((row, column, before) => writeOf(this.#host, values[row]?.[column], before.format));
	}
	setFormula(formula: string): Range {
		return this.#write((_row, _column, before) => this.#formulaWrite(String(formula), before));
	}
	setFormulas(formulas: string[][]): Range {
		this.#requireSize(formulas);
		return this.#write((row, column, before) => this.#formulaWrite(String(formulas[row]?.[column]), before));
	}
	setNumberFormat(numberFormat: string): Range {
		this.#requireFreeFormats();
		return this.#write(() => ({ format: storedFormat(numberFormat) }));
	}
	setNumberFormats(numberFormats: string[][]): Range {
		this.#requireSize(numberFormats);
		this.#requireFreeFormats();
		return this.#write((row, column) => ({ format: storedFormat(String(numberFormats[row]?.[column])) }));
	}

	clearContent(): Range {
		return this.#write(() => ({ value: null }));
	}
	clearFormat(): Range {
		this.#requireFreeFormats();
		return this.#write(() => ({ format: '' }));
	}
	clear(options: { contentsOnly?: boolean; formatOnly?: boolean; validationsOnly?: boolean } = {}): Range {
		if (options.contentsOnly === true) return this.clearContent();
		if (options.formatOnly === true) return this.clearFormat();
		if (options.validationsOnly === true) return this.clearDataValidations();
		this.#requireFreeFormats();
		return this.#write(() => ({ value: null, format: '' }));
	}

	getDataValidation(): Validation | null {
		const found = this.#host.store.validations(this.#sheetId, this.#firstCell())[0];
		return found === undefined ? null : validationOf(this.#host, found.rule);
	}
	getDataValidations(): (Validation | null)[][] {
		requireInside(this.#host, this.#sheetId, this.#rect);
		const rules = this.#host.store.validations(this.#sheetId, this.#rect);
		const shared = new Map<ValidationRule, Validation>();
		const grid = new this.#host.realm.Array<(Validation | null)[]>();
		for (let row = 0; row < this.#rect.rows; row++)
			grid.push(this.#host.realm.Array.from({ length: this.#rect.columns }, () => null));
		for (const { rect, rule } of rules) {
			const part = overlap(rect, this.#rect) as Rect;
			const validation = shared.get(rule) ?? validationOf(this.#host, rule);
			shared.set(rule, validation);
			for (let row = part.row; row < part.row + part.rows; row++) {
				const line = grid[row - this.#rect.row] as (Validation | null)[];
				line.fill(validation, part.column - this.#rect.column, part.column + part.columns - this.#rect.column);
			}
		}
		return grid;
	}
	setDataValidation(rule: Validation | null): Range {
		this.#requireUntyped();
		this.#host.store.setValidation(this.#sheetId, this.#rect, DataValidationImplementation.ruleOf(rule));
		return this.#self();
	}
	setDataValidations(rules: (Validation | null)[][]): Range {
		this.#requireSize(rules);
		this.#requireUntyped();
		rules.forEach((line, row) => {
			line.forEach((rule, column) => {
				const cell = { row: this.#rect.row + row, column: this.#rect.column + column, rows: 1, columns: 1 };
				this.#host.store.setValidation(this.#sheetId, cell, DataValidationImplementation.ruleOf(rule));
			});
		});
		return this.#self();
	}
	clearDataValidations(): Range {
		this.#requireFreeFormats();
		requireEditable(this.#host, this.#sheetId, this.#rect);
		this.#host.store.setValidation(this.#sheetId, this.#rect, null);
		return this.#self();
	}
	insertCheckboxes(): Range {
		this.#requireUntyped();
		this.#host.store.setValidation(this.#sheetId, this.#rect, {
			type: 'checkbox',
			source: null,
			items: [],
			isStrict: true,
			helpText: '',
		});
		return this.#write((_row, _column, before) => ({
			value: typeof before.value === 'boolean' ? before.value : false,
		}));
	}

	setBackground(color: string | null): Range {
		return this.#style({ background: color });
	}
	setBackgrounds(color: (string | null)[][]): Range {
		return this.#styleEach(color, (background) => ({ background }));
	}
	setFontWeight(fontWeight: 'bold' | 'normal' | null): Range {
		return this.#style({ fontWeight: fontWeight ?? 'normal' });
	}
	setFontWeights(fontWeights: ('bold' | 'normal' | null)[][]): Range {
		return this.#styleEach(fontWeights, (fontWeight) => ({ fontWeight: fontWeight ?? 'normal' }));
	}
	setFontColor(color: string | null): Range {
		return this.#style({ fontColor: color });
	}
	setFontColors(colors: (string | null)[][]): Range {
		return this.#styleEach(colors, (fontColor) => ({ fontColor }));
	}
	setWrap(isWrapEnabled: boolean): Range {
		return this.#style({ wrap: isWrapEnabled });
	}
	setWrapStrategy(strategy: GoogleAppsScript.Spreadsheet.WrapStrategy): Range {
		return this.#style({ wrap: String(strategy) === 'WRAP' });
	}
	setHorizontalAlignment(alignment: 'left' | 'center' | 'normal' | 'right' | null): Range {
		return this.#style(alignment === 'normal' || alignment === null ? {} : { horizontalAlignment: alignment });
	}
	setVerticalAlignment(_alignment: 'top' | 'middle' | 'bottom' | null): Range {
		return this.#style({});
	}
	setFontStyle(_fontStyle: 'normal' | 'italic' | null): Range {
		return this.#style({});
	}
	setFontSize(fontSize: number): Range {
		return this.#style({ fontSize });
	}
	setFontFamily(_fontFamily: string | null): Range {
		return this.#style({});
	}
	merge(): Range {
		this.#host.store.merge(this.#sheetId, this.#rect);
		return this.#style({});
	}
	/** Each row for itself. */
	mergeAcross(): Range {
		const { row: first, rows } = this.#rect;
		for (let row = first; row < first + rows; row++)
			this.#host.store.merge(this.#sheetId, { ...this.#rect, row, rows: 1 });
		return this.#style({});
	}
	breakApart(): Range {
		this.#host.store.breakApart(this.#sheetId, this.#rect);
		return this.#style({});
	}
	setBorder(): Range {
		return this.#style({});
	}
	setNote(_note: string | null): Range {
		return this.#style({});
	}

	addDeveloperMetadata(key: string, ...rest: unknown[]): Range {
		const { rows: allRows, columns: allColumns } = this.#host.store.size(this.#sheetId);
		const isColumn = this.#rect.columns === 1 && this.#rect.rows === allRows;
		if (!isColumn && !(this.#rect.rows === 1 && this.#rect.columns === allColumns)) {
			throw this.#host.exception(
				'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
			);
		}
		addMetadata(this.#host, key, rest, {
			sheetId: this.#sheetId,
			axis: isColumn ? 'columns' : 'rows',
			rect: this.#rect,
		});
		return this.#self();
	}
	getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
		return metadataOf(
			this.#host,
			(record) => record.sheetId === this.#sheetId && record.rect !== null && overlap(record.rect, this.#rect) !== null,
		);
	}
	createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
		return DeveloperMetadataFinderImplementation.of(this.#host, { sheetId: this.#sheetId, rect: this.#rect });
	}
	createTextFinder(findText: string): GoogleAppsScript.Spreadsheet.TextFinder {
		return TextFinderImplementation.of(this.#host, findText, [{ sheetId: this.#sheetId, rect: this.#rect }]);
	}
	createFilter(): GoogleAppsScript.Spreadsheet.Filter {
		return createFilter(this.#host, this.#sheetId, this.#rect);
	}
	getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
		const filter = filterOf(this.#host, this.#sheetId);
		return filter !== null && overlap(FilterImplementation.rectOf(filter), this.#rect) !== null ? filter : null;
	}
	protect(): GoogleAppsScript.Spreadsheet.Protection {
		return protect(this.#host, this.#sheetId, this.#rect);
	}

	#self(): Range {
		return service(this.#host, 'Range', this) as unknown as Range;
	}

	#firstCell(): Rect {
		return { ...this.#rect, rows: 1, columns: 1 };
	}

	#read(): readonly (readonly StoredCell[])[] {
		return readCells(this.#host, this.#sheetId, this.#rect);
	}

	#readFirst(): StoredCell {
		return readCells(this.#host, this.#sheetId, this.#firstCell())[0]?.[0] as StoredCell;
	}

	#write(cellAt: (row: number, column: number, before: StoredCell) => CellWrite): Range {
		requireInside(this.#host, this.#sheetId, this.#rect);
		const before = this.#host.store.read(this.#sheetId, this.#rect);
		const cells = before.map((line, row) => line.map((cell, column) => cellAt(row, column, cell)));
		writeCells(this.#host, this.#sheetId, this.#rect, cells);
		return this.#self();
	}

	#style(style: CellStyle): Range {
		requireEditable(this.#host, this.#sheetId, this.#rect);
		if (Object.keys(style).length > 0) this.#host.store.style(this.#sheetId, this.#rect, style);
		return this.#self();
	}

	#styleEach<T>(grid: T[][], styleOf: (value: T) => CellStyle): Range {
		this.#requireSize(grid);
		requireEditable(this.#host, this.#sheetId, this.#rect);
		grid.forEach((line, row) => {
			line.forEach((value, column) => {
				this.#host.store.style(
					this.#sheetId,
					{ row: this.#rect.row + row, column: this.#rect.column + column, rows: 1, columns: 1 },
					styleOf(value),
				);
			});
		});
		return this.#self();
	}

	#requireSize(grid: readonly (readonly unknown[])[]): void {
		const { rows, columns } = this.#rect;
		if (!Array.isArray(grid) || !Array.isArray(grid[0]))
			throw this.#host.exception('The parameters do not match the method signature for SpreadsheetApp.Range.');
		if (grid.length !== rows) throw this.#host.exception(GOOGLE_TEXT.rowsMismatch(grid.length, rows));
		for (const line of grid)
			if (line.length !== columns) throw this.#host.exception(GOOGLE_TEXT.columnsMismatch(line.length, columns));
	}

	#requireUntyped(): void {
		requireEditable(this.#host, this.#sheetId, this.#rect);
		const { column, columns } = this.#rect;
		if (this.#host.store.typedColumns(this.#sheetId).some((typed) => typed >= column && typed < column + columns))
			throw this.#host.exception(GOOGLE_TEXT.typedColumn);
	}

	#requireFreeFormats(): void {
		if (this.#host.doubts.typedColumns === 'rulesAndFormats') this.#requireUntyped();
	}

	#formulaWrite(formula: string, before: StoredCell): CellWrite {
		if (formula === '') return { value: null };
		const text = storedFormula(this.#host, formula.startsWith('=') ? formula : `=${formula}`);
		// Without a value it counts as not computed.
		return text === before.formula && this.#host.doubts.sameFormula === 'left' ? {} : { formula: text };
	}
}

function validationOf(host: Host, rule: ValidationRule): Validation {
	return service(host, 'DataValidation', new DataValidationImplementation(host, rule)) as unknown as Validation;
}

/** Google names the automatic format `General`… in cells that have none it answers `0.###############`. */
function formatOf(cell: StoredCell): string {
	return cell.format === '' ? '0.###############' : cell.format;
}

function storedFormat(format: string): string {
	return format === 'General' || format === '0.###############' ? '' : format;
}
