/** A small shop: 240 orders through a short funnel, amounts in euros, dates of two months, newest first. */
import type { CellWrite } from '../host/store.ts';
import type { BookData } from '../io/book-data.ts';
import { dateCell, dayOf, moneyCell, textRow } from './cells.ts';
import { PEOPLE } from './names.ts';
import { journey, type StepPlan } from './process.ts';
import { Random } from './random.ts';

const STEPS: readonly StepPlan[] = [
	{ stage: 'Inquiry', passes: 0.62, days: 2 },
	{ stage: 'Offer', passes: 0.7, days: 4 },
	{ stage: 'Checkout', passes: 0.8, days: 1 },
];

export function b2cSample(seed: number, asOf: string): BookData {
	const random = new Random(seed);
	const today = dayOf(asOf);
	const rows: CellWrite[][] = [
		textRow([
			'Order ID',
			'Customer',
			'Status',
			'Value (EUR)',
			'Date created',
			'Date closed',
			'Channel',
			'Lost in stage',
		]),
	];
	const created = Array.from({ length: 240 }, () => today - random.between(0, 60)).sort((a, b) => b - a);
	created.forEach((day, at) => {
		const { entered, outcome, closedDay } = journey(random, STEPS, day, today, 1);
		const open = entered[entered.length - 1]?.stage as string;
		const stage = outcome === 'won' ? 'Purchased' : outcome === 'lost' ? 'Lost' : open;
		rows.push([
			{ value: 10_240 - at },
			{ value: random.pick(PEOPLE) },
			{ value: stage },
			moneyCell(random.between(19, 480)),
			dateCell(day),
			dateCell(closedDay),
			{ value: random.pick(['Shop', 'Instagram', 'Newsletter', 'Phone']) },
			{ value: outcome === 'lost' ? open : null },
		]);
	});
	return { sheets: [{ name: 'Orders', cells: rows }] };
}
