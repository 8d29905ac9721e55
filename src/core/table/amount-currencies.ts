/**
 * Which currency each amount of a column is in: the currency column, else what the amounts say, else the heading or the
 * settings.
 * Not here: what one text says (amount-text.ts) and what number formats show (format-currency.ts).
 */

import { currencyOf } from '../cells/amount-text.ts';
import { type Cell, isBlank, isFormulaError } from '../cells/cell.ts';
import { cellText, isPlaceholder } from '../cells/cell-text.ts';
import { isSameCurrency, localeCurrency } from '../cells/format-currency.ts';
import type { AmountColumn } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import type { ReadRows } from './column-reader.ts';

/**
 * Where at least this part of the amounts name a currency, and no other is known, the rest is in it too; any part where
 * it is that of the locale.
 */
const MOST = 0.5;

/** The currencies that cells name, numbered as they come. */
class CurrencyCodes {
	private readonly byName = new Map<string, number>();
	private readonly byCell = new Map<Cell | undefined, number>();

	add(currency: string): number {
		let code = this.byName.get(currency);
		if (code === undefined) {
			code = this.byName.size;
			this.byName.set(currency, code);
		}
		return code;
	}

	/** -1 where the cell names no currency. */
	ofCell(cell: Cell | undefined): number {
		let code = this.byCell.get(cell);
		if (code === undefined) {
			const name = isBlank(cell) || isPlaceholder(cell) || isFormulaError(cell) ? '' : cellText(cell).trim();
			code = name === '' ? -1 : this.add(currencyOf(name) ?? name);
			this.byCell.set(cell, code);
		}
		return code;
	}

	names(): string[] {
		return [...this.byName.keys()];
	}
}

/** What one cell says never converts the rest. @param written what amounts name beside their number, by deal */
export function readCurrencies(
	{ grid, rows }: ReadRows,
	values: Float64Array,
	currencyColumn: number | undefined,
	written: ReadonlyMap<number, string>,
	stated: string,
	locale: string,
): Pick<AmountColumn, 'currencyCodes' | 'currencies'> {
	if (currencyColumn === undefined && written.size === 0) return { currencyCodes: null, currencies: [stated] };
	const positions = rows();
	const named = new CurrencyCodes();
	const codes = new Int32Array(positions.length).fill(-1);
	let amounts = 0;
	let known = 0;
	for (let i = 0; i < positions.length; i++) {
		if (Number.isNaN(values[i])) continue;
		const inColumn =
			currencyColumn === undefined ? -1 : named.ofCell(existing(grid[existing(positions[i])])[currencyColumn]);
		const code = inColumn < 0 ? named.ofCell(written.get(i)) : inColumn;
		codes[i] = code;
		amounts++;
		if (code >= 0) known++;
	}
	const [first = stated, second] = named.names();
	if (second === undefined && isOfAll(first, known / amounts, stated, locale))
		return { currencyCodes: null, currencies: [first] };
	for (let i = 0; i < codes.length; i++)
		if (codes[i] === -1) codes[i] = Number.isNaN(values[i]) ? 0 : named.add(stated);
	// Whichever currency the rows begin with: the order of the rows decides nothing.
	const currencies = named.names().sort();
	const places = named.names().map((name) => currencies.indexOf(name));
	return { currencyCodes: codes.map((code) => existing(places[code])), currencies };
}

/** Whether the only currency that is named holds for the amounts that name none. @param part that names it */
function isOfAll(currency: string, part: number, stated: string, locale: string): boolean {
	if (!(part < 1)) return true;
	return isSameCurrency(stated || localeCurrency(locale), currency) || (stated === '' && part >= MOST);
}
