/**
 * Spells a word, a stage or a column in a formula so that it can mean nothing else: `word:closed`, `stage:Closed`,
 * `column:Closed`.
 */

export const WORD_KINDS = ['word', 'stage', 'column'] as const;
/** A word of the language (a mode, a reserved word, a calendar unit), a stage of the list, a column of the table. */
export type WordKind = (typeof WORD_KINDS)[number];

const PREFIX = new RegExp(`^\\s*(${WORD_KINDS.join('|')})\\s*[:：]`, 'iu');

export function spelled(kind: WordKind, name: string): string {
	return `${kind}:${name}`;
}

/** What a text with a prefix says; null for one without. */
export function prefixed(text: string): { readonly kind: WordKind; readonly name: string } | null {
	const found = PREFIX.exec(text);
	if (found === null) return null;
	return { kind: (found[1] as string).toLowerCase() as WordKind, name: text.slice(found[0].length) };
}
