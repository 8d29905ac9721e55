/** Expressions that several statements need. */

import { DAY_MS } from '../../src/core/time/calendar-day.ts';
import type { Codes, Column, TimeColumn } from '../question.ts';
import type { Dialect } from './dialect.ts';

export const isTimed = (column: TimeColumn | undefined): boolean => column !== undefined && column.type !== 'date';

/** A time in milliseconds, on the scale of instants or on that of whole days. */
export function timeOn(dialect: Dialect, { sql, type }: TimeColumn, isInstant: boolean, zone: string): string {
	if (type === 'date') return isInstant ? dialect.startOf(sql, zone) : `${dialect.day(sql)} * ${DAY_MS}`;
	return isInstant
		? dialect.milliseconds(sql, type, zone)
		: `${dialect.day(dialect.dateIn(sql, type, zone))} * ${DAY_MS}`;
}

/** The calendar day as a DATE. */
export function dateOf(dialect: Dialect, { sql, type }: TimeColumn, zone: string): string {
	return type === 'date' ? sql : dialect.dateIn(sql, type, zone);
}

/** The code of a text; NULL counts as blank, what is not surveyed as not listed. */
export function codeOf(dialect: Dialect, { sql }: Column, codes: Codes): string {
	const texts = new Map<number, string[]>();
	for (const [text, code] of codes) texts.set(code, [...(texts.get(code) ?? []), dialect.text(text)]);
	const cases = [...texts]
		.filter(([code]) => code !== -2)
		.map(([code, list]) => `WHEN ${sql} IN (${list.join(', ')}) THEN ${code}`);
	return `CASE WHEN ${sql} IS NULL THEN -1 ${cases.join(' ')} ELSE -2 END`;
}

/** A number by stage position. */
export function byPosition(code: string, values: readonly number[], otherwise: number): string {
	const positions = new Map<number, number[]>();
	for (const [position, value] of values.entries()) positions.set(value, [...(positions.get(value) ?? []), position]);
	const cases = [...positions]
		.filter(([value]) => value !== otherwise)
		.map(([value, list]) => `WHEN ${code} IN (${list.join(', ')}) THEN ${value}`);
	return cases.length === 0 ? String(otherwise) : `CASE ${cases.join(' ')} ELSE ${otherwise} END`;
}

/** A text, '' for NULL. */
export function textOf(column: Column | undefined): string {
	return column === undefined ? "''" : `COALESCE(CAST(${column.sql} AS STRING), '')`;
}

/** Several expressions with names, as a list of a SELECT. */
export function named(columns: Readonly<Record<string, string>>): string {
	return Object.entries(columns)
		.map(([name, expression]) => `${expression} AS ${name}`)
		.join(',\n    ');
}
