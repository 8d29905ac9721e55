/** Every read and write of cells by a script: bounds, protections, strict rules and the meter in one place. */
import { cellName } from './a1.ts';
import { type CellValue, cellValueOf } from './cell-value.ts';
import { GOOGLE_TEXT } from './google-text.ts';
import type { Host } from './host.ts';
import { overlap } from './rect.ts';
import type { CellWrite, Rect, StoredCell, ValidationRule } from './store.ts';

/** Throws when the sheet is gone or the rect reaches outside of it. */
export function requireInside(host: Host, sheetId: number, rect: Rect): void {
	if (!host.store.sheets().some((sheet) => sheet.id === sheetId)) throw host.exception(GOOGLE_TEXT.sheetNotFound);
	const { rows, columns } = host.store.size(sheetId);
	if (
		rect.row < 0 ||
		rect.column < 0 ||
		rect.rows < 1 ||
		rect.columns < 1 ||
		rect.row + rect.rows > rows ||
		rect.column + rect.columns > columns
	) {
		throw host.exception(GOOGLE_TEXT.outside);
	}
}

/** The most cells that a Google Sheets file may have. */
const MOST_CELLS = 10_000_000;

/** Throws when the file would get more cells than one may have. */
export function requireRoom(host: Host, added: number): void {
	const sizes = host.store.sheets().map(({ id }) => host.store.size(id));
	if (sizes.reduce((sum, { rows, columns }) => sum + rows * columns, added) > MOST_CELLS)
		throw host.exception(GOOGLE_TEXT.cellLimit);
}

export function readCells(host: Host, sheetId: number, rect: Rect): readonly (readonly StoredCell[])[] {
	requireInside(host, sheetId, rect);
	host.meter.read(sheetId, rect.rows * rect.columns);
	host.chargeReading(rect.rows * rect.columns);
	return host.store.read(sheetId, rect);
}

/** What a search goes through: no cell comes over, but nothing says that it takes less time. */
export function searchCells(host: Host, sheetId: number, rect: Rect): readonly (readonly StoredCell[])[] {
	requireInside(host, sheetId, rect);
	host.meter.searched(sheetId, rect.rows * rect.columns);
	host.chargeReading(rect.rows * rect.columns);
	return host.store.read(sheetId, rect);
}

/** Throws when a protection, or a deleted sheet or row, forbids to change this block. */
export function requireEditable(host: Host, sheetId: number, rect: Rect): void {
	requireInside(host, sheetId, rect);
	if (host.store.protectedRects(sheetId).some((locked) => overlap(locked, rect) !== null))
		throw host.exception(GOOGLE_TEXT.protectedCell);
}

/** All or nothing: a value that a strict rule refuses loses the whole write. */
export function writeCells(host: Host, sheetId: number, rect: Rect, cells: readonly (readonly CellWrite[])[]): void {
	requireEditable(host, sheetId, rect);
	requireValid(host, sheetId, rect, cells);
	host.meter.written(sheetId, rect.rows * rect.columns);
	host.store.write(sheetId, rect, cells);
	host.onWrite(sheetId);
}

function requireValid(host: Host, sheetId: number, rect: Rect, cells: readonly (readonly CellWrite[])[]): void {
	for (const { rect: covered, rule } of host.store.validations(sheetId, rect)) {
		const part = rule.isStrict ? overlap(covered, rect) : null;
		if (part === null) continue;
		const allowed = allowedValues(host, rule);
		for (let row = part.row; row < part.row + part.rows; row++) {
			for (let column = part.column; column < part.column + part.columns; column++) {
				const { value, formula } = (cells[row - rect.row] as readonly CellWrite[])[column - rect.column] as CellWrite;
				if (formula !== undefined || value === undefined || value === null) continue;
				if (!allowed.has(String(value))) throw host.exception(GOOGLE_TEXT.validation(cellName(row, column)));
			}
		}
	}
}

/** The texts that a rule accepts. */
export function allowedValues(host: Host, rule: ValidationRule): ReadonlySet<string> {
	if (rule.type === 'checkbox') return new Set(['true', 'false']);
	if (rule.source === null) return new Set(rule.items);
	const { sheetId, rect } = rule.source;
	const cells = host.store.read(sheetId, rect).flat();
	return new Set(cells.map((cell) => String(cell.value ?? '')).filter((text) => text !== ''));
}

/** A block of values as `getValues` gives it: arrays of the bundle's realm. */
export function valuesOf(host: Host, cells: readonly (readonly StoredCell[])[]): CellValue[][] {
	return mapCells(host, cells, (cell) => cellValueOf(host, cell));
}

export function mapCells<T>(
	host: Host,
	cells: readonly (readonly StoredCell[])[],
	convert: (cell: StoredCell) => T,
): T[][] {
	const { Array: RealmArray } = host.realm;
	const rows = new RealmArray<T[]>(cells.length);
	for (let at = 0; at < cells.length; at++) {
		const line = cells[at] as readonly StoredCell[];
		const row = new RealmArray<T>(line.length);
		for (let column = 0; column < line.length; column++) row[column] = convert(line[column] as StoredCell);
		rows[at] = row;
	}
	return rows;
}
