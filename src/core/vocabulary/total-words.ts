/**
 * Words that make a row of a table a total: alone, or before or after what is summed up. Not here: which rows are
 * totals (deal-rows.ts).
 */
import { withoutAccents } from '../cells/accents.ts';
import { textKey } from '../cells/text-key.ts';
import { patternFrom, wordsOf } from './word-lists.ts';

const totals = (isSpaced: boolean): string => wordsOf((language) => language.totals, isSpaced);
const lengthOf = (word: string): number => word.replace(/\([^)]*\)\??/gu, '').length;
/** `total akhir Lead` sums `Lead` up, not `akhir Lead`. Alternatives in brackets stay together. */
const longestFirst = (words: string): string =>
	words
		.split(/\|(?![^(]*\))/u)
		.sort((a, b) => lengthOf(b) - lengthOf(a))
		.join('|');
const PARTED = '\\s*[:：–—-]?\\s*';
/** `Total: Lead`, `Lead – Total`; words of scripts without spaces need none. */
const total = patternFrom(() => {
	const [spaced, unspaced] = [longestFirst(totals(true)), longestFirst(totals(false))];
	// A whole word first: the total of `general` is none.
	const alone = `^(?:${spaced}|${unspaced})\\s*[:：]?$`;
	const before = `^(?:(?:${spaced})(?:\\s*[:：–—-]\\s*|\\s+|$)|(?:${unspaced})${PARTED})(.*)$`;
	const after = `^(.+?)(?:(?:\\s*[:：–—-]\\s*|\\s+)(?:${spaced})|${PARTED}(?:${unspaced}))\\s*[:：]?$`;
	return `${alone}|${before}|${after}`;
});
/** A longer text is a deal's name. */
const LONGEST = 60;

/** How a group is compared with what is summed up. */
export const groupKey = (text: string): string => withoutAccents(textKey(text.replace(/[()（）*]/gu, ' ')));

/**
 * What a text sums up (`Lead Total`, `Total Lead`, `小計 提案`): the rest without the word, '' for the word alone, null for
 * a text that is not a total.
 */
export function totalOf(text: string): string | null {
	if (text.length > LONGEST) return null;
	const match = total().exec(groupKey(text));
	return match === null ? null : (match[1] ?? match[2] ?? '').trim();
}

/** The text is a word for a total and nothing else: `Total`, `Zwischensumme:`, `合计`. */
export const isTotalWord = (text: string): boolean => totalOf(text) === '';
