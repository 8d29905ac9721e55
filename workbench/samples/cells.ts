/** Cells of a sample: dates as cells, days counted from the book's as-of date. */
import { serialOf } from '../host/serial-date.ts';
import type { CellWrite } from '../host/store.ts';

/** Days since 1970-01-01 of `yyyy-mm-dd`. */
export function dayOf(date: string): number {
	const [year, month, day] = date.split('-').map(Number) as [number, number, number];
	return Date.UTC(year, month - 1, day) / 86_400_000;
}

export function dateCell(day: number | null): CellWrite {
	return day === null ? { value: null } : { value: serialOf(day * 86_400_000), format: 'yyyy-mm-dd' };
}

export function moneyCell(amount: number | null, currency = '$'): CellWrite {
	return { value: amount, format: `"${currency}"#,##0` };
}

export function textRow(texts: readonly string[]): CellWrite[] {
	return texts.map((value) => ({ value }));
}
