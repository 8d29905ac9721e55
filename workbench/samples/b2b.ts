/**
 * The six-stage B2B example: 1,500 deals, with the stage changes in a second sheet. Commit is its bottleneck; sellers
 * differ.
 */
import type { CellWrite } from '../host/store.ts';
import type { BookData } from '../io/book-data.ts';
import { dateCell, dayOf, moneyCell, textRow } from './cells.ts';
import { COMPANIES, DEAL_KINDS, PRODUCTS } from './names.ts';
import { journey, type StepPlan } from './process.ts';
import { Random } from './random.ts';

const STEPS: readonly StepPlan[] = [
	{ stage: 'Qualify', passes: 0.76, days: 14 },
	{ stage: 'Product introduction', passes: 0.72, days: 20 },
	{ stage: 'Needs and solution', passes: 0.68, days: 22 },
	{ stage: 'Quote and contract', passes: 0.56, days: 26 },
];
const WON = 'Won';
const LOST = 'Lost';
const PROBABILITY = new Map([
	['Qualify', 10],
	['Product introduction', 35],
	['Needs and solution', 65],
	['Quote and contract', 75],
	[WON, 100],
	[LOST, 0],
]);

/** Name, share of the deals, lift of their rates. */
const OWNERS = [
	['Ann Keller', 1.08, 5],
	['Ben Ortiz', 0.97, 5],
	['Chloe Martin', 1.03, 4],
	['David Okafor', 0.9, 4],
	['Elena Rossi', 1.05, 3],
	['Frank Huber', 0.82, 3],
	['Grace Liu', 1.1, 2],
	['Hugo Silva', 0.95, 2],
] as const;
const SOURCES = [
	['Referral', 1.1, 3],
	['Website', 0.96, 5],
	['Trade fair', 1, 2],
	['Outbound', 0.88, 4],
	['Partner', 1.06, 2],
] as const;
const REASONS = [
	['Price', 5],
	['No decision', 4],
	['Competitor', 4],
	['Missing feature', 2],
	['Timing', 2],
	['', 1],
] as const;

const HEADINGS = [
	'Deal ID',
	'Deal name',
	'Company',
	'Stage',
	'Amount',
	'Created',
	'Expected close',
	'Closed',
	'Owner',
	'Source',
	'Probability',
	'Loss reason',
	'Lost in stage',
];
const DEALS = 1500;

export function b2bSample(seed: number, asOf: string): BookData {
	const random = new Random(seed);
	const today = dayOf(asOf);
	const deals: CellWrite[][] = [textRow(HEADINGS)];
	const changes: CellWrite[][] = [textRow(['Deal ID', 'Stage', 'Entered on'])];
	const created = Array.from({ length: DEALS }, () => today - 1 - Math.floor(random.next() ** 1.15 * 720)).sort(
		(a, b) => a - b,
	);
	created.forEach((createdDay, at) => {
		const [owner, skill] = random.weighted(OWNERS.map((entry) => [entry, entry[2]]));
		const [source, warmth] = random.weighted(SOURCES.map((entry) => [entry, entry[2]]));
		const { entered, outcome, closedDay } = journey(random, STEPS, createdDay, today, skill * warmth);
		const last = entered[entered.length - 1] as { stage: string; day: number };
		const stage = outcome === 'won' ? WON : outcome === 'lost' ? LOST : last.stage;
		const id = `D-${String(at + 1).padStart(4, '0')}`;
		const company = random.pick(COMPANIES);
		const amount = Math.round((9_000 * Math.exp(random.normal() * 0.7)) / 100) * 100;
		const expected = closedDay ?? Math.max(today + random.between(-20, 90), createdDay + 30);
		const name = `${company.split(' ')[0]} ${random.pick(PRODUCTS)} ${random.pick(DEAL_KINDS)}`;
		const reason = outcome === 'lost' ? random.weighted(REASONS) : '';
		deals.push([
			{ value: id },
			{ value: name },
			{ value: company },
			{ value: stage },
			moneyCell(amount),
			dateCell(createdDay),
			dateCell(expected + (closedDay === null ? 0 : random.between(-12, 9))),
			dateCell(closedDay),
			{ value: owner },
			{ value: source },
			{ value: PROBABILITY.get(stage) as number },
			{ value: reason === '' ? null : reason },
			{ value: outcome === 'lost' ? last.stage : null },
		]);
		for (const step of entered) changes.push([{ value: id }, { value: step.stage }, dateCell(step.day)]);
		if (closedDay !== null) changes.push([{ value: id }, { value: stage }, dateCell(closedDay)]);
	});
	return {
		sheets: [
			{ name: 'Deals', cells: deals },
			{ name: 'Stage changes', cells: changes },
		],
	};
}
