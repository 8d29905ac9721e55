/**
 * Which field a longer heading names by a part of it (`Estimated deal value net`, `Assigned sales rep`, `受注見込金額`).
 * Never sure.
 * Not here: headings that are known as a whole (headings.ts).
 */

import type { Field } from '../model/opportunity.ts';
import { onFirstUse } from '../speed/lazy.ts';
import type { HeadingPart, OtherPart } from './languages/language.ts';
import { patternOf } from './word-lists.ts';

const others = (part: OtherPart): (() => RegExp) => patternOf((language) => language.others?.[part]);
/** Dates of something else than the deal's beginning and end. */
const OTHER_DATE = others('date');
/** Numbers that are not the deal's amount: weighted, taxes, discounts, what the customer earns, counts. */
const OTHER_NUMBER = others('number');
/** Whose id, name, status it is when it is not the deal's. */
const OTHER_THING = others('thing');

/** A longer text is a question or a note. */
const LONGEST = 60;

interface Part {
	readonly fields: readonly Field[];
	/** Below the weakest whole heading. */
	readonly strength: number;
	readonly words: () => RegExp;
	readonly unless: (() => RegExp) | null;
}
const part = (name: HeadingPart, fields: readonly Field[], strength: number, unless: Part['unless'] = null): Part => ({
	fields,
	strength,
	words: patternOf((language) => language.parts?.[name]),
	unless,
});

/** In order: the first that occurs decides. */
const PARTS = onFirstUse((): readonly Part[] => [
	part('lostFrom', ['lostFrom'], 0.5),
	part('expectedClose', ['expectedClose'], 0.5, others('expectedClose')),
	part('closed', ['closed'], 0.5, OTHER_DATE),
	part('created', ['created'], 0.5, OTHER_DATE),
	part('reason', ['reason'], 0.5),
	part('probability', ['probability'], 0.5, others('probability')),
	part('stage', ['stage'], 0.5, others('anyStage')),
	part('owner', ['owner'], 0.5, others('owner')),
	part('source', ['source'], 0.5, others('source')),
	part('outcome', ['status', 'stage'], 0.5, others('outcome')),
	part('amount', ['amount'], 0.5, OTHER_NUMBER),
	part('price', ['amount'], 0.4, OTHER_NUMBER),
	part('currency', ['currency'], 0.3, others('currency')),
	part('id', ['id'], 0.3, OTHER_THING),
	part('name', ['name'], 0.3, OTHER_THING),
]);

/** Fields that a part of this plain heading may name, with a strength below 1; none for a heading that says nothing. */
export function fieldsOfParts(plain: string): readonly (readonly [Field, number])[] {
	if (plain.length > LONGEST) return [];
	const found = PARTS().find(({ words, unless }) => words().test(plain) && unless?.().test(plain) !== true);
	return found?.fields.map((field) => [field, found.strength] as const) ?? [];
}

/** One of the parts occurs, whether it counts or not. */
export function isReadByParts(plain: string): boolean {
	return PARTS().some(({ words }) => words().test(plain));
}

/** The heading names a number that is not the deal's amount: a cost, a tax, a count. */
export function isOtherNumber(plain: string): boolean {
	return OTHER_NUMBER().test(plain);
}

/** The heading names a date that is neither the beginning nor the end of a deal: last activity, next step, renewal. */
export function isOtherDate(plain: string): boolean {
	return OTHER_DATE().test(plain);
}
