/** Patterns made of lists of words, for names that people write. Not here: the words. */
import { onFirstUse } from './on-first-use.ts';

/**
 * Finds any of `words`, which are whole words of languages with spaces between words, or of `anywhere`, which may be a part of a name.
 * Both are alternatives of a pattern; `~` is any further letters.
 * They stay texts until they are needed: an engine checks each written pattern when it reads a script, the more so with classes of letters,
 * and the cell of a formula seldom asks for one.
 */
export function wordPattern(words: string, anywhere: string): () => RegExp {
	return onFirstUse(() => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})|${anywhere}`.replace(/~/gu, '\\p{L}*'), 'u'));
}
