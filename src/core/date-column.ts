/**
 * One column read as dates: the order of day, month and year is decided once for the whole column, then every cell is read.
 * Belongs here: the decision and the listing of what is no date. Not here: one text (date-text.ts), rules between columns (validation/).
 */
import { DAY_MS } from './calendar-day.ts';
import { type Cell, type Grid, isBlank, isDate, isFormulaError } from './cell.ts';
import { isPlaceholder, issueAt } from './cell-text.ts';
import { type DateOrder, type DateText, dayInOrder, parseDateText } from './date-text.ts';
import type { Issue } from './issue.ts';
import type { DateColumn } from './opportunity.ts';
import type { TimeZone } from './time-zone.ts';

/** Serial numbers count from 1899-12-30; before 61 (1900-03-01) spreadsheets disagree, 110000 is the year 2201. */
const SERIAL_EPOCH = -25_569;
const FIRST_SERIAL = 61;
const LAST_SERIAL = 110_000;
/** A column of nothing but numbers is a date column only between 1990 and 2099. */
const PLAIN_SERIALS: readonly [number, number] = [32_874, 73_050];

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];
const MONTH_FIRST = /^(?:en(?:[-_](?:us|ph|bz|as|gu|pr|vi))?|es[-_](?:us|pr)|fil.*)$/iu;
const YEAR_FIRST = /^(?:zh|ja|ko|hu|sv|lt|mn|fa)/iu;

const instantsOfUtcDay = new WeakMap<TimeZone, Int32Array>();
const UNSEEN = 0x7fffffff;
const NOT_CONSTANT = 0x7ffffffe;

/** Offset look-up that costs one array read for days on which the zone's offset does not change. */
function offsetLookup(zone: TimeZone): (ms: number) => number {
	let known = instantsOfUtcDay.get(zone);
	if (known === undefined) {
		known = new Int32Array(65_536).fill(UNSEEN);
		instantsOfUtcDay.set(zone, known);
	}
	const offsets = known;
	return (ms) => {
		const day = Math.floor(ms / DAY_MS);
		const offset = day >= 0 && day < 65_536 ? (offsets[day] as number) : NOT_CONSTANT;
		if (offset < NOT_CONSTANT) return offset;
		if (offset === UNSEEN) {
			const start = zone.offsetAt(day * DAY_MS);
			offsets[day] = start === zone.offsetAt((day + 1) * DAY_MS) ? start : NOT_CONSTANT;
		}
		return zone.offsetAt(ms);
	};
}

/** Reads the date cells of the column into local wall-clock days; gives the positions of all other cells that are not blank. */
function readDateCells(grid: Grid, rows: Int32Array, column: number, offsetAt: (ms: number) => number, days: Float64Array): number[] {
	const others: number[] = [];
	for (let i = 0; i < rows.length; i++) {
		const cell = (grid[rows[i] as number] as readonly Cell[])[column];
		if (cell === '' || cell === undefined) continue;
		if (typeof cell === 'object' && isDate(cell)) {
			const ms = cell.getTime();
			days[i] = (ms + offsetAt(ms)) / DAY_MS;
			if (ms === ms) continue;
		}
		others.push(i);
	}
	return others;
}

/** Orders that every value allows; when that is none, null: the column is mixed. */
function decideOrder(texts: Iterable<DateText>, locale: string): DateOrder | null {
	let allowed = new Set<DateOrder>(ORDERS);
	const first = new Set<number>();
	const last = new Set<number>();
	let isAny = false;
	for (const { parts } of texts) {
		if (parts === null) continue;
		isAny = true;
		first.add(parts[0]);
		last.add(parts[2]);
		allowed = new Set([...allowed].filter((order) => !Number.isNaN(dayInOrder(parts, order))));
	}
	if (!isAny) return 'dmy';
	// Two-digit years on either end: years are few, days are many.
	if (allowed.has('ymd') && allowed.size > 1) {
		const isYearFirst = first.size === last.size ? YEAR_FIRST.test(locale) : first.size < last.size;
		if (isYearFirst) return 'ymd';
		allowed.delete('ymd');
	}
	if (allowed.size === 2) return MONTH_FIRST.test(locale) ? 'mdy' : 'dmy';
	return [...allowed][0] ?? null;
}

