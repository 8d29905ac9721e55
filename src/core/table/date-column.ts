/**
 * One column read as dates: what its cells are is decided once for the whole column, then every cell is read.
 * Belongs here: the decision and the listing of what is not a date. Not here: one text (date-text.ts), the order of its
 * parts (date-order.ts), rules between columns (validation/).
 */

import { type Cell, type Grid, isBlank, isFormulaError } from '../cells/cell.ts';
import { isPlaceholder, issueAt } from '../cells/cell-text.ts';
import { type DateOrder, type DateText, dayInOrder, isCompactDay, parseDateText } from '../cells/date-text.ts';
import type { Issue } from '../cells/issue.ts';
import type { DateColumn, Days } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import { DAY_MS, dayText } from '../time/calendar-day.ts';
import { epochMs } from '../time/epoch-time.ts';
import type { TimeZone } from '../time/time-zone.ts';
import { AssumedOrders } from './assumed-orders.ts';
import { type Block, type ColumnReader, knownRows, type ReadRows, readAll } from './column-reader.ts';
import { type DateCells, offsetsOf, readDateBlock } from './date-cells.ts';
import { ORDERS, onlyDay } from './date-form.ts';
import { type FormOrder, orderOfForms } from './date-order.ts';
import { mayBeSwapped, swappedBack, swappedEntries } from './date-swaps.ts';

/** Serial numbers count from 1899-12-30; before 61 (1900-03-01) spreadsheets disagree, 110000 is the year 2201. */
const SERIAL_EPOCH = -25_569;
const FIRST_SERIAL = 61;
const LAST_SERIAL = 110_000;
/** A column of nothing but numbers is a date column only between 1990 and 2099. */
const PLAIN_SERIALS: readonly [number, number] = [32_874, 73_050];

