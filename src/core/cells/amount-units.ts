/**
 * Words beside an amount, or in the heading of amounts, that say how many ones each is. The words of languages stand in
 * vocabulary/languages/.
 */
import { onFirstUse } from '../speed/lazy.ts';
import { LANGUAGES } from '../vocabulary/languages/index.ts';
import type { Language } from '../vocabulary/languages/language.ts';
import { withoutAccents } from './accents.ts';

/** Of languages that have the same word for different units the first one counts. */
function factors(pick: (language: Language) => Readonly<Record<string, number>> | undefined): Map<string, number> {
	const found = new Map<string, number>();
	for (const units of LANGUAGES.map(pick)) {
		for (const [word, factor] of Object.entries(units ?? {}))
			for (const spelling of [word, withoutAccents(word)]) if (!found.has(spelling)) found.set(spelling, factor);
	}
	return found;
}

const besideAmounts = onFirstUse(() => factors(({ units }) => units));
const inHeadings = onFirstUse(() => factors(({ headingUnits }) => headingUnits));
const longest = onFirstUse(() => Math.max(...[...besideAmounts().keys()].map((word) => word.length)));

const withoutDot = (word: string): string => word.replace(/\.$/u, '');

/** 10,000 for `万`, 1 for no word; undefined for a word that is not a unit. */
export function unitFactor(word: string): number | undefined {
	return word === '' ? 1 : (besideAmounts().get(word) ?? besideAmounts().get(withoutDot(word)));
}

/** The same where a heading says it: `'000`, `en milliers` as well. */
export function headingUnitFactor(word: string): number | undefined {
	return inHeadings().get(word) ?? inHeadings().get(withoutDot(word)) ?? unitFactor(word);
}

/** Letters of the longest unit, with a dot behind it. */
export const longestUnit = (): number => longest() + 1;
