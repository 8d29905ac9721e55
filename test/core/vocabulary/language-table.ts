/** What a language's file must make of headings, stage names and totals, as a table that its test fills in. */
import { expect, it } from 'vitest';
import { fieldsOf } from '../../../src/core/vocabulary/headings.ts';
import { knownPipelines, placeOf } from '../../../src/core/vocabulary/stage-places.ts';
import { type StageMeaning, stageMeaning } from '../../../src/core/vocabulary/stage-words.ts';
import { isTotalWord, totalOf } from '../../../src/core/vocabulary/total-words.ts';

export interface LanguageTable {
	readonly language: string;
	/** Headings that name the field first of all. */
	readonly headings: Readonly<Record<string, readonly string[]>>;
	readonly kinds: Readonly<Partial<Record<StageMeaning, readonly string[]>>>;
	/** Open stages in the order of a sale. */
	readonly order: readonly string[];
	/** Names that hold a word for won and do not mean it. */
	readonly neverWon: readonly string[];
	/** Those of them whose deals may still be won: open, or asked. */
	readonly notYet: readonly string[];
	readonly totals: readonly string[];
	/** Totals of something, and of what. */
	readonly totalsOf: readonly (readonly [text: string, rest: string])[];
	/** Names that are not totals. */
	readonly noTotals: readonly string[];
}

export function checkLanguage(table: LanguageTable): void {
	it.each(Object.entries(table.headings).flatMap(([field, words]) => words.map((word) => [word, field] as const)))(
		'the heading %s names the %s',
		(heading, field) => {
			const fields = fieldsOf(heading);
			const best = Math.max(...fields.map(([, strength]) => strength));
			expect(fields.filter(([, strength]) => strength === best).map(([name]) => name)).toContain(field);
		},
	);
	it.each(Object.entries(table.kinds).flatMap(([kind, names]) => names.map((name) => [name, kind] as const)))(
		'the stage %s is %s',
		(name, kind) => expect(stageMeaning(name)).toBe(kind),
	);
	it.each(table.neverWon)('%s is lost or asked, never won', (name) => {
		expect(['lost', 'ending']).toContain(stageMeaning(name));
	});
	it.each(table.notYet)('%s is open or asked, never won or lost', (name) => {
		expect(['open', 'ending']).toContain(stageMeaning(name));
	});
	it('stages of a sale stand in their order', () => {
		const places = table.order.map((name) => placeOf(name)?.place ?? null);
		expect(places).not.toContain(null);
		expect([...places].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(places);
		expect(new Set(places).size).toBe(places.length);
	});
	it.each(table.totals)('%s is a total', (text) => expect(isTotalWord(text)).toBe(true));
	it.each(table.totalsOf)('%s is the total of %s', (text, rest) => expect(totalOf(text)).toBe(rest));
	it.each(table.noTotals)('%s is no total', (text) => expect(totalOf(text)).toBeNull());
	const pipelines = knownPipelines().filter(({ language }) => language === table.language);
	it.each(pipelines.map(({ crm, stages }) => [crm, stages] as const))(
		'the stages of %s have the kinds of their names',
		(_, stages) => {
			expect(new Set(stages.map(({ name }) => name)).size).toBe(stages.length);
			for (const { name, kind } of stages) {
				const meaning = stageMeaning(name);
				// What a CRM calls its stage may say less than the CRM knows, and never the opposite.
				expect(`${name}: ${meaning}`).not.toBe(`${name}: ${kind === 'won' ? 'lost' : 'won'}`);
				if (kind === 'open') expect(['open', 'ending', 'weakWon']).toContain(meaning);
			}
		},
	);
}
