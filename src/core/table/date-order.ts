/**
 * The order of day, month and year in the texts of a date column, decided for each form of them: who writes `3-2-25`
 * need not be who writes `3/2/2025`. Not here: one text (date-text.ts), reading the column (date-column.ts).
 */

import { type Grid, isDate } from '../cells/cell.ts';
import { type DateOrder, type DateText, dayInOrder, parseDateText } from '../cells/date-text.ts';
import { existing } from '../speed/existing.ts';
import { onFirstUse } from '../speed/lazy.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import {
	type FormOf,
	formsOf,
	isNoDay,
	isOfEitherHand,
	isOfOneHand,
	ORDERS,
	type Parts,
	plainFormOf,
	signOf,
} from './date-form.ts';
import { isWeak, orderOfWeak, type WeakVote, yearIsFirst } from './two-digit-year.ts';

const MONTH_FIRST = /^(?:en(?:[-_](?:us|ph|bz|as|gu|pr|vi))?|es[-_](?:us|pr)|fil.*)$/iu;
const YEAR_FIRST = /^(?:zh|ja|ko|hu|sv|lt|mn|fa)/iu;

/** How the texts of one form are read. */
export interface FormOrder {
	/** Null where the texts contradict each other, or others that could tell do. */
	readonly order: DateOrder | null;
	/** Nothing in the table says so for certain: another order would give other days. */
	readonly isAssumed: boolean;
}

/** What the texts of a form say themselves: an order, that they leave it open, or that they contradict each other. */
type Vote = DateOrder | WeakVote | 'open' | 'mixed';

type Parsed = ReadonlyMap<string, DateText | null>;

/** Day first and month first are both days, and not the same one. */
const isOpen = (parts: Parts): boolean => {
	const [first, second] = [dayInOrder(parts, 'dmy'), dayInOrder(parts, 'mdy')];
	return !Number.isNaN(first) && !Number.isNaN(second) && first !== second;
};

/**
 * The order that every text allows. A text that is a day in no order does not vote.
 * @param isYearFirst where two-digit years leave a choice
 */
function voteOf(texts: readonly Parts[], isYearFirst: boolean): Vote {
	const days = texts.filter((parts) => !isNoDay(parts));
	const allowed = new Set(ORDERS.filter((order) => days.every((parts) => !Number.isNaN(dayInOrder(parts, order)))));
	if (days.length === 0) return 'open';
	if (allowed.has('ymd') && allowed.size > 1) {
		const isFirst = yearIsFirst(days);
		if (isFirst === true) return 'ymd';
		allowed.delete('ymd');
		if (isFirst === null && isYearFirst) return 'ymd?';
		if (isFirst === null && allowed.size === 1) return `${existing([...allowed][0])}?`;
	}
	return allowed.size === 2 ? 'open' : ([...allowed][0] ?? 'mixed');
}

/** The distinct texts of each form. */
function byForm(parsed: Parsed, formOf: FormOf): ReadonlyMap<string, readonly Parts[]> {
	const forms = new Map<string, Parts[]>();
	for (const [written, text] of parsed) {
		const form = formOf(written, text);
		if (form === '' || text?.parts == null) continue;
		const texts = forms.get(form) ?? [];
		forms.set(form, texts);
		texts.push(text.parts);
	}
	return forms;
}

/**
 * Steps between days that rows must have, and the share of them that go one way, before the order of the rows is
 * evidence.
 */
const FEWEST_STEPS = 8;
const SORTED = 0.95;
const UNSORTED = 0.8;

/** Share of the steps that go the way of most; NaN where there are too few. */
function sortedShare<T extends number | string>(values: readonly T[]): number {
	let up = 0;
	let down = 0;
	values.forEach((value, i) => {
		const before = values[i - 1];
		if (before === undefined || before === value) return;
		if (before < value) up++;
		else down++;
	});
	return up + down < FEWEST_STEPS ? Number.NaN : Math.max(up, down) / (up + down);
}

/**
 * What a column says about the orders of its forms: by its values, or because its rows are sorted by day in one order
 * only.
 */
class ColumnOrders {
	readonly votes: ReadonlyMap<string, Vote>;

	constructor(
		readonly parsed: Parsed,
		private readonly grid: Grid,
		private readonly rows: Int32Array,
		private readonly column: number,
		private readonly formOf: FormOf,
		isYearFirst: boolean,
	) {
		this.votes = new Map([...byForm(parsed, formOf)].map(([form, texts]) => [form, voteOf(texts, isYearFirst)]));
	}

	/** The order of a form for certain; null where the column leaves it open, or does not have the form. */
	orderOf(form: string): DateOrder | null {
		const vote = this.votes.get(form);
		if (vote === undefined || vote === 'mixed' || isWeak(vote)) return null;
		return vote === 'open' ? this.sortedOrder(form) : vote;
	}

	/** Orders that forms have for certain. */
	known(isWanted: (form: string) => boolean): ReadonlySet<DateOrder> {
		const forms = [...this.votes.keys()].filter(isWanted);
		return new Set(forms.map((form) => this.orderOf(form)).filter((order) => order !== null));
	}

	private sortedOrder(form: string): DateOrder | null {
		// Texts that are sorted as texts are sorted by what stands first in them, whatever that is.
		const texts = [...this.rows].flatMap((row) => {
			const cell = existing(this.grid[row])[this.column];
			return typeof cell === 'string' && this.formOf(cell, this.parsed.get(cell) ?? null) === form ? [cell] : [];
		});
		if (texts.length < 3 || sortedShare(texts) >= UNSORTED) return null;
		const [dmy, mdy] = (['dmy', 'mdy'] as const).map((order) => sortedShare(this.daysIn(form, order)));
		if (dmy === undefined || mdy === undefined) return null;
		if (dmy >= SORTED && mdy < UNSORTED) return 'dmy';
		return mdy >= SORTED && dmy < UNSORTED ? 'mdy' : null;
	}

