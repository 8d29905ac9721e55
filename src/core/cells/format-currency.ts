/** The currency that a cell's number format puts beside its numbers. Not here: currencies in texts (amount-text.ts) and headings (amount-column.ts). */
import { currencyOf } from './amount-text.ts';

/** `[$€-407]` or `[$USD]`, a text in quotes, a sign as it is. */
const MARK = /\[\$([^\]-]+)[^\]]*\]|"([^"]+)"|(\p{Sc})/gu;

/** Code or sign; '' when the format names none. */
export function formatCurrency(format: string): string {
	for (const [, bracketed, quoted, sign] of format.matchAll(MARK)) {
		const currency = currencyOf((bracketed ?? quoted ?? sign) as string);
		if (currency) return currency;
	}
	return '';
}
