/** The text of a formula of ours. Not here: completing one that is there (live-formula.ts). */

/** `=WIN_RATE(Deals!A1:L, "closed")`, as a script writes it: commas, decimal points. */
export function formulaText(name: string, range: string, words: readonly (string | number)[]): string {
	return `=${name}(${[range, ...words.map(literal)].join(', ')})`;
}

/** The same as the locale's users read and type it: with semicolons and decimal commas where the comma is the decimal sign. */
export function shownFormula(name: string, range: string, words: readonly (string | number)[], locale: string): string {
	if (!new Intl.NumberFormat(locale).format(0.5).includes(',')) return formulaText(name, range, words);
	const parts = words.map((word) => (typeof word === 'number' ? literal(word).replace('.', ',') : literal(word)));
	return `=${name}(${[range, ...parts].join('; ')})`;
}

function literal(word: string | number): string {
	return typeof word === 'number' ? String(word) : `"${word.replace(/"/gu, '""')}"`;
}
