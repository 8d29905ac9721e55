/**
 * What the name of a stage says about its kind: won, lost, parked, an end that may be either, or open. A word for won
 * after a negation ("nicht gewonnen") or before it has happened ("nearly signed") never means won.
 * Not here: the words (languages/), the place of a stage (stage-places.ts), which stages a table has
 * (stage-detection.ts).
 */
import { withoutAccents } from '../cells/accents.ts';
import { textKey } from '../cells/text-key.ts';
import type { StageKind } from '../model/stage.ts';
import type { Negation, StageWords } from './languages/language.ts';
import { stageWords } from './stage-name.ts';
import { patternFrom, patternOf, wholeOf, wordsOf } from './word-lists.ts';

export { isBarePercent, stageNumber, stagePercents, stageWords } from './stage-name.ts';
export { knownPlaces, stagePlace } from './stage-places.ts';

const kind = (pick: (stages: StageWords) => string | undefined): (() => RegExp) =>
	patternOf(({ stages }) => pick(stages));
const LOST = kind(({ lost }) => lost);
const WON = kind(({ won }) => won);
const SIGNED = kind(({ signed }) => signed);
const WEAK_WON = kind(({ weakWon }) => weakWon);
const PARKED = kind(({ parked }) => parked);
const ENDING = wholeOf(({ stages }) => stages.ending);
const CLOSED = /^closed(?!\p{L})/u;
const CLOSING = wholeOf(({ stages }) => stages.closing);
const OPEN = wholeOf(({ stages }) => stages.open);

/** Of scripts with spaces; a sign of punctuation ends what a negation is about. */
const EDGE = '[\\p{Script=Latin}\\p{Script=Cyrillic}]';
const before = (words: string): string => `(?<!${EDGE})(?:${words})(?!${EDGE})(?: [^ ,;:()/–—]+){0,3}? `;
/** How many signs may stand between two words of a script without spaces. */
const NEAR = '[^,;:()/–— 、，；：（）]{0,3}?';

/** A word for won with one of `negations` around it. */
function around(
	pick: (negation: Negation) => string | undefined,
	after: (negation: Negation) => string | undefined,
	target: 'won' | 'weak',
): () => RegExp {
	return patternFrom(() => {
		const words = (isSpaced: boolean): string =>
			wordsOf(
				({ stages, negation }) =>
					(target === 'won' ? [stages.won, stages.signed, negation.wins] : [stages.weakWon])
						.filter((list) => (list ?? '') !== '')
						.join('|'),
				isSpaced,
			).replace(/[$^]/gu, '');
		const spaced = (choice: typeof pick): string => wordsOf(({ negation }) => choice(negation), true);
		const unspaced = (choice: typeof pick): string => wordsOf(({ negation }) => choice(negation), false);
		return [
			`${before(spaced(pick))}(?:${words(true)})(?!${EDGE})`,
			`(?<!${EDGE})(?:${words(true)})(?: [^ ,;:()/–—]+)? (?:[-(] ?)?(?:${spaced(after)})\\)?$`,
			`(?<!${EDGE})(?:${words(true)})\\s*[:?=]\\s*(?:${spaced(after)})$`,
			`(?:${unspaced(pick)})${NEAR}(?:${words(false)})`,
			`(?:${words(false)})[（( ]?${NEAR}(?:${unspaced(after)})`,
		].join('|');
	}, 'gu');
}
const negated = around(
	({ before }) => before,
	({ after }) => after,
	'won',
);
const notYet = around(
	({ notYetBefore }) => notYetBefore,
	({ notYetAfter }) => notYetAfter,
	'won',
);
const weakNegated = around(
	({ before }) => before,
	({ after }) => after,
	'weak',
);
const weakNotYet = around(
	({ notYetBefore }) => notYetBefore,
	({ notYetAfter }) => notYetAfter,
	'weak',
);
/** Any word for "not yet", wherever it stands: what it is about is not plain. */
const notYetWord = patternOf(({ negation }) => negation.notYetBefore);
const already = patternFrom(() => {
	const list = (isSpaced: boolean): string => wordsOf(({ negation }) => negation.already, isSpaced);
	const won = wordsOf(
		({ stages }) => [stages.won, stages.signed].filter((words) => words !== undefined).join('|'),
		false,
	);
	return `(?:${list(false)})${NEAR}(?:${won})`;
});
/** "Not lost" says that it is not lost, and no more. */
const lostNegated = patternFrom(() => {
	const lost = (isSpaced: boolean): string => wordsOf(({ stages }) => stages.lost, isSpaced).replace(/[$^]/gu, '');
	const words = (isSpaced: boolean): string => wordsOf(({ negation }) => negation.before, isSpaced);
	return `(?<!${EDGE})(?:${words(true)}) (?:yet )?(?:${lost(true)})(?!${EDGE})|(?:${words(false)})(?:${lost(false)})`;
}, 'gu');

