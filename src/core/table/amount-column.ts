/**
 * One column read as amounts: separators and currency are decided once for the whole column.
 * Belongs here: the decision, the listing of what is not an amount. Not here: one text (amount-text.ts), whose currency
 * each amount is in (amount-currencies.ts).
 */

import { type AmountText, amountOf, parseAmountText } from '../cells/amount-text.ts';
import { type Cell, isBlank, isFormulaError } from '../cells/cell.ts';
import { isPlaceholder, issueAt } from '../cells/cell-text.ts';
import { isSeveral } from '../cells/format-currency.ts';
import type { Issue } from '../cells/issue.ts';
import type { AmountColumn } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import { readCurrencies } from './amount-currencies.ts';
import { headingMoney } from './amount-heading.ts';
import type { Block, ColumnReader, ReadRows } from './column-reader.ts';

const HUGE = 1e12;
/** Beyond it sums and their squares would leave the numbers that there are: no amount of money. */
const LARGEST = 1e60;
const COMMA_LOCALES =
	/^(?:de(?!.*ch)|fr(?!.*ch)|es(?!.*(?:mx|us|pr|gt|hn|ni|pa|pe|sv|do))|pt|it(?!.*ch)|nl|da|sv|nb|nn|no|fi|pl|cs|sk|ru|uk|tr|el|hu|ro|bg|hr|sl|sr|lt|lv|et|id|vi)(?:[-_]|$)/iu;

/** Numbers go straight through; adds the entries of all other cells and of numbers that need a remark to `others`. */
function readBlock(
	block: Block,
	first: number,
	count: number,
	column: number,
	values: Float64Array,
	others: number[],
): void {
	for (let i = 0; i < count; i++) {
		const cell = existing(block[i])[column];
		if (typeof cell === 'number') {
			values[first + i] = cell;
			if (!(cell >= 0 && cell <= HUGE)) others.push(first + i);
		} else {
			values[first + i] = Number.NaN;
			if (cell !== '' && cell !== undefined) others.push(first + i);
		}
	}
}

/**
 * The decimal separator of the column; null when its texts contradict each other.
 * Where every separator stands before three digits it groups thousands: no amount has three decimals, many are round.
 */
function decideDecimal(texts: Iterable<AmountText | null>, locale: string): '.' | ',' | null {
	const marks = new Set<string | undefined>();
	for (const text of texts) marks.add(text?.mark);
	if (marks.has('.') !== marks.has(',')) return marks.has('.') ? '.' : ',';
	if (marks.has('.')) return null;
	if (marks.has('open.') !== marks.has('open,')) return marks.has('open.') ? ',' : '.';
	return COMMA_LOCALES.test(locale) ? ',' : '.';
}

/**
 * Reads a column of amounts.
 * @param locale decides between 1.234 and 1,234 only where a column has both and nothing else
 * @param currency where neither amounts nor heading name one
 */
export function amountReader(
	source: ReadRows,
	column: number,
	currencyColumn: number | undefined,
	heading: string,
	locale: string,
	currency = '',
): ColumnReader<AmountColumn> {
	const values = new Float64Array(source.most);
	const others: number[] = [];
	return {
		read: (block, first, count) => readBlock(block, first, count, column, values, others),
		finish(count) {
			const own = values.subarray(0, count);
			const { written, withUnit, issues } = readOthers(source, column, own, others, locale);
			const money = headingMoney(heading);
			const remarks = money.factor === 1 ? [] : scale(source, column, own, withUnit, money.factor, heading);
			return {
				values: own,
				// Where number formats show several, the heading cannot tell whose each amount is.
				...readCurrencies(
					source,
					own,
					currencyColumn,
					written,
					isSeveral(currency) ? currency : money.currency || currency,
					locale,
				),
				issues: [...issues, ...remarks],
			};
		},
	};
}

/**
 * A column whose middle amount is this many of the heading's units seems to be written out: its number format hides the
 * zeros.
 */
const WRITTEN_OUT = 10;
/**
 * An amount this many times the middle one, and of more units than one unit is ones, may be written out in a column
 * that is not.
 */
const FAR_OUT = 100;