/** The one day that a text with parts can mean in any order; NaN when orders disagree. */
function onlyDay(parts: readonly [number, number, number]): number {
	const days = new Set(ORDERS.map((order) => dayInOrder(parts, order)).filter((day) => !Number.isNaN(day)));
	return days.size === 1 ? ([...days][0] as number) : Number.NaN;
}

/**
 * Reads a column of dates.
 * @param rows grid rows to read, one entry a deal
 * @param locale the sheet's locale (`en_US`, `de`): decides only when no value of the column does
 */
export function readDates(grid: Grid, rows: Int32Array, column: number, timeZone: TimeZone, locale: string): DateColumn {
	const days = new Float64Array(rows.length).fill(Number.NaN);
	const issues: Issue[] = [];
	const others = readDateCells(grid, rows, column, offsetLookup(timeZone), days);
	const cellAt = (i: number): Cell => (grid[rows[i] as number] as readonly Cell[])[column] as Cell;
	const list = (code: Issue['code'], i: number): void => {
		issues.push(issueAt(code, rows[i] as number, column, cellAt(i)));
	};
	const parsed = new Map<string, DateText | null>();
	const numbers: number[] = [];
	let dateCount = rows.length;
	let filled = 0;
	for (const i of others) {
		const cell = cellAt(i);
		if (typeof cell === 'number') numbers.push(i);
		else if (typeof cell === 'string' && !parsed.has(cell))
			parsed.set(cell, isBlank(cell) || isPlaceholder(cell) ? null : parseDateText(cell));
	}
	const order = decideOrder(
		[...parsed.values()].filter((text): text is DateText => text !== null),
		locale.replace('_', '-'),
	);
	dateCount = 0;
	for (let i = 0; i < days.length; i++) if (days[i] === days[i]) dateCount++;
	filled = dateCount + numbers.length;
	const offsets = new Map<number, number>();
	let isOneTimed = false;
	for (const i of others) {
		const cell = cellAt(i);
		if (typeof cell === 'number' || isBlank(cell)) continue;
		if (isPlaceholder(cell)) {
			list('placeholderText', i);
			continue;
		}
		filled++;
		const text = typeof cell === 'string' ? (parsed.get(cell) ?? null) : null;
		if (text === null) {
			list(isFormulaError(cell) ? 'formulaError' : 'notADate', i);
			continue;
		}
		dateCount++;
		const day = text.parts === null ? text.day : order === null ? onlyDay(text.parts) : dayInOrder(text.parts, order);
		if (Number.isNaN(day)) {
			const isMixed =
				order === null && text.parts !== null && ORDERS.some((o) => !Number.isNaN(dayInOrder(text.parts as [number, number, number], o)));
			list(isMixed ? 'ambiguousDate' : 'notADate', i);
			continue;
		}
		days[i] = day + text.timeMs / DAY_MS;
		if (text.timeMs !== 0) isOneTimed = true;
		if (text.offsetMs !== null) offsets.set(i, day * DAY_MS + text.timeMs - text.offsetMs);
	}
	const arePlainSerials =
		numbers.length > 0 &&
		filled === numbers.length &&
		numbers.every((i) => inRange(cellAt(i) as number, PLAIN_SERIALS[0], PLAIN_SERIALS[1]));
	const isMostlyDates = arePlainSerials || (dateCount > 0 && dateCount * 2 >= filled);
	for (const i of numbers) {
		const serial = cellAt(i) as number;
		if (!isMostlyDates) list('notADate', i);
		else if (!inRange(serial, FIRST_SERIAL, LAST_SERIAL)) list('serialOutOfRange', i);
		else days[i] = Math.round((serial + SERIAL_EPOCH) * DAY_MS) / DAY_MS;
	}
	const hasTime = isOneTimed || days.some((day) => day % 1 !== 0 && day === day);
	if (hasTime) toInstants(days, offsets, timeZone);
	return { days, hasTime, issues };
}

const inRange = (value: number, low: number, high: number): boolean => value >= low && value < high;

function toInstants(days: Float64Array, known: ReadonlyMap<number, number>, timeZone: TimeZone): void {
	for (let i = 0; i < days.length; i++) {
		const day = days[i] as number;
		if (day === day) days[i] = (known.get(i) ?? timeZone.instantOf(Math.round(day * DAY_MS))) / DAY_MS;
	}
}