	/**
	 * Days in the order of the rows when the texts of a form are read in this order; those that are open themselves are
	 * left out.
	 */
	private daysIn(form: string, order: DateOrder): number[] {
		const days: number[] = [];
		for (const row of this.rows) {
			const cell = existing(this.grid[row])[this.column];
			if (isDate(cell)) days.push(Math.floor(cell.getTime() / DAY_MS));
			if (typeof cell !== 'string') continue;
			const text = this.parsed.get(cell);
			if (text == null) continue;
			const own = this.formOf(cell, text);
			const vote = own === form ? order : this.votes.get(own);
			const isKnown = vote !== undefined && vote !== 'open' && vote !== 'mixed' && !isWeak(vote);
			const day = text.parts === null ? text.day : isKnown ? dayInOrder(text.parts, vote) : Number.NaN;
			if (!Number.isNaN(day)) days.push(day);
		}
		return days;
	}
}

/** Texts of a column that can be dates, each read once. */
function parsedTexts(grid: Grid, rows: Int32Array, column: number): Parsed {
	const parsed = new Map<string, DateText | null>();
	for (const row of rows) {
		const cell = existing(grid[row])[column];
		if (typeof cell === 'string' && !parsed.has(cell)) parsed.set(cell, parseDateText(cell));
	}
	return parsed;
}

/** How many texts other orders would read as other days. */
const openTexts = (texts: readonly Parts[], vote: Vote): number =>
	texts.filter((parts) => isWeak(vote) || isOpen(parts)).length;

/**
 * So many open texts beside others of their sign that are not are no accident: the others were chosen by whether they
 * can be told.
 */
const MANY_OPEN = 5;

const onlyOne = (orders: Iterable<DateOrder>): DateOrder | null => {
	const all = new Set(orders);
	return all.size === 1 ? existing([...all][0]) : null;
};

/** How the texts of a column are read, by their form. */
export interface ColumnForms {
	readonly formOf: FormOf;
	readonly orderOf: (form: string) => FormOrder;
}

/**
 * @param parsed each distinct text of the column; null for one that is not a date
 * @param otherColumns the table's other date columns
 */
export function orderOfForms(
	parsed: Parsed,
	grid: Grid,
	rows: Int32Array,
	column: number,
	otherColumns: readonly number[],
	locale: string,
): ColumnForms {
	const isYearFirst = YEAR_FIRST.test(locale);
	const otherTexts = onFirstUse(() => otherColumns.map((other) => parsedTexts(grid, rows, other)));
	const isAnyOpen = [...parsed.values()].some((text) => text?.parts != null && isOpen(text.parts));
	const formOf = isAnyOpen ? formsOf([parsed, ...otherTexts()]) : plainFormOf;
	const own = new ColumnOrders(parsed, grid, rows, column, formOf, isYearFirst);
	const others = onFirstUse(() =>
		otherColumns.map((other, i) => new ColumnOrders(existing(otherTexts()[i]), grid, rows, other, formOf, isYearFirst)),
	);
	const knownInOthers = (isWanted: (form: string) => boolean): DateOrder[] =>
		others().flatMap((other) => [...other.known(isWanted)]);
	const texts = byForm(parsed, formOf);
	const decide = (form: string): FormOrder => {
		const vote = own.votes.get(form);
		if (vote === 'mixed' || vote === undefined) return UNKNOWN;
		// Nobody writes the month first with dots.
		if (vote === 'open' && signOf(form) === '.') return { order: 'dmy', isAssumed: false };
		const open = openTexts(texts.get(form) ?? [], vote);
		const ofSign = onFirstUse(
			() => new Set([own, ...others()].flatMap((one) => [...one.known((other) => signOf(other) === signOf(form))])),
		);
		// What either of two hands may have written is read only where both write alike.
		if (open > 0 && isOfEitherHand(form) && ofSign().size > 1) return UNKNOWN;
		if (vote !== 'open' && !isWeak(vote)) return { order: vote, isAssumed: false };
		const told = own.orderOf(form) ?? onlyOne(knownInOthers((other) => other === form));
		if (told !== null) return { order: told, isAssumed: false };
		const order = onlyOne(ofSign());
		if (order !== null) return { order, isAssumed: open >= (isOfOneHand(form) ? MANY_OPEN : 1) };
		return orderOfVote(vote, open);
	};
	const orderOfVote = (vote: Vote, open: number): FormOrder =>
		isWeak(vote) ? { order: orderOfWeak(vote), isAssumed: true } : assumedOrder(open);
	const assumedOrder = (open: number): FormOrder => {
		const beside = own.known(() => true);
		// Other hands of this column that contradict each other say that nothing can be assumed.
		if (beside.size > 1 || [...own.votes.values()].includes('mixed')) return UNKNOWN;
		const usual = MONTH_FIRST.test(locale) ? 'mdy' : 'dmy';
		return { order: onlyOne(beside) ?? onlyOne(knownInOthers(() => true)) ?? usual, isAssumed: open > 0 };
	};
	const decided = new Map<string, FormOrder>();
	const orderOf = (form: string): FormOrder => {
		const known = decided.get(form) ?? decide(form);
		decided.set(form, known);
		return known;
	};
	return { formOf, orderOf };
}

/** No order that could be told or assumed. */
const UNKNOWN: FormOrder = { order: null, isAssumed: false };
