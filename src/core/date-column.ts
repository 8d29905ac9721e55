/**
 * One column read as dates: the order of day, month and year is decided once for the whole column, then every cell is read.
 * Belongs here: the decision and the listing of what is no date. Not here: one text (date-text.ts), rules between columns (validation/).
 */
import { DAY_MS } from './calendar-day.ts';
import { type Cell, type Grid, isBlank, isFormulaError } from './cell.ts';
import { isPlaceholder, issueAt } from './cell-text.ts';
import { type ColumnReader, readAll } from './column-reader.ts';
import { type DateCells, offsetsOf, readDateBlock } from './date-cells.ts';
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

type Parts = NonNullable<DateText['parts']>;
const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];
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
		if (parts === null) continue;
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
			const cell = (grid[row] as readonly Cell[])[column];
			if (typeof cell === 'string') texts.add(cell);
		}
		const order = decideOrder(
			[...texts].map((text) => [text, parseDateText(text)] as const),
			false,
			() => null,
		);
		if (order !== null) found.add(order);
	}
	return found.size === 1 ? ([...found][0] as DateOrder) : null;
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
	return new Map([...bySign].map(([sign, texts]) => [sign, decideOrder(texts, false, (isDotted) => (isDotted ? 'dmy' : null))]));
}

const signOf = (text: string): string => /\d\s*([-/.])/u.exec(text)?.[1] ?? '';

/** The one day that a text with parts can mean in any order; NaN when orders disagree. */
function onlyDay(parts: Parts): number {
	const days = new Set(ORDERS.map((order) => dayInOrder(parts, order)).filter((day) => !Number.isNaN(day)));
	return days.size === 1 ? ([...days][0] as number) : Number.NaN;
}

/** The cells of one column that are no date cells, sorted by what they are. */
interface OtherCells {
	readonly texts: number[];
	readonly numbers: number[];
	/** Each distinct text read once; null for a text that is no date. */
	readonly parsed: Map<string, DateText | null>;
}

function sortCells(positions: readonly number[], cellAt: (i: number) => Cell): OtherCells {
	const cells: OtherCells = { texts: [], numbers: [], parsed: new Map() };
	for (const i of positions) {
		const cell = cellAt(i);
		if (typeof cell === 'number') cells.numbers.push(i);
		else if (!isBlank(cell)) cells.texts.push(i);
		if (typeof cell === 'string' && !cells.parsed.has(cell)) cells.parsed.set(cell, parseDateText(cell));
	}
	return cells;
}

/**
 * Reads a column of dates.
 * @param rows grid rows to read, one entry a deal
 * @param locale the sheet's locale (`en_US`, `de`): decides only when no value of the column does, nor one of
 * @param others the table's other date columns
 */
export function dateReader(
	grid: Grid,
	rows: Int32Array,
	column: number,
	timeZone: TimeZone,
	locale: string,
	others: readonly number[] = [],
): ColumnReader<DateColumn> {
	const cells: DateCells = { days: new Float64Array(rows.length), others: [] };
	const offsets = offsetsOf(timeZone);
	let hasTime = false;
	return {
		read(from, to) {
			if (readDateBlock(grid, rows, from, to, column, timeZone, offsets, cells)) hasTime = true;
		},
		finish(count) {
			const days = cells.days.subarray(0, count);
			if (cells.others.length > 0)
				return withOtherCells(grid, rows.subarray(0, count), column, timeZone, locale, others, { days, others: cells.others });
			if (hasTime) toInstants(days, new Map(), timeZone);
			return { days, hasTime, issues: [] };
		},
	};
}

/** The column read by itself. */
export function readDates(grid: Grid, rows: Int32Array, column: number, timeZone: TimeZone, locale: string): DateColumn {
	return readAll(dateReader(grid, rows, column, timeZone, locale), rows.length);
}

