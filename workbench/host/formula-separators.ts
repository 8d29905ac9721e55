/** Separators of formulas: what the sheet holds, as its locale shows it, and what a script writes and reads. */
import type { Host } from './host.ts';

/** Texts in quotes, names of sheets in quotes, numbers with either decimal sign, everything else by itself. */
const TOKEN = /"(?:[^"]|"")*"?|'(?:[^']|'')*'?|\d+[.,]\d+|[\s\S]/gu;

/** Has the sheet's locale a comma as decimal sign, so that semicolons separate arguments? */
function hasDecimalComma(host: Host): boolean {
	return new Intl.NumberFormat(host.options.locale.replace('_', '-')).format(0.5).includes(',');
}

function translated(formula: string, change: (token: string) => string): string {
	return formula.replace(TOKEN, (token) => change(token));
}

/** What the sheet holds when a script writes this formula. */
export function storedFormula(host: Host, written: string): string {
	if (!hasDecimalComma(host) || host.doubts.formulaSeparators === 'locale') return written;
	return translated(written, (token) =>
		token === ',' ? ';' : /^\d+\.\d+$/u.test(token) ? token.replace('.', ',') : token,
	);
}

/** What a script reads of a formula that the sheet holds. */
export function readFormula(host: Host, stored: string): string {
	if (!hasDecimalComma(host) || host.doubts.formulaSeparators !== 'commas') return stored;
	return translated(stored, (token) =>
		token === ';' ? ',' : /^\d+,\d+$/u.test(token) ? token.replace(',', '.') : token,
	);
}

/** Can the sheet read it? With a decimal comma no argument is parted by one. */
export function isReadableFormula(host: Host, stored: string): boolean {
	if (!hasDecimalComma(host)) return true;
	let isReadable = true;
	translated(stored, (token) => {
		if (token === ',' || /^\d+\.\d+$/u.test(token)) isReadable = false;
		return token;
	});
	return isReadable;
}
