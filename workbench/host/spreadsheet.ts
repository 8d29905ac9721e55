/** Spreadsheet: the document that the add-on is used in. */
import { parseA1 } from './a1.ts';
import { requireRoom } from './cell-access.ts';
import { addMetadata, DeveloperMetadataFinderImplementation, metadataOf } from './developer-metadata.ts';
import { GOOGLE_TEXT } from './google-text.ts';
import type { Host } from './host.ts';
import { namedRangesOf } from './named-range.ts';
import { protectionsOf } from './protection.ts';
import { RangeImplementation } from './range.ts';
import { service } from './service.ts';
import { SheetImplementation } from './sheet.ts';
import { TextFinderImplementation } from './text-finder.ts';

/** Cells of a sheet that is new. */
const NEW_SHEET_CELLS = 26_000;

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Members =
	| 'getId'
	| 'getName'
	| 'getUrl'
	| 'getSpreadsheetTimeZone'
	| 'getSpreadsheetLocale'
	| 'getSheets'
	| 'getNumSheets'
	| 'getSheetByName'
	| 'getSheetById'
	| 'insertSheet'
	| 'deleteSheet'
	| 'getActiveSheet'
	| 'setActiveSheet'
	| 'getActiveRange'
	| 'setActiveRange'
	| 'getActiveCell'
	| 'getCurrentCell'
	| 'moveActiveSheet'
	| 'getRange'
	| 'toast'
	| 'getNamedRanges'
	| 'getRangeByName'
	| 'setNamedRange'
	| 'removeNamedRange'
	| 'getProtections'
	| 'addDeveloperMetadata'
	| 'getDeveloperMetadata'
	| 'createDeveloperMetadataFinder'
	| 'createTextFinder';

const known = new WeakMap<Host, SpreadsheetImplementation>();

export class SpreadsheetImplementation implements Pick<Spreadsheet, Members> {
	#host: Host;

	private constructor(host: Host) {
		this.#host = host;
	}

	/** There is one document: always the same object. */
	static of(host: Host): Spreadsheet {
		const implementation = known.get(host) ?? new SpreadsheetImplementation(host);
		known.set(host, implementation);
		return service(host, 'Spreadsheet', implementation) as unknown as Spreadsheet;
	}

	getId(): string {
		return this.#host.options.id ?? 'workbench';
	}
	getName(): string {
		return this.#host.options.name ?? 'Workbench';
	}
	getUrl(): string {
		return `https://docs.google.com/spreadsheets/d/${this.getId()}/edit`;
	}
	getSpreadsheetTimeZone(): string {
		const { timeZone } = this.#host.options;
		const isShort = this.#host.doubts.offsetZone === 'UTC-3:30';
		return isShort ? timeZone.replace(/^GMT([+-])0?(\d+:\d{2})$/u, 'UTC$1$2') : timeZone;
	}
	getSpreadsheetLocale(): string {
		return this.#host.options.locale;
	}