/** Texts and numbers of the column read as well; what is no date is listed. */
function withOtherCells(
	grid: Grid,
	rows: Int32Array,
	column: number,
	timeZone: TimeZone,
	locale: string,
	otherColumns: readonly number[],
	{ days, others }: DateCells,
): DateColumn {
	const issues: Issue[] = [];
	const cellAt = (i: number): Cell => (grid[rows[i] as number] as readonly Cell[])[column] as Cell;
	const list = (code: Issue['code'], i: number): void => {
		issues.push(issueAt(code, rows[i] as number, column, cellAt(i)));
	};
	const { texts, numbers, parsed } = sortCells(others, cellAt);
	const columnOrder = decideOrder(parsed, YEAR_FIRST.test(locale), (isDotted) => {
		if (isDotted) return 'dmy';
		return orderOfOthers(grid, rows, otherColumns) ?? (MONTH_FIRST.test(locale) ? 'mdy' : 'dmy');
	});
	const signs = columnOrder === null ? ordersBySign(parsed) : null;
	const instants = new Map<number, number>();
	let wrong = 0;
	let placeholders = 0;
	for (const i of texts) {
		const cell = cellAt(i);
		const text = typeof cell === 'string' ? (parsed.get(cell) ?? null) : null;
		const order = columnOrder ?? signs?.get(signOf(String(cell))) ?? null;
		const day =
			text === null ? Number.NaN : text.parts === null ? text.day : order === null ? onlyDay(text.parts) : dayInOrder(text.parts, order);
		if (text === null || Number.isNaN(day)) {
			const isOpen = order === null && text?.parts != null && ORDERS.some((other) => !Number.isNaN(dayInOrder(text.parts as Parts, other)));
			if (isPlaceholder(cell)) placeholders++;
			else wrong++;
			list(isPlaceholder(cell) ? 'placeholderText' : isFormulaError(cell) ? 'formulaError' : isOpen ? 'ambiguousDate' : 'notADate', i);
			continue;
		}
		days[i] = day + text.timeMs / DAY_MS;
		if (text.offsetMs !== null) instants.set(i, day * DAY_MS + text.timeMs - text.offsetMs);
	}
	readSerials(numbers, cellAt, rows.length - blankCount(grid, rows, column) - placeholders, wrong, days, list);
	const hasTime = hasFraction(days);
	if (hasTime) toInstants(days, instants, timeZone);
	return { days, hasTime, issues };
}

function blankCount(grid: Grid, rows: Int32Array, column: number): number {
	let count = 0;
	for (const row of rows) if (isBlank((grid[row] as readonly Cell[])[column])) count++;
	return count;
}

/** Reads plain numbers as serial dates where the column is mostly dates; lists them where it is not. */
function readSerials(
	numbers: readonly number[],
	cellAt: (i: number) => Cell,
	filled: number,
	wrong: number,
	days: Float64Array,
	list: (code: Issue['code'], i: number) => void,
): void {
	const isPlain = filled === numbers.length && numbers.every((i) => inRange(cellAt(i) as number, PLAIN_SERIALS[0], PLAIN_SERIALS[1]));
	const dateCount = filled - wrong - numbers.length;
	for (const i of numbers) {
		const serial = cellAt(i) as number;
		if (!isPlain && (dateCount === 0 || dateCount * 2 < filled)) list('notADate', i);
		else if (!inRange(serial, FIRST_SERIAL, LAST_SERIAL)) list('serialOutOfRange', i);
		else days[i] = Math.round((serial + SERIAL_EPOCH) * DAY_MS) / DAY_MS;
	}
}

const inRange = (value: number, low: number, high: number): boolean => value >= low && value < high;

function hasFraction(days: Float64Array): boolean {
	for (let i = 0; i < days.length; i++) {
		const day = days[i] as number;
		// False for NaN.
		if (day - Math.floor(day) > 0) return true;
	}
	return false;
}

/** Local wall-clock days become instants; `known` holds the milliseconds of texts that state their offset. */
function toInstants(days: Float64Array, known: ReadonlyMap<number, number>, timeZone: TimeZone): void {
	for (let i = 0; i < days.length; i++) {
		const day = days[i] as number;
		if (!Number.isNaN(day)) days[i] = (known.get(i) ?? timeZone.instantOf(Math.round(day * DAY_MS))) / DAY_MS;
	}
}
