/**
 * The one key by which names are compared: stages, headings, filter values.
 * ` won `, `WON`, fullwidth `Ｗｏｎ`, NBSP, zero-width and bidi marks and decomposed accents all meet in one key.
 */

const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/u;

/** NFKC, no invisible marks, single spaces, locale-free lower case. */
export function textKey(text: string): string {
	if (PLAIN.test(text)) return text.toLowerCase();
	return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim().toLowerCase().normalize('NFKC');
}