/** A word that alone means that a deal came to its end, or to a good one: `Closed`, `Completed`, `Accepted`. */
export const isClosingWord = (name: string): boolean => CLOSING().test(stageWords(name));

export type StageMeaning = StageKind | 'ending' | 'weakWon';

/** Any word that could deny another: a text without one needs none of the long patterns around a word. */
const anyDenial = patternOf(({ negation: { before, after, notYetBefore, notYetAfter } }) =>
	[before, after, notYetBefore, notYetAfter].filter((words) => words !== undefined).join('|'),
);

const isWonWord = (words: string): boolean => WON().test(words) || SIGNED().test(words);
const without = (words: string, pattern: RegExp): string => words.replace(pattern, ' ');

/** Kind of a name that has a word for won, said or denied; null where it has none. */
function meaningOfWon(words: string): StageMeaning | null {
	if (!anyDenial().test(words)) return isWonWord(words) ? 'won' : null;
	if (already().test(words)) return 'won';
	const certain = without(words, notYet());
	const rest = without(certain, negated());
	// What is still won after all that is denied has been taken away is won, unless a word for "not yet" stands
	// elsewhere.
	if (isWonWord(rest)) return notYetWord().test(rest) ? 'ending' : 'won';
	if (rest === words) return null;
	if (certain !== words) return 'open';
	return SIGNED().test(words) && !WON().test(words) ? 'ending' : 'lost';
}

/** A win that is expected, near or not there yet: `nearly won`, `受注見込み`. */
export function isComingWin(name: string): boolean {
	const words = stageWords(name);
	return (
		isWonWord(words) && anyDenial().test(words) && without(words, notYet()) !== words && meaningOfWon(words) === 'open'
	);
}

/** Kind of a name that has a word for nearly won, said or denied; null where it has none. */
function meaningOfWeakWon(words: string): StageMeaning | null {
	if (!WEAK_WON().test(words)) return null;
	if (!anyDenial().test(words)) return 'weakWon';
	if (without(words, weakNotYet()) !== words || notYetWord().test(words)) return 'open';
	return without(words, weakNegated()) === words ? 'weakWon' : 'ending';
}

/** Kind by the name's words: `ending` may be won or lost; `weakWon` is won only where no other stage is. */
export function stageMeaning(name: string): StageMeaning {
	const words = stageWords(name);
	// "Probably lost" and "not won as yet" are not a loss so far: the user says.
	if (LOST().test(words)) {
		if (!anyDenial().test(words)) return 'lost';
		return LOST().test(without(words, lostNegated())) && !notYetWord().test(words) ? 'lost' : 'ending';
	}
	const won = meaningOfWon(words);
	if (won !== null) return won;
	if (PARKED().test(words)) return 'parked';
	if (ENDING().test(words) || CLOSED.test(words)) return 'ending';
	return meaningOfWeakWon(words) ?? 'open';
}

/**
 * Words of a two-level export's status column; null when the word is none of them.
 * @param meaning of the same word as a stage, where that is known
 */
export function statusMeaning(word: string, meaning = stageMeaning(word)): 'open' | 'won' | 'lost' | 'ending' | null {
	if (OPEN().test(withoutAccents(textKey(word)))) return 'open';
	return meaning === 'won' || meaning === 'lost' || meaning === 'ending' ? meaning : null;
}