	getSheets(): Sheet[] {
		const sheets = new this.#host.realm.Array<Sheet>();
		for (const { id } of this.#host.store.sheets()) sheets.push(SheetImplementation.of(this.#host, id));
		return sheets;
	}
	getNumSheets(): number {
		return this.#host.store.sheets().length;
	}
	getSheetByName(name: string): Sheet | null {
		const found = this.#host.store.sheets().find((sheet) => sheet.name.toLowerCase() === String(name).toLowerCase());
		return found === undefined ? null : SheetImplementation.of(this.#host, found.id);
	}
	getSheetById(id: number): Sheet | null {
		return this.#host.store.sheets().some((sheet) => sheet.id === id) ? SheetImplementation.of(this.#host, id) : null;
	}
	/** After the active sheet when no index is given; becomes the active sheet. */
	insertSheet(...args: unknown[]): Sheet {
		const { store } = this.#host;
		const sheets = store.sheets();
		const name = args.find((part) => typeof part === 'string') ?? freshName(sheets.map((sheet) => sheet.name));
		if (sheets.some((sheet) => sheet.name.toLowerCase() === String(name).toLowerCase()))
			throw this.#host.exception(GOOGLE_TEXT.sheetNameTaken);
		requireRoom(this.#host, NEW_SHEET_CELLS);
		const activeIndex = sheets.findIndex((sheet) => sheet.id === store.active().sheetId);
		const index = args.find((part) => typeof part === 'number') ?? activeIndex + 1;
		const { id } = store.insertSheet(String(name), Math.max(0, Math.min(Number(index), sheets.length)));
		store.activate(id, [{ row: 0, column: 0, rows: 1, columns: 1 }]);
		return SheetImplementation.of(this.#host, id);
	}
	deleteSheet(sheet: Sheet): void {
		const { store, records } = this.#host;
		const id = SheetImplementation.idOf(sheet);
		if (!store.sheets().some((candidate) => candidate.id === id)) throw this.#host.exception(GOOGLE_TEXT.sheetNotFound);
		if (store.sheets().length === 1) throw this.#host.exception(GOOGLE_TEXT.lastSheet);
		store.deleteSheet(id);
		records.forgetSheet(id);
	}

	getActiveSheet(): Sheet {
		return SheetImplementation.of(this.#host, this.#host.store.active().sheetId);
	}
	setActiveSheet(sheet: Sheet, _restoreSelection?: boolean): Sheet {
		this.#host.store.activate(SheetImplementation.idOf(sheet), [{ row: 0, column: 0, rows: 1, columns: 1 }]);
		return sheet;
	}
	moveActiveSheet(pos: number): void {
		this.#host.store.moveSheet(this.#host.store.active().sheetId, pos - 1);
	}
	getActiveRange(): Range | null {
		const { execution, formulaCell } = this.#host;
		if (execution.kind === 'customFunction' && formulaCell !== null)
			return RangeImplementation.of(this.#host, formulaCell.sheetId, { ...formulaCell, rows: 1, columns: 1 });
		const { sheetId, rects } = this.#host.store.active();
		return rects[0] === undefined ? null : RangeImplementation.of(this.#host, sheetId, rects[0]);
	}
	setActiveRange(range: Range): Range {
		const { sheetId, rect } = RangeImplementation.placeOf(range);
		this.#host.store.activate(sheetId, [rect]);
		return range;
	}
	getActiveCell(): Range {
		const { sheetId, rects } = this.#host.store.active();
		const { row, column } = rects[0] ?? { row: 0, column: 0 };
		return RangeImplementation.of(this.#host, sheetId, { row, column, rows: 1, columns: 1 });
	}
	getCurrentCell(): Range | null {
		return this.getActiveCell();
	}
	/** A1 notation with or without a sheet, or the name of a range. */
	getRange(a1Notation: string): Range {
		const named = this.getRangeByName(a1Notation);
		if (named !== null) return named;
		const reference = parseA1(String(a1Notation));
		const sheet =
			reference === null
				? null
				: reference.sheet === null
					? this.getActiveSheet()
					: this.getSheetByName(reference.sheet);
		if (sheet === null) throw this.#host.exception(GOOGLE_TEXT.rangeNotFound);
		return sheet.getRange(String(a1Notation).slice(String(a1Notation).lastIndexOf('!') + 1));
	}
	toast(msg: string, title?: string, timeoutSeconds?: number | null): void {
		this.#host.frontEnd.toast(String(msg), String(title ?? ''), timeoutSeconds ?? 5);
	}

	getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
		return namedRangesOf(this.#host);
	}
	getRangeByName(name: string): Range | null {
		const found = this.#host.records.namedRanges.find((record) => record.name === name);
		return found === undefined ? null : RangeImplementation.of(this.#host, found.sheetId, found.rect);
	}
	setNamedRange(name: string, range: Range): void {
		this.removeNamedRange(name);
		this.#host.records.namedRanges.push({ name, ...RangeImplementation.placeOf(range) });
	}
	removeNamedRange(name: string): void {
		this.#host.records.namedRanges = this.#host.records.namedRanges.filter((record) => record.name !== name);
	}
	getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): GoogleAppsScript.Spreadsheet.Protection[] {
		return protectionsOf(this.#host, null, String(type));
	}

	addDeveloperMetadata(key: string, ...rest: unknown[]): Spreadsheet {
		addMetadata(this.#host, key, rest, { sheetId: null, axis: null, rect: null });
		return SpreadsheetImplementation.of(this.#host);
	}
	getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
		return metadataOf(this.#host, (record) => record.sheetId === null);
	}
	createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
		return DeveloperMetadataFinderImplementation.of(this.#host, { sheetId: null, rect: null });
	}
	createTextFinder(findText: string): GoogleAppsScript.Spreadsheet.TextFinder {
		const { store } = this.#host;
		const places = store.sheets().map(({ id }) => ({ sheetId: id, rect: { row: 0, column: 0, ...store.used(id) } }));
		return TextFinderImplementation.of(this.#host, findText, places);
	}
}

function freshName(taken: readonly string[]): string {
	let number = taken.length + 1;
	while (taken.includes(`Sheet${number}`)) number++;
	return `Sheet${number}`;
}
