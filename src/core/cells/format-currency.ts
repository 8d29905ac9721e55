/**
 * The currency that a cell's number format puts beside its numbers, and that of a whole column of them.
 * Not here: currencies in texts (amount-text.ts) and headings (amount-heading.ts).
 */
import { existing } from '../speed/existing.ts';
import { currencyOf } from './amount-text.ts';

/** `[$€-407]` or `[$USD]`, a text in quotes, a sign as it is. */
const MARK = /\[\$([^\]-]+)[^\]]*\]|"([^"]+)"|(\p{Sc})/gu;

/** Code or sign; '' when the format names none. */
export function formatCurrency(format: string): string {
	for (const [, bracketed, quoted, sign] of format.matchAll(MARK)) {
		const currency = currencyOf(existing(bracketed ?? quoted ?? sign));
		if (currency) return currency;
	}
	return '';
}

/**
 * Between the names of currencies of which only the number formats tell the amounts apart: formulas see bare numbers.
 */
const AND = ' + ';
/** A currency that fewer of the amounts show is that of single cells, which are listed. */
const FEW = 0.1;

/** Whether a stated currency stands for several that cannot be distinguished. */
export function isSeveral(currency: string): boolean {
	return currency.includes(AND);
}

/**
 * The currency of a column by the formats of its cells: that of most, or the two of them, `$ + EUR`, where both are
 * frequent.
 * @param formats of the cells that hold a number
 * @param otherwise of the cells whose format shows none: what the heading says
 */
export function columnCurrency(formats: Iterable<string>, otherwise: string): string {
	const counts = new Map<string, number>();
	const byFormat = new Map<string, string>();
	let total = 0;
	for (const format of formats) {
		let currency = byFormat.get(format);
		if (currency === undefined) {
			const shown = formatCurrency(format);
			currency = shown === '' || isSameCurrency(shown, otherwise) ? otherwise : shown;
			byFormat.set(format, currency);
		}
		if (currency === '') continue;
		counts.set(currency, (counts.get(currency) ?? 0) + 1);
		total++;
	}
	const frequent = [...counts].filter(([, count]) => count >= total * FEW).sort(([, a], [, b]) => b - a);
	return frequent
		.slice(0, 2)
		.map(([currency]) => currency)
		.join(AND);
}

const SIGNS = new Map([
	['$', /^(?:USD|CAD|AUD|NZD|SGD|HKD|TWD|MXN|ARS|CLP|COP)$/u],
	['¥', /^(?:CNY|JPY)$/u],
	['￥', /^(?:CNY|JPY)$/u],
	['kr', /^(?:SEK|NOK|DKK|ISK)$/u],
]);

/** Whether two names may be one currency: `$` and `CAD`. */
export function isSameCurrency(one: string, other: string): boolean {
	return one === other || SIGNS.get(one)?.test(other) === true || SIGNS.get(other)?.test(one) === true;
}

/** Currency of the country of a locale, where many sheets come from. */
const OF_COUNTRY: Readonly<Record<string, string>> = {
	CN: 'CNY',
	US: 'USD',
	GB: 'GBP',
	JP: 'JPY',
	KR: 'KRW',
	IN: 'INR',
	BR: 'BRL',
	RU: 'RUB',
	TR: 'TRY',
	VN: 'VND',
	ID: 'IDR',
	PL: 'PLN',
	SE: 'SEK',
	TW: 'TWD',
	HK: 'HKD',
	CH: 'CHF',
	CA: 'CAD',
	AU: 'AUD',
};
const EURO = /^(?:AT|BE|DE|ES|FI|FR|GR|IE|IT|LU|NL|PT|SK|SI|EE|LV|LT|HR|CY|MT)$/u;

/** `CNY` for `zh_CN`; '' where the country is not known. */
export function localeCurrency(locale: string): string {
	const country = /[_-]([A-Z]{2})$/u.exec(locale)?.[1] ?? '';
	return EURO.test(country) ? 'EUR' : (OF_COUNTRY[country] ?? '');
}
