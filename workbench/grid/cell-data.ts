/** A stored cell as the grid engine keeps it, and back. No sheet access here. */
import { CellValueType, type ICellData, type IStyleData, type Nullable } from '@univerjs/core';
import type { CellWrite, StoredCell } from '../host/store.ts';

/** The engine's value as the store's: its booleans are the numbers 0 and 1 with a type mark. */
export function storedValue(cell: Nullable<ICellData>): StoredCell['value'] {
	const value = cell?.v;
	if (value === null || value === undefined || value === '') {
		return null;
	}
	if (cell?.t === CellValueType.BOOLEAN) {
		return value === 1 || value === true || value === '1' || value === 'TRUE';
	}
	// The engine marks text that looks like a number as text; numbers that came as text are numbers again.
	return cell?.t === CellValueType.NUMBER && typeof value === 'string' ? Number(value) : value;
}

/** The value part of a cell; parts that are absent from the write are absent here, so that the engine keeps them. */
export function cellData(write: CellWrite): ICellData {
	const cell: ICellData = {};
	if (write.formula !== undefined) {
		Object.assign(cell, { f: write.formula, v: null, si: null, p: null, t: null });
	} else if (write.value !== undefined) {
		Object.assign(cell, { v: engineValue(write.value), t: valueType(write.value), f: null, si: null, p: null });
	}
	if (write.format !== undefined) {
		cell.s = { n: { pattern: write.format === '' ? 'General' : write.format } } satisfies IStyleData;
	}
	return cell;
}

function engineValue(value: StoredCell['value']): string | number | null {
	if (typeof value === 'boolean') {
		return value ? 1 : 0;
	}
	return value === '' ? null : value;
}

function valueType(value: StoredCell['value']): CellValueType | null {
	switch (typeof value) {
		case 'boolean':
			return CellValueType.BOOLEAN;
		case 'number':
			return CellValueType.NUMBER;
		case 'string':
			// An undecided type would let the engine read "00012" or "1/2" as a number or a date.
			return value === '' ? null : CellValueType.STRING;
		default:
			return null;
	}
}

/** '' for the automatic format. */
export function formatOf(style: Nullable<IStyleData>): string {
	const pattern = style?.n?.pattern ?? '';
	return pattern === 'General' ? '' : pattern;
}
