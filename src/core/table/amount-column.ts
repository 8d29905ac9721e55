/**
 * One column read as amounts: separators and currency are decided once for the whole column.
 * Belongs here: the decision, the listing of what is no amount. Not here: one text (amount-text.ts).
 */

import { type AmountText, amountOf, currencyOf, parseAmountText } from '../cells/amount-text.ts';
import { type Cell, isBlank, isFormulaError } from '../cells/cell.ts';
import { cellText, isPlaceholder, issueAt } from '../cells/cell-text.ts';
import { isSameCurrency, isSeveral, localeCurrency } from '../cells/format-currency.ts';
import type { Issue } from '../cells/issue.ts';
import type { AmountColumn } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
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

/** Where at least this part of the amounts name a currency, and no other is known, the rest is in it too; any part where it is that of the locale. */
const MOST = 0.5;

/** Currency by deal: the currency column, else what the amounts say, else the heading or the settings; what one cell says never converts the rest. */
function readCurrencies(
	source: ReadRows,
	values: Float64Array,
	currencyColumn: number | undefined,
	written: ReadonlyMap<number, string>,
	stated: string,
	locale: string,
): Pick<AmountColumn, 'currencyCodes' | 'currencies'> {
	if (currencyColumn === undefined && written.size === 0) return { currencyCodes: null, currencies: [stated] };
	const { grid } = source;
	const rows = source.rows();
	const codeOf = new Map<string, number>();
	const rawCodes = new Map<Cell | undefined, number>();
	const codes = new Int32Array(rows.length).fill(-1);
	const add = (currency: string): number => {
		let code = codeOf.get(currency);
		if (code === undefined) {
			code = codeOf.size;
			codeOf.set(currency, code);
		}
		return code;
	};
	const codeOfCell = (raw: Cell | undefined): number => {
		let code = rawCodes.get(raw);
		if (code === undefined) {
			const name = isBlank(raw) || isPlaceholder(raw) || isFormulaError(raw) ? '' : cellText(raw).trim();
			code = name === '' ? -1 : add(currencyOf(name) ?? name);
			rawCodes.set(raw, code);
		}
		return code;
	};
	let amounts = 0;
	let known = 0;
	for (let i = 0; i < rows.length; i++) {
		if (Number.isNaN(values[i])) continue;
		const beside = written.get(i);
		const named = currencyColumn === undefined ? beside : existing(grid[existing(rows[i])])[currencyColumn];
		const code = codeOfCell(named);
		codes[i] = code < 0 && beside !== undefined ? codeOfCell(beside) : code;
		amounts++;
		if (existing(codes[i]) >= 0) known++;
	}
	const [first = stated, second] = codeOf.keys();
	const isOne =
		second === undefined &&
		(known === amounts ||
			isSameCurrency(stated || localeCurrency(locale), first) ||
			(stated === '' && known >= amounts * MOST));
	if (isOne) return { currencyCodes: null, currencies: [first] };
	for (let i = 0; i < codes.length; i++) if (codes[i] === -1) codes[i] = Number.isNaN(values[i]) ? 0 : add(stated);
	// Whichever currency the rows begin with: the order of the rows decides nothing.
	const currencies = [...codeOf.keys()].sort();
	const places = [...codeOf.keys()].map((name) => currencies.indexOf(name));
	return { currencyCodes: codes.map((code) => existing(places[code])), currencies };
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

/** A column whose middle amount is this many of the heading's units seems to be written out: its number format hides the zeros. */
const WRITTEN_OUT = 10;
/** An amount this many times the middle one, and of more units than one unit is ones, may be written out in a column that is not. */
const FAR_OUT = 100;

/**
 * Multiplies amounts by the unit that the heading names; those that name one themselves are whole. Listed is what may be written out.
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

/** Reads what is no plain number into `values`; gives the currencies written beside amounts, and what is no amount. */
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
		const text = typeof cell === 'string' ? (parsed.get(cell) ?? null) : null;
		const amount = text === null ? Number(cell) : amountOf(text, decimal ?? '.');
		const fault = faultOf(cell, text, decimal !== null) ?? (Math.abs(amount) <= LARGEST ? null : 'notAnAmount');
		if (fault !== null) values[i] = Number.NaN;
		else if (text !== null) {
			values[i] = amount;
			if (text.currency !== '') written.set(i, text.currency);
			if (text.factor !== 1) withUnit.add(i);
		}
		const code = fault ?? remarkOn(existing(values[i]));
		if (code !== null) issues.push(issueAt(code, existing(rows[i]), column, cell));
	}
	return { written, withUnit, issues };
}

/** Each different text read once. */
function readTexts(entries: readonly number[], cellAt: (i: number) => Cell): Map<string, AmountText | null> {
	const parsed = new Map<string, AmountText | null>();
	for (const i of entries) {
		const cell = cellAt(i);
		if (typeof cell === 'string' && !parsed.has(cell)) parsed.set(cell, parseAmountText(cell));
	}
	return parsed;
}

/** Why a cell is no amount; null for one. @param isDecided whether the column's decimal separator is known */
function faultOf(cell: Cell, text: AmountText | null, isDecided: boolean): Issue['code'] | null {
	if (typeof cell === 'number') return Number.isFinite(cell) ? null : 'notAnAmount';
	if (isPlaceholder(cell)) return 'placeholderText';
	if (isFormulaError(cell)) return 'formulaError';
	if (text === null || text.isPercent) return 'notAnAmount';
	return !isDecided && (text.mark === 'open.' || text.mark === 'open,') ? 'notAnAmount' : null;
}

/** What is listed of an amount that counts all the same; null for nothing. */
function remarkOn(amount: number): Issue['code'] | null {
	if (Math.abs(amount) > HUGE) return Math.abs(amount) > Number.MAX_SAFE_INTEGER ? 'inexactAmount' : 'hugeAmount';
	return amount < 0 ? 'negativeAmount' : null;
}
