/**
 * What a text of a CSV file becomes: only what has one meaning everywhere. Everything else stays text, so that the
 * column rule of the product, not a guess about one cell, decides what it is.
 */
import { serialOfDay } from '../host/entered-value.ts';
import type { CellWrite } from '../host/store.ts';

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/u;
/** `1.234` is 1,234 where dots group thousands. */
const GROUPED = /^-?[1-9]\d{0,2}\.\d{3}$/u;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;

/**
 * Whether the dots of a column's texts may group thousands: three digits follow each of them. Such texts stay
 * text, and the product decides.
 */
export function mayGroupThousands(texts: Iterable<string>): boolean {
	let isGrouped = false;
	for (const text of texts) {
		if (GROUPED.test(text)) isGrouped = true;
		else if (PLAIN_NUMBER.test(text) && text.includes('.')) return false;
	}
	return isGrouped;
}

/**
 * Plain numbers of at most 15 digits become numbers, real days written yyyy-mm-dd become dates, TRUE and FALSE
 * booleans. Ids with leading zeros, longer digit strings, other dates, timestamps and text that begins with `=` stay
 * text.
 * @param isGrouped the dots of its column may group thousands
 */
export function importedCell(text: string, isGrouped = false): CellWrite {
	if (text === '') return { value: null };
	if (isGrouped && GROUPED.test(text)) return { value: text };
	const first = text.charCodeAt(0);
	const isDigitFirst = (first >= 48 && first <= 57) || first === 45;
	if (isDigitFirst) {
		if (PLAIN_NUMBER.test(text) && text.replace(/[-.]/gu, '').replace(/^0+/u, '').length <= 15)
			return { value: Number(text) + 0 };
		const iso = ISO_DATE.exec(text);
		const serial = iso === null ? null : serialOfDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
		return serial === null ? { value: text } : { value: serial, format: 'yyyy-mm-dd' };
	}
	if (text === 'TRUE' || text === 'FALSE') return { value: text === 'TRUE' };
	return { value: text };
}