/** The cells of one column that are not date cells, sorted by what they are. */
interface OtherCells {
	readonly texts: number[];
	readonly numbers: number[];
	/** Each distinct text read once; null for a text that is not a date. */
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
 * A year of another era is one where most dates of the column are written so; elsewhere it was mistyped (2526 for
 * 2026), and no date.
 * @param dates cells that are dates
 */
function withoutOtherEras({ texts, parsed }: OtherCells, cellAt: (i: number) => Cell, dates: number): void {
	let [other, common] = [0, dates];
	for (const i of texts) {
		const text = parsed.get(String(cellAt(i)));
		if (text == null) continue;
		if (text.isOtherEra === true) other++;
		else common++;
	}
	if (other === 0 || other > common) return;
	for (const [written, text] of parsed) if (text?.isOtherEra === true) parsed.set(written, null);
}

/**
 * Reads a column of dates.
 * @param locale the sheet's locale (`en_US`, `de`): decides only when no value of the column does, nor one of
 * @param otherColumns the table's other date columns
 */
export function dateReader(
	source: ReadRows,
	column: number,
	timeZone: TimeZone,
	locale: string,
	otherColumns: readonly number[] = [],
): ColumnReader<DateColumn> {
	const offsets = offsetsOf(timeZone);
	const others: number[] = [];
	let days: Days = new Float32Array(source.most);
	const read = (block: Block, first: number, count: number): boolean =>
		readDateBlock(block, first, count, column, timeZone, offsets, { days, others });
	return {
		read(block, first, count) {
			const known = others.length;
			if (read(block, first, count) || days instanceof Float64Array) return;
			days = inFull(days, first);
			others.length = known;
			read(block, first, count);
		},
		finish(count) {
			const own = days.subarray(0, count);
			if (others.length > 0)
				return withOtherCells(source, column, timeZone, locale, otherColumns, { days: inFull(own, count), others });
			const hasTime = days instanceof Float64Array && hasFraction(own);
			if (hasTime) toInstants(own, new Map(), timeZone);
			return { days: own, hasTime, issues: [] };
		},
	};
}

/** The form that holds a time of day as well. @param count entries that are filled */
function inFull(days: Days, count: number): Float64Array {
	if (days instanceof Float64Array) return days;
	const full = new Float64Array(days.length);
	full.set(days.subarray(0, count));
	return full;
}

/** The column read by itself. @param rows grid rows to read */
export function readDates(
	grid: Grid,
	rows: Int32Array,
	column: number,
	timeZone: TimeZone,
	locale: string,
): DateColumn {
	const source = knownRows(grid, rows);
	return readAll(dateReader(source, column, timeZone, locale), source);
}

/** Texts and numbers of the column read as well; what is not a date is listed. */
function withOtherCells(
	source: ReadRows,
	column: number,
	timeZone: TimeZone,
	locale: string,
	otherColumns: readonly number[],
	{ days, others }: DateCells,
): DateColumn {
	const { grid } = source;
	const rows = source.rows();
	const issues: Issue[] = [];
	const cellAt = (i: number): Cell => {
		const cell = existing(existing(grid[existing(rows[i])])[column]);
		return typeof cell === 'number' && isCompactDay(cell) ? String(cell) : cell;
	};
	const list = (code: Issue['code'], i: number): void => {
		issues.push(issueAt(code, existing(rows[i]), column, cellAt(i)));
	};
	const cells = sortCells(others, cellAt);
	withoutOtherEras(cells, cellAt, dateCells(days, others).length);
	const { texts, numbers, parsed } = cells;
	const { formOf, orderOf } = orderOfForms(parsed, grid, rows, column, otherColumns, locale);
	const assumed = new AssumedOrders();
	const inParts: number[] = [];
	const yearFirst: number[] = [];
	const instants = new Map<number, number>();
	let wrong = 0;
	let placeholders = 0;
	for (const i of texts) {
		const cell = cellAt(i);
		const text = parsed.get(cell as string) ?? null;
		const form = formOf(String(cell), text);
		const { order, isAssumed } = form === '' ? NO_ORDER : orderOf(form);
		const day = dayOf(text, order);
		if (text === null || Number.isNaN(day)) {
			const code = faultOf(cell, order === null ? text : null);
			if (code === 'placeholderText') placeholders++;
			else wrong++;
			list(code, i);
			continue;
		}
		if (text.parts !== null) {
			inParts.push(i);
			if (isAssumed) assumed.add(form, i, text.parts, day);
		} else if (mayBeSwapped(text, String(cell))) yearFirst.push(i);
		days[i] = day + text.timeMs / DAY_MS;
		if (text.offsetMs !== null) instants.set(i, day * DAY_MS + text.timeMs - text.offsetMs);
	}
	if (!readMoments(numbers, cellAt, days, instants)) {
		const filled = rows.length - blankCount(grid, rows, column) - placeholders;
		readSerials(numbers, cellAt, filled, wrong, days, list);
	}
	if (inParts.length > 0) {
		const swapped = swappedEntries([...dateCells(days, others), ...yearFirst], inParts, days);
		issues.push(...swapBack(swapped, days, rows, column));
	}
	issues.push(...assumed.issues((i) => existing(rows[i]), column, cellAt));
	const hasTime = hasFraction(days);
	if (hasTime) toInstants(days, instants, timeZone);
	return { days, hasTime, issues };
}

/**
 * The day of a text whose numbers stand in this order; NaN where there is none, or where it takes an order that nobody
 * knows.
 */
function dayOf(text: DateText | null, order: DateOrder | null): number {
	if (text === null) return Number.NaN;
	if (text.parts === null) return text.day;
	return order === null ? onlyDay(text.parts) : dayInOrder(text.parts, order);
}

/** What is listed of a cell that is not a date. @param text of unknown order */
function faultOf(cell: Cell, text: DateText | null): Issue['code'] {
	if (isPlaceholder(cell)) return 'placeholderText';
	if (isFormulaError(cell)) return 'formulaError';
	const parts = text?.parts ?? null;
	const isOpen = parts !== null && ORDERS.some((order) => !Number.isNaN(dayInOrder(parts, order)));
	return isOpen ? 'ambiguousDate' : 'notADate';
}

/** Entries that have a day and are none of the others. */
function dateCells(days: Days, others: readonly number[]): number[] {
	const isOther = new Set(others);
	return [...days.keys()].filter((i) => !isOther.has(i) && !Number.isNaN(days[i]));
}

/** Gives days their own month and day back and lists each. @param entries positions in `days` */
function swapBack(entries: Iterable<number>, days: Days, rows: Int32Array, column: number): Issue[] {
	return [...entries].map((i) => {
		const written = existing(days[i]);
		const read = swappedBack(written);
		days[i] = read;
		return issueAt('swappedDate', existing(rows[i]), column, dayText(written), null, { read: dayText(read) });
	});
}

const NO_ORDER: FormOrder = { order: null, isAssumed: false };

function blankCount(grid: Grid, rows: Int32Array, column: number): number {
	let count = 0;
	for (const row of rows) if (isBlank(existing(grid[row])[column])) count++;
	return count;
}

/** Reads numbers that are all milliseconds or seconds since 1970; false where they are not. */
function readMoments(
	numbers: readonly number[],
	cellAt: (i: number) => Cell,
	days: Days,
	instants: Map<number, number>,
): boolean {
	const moments = numbers.map((i) => epochMs(cellAt(i) as number));
	if (moments.length === 0 || moments.some(Number.isNaN)) return false;
	for (const [at, i] of numbers.entries()) {
		instants.set(i, existing(moments[at]));
		days[i] = existing(moments[at]) / DAY_MS;
	}
	return true;
}

/** Reads plain numbers as serial dates where the column is mostly dates; lists them where it is not. */
function readSerials(
	numbers: readonly number[],
	cellAt: (i: number) => Cell,
	filled: number,
	wrong: number,
	days: Days,
	list: (code: Issue['code'], i: number) => void,
): void {
	const isPlain =
		filled === numbers.length && numbers.every((i) => inRange(cellAt(i) as number, PLAIN_SERIALS[0], PLAIN_SERIALS[1]));
	const dateCount = filled - wrong - numbers.length;
	for (const i of numbers) {
		const serial = cellAt(i) as number;
		if (!isPlain && (dateCount === 0 || dateCount * 2 < filled)) list('notADate', i);
		else if (!inRange(serial, FIRST_SERIAL, LAST_SERIAL)) list('serialOutOfRange', i);
		else days[i] = Math.round((serial + SERIAL_EPOCH) * DAY_MS) / DAY_MS;
	}
}

const inRange = (value: number, low: number, high: number): boolean => value >= low && value < high;

function hasFraction(days: Days): boolean {
	for (let i = 0; i < days.length; i++) {
		const day = existing(days[i]);
		// False for NaN.
		if (day - Math.floor(day) > 0) return true;
	}
	return false;
}

/** Local wall-clock days become instants; `known` holds the milliseconds of texts that state their offset. */
function toInstants(days: Days, known: ReadonlyMap<number, number>, timeZone: TimeZone): void {
	for (let i = 0; i < days.length; i++) {
		const day = existing(days[i]);
		if (!Number.isNaN(day)) days[i] = (known.get(i) ?? timeZone.instantOf(Math.round(day * DAY_MS))) / DAY_MS;
	}
}
