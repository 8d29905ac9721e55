/**
 * What the name of a stage says apart from its words: its number or letter, its percentage. Not here: its kind and
 * place.
 */
import { withoutAccents } from '../cells/accents.ts';
import { textKey } from '../cells/text-key.ts';
import { patternFrom, wordsOf } from './word-lists.ts';

const steps = (): string => wordsOf(({ frame }) => frame.step, true);
const stepsAfter = (): string => wordsOf(({ frame }) => frame.stepAfter);
const numbered = patternFrom(
	() =>
		`^(?:第?[\\d一二三四五六七八九十]{1,2}(?:${stepsAfter()}|[、:.)\\s-])+|[a-z](?:[.):]| [-–]) |(?:${steps()})\\s?\\d{1,2}\\s?[:.)-]+\\s*)`,
);

/** Pictures, emoji and bullets, with what joins and colors them. */
export const PICTURES =
	/[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u25a0-\u27bf]|\u20e3|\ufe0f/gu;

/**
 * Lower-case words without separators of code names, pictures or a number prefix: `3. Quote_sent`, `🔥 Quote sent` →
 * `quote sent`.
 */
export function stageWords(name: string): string {
	return withoutAccents(textKey(name.replace(/_/gu, ' ').replace(PICTURES, ' '))).replace(numbered(), '');
}

const number = patternFrom(
	() => `^(?:第|(?:${steps()}) ?)?(\\d{1,3}(?:\\.\\d)?)(?! ?%)(?:${stepsAfter()}|[、:.)\\s-]|$)`,
);

/** Number or letter that a name starts with (`2. Demo`, `第3步`, `Stage 4: Quote`, `B. Quote`); NaN without one. */
export function stageNumber(name: string): number {
	const text = textKey(name.replace(PICTURES, ' '));
	if (/^\d+(?:[.,]\d+)?$/u.test(text)) return Number(text.replace(',', '.'));
	const match = number().exec(withoutAccents(text));
	if (match !== null) return Number(match[1]);
	// `A. Lead`, `B) Demo`, `C - Offer`
	const letter = /^([a-z])(?:[.):]| [-–]) /u.exec(text);
	if (letter !== null) return (letter[1] as string).charCodeAt(0);
	const chinese = /^第?([一二三四五六七八九])(?:[步阶階、.:)])/u.exec(name.trim());
	return chinese === null ? Number.NaN : '一二三四五六七八九'.indexOf(chinese[1] as string) + 1;
}

/** Probability that a name tells (`Proposal (65%)`, `80 % – verbal`), 0..1; NaN without one. */
export function stagePercent(name: string): number {
	const percent = Number(/(?<![\d.,])(\d{1,3}) ?%/u.exec(name.normalize('NFKC'))?.[1] ?? Number.NaN);
	return percent <= 100 ? percent / 100 : Number.NaN;
}

/** A number and nothing else. */
const BARE = /^\d+(?:[.,]\d+)? ?%?$/u;

/**
 * Probabilities that the names of all stages of a table tell; NaN where one has none. Names that are all numbers from 0
 * to 1, as the cells of a column of percentages hold them, are these.
 */
export function stagePercents(names: readonly string[]): number[] {
	const bare = names.map((name) =>
		/^[01]?(?:[.,]\d+)?$/u.test(name.trim()) ? Number(name.replace(',', '.')) : Number.NaN,
	);
	const areShares = bare.every((share) => share >= 0 && share <= 1) && bare.some((share) => share > 0 && share < 1);
	return areShares ? bare : names.map(stagePercent);
}

/** Whether a name says that probability and no more: `100%`. */
export const isBarePercent = (name: string): boolean => BARE.test(name.normalize('NFKC').trim());
