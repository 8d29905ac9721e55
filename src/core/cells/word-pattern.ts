/** Patterns made of lists of words, for names that people write. Not here: the words. */

import { onFirstUse } from '../speed/lazy.ts';
import { withoutAccents } from './accents.ts';

/** Of scripts with spaces: a word may stand directly beside Chinese, as in `Offer沟通`. */
const LETTER = '[\\p{Script=Latin}\\p{Script=Cyrillic}]';

/**
 * Finds in a text without accents any of `words`, which are whole words of languages with spaces between words, or of
 * `anywhere`, which may be a part of a name. Both are alternatives of a pattern; `~` is any further letters.
 * They stay texts until they are needed: an engine checks each written pattern when it reads a script, the more so with
 * classes of letters, and the cell of a formula seldom asks for one.
 */
export function wordPattern(words: string, anywhere: string): () => RegExp {
	return onFirstUse(
		() =>
			new RegExp(withoutAccents(`(?<!${LETTER})(?:${words})(?!${LETTER})|${anywhere}`).replace(/~/gu, '\\p{L}*'), 'u'),
	);
}
