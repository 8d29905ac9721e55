/** Sheet: one tab of the document. */
import { parseA1, rectOf } from './a1.ts';
import { requireEditable, requireInside, requireRoom } from './cell-access.ts';
import { formatRulesOf, setFormatRules } from './conditional-format.ts';
import { addMetadata, DeveloperMetadataFinderImplementation, metadataOf } from './developer-metadata.ts';
import { displayValue } from './display-value.ts';
import { chartsOf, insertChart, newChart, removeChart, updateChart } from './embedded-chart.ts';
import { filterOf } from './filter.ts';
import { fittingWidth } from './fitting-width.ts';
import { GOOGLE_TEXT } from './google-text.ts';
import type { Host } from './host.ts';
import { protect, protectionsOf } from './protection.ts';
import { RangeImplementation } from './range.ts';
import { RangeListImplementation } from './range-list.ts';
import { service, unwrap } from './service.ts';
import { SpreadsheetImplementation } from './spreadsheet.ts';
import type { Rect, SheetInfo } from './store.ts';
import { TextFinderImplementation } from './text-finder.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
/** Rows that decide how wide a column is. */
const LOOKED_AT = 60;
type Members =
	| 'getSheetId'
	| 'getName'
	| 'getSheetName'
	| 'setName'
	| 'getIndex'
	| 'getParent'
	| 'activate'
	| 'isSheetHidden'
	| 'hideSheet'
	| 'showSheet'
	| 'getRange'
	| 'getRangeList'
	| 'getDataRange'
	| 'getLastRow'
	| 'getLastColumn'
	| 'getMaxRows'
	| 'getMaxColumns'
	| 'getActiveRange'
	| 'setActiveRange'
	| 'getActiveCell'
	| 'getCurrentCell'
	| 'appendRow'
	| 'insertRowsAfter'
	| 'insertRowsBefore'
	| 'insertRowAfter'
	| 'insertRowBefore'
	| 'insertColumnsAfter'
	| 'insertColumnsBefore'
	| 'insertColumnAfter'
	| 'insertColumnBefore'
	| 'deleteRow'
	| 'deleteRows'
	| 'deleteColumn'
	| 'deleteColumns'
	| 'clear'
	| 'clearContents'
	| 'clearFormats'
	| 'setFrozenRows'
	| 'setFrozenColumns'
	| 'getFrozenRows'
	| 'getFrozenColumns'
	| 'setColumnWidth'
	| 'setColumnWidths'
	| 'setRowHeight'
	| 'autoResizeColumns'
	| 'autoResizeColumn'
	| 'setTabColor'
	| 'setHiddenGridlines'
	| 'isRowHiddenByFilter'
	| 'isRowHiddenByUser'
	| 'getFilter'
	| 'protect'
	| 'getProtections'
	| 'getConditionalFormatRules'
	| 'setConditionalFormatRules'
	| 'addDeveloperMetadata'
	| 'getDeveloperMetadata'
	| 'createDeveloperMetadataFinder'
	| 'createTextFinder'
	| 'newChart'
	| 'insertChart'
	| 'getCharts'
	| 'removeChart'
	| 'updateChart';

export class SheetImplementation implements Pick<Sheet, Members> {
	#host: Host;
	#id: number;

	constructor(host: Host, id: number) {
		this.#host = host;
		this.#id = id;
	}

	static of(host: Host, id: number): Sheet {
		return service(host, 'Sheet', new SheetImplementation(host, id)) as unknown as Sheet;
	}

	static idOf(sheet: Sheet): number {
		return (unwrap(sheet) as unknown as SheetImplementation).#id;
	}