/**
 * Multiplies amounts by the unit that the heading names; those that name one themselves are whole. Listed is what may
 * be written out.
 * @param withUnit entries that name a unit themselves
 */
function scale(
	{ grid, rows }: ReadRows,
	column: number,
	values: Float64Array,
	withUnit: ReadonlySet<number>,
	factor: number,
	heading: string,
): Issue[] {
	const bare = [...values.keys()].filter((i) => !withUnit.has(i) && !Number.isNaN(values[i]));
	const sizes = bare.map((i) => Math.abs(existing(values[i]))).sort((a, b) => a - b);
	const middle = sizes[sizes.length >> 1];
	if (middle === undefined) return [];
	const list = (i: number, isScaled: number): Issue => {
		const row = existing(rows()[i]);
		const params = { heading, factor, scaled: isScaled };
		return issueAt('amountUnitUnclear', row, column, existing(grid[row])[column], null, params);
	};
	if (middle >= factor * WRITTEN_OUT) return [list(existing(bare[0]), 0)];
	const unclear = bare.filter((i) => Math.abs(existing(values[i])) >= Math.max(factor, middle * FAR_OUT));
	// Rounding takes away what binary fractions add: 33.4 × 1,000.
	for (const i of bare) values[i] = Math.round(existing(values[i]) * factor * 1e6) / 1e6;
	return unclear.map((i) => list(i, 1));
}

/**
 * Reads what is not a plain number into `values`; gives the currencies written beside amounts, and what is not an
 * amount.
 */
function readOthers(
	source: ReadRows,
	column: number,
	values: Float64Array,
	others: readonly number[],
	locale: string,
): { written: ReadonlyMap<number, string>; withUnit: ReadonlySet<number>; issues: Issue[] } {
	const issues: Issue[] = [];
	const written = new Map<number, string>();
	const withUnit = new Set<number>();
	if (others.length === 0) return { written, withUnit, issues };
	const { grid } = source;
	const rows = source.rows();
	const cellAt = (i: number): Cell => existing(existing(grid[existing(rows[i])])[column]);
	const parsed = readTexts(others, cellAt);
	const decimal = decideDecimal(parsed.values(), locale.replace('_', '-'));
	for (const i of others) {
		const cell = cellAt(i);
		if (isBlank(cell)) continue;
		const text = parsed.get(cell) ?? null;
		const amount = text === null ? Number(cell) : amountOf(text, decimal ?? '.');
		const fault = faultOf(cell, text, amount, decimal !== null);
		values[i] = fault === null ? amount : Number.NaN;
		if (fault === null && text !== null) {
			if (text.currency !== '') written.set(i, text.currency);
			if (text.factor !== 1) withUnit.add(i);
		}
		const code = fault ?? remarkOn(amount);
		if (code !== null) issues.push(issueAt(code, existing(rows[i]), column, cell));
	}
	return { written, withUnit, issues };
}

/** Each different text read once. */
function readTexts(entries: readonly number[], cellAt: (i: number) => Cell): Map<Cell, AmountText | null> {
	const parsed = new Map<Cell, AmountText | null>();
	for (const i of entries) {
		const cell = cellAt(i);
		if (typeof cell === 'string' && !parsed.has(cell)) parsed.set(cell, parseAmountText(cell));
	}
	return parsed;
}

/** Why a cell is not an amount; null for one. @param isDecided whether the column's decimal separator is known */
function faultOf(cell: Cell, text: AmountText | null, amount: number, isDecided: boolean): Issue['code'] | null {
	if (typeof cell !== 'number') {
		if (isPlaceholder(cell)) return 'placeholderText';
		if (isFormulaError(cell)) return 'formulaError';
		if (text === null || text.isPercent) return 'notAnAmount';
		if (!isDecided && (text.mark === 'open.' || text.mark === 'open,')) return 'notAnAmount';
	}
	return Math.abs(amount) <= LARGEST ? null : 'notAnAmount';
}

/** What is listed of an amount that counts anyway; null for nothing. */
function remarkOn(amount: number): Issue['code'] | null {
	if (Math.abs(amount) > HUGE) return Math.abs(amount) > Number.MAX_SAFE_INTEGER ? 'inexactAmount' : 'hugeAmount';
	return amount < 0 ? 'negativeAmount' : null;
}
