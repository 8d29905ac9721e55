/** The text of one of our formulas. Not here: completing one that is there (live-formula.ts). */

/**
 * `=WIN_RATE(Deals!A1:L, "closed", Stages!$J$1)`, as a script writes it into a sheet of this locale. Sources differ on
 * whether Google takes a script's commas where users type semicolons; semicolons are taken everywhere. Fractions say
 * what a decimal sign would: one is wrong in each locale.
 */
export function formulaText({ name, range, words, revision }: FormulaParts, locale: string): string {
	const parts = words.map((word) => (typeof word === 'number' ? numberText(word) : literal(word)));
	return `=${name}(${[range, ...parts, ...revision].join(`${separatorOf(locale)} `)})`;
}

export interface FormulaParts {
	readonly name: string;
	readonly range: string;
	readonly words: readonly (string | number)[];
	/** The reference to the revision (`Stages!$J$1`), none when there is no place for it. */
	readonly revision: readonly string[];
}

/**
 * Between the arguments of a formula. Where the decimal sign is no point, also where it is neither point nor comma, a
 * comma might be it. @param locale language tag of the sheet's locale
 */
export function separatorOf(locale: string): ',' | ';' {
	return new Intl.NumberFormat(locale).format(0.5).includes('.') ? ',' : ';';
}

/** `12500` as it is, `12.5` as `125/10`, `1.5e-7` as `15e-8`. */
function numberText(value: number): string {
	const [digits = '', exponent] = String(value).split('e');
	const places = digits.split('.')[1]?.length ?? 0;
	const whole = digits.replace('.', '');
	if (exponent !== undefined) return `${whole}e${Number(exponent) - places}`;
	// Without the zeros before the first digit, which the fraction does not need.
	return places === 0 ? digits : `${Number(whole)}/1${'0'.repeat(places)}`;
}

/**
 * The same as the locale's users read and type it: with semicolons and decimal commas where the comma is the decimal
 * sign.
 */
export function shownFormula({ name, range, words, revision }: FormulaParts, locale: string): string {
	const separator = separatorOf(locale);
	const parts = words.map((word) =>
		typeof word === 'number' && separator === ';' ? literal(word).replace('.', ',') : literal(word),
	);
	return `=${name}(${[range, ...parts, ...revision].join(`${separator} `)})`;
}

function literal(word: string | number): string {
	return typeof word === 'number' ? String(word) : `"${word.replace(/"/gu, '""')}"`;
}