	getSheetId(): number {
		return this.#id;
	}
	getName(): string {
		return this.#info().name;
	}
	getSheetName(): string {
		return this.#info().name;
	}
	setName(name: string): Sheet {
		const others = this.#host.store.sheets().filter((sheet) => sheet.id !== this.#id);
		if (others.some((sheet) => sheet.name.toLowerCase() === String(name).toLowerCase()))
			throw this.#host.exception(GOOGLE_TEXT.sheetNameTaken);
		this.#info();
		this.#host.store.renameSheet(this.#id, String(name));
		return this.#self();
	}
	getIndex(): number {
		return this.#info().index + 1;
	}
	getParent(): GoogleAppsScript.Spreadsheet.Spreadsheet {
		return SpreadsheetImplementation.of(this.#host);
	}
	activate(): Sheet {
		this.#info();
		this.#host.store.activate(this.#id, [{ row: 0, column: 0, rows: 1, columns: 1 }]);
		return this.#self();
	}
	isSheetHidden(): boolean {
		return this.#info().isHidden;
	}
	hideSheet(): Sheet {
		this.#info();
		this.#host.store.setHidden(this.#id, true);
		return this.#self();
	}
	showSheet(): Sheet {
		this.#info();
		this.#host.store.setHidden(this.#id, false);
		return this.#self();
	}

	getRange(
		...args: [a1Notation: string] | [row: number, column: number, numRows?: number, numColumns?: number]
	): Range {
		if (typeof args[0] === 'string') return this.#a1Range(args[0]);
		const [row, column, rows = 1, columns = 1] = args as [number, number, number?, number?];
		if ([row, column, rows, columns].some((part) => !Number.isInteger(part)))
			throw this.#host.exception('The parameters do not match the method signature for SpreadsheetApp.Sheet.getRange.');
		if (rows < 1) throw this.#host.exception('The number of rows in the range must be at least 1.');
		if (columns < 1) throw this.#host.exception('The number of columns in the range must be at least 1.');
		const rect = { row: row - 1, column: column - 1, rows, columns };
		requireInside(this.#host, this.#id, rect);
		return RangeImplementation.of(this.#host, this.#id, rect);
	}
	getRangeList(a1Notations: string[]): GoogleAppsScript.Spreadsheet.RangeList {
		const ranges = Array.from(a1Notations, (text) => this.#a1Range(text));
		const activate = (): void =>
			this.#host.store.activate(
				this.#id,
				ranges.map((range) => RangeImplementation.placeOf(range).rect),
			);
		return service(
			this.#host,
			'RangeList',
			new RangeListImplementation(this.#host, ranges, activate),
		) as unknown as GoogleAppsScript.Spreadsheet.RangeList;
	}
	/** A1 alone when the sheet is empty. */
	getDataRange(): Range {
		const { rows, columns } = this.#used();
		return RangeImplementation.of(this.#host, this.#id, {
			row: 0,
			column: 0,
			rows: Math.max(1, rows),
			columns: Math.max(1, columns),
		});
	}
	getLastRow(): number {
		return this.#used().rows;
	}
	getLastColumn(): number {
		return this.#used().columns;
	}
	getMaxRows(): number {
		return this.#size().rows;
	}
	getMaxColumns(): number {
		return this.#size().columns;
	}
	getActiveRange(): Range | null {
		const { sheetId, rects } = this.#host.store.active();
		const rect = rects[0];
		return sheetId === this.#id && rect !== undefined ? RangeImplementation.of(this.#host, sheetId, rect) : null;
	}
	getActiveCell(): Range {
		const rect = this.#host.store.active().rects[0] ?? { row: 0, column: 0 };
		return RangeImplementation.of(this.#host, this.#id, { row: rect.row, column: rect.column, rows: 1, columns: 1 });
	}
	getCurrentCell(): Range | null {
		return this.#host.store.active().sheetId === this.#id ? this.getActiveCell() : null;
	}
	setActiveRange(range: Range): Range {
		const { sheetId, rect } = RangeImplementation.placeOf(range);
		this.#host.store.activate(sheetId, [rect]);
		return range;
	}

	/** Below the last row with content; the grid grows when it is full. */
	appendRow(rowContents: unknown[]): Sheet {
		const { rows } = this.#used();
		const size = this.#size();
		if (rows === size.rows) this.#insert('rows', size.rows, 1);
		if (rowContents.length > size.columns) this.#insert('columns', size.columns, rowContents.length - size.columns);
		if (rowContents.length === 0) return this.#self();
		const values = Array.from(rowContents);
		(unwrap(this.getRange(rows + 1, 1, 1, rowContents.length)) as unknown as RangeImplementation).setValues([values]);
		return this.#self();
	}
	insertRowsAfter(afterPosition: number, howMany: number): Sheet {
		return this.#insert('rows', afterPosition, howMany);
	}
	insertRowsBefore(beforePosition: number, howMany: number): Sheet {
		return this.#insert('rows', beforePosition - 1, howMany);
	}
	insertRowAfter(afterPosition: number): Sheet {
		return this.#insert('rows', afterPosition, 1);
	}
	insertRowBefore(beforePosition: number): Sheet {
		return this.#insert('rows', beforePosition - 1, 1);
	}
	insertColumnsAfter(afterPosition: number, howMany: number): Sheet {
		return this.#insert('columns', afterPosition, howMany);
	}
	insertColumnsBefore(beforePosition: number, howMany: number): Sheet {
		return this.#insert('columns', beforePosition - 1, howMany);
	}
	insertColumnAfter(afterPosition: number): Sheet {
		return this.#insert('columns', afterPosition, 1);
	}
	insertColumnBefore(beforePosition: number): Sheet {
		return this.#insert('columns', beforePosition - 1, 1);
	}
	deleteRow(rowPosition: number): Sheet {
		return this.#delete('rows', rowPosition - 1, 1);
	}
	deleteRows(rowPosition: number, howMany: number): void {
		this.#delete('rows', rowPosition - 1, howMany);
	}
	deleteColumn(columnPosition: number): Sheet {
		return this.#delete('columns', columnPosition - 1, 1);
	}
	deleteColumns(columnPosition: number, howMany: number): void {
		this.#delete('columns', columnPosition - 1, howMany);
	}
	clear(options: { contentsOnly?: boolean; formatOnly?: boolean } = {}): Sheet {
		const { rows, columns } = this.#used();
		if (rows > 0) (unwrap(this.getRange(1, 1, rows, columns)) as unknown as RangeImplementation).clear(options);
		return this.#self();
	}
	clearContents(): Sheet {
		return this.clear({ contentsOnly: true });
	}
	clearFormats(): Sheet {
		return this.clear({ formatOnly: true });
	}

	setFrozenRows(rows: number): void {
		this.#host.store.setFrozen(this.#id, rows, this.#host.store.frozen(this.#id).columns);
	}
	setFrozenColumns(columns: number): void {
		this.#host.store.setFrozen(this.#id, this.#host.store.frozen(this.#id).rows, columns);
	}
	getFrozenRows(): number {
		return this.#host.store.frozen(this.#id).rows;
	}
	getFrozenColumns(): number {
		return this.#host.store.frozen(this.#id).columns;
	}
	setColumnWidth(columnPosition: number, width: number): Sheet {
		return this.setColumnWidths(columnPosition, 1, width);
	}
	setColumnWidths(startColumn: number, numColumns: number, width: number): Sheet {
		this.#info();
		for (let at = 0; at < numColumns; at++) this.#host.store.setColumnWidth(this.#id, startColumn - 1 + at, width);
		return this.#self();
	}
	setRowHeight(rowPosition: number, height: number): Sheet {
		this.#info();
		this.#host.store.setRowHeight(this.#id, rowPosition - 1, height);
		return this.#self();
	}
	autoResizeColumns(startColumn: number, numColumns: number): Sheet {
		this.#info();
		const { store } = this.#host;
		for (let column = startColumn - 1; column < startColumn - 1 + numColumns; column++) {
			const cells = store.read(this.#id, { row: 0, column, rows: LOOKED_AT, columns: 1 });
			store.setColumnWidth(
				this.#id,
				column,
				fittingWidth(cells.map(([cell]) => (cell === undefined ? '' : displayValue(cell)))),
			);
		}
		return this.#self();
	}
	autoResizeColumn(columnPosition: number): Sheet {
		return this.autoResizeColumns(columnPosition, 1);
	}
	setTabColor(_color: string | null): Sheet {
		return this.#self();
	}
	setHiddenGridlines(hideGridlines: boolean): Sheet {
		this.#host.store.setHiddenGridlines(this.#id, hideGridlines);
		return this.#self();
	}
	isRowHiddenByFilter(rowPosition: number): boolean {
		return this.getFilter() !== null && this.#host.store.hiddenRows(this.#id).has(rowPosition - 1);
	}
	isRowHiddenByUser(rowPosition: number): boolean {
		return this.getFilter() === null && this.#host.store.hiddenRows(this.#id).has(rowPosition - 1);
	}
	getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
		return filterOf(this.#host, this.#id);
	}
	protect(): GoogleAppsScript.Spreadsheet.Protection {
		return protect(this.#host, this.#id, null);
	}
	getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): GoogleAppsScript.Spreadsheet.Protection[] {
		return protectionsOf(this.#host, this.#id, String(type));
	}

	getConditionalFormatRules(): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
		return formatRulesOf(this.#host, this.#id);
	}
	setConditionalFormatRules(rules: GoogleAppsScript.Spreadsheet.ConditionalFormatRule[]): void {
		setFormatRules(this.#host, this.#id, rules);
	}

	addDeveloperMetadata(key: string, ...rest: unknown[]): Sheet {
		this.#info();
		addMetadata(this.#host, key, rest, { sheetId: this.#id, axis: null, rect: null });
		return this.#self();
	}
	getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
		return metadataOf(this.#host, (record) => record.sheetId === this.#id && record.axis === null);
	}
	createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
		return DeveloperMetadataFinderImplementation.of(this.#host, { sheetId: this.#id, rect: null });
	}
	createTextFinder(findText: string): GoogleAppsScript.Spreadsheet.TextFinder {
		return TextFinderImplementation.of(this.#host, findText, [
			{ sheetId: this.#id, rect: { row: 0, column: 0, ...this.#used() } },
		]);
	}

	newChart(): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder {
		return newChart(this.#host, this.#id);
	}
	insertChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
		insertChart(this.#host, this.#id, chart);
	}
	getCharts(): GoogleAppsScript.Spreadsheet.EmbeddedChart[] {
		return chartsOf(this.#host, this.#id);
	}
	removeChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
		removeChart(this.#host, chart);
	}
	updateChart(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): void {
		updateChart(this.#host, chart);
	}

	#self(): Sheet {
		return service(this.#host, 'Sheet', this) as unknown as Sheet;
	}

	#info(): SheetInfo {
		const info = this.#host.store.sheets().find((sheet) => sheet.id === this.#id);
		if (info === undefined) throw this.#host.exception(GOOGLE_TEXT.sheetNotFound);
		return info;
	}

	#used(): { rows: number; columns: number } {
		this.#info();
		return this.#host.store.used(this.#id);
	}

	#size(): { rows: number; columns: number } {
		this.#info();
		return this.#host.store.size(this.#id);
	}

	#a1Range(text: string): Range {
		const reference = parseA1(String(text));
		if (reference === null) throw this.#host.exception(GOOGLE_TEXT.rangeNotFound);
		if (reference.sheet !== null && reference.sheet !== this.getName())
			throw this.#host.exception(GOOGLE_TEXT.rangeNotFound);
		const rect = rectOf(reference, this.#size());
		requireInside(this.#host, this.#id, rect);
		return RangeImplementation.of(this.#host, this.#id, rect);
	}

	#insert(axis: 'rows' | 'columns', at: number, count: number): Sheet {
		const { store, records } = this.#host;
		const size = this.#size();
		requireRoom(this.#host, axis === 'rows' ? count * size.columns : count * size.rows);
		if (at < 0 || at > size[axis]) throw this.#host.exception(GOOGLE_TEXT.outside);
		if (axis === 'rows') store.insertRows(this.#id, at, count);
		else store.insertColumns(this.#id, at, count);
		records.shift(this.#id, axis, at, count);
		this.#host.onWrite(this.#id);
		return this.#self();
	}

	#delete(axis: 'rows' | 'columns', first: number, count: number): Sheet {
		const { store, records } = this.#host;
		const size = this.#size();
		const rect: Rect =
			axis === 'rows'
				? { row: first, column: 0, rows: count, columns: size.columns }
				: { row: 0, column: first, rows: size.rows, columns: count };
		requireEditable(this.#host, this.#id, rect);
		if (count >= size[axis]) throw this.#host.exception(GOOGLE_TEXT.allRows);
		if (axis === 'rows') store.deleteRows(this.#id, first, count);
		else store.deleteColumns(this.#id, first, count);
		records.shift(this.#id, axis, first, -count);
		this.#host.onWrite(this.#id);
		return this.#self();
	}
}
