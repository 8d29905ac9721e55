/** Patterns and lists made of one kind of word of all languages. Not here: the words (languages/). */
import { withoutAccents } from '../cells/accents.ts';
import { wordPattern } from '../cells/word-pattern.ts';
import { onFirstUse } from '../speed/lazy.ts';
import { LANGUAGES } from './languages/index.ts';
import type { Language } from './languages/language.ts';

/** Matches nothing. */
export const NEVER = '(?!)';

/** Picks one list of words of a language; undefined or '' where it has none. */
export type Pick = (language: Language) => string | undefined;

/**
 * The words of all languages as alternatives of a pattern; `isSpaced` limits them to languages of one way of writing.
 */
export function wordsOf(pick: Pick, isSpaced?: boolean): string {
	const lists = LANGUAGES.filter((language) => isSpaced === undefined || language.isSpaced === isSpaced).map(
		(language) => pick(language) ?? '',
	);
	return lists.filter((list) => list !== '').join('|') || NEVER;
}

/** Finds a word of any language in a text without accents. */
export const patternOf = (pick: Pick): (() => RegExp) =>
	onFirstUse(() => wordPattern(wordsOf(pick, true), wordsOf(pick, false))());

/** A pattern whose source needs the words of all languages; made when it is first asked for. */
export const patternFrom = (source: () => string, flags = 'u'): (() => RegExp) =>
	onFirstUse(() => new RegExp(withoutAccents(source()).replace(/~/gu, '\\p{L}*'), flags));

/** The whole text is one of the words. */
export const wholeOf = (pick: Pick): (() => RegExp) => patternFrom(() => `^(?:${wordsOf(pick)})$`);
