/**
 * What a text becomes when it is written into a cell, as a person's typing does: formula, number, date, boolean or
 * text. Deliberately few forms, those that Google reads in every locale and the slashed date in the locale's own order.
 */
import { serialOf } from './serial-date.ts';
import type { CellWrite } from './store.ts';

const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;
const PERCENT = /^([+-]?\d+(?:\.\d+)?)%$/u;
const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/u;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u;

/** The serial number of a calendar day; null when there is no such day. */
export function serialOfDay(year: number, month: number, day: number): number | null {
	const instant = Date.UTC(year, month - 1, day);
	const read = new Date(instant);
	return read.getUTCMonth() === month - 1 && read.getUTCDate() === day && year >= 1900 ? serialOf(instant) : null;
}

/** @param format the number format that the cell has; `@` keeps every text as it is. */
export function enteredValue(text: string, format: string, locale: string): CellWrite {
	if (format === '@') return { value: text };
	if (text.startsWith("'")) return { value: text.slice(1) };
	if (text.startsWith('=') && text.length > 1) return { formula: text };
	const trimmed = text.trim();
	if (trimmed === '') return { value: text === '' ? null : text };
	if (NUMBER.test(trimmed)) return { value: Number(trimmed.replace(/,/gu, '')) };
	const percent = PERCENT.exec(trimmed);
	if (percent !== null) return { value: Number(percent[1]) / 100, ...(format === '' ? { format: '0%' } : {}) };
	const upper = trimmed.toUpperCase();
	if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
	const date = enteredDate(trimmed, locale);
	return date === null ? { value: text } : { value: date, ...(format === '' ? { format: 'yyyy-mm-dd' } : {}) };
}

function enteredDate(text: string, locale: string): number | null {
	const iso = ISO.exec(text);
	if (iso !== null) return serialOfDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
	const slashed = SLASHED.exec(text);
	if (slashed === null) return null;
	const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
	return locale === 'en_US' ? serialOfDay(year, first, second) : serialOfDay(year, second, first);
}
