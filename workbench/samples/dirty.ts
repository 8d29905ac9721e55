/**
 * A sheet with every kind of problem: sixty good deals of the B2B example, then one row per problem, named in its deal
 * name. The stage list is in a sheet of its own, so that a wrong stage is one.
 */
import type { CellWrite } from '../host/store.ts';
import type { BookData } from '../io/book-data.ts';
import { b2bSample } from './b2b.ts';
import { dateCell, dayOf, textRow } from './cells.ts';

/**
 * What differs from a good open deal, by column: stage, amount, created, expected, closed, owner, probability, reason.
 */
type Change = Partial<
	Record<'id' | 'stage' | 'amount' | 'created' | 'expected' | 'closed' | 'owner' | 'probability' | 'reason', CellWrite>
>;

const text = (value: string): CellWrite => ({ value });
const number = (value: number): CellWrite => ({ value });

function problems(today: number): readonly (readonly [string, Change])[] {
	const past = dateCell(today - 40);
	return [
		['typing error in stage', { stage: text('Wonn') }],
		['stage with spaces and case', { stage: text('  pRODUCT introduction ') }],
		['stage in full-width letters', { stage: text('Ｎｅｅｄｓ ａｎｄ ｓｏｌｕｔｉｏｎ') }],
		['stage of another list', { stage: text('Negotiation') }],
		['no stage', { stage: { value: null } }],
		['hostile stage', { stage: text('<img src=x onerror=alert(1)>') }],
		['stage like a formula', { stage: text('=1+1') }],
		['stage named __proto__', { stage: text('__proto__') }],
		['formula error in stage', { stage: text('#REF!') }],
		['formula error in amount', { amount: text('#DIV/0!') }],
		['created on a day that is none', { created: text('2024-02-30') }],
		['created some time', { created: text('Q3 2024') }],
		['created as a name', { created: text('Deal 12') }],
		['date still open', { expected: text('TBD') }],
		['Chinese date', { created: text('2025年12月13日') }],
		['dotted date', { created: text('2025.12.13') }],
		['date with a month name', { created: text('13-Dec-2025') }],
		['serial number 0', { created: number(0) }],
		['serial number as date', { created: number(45_900) }],
		['closed before created', { stage: text('Won'), closed: dateCell(today - 400), created: past }],
		['created in the future', { created: dateCell(today + 30) }],
		['closed in the future', { stage: text('Won'), closed: dateCell(today + 30) }],
		['close date on an open deal', { closed: past }],
		['won without a date', { stage: text('Won') }],
		['amount with currency', { amount: text('$22,700.00') }],
		['amount in euros', { amount: text('€ 1.234,56') }],
		['amount in thousands', { amount: text('10k') }],
		['amount in brackets', { amount: text('(1,000)') }],
		['amount as words', { amount: text('a lot') }],
		['negative amount', { amount: number(-500) }],
		['amount 0 on an open deal', { amount: number(0) }],
		['huge amount', { amount: number(1e15) }],
		['amount beyond exact numbers', { amount: number(2 ** 54) }],
		['text null', { amount: text('null') }],
		['probability as a fraction', { probability: number(0.35) }],
		['probability 350', { probability: number(350) }],
		['probability -5', { probability: number(-5) }],
		['same id once', { id: text('X-1') }],
		['same id twice', { id: text('X-1') }],
		['no id', { id: { value: null } }],
		['id as number', { id: number(7) }],
		['id as text', { id: text('007') }],
		['owner in right-to-left', { owner: text('دانا') }],
		['owner with zero-width marks', { owner: text('Ann\u200b Keller') }],
		['very long owner', { owner: text('x'.repeat(5000)) }],
		['owner with a line break', { owner: text('Ann\nKeller') }],
		['owner emoji', { owner: text('🦊') }],
	];
}

const STAGES = [
	['Qualify', 'open', 10],
	['Product introduction', 'open', 35],
	['Needs and solution', 'open', 65],
	['Quote and contract', 'open', 75],
	['Won', 'won', 100],
	['Lost', 'lost', 0],
] as const;

export function dirtySample(seed: number, asOf: string): BookData {
	const today = dayOf(asOf);
	const good = b2bSample(seed, asOf).sheets[0]?.cells ?? [];
	const [headings = [], ...deals] = good;
	const bad = problems(today).map(([name, change], at): CellWrite[] => [
		change.id ?? text(`P-${at + 1}`),
		text(name),
		text('Problem Corp'),
		change.stage ?? text('Product introduction'),
		change.amount ?? number(1000),
		change.created ?? dateCell(today - 60),
		change.expected ?? dateCell(today + 30),
		change.closed ?? { value: null },
		change.owner ?? text('Ann Keller'),
		text('Website'),
		change.probability ?? number(35),
		change.reason ?? { value: null },
		{ value: null },
	]);
	const blank: CellWrite[] = headings.map(() => ({ value: null }));
	const total: CellWrite[] = headings.map((_cell, column) =>
		column === 1 ? text('Total') : column === 4 ? number(1_234_567) : { value: null },
	);
	const title: CellWrite[] = [text('Pipeline export')];
	const stages: CellWrite[][] = [
		textRow(['Name', 'Kind', 'Probability']),
		...STAGES.map(([name, kind, probability]): CellWrite[] => [text(name), text(kind), number(probability)]),
	];
	return {
		sheets: [
			{ name: 'Deals', cells: [title, blank, headings, ...deals.slice(0, 60), blank, ...bad, total] },
			{ name: 'Stages', cells: stages },
		],
	};
}
