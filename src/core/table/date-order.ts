/**
 * The order of day, month and year in the texts of a date column, decided once for the column.
 * Not here: one text (date-text.ts), reading the column (date-column.ts).
 */

import type { Grid } from '../cells/cell.ts';
import { type DateOrder, type DateText, dayInOrder, parseDateText } from '../cells/date-text.ts';
import { existing } from '../speed/existing.ts';

export type Parts = NonNullable<DateText['parts']>;
export const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];
const MONTH_FIRST = /^(?:en(?:[-_](?:us|ph|bz|as|gu|pr|vi))?|es[-_](?:us|pr)|fil.*)$/iu;
const YEAR_FIRST = /^(?:zh|ja|ko|hu|sv|lt|mn|fa)/iu;

/**
 * The order that every value allows; null when there is none: the column is mixed.
 * @param open what decides where the values leave a choice between day and month first
 */
function decideOrder(
	texts: Iterable<readonly [string, DateText | null]>,
	isYearFirst: boolean,
	open: (isDotted: boolean) => DateOrder | null,
): DateOrder | null {
	const allowed = new Set<DateOrder>(ORDERS);
	const first = new Set<number>();
	const last = new Set<number>();
	let isDotted = false;
	for (const [written, text] of texts) {
		const parts = text === null ? null : text.parts;
		// A text that is a day in no order does not vote.
		if (parts === null || ORDERS.every((order) => Number.isNaN(dayInOrder(parts, order)))) continue;
		first.add(parts[0]);
		last.add(parts[2]);
		// Nobody writes the month first with dots.
		if (/\d ?\./u.test(written)) isDotted = true;
		for (const order of allowed) if (Number.isNaN(dayInOrder(parts, order))) allowed.delete(order);
	}
	if (first.size === 0) return open(true);
	// Two-digit years on either end: years are few, days are many.
	if (allowed.has('ymd') && allowed.size > 1) {
		if (first.size === last.size ? isYearFirst : first.size < last.size) return 'ymd';
		allowed.delete('ymd');
	}
	return allowed.size === 2 ? open(isDotted) : ([...allowed][0] ?? null);
}

/** The order that other date columns of the table have, where all that say one say the same; else null. */
function orderOfOthers(grid: Grid, rows: Int32Array, columns: readonly number[]): DateOrder | null {
	const found = new Set<DateOrder>();
	for (const column of columns) {
		const texts = new Set<string>();
		for (const row of rows) {
			const cell = existing(grid[row])[column];
			if (typeof cell === 'string') texts.add(cell);
		}
		const order = decideOrder(
			[...texts].map((text) => [text, parseDateText(text)] as const),
			false,
			() => null,
		);
		if (order !== null) found.add(order);
	}
	return found.size === 1 ? existing([...found][0]) : null;
}

/**
 * Orders by the sign between the numbers, where the column as a whole is mixed: two programs wrote it, each in its own way (`31/12/2023`, `12-31-2023`).
 * A sign whose texts leave their order open stays without one.
 */
function ordersBySign(parsed: ReadonlyMap<string, DateText | null>): ReadonlyMap<string, DateOrder | null> {
	const bySign = new Map<string, (readonly [string, DateText | null])[]>();
	for (const entry of parsed) {
		const texts = bySign.get(signOf(entry[0])) ?? [];
		bySign.set(signOf(entry[0]), texts);
		texts.push(entry);
	}
	return new Map(
		[...bySign].map(([sign, texts]) => [sign, decideOrder(texts, false, (isDotted) => (isDotted ? 'dmy' : null))]),
	);
}

const signOf = (text: string): string => /\d\s*([-/.])/u.exec(text)?.[1] ?? '';

/**
 * @param parsed each distinct text of the column; null for one that is no date
 * @param otherColumns the table's other date columns
 * @returns the order of a text of the column; null where it can not be told
 */
export function orderOfTexts(
	parsed: ReadonlyMap<string, DateText | null>,
	grid: Grid,
	rows: Int32Array,
	otherColumns: readonly number[],
	locale: string,
): (text: string) => DateOrder | null {
	const ofColumn = decideOrder(parsed, YEAR_FIRST.test(locale), (isDotted) => {
		if (isDotted) return 'dmy';
		return orderOfOthers(grid, rows, otherColumns) ?? (MONTH_FIRST.test(locale) ? 'mdy' : 'dmy');
	});
	const signs = ofColumn === null ? ordersBySign(parsed) : null;
	return (text) => ofColumn ?? signs?.get(signOf(text)) ?? null;
}

/** The one day that a text with parts can mean in any order; NaN when orders disagree. */
export function onlyDay(parts: Parts): number {
	const days = new Set(ORDERS.map((order) => dayInOrder(parts, order)).filter((day) => !Number.isNaN(day)));
	return days.size === 1 ? existing([...days][0]) : Number.NaN;
}
