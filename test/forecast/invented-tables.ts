/** Tables that nobody has seen: invented by dice, clean enough that their meaning is beyond doubt, with reopened and waiting deals and blank amounts. */
import { Dice } from '../simulation/dice.ts';
import { dayAt, type PlainDeal, type PlainTable } from './slow-rates.ts';

const OPEN = [
	{ name: 'Talk', probability: 0.2 },
	{ name: 'Trial', probability: 0.55 },
	{ name: 'Terms', probability: 0.8 },
] as const;
const PARKED = 'On hold';

function wayOf(dice: Dice, created: number): { day: number; stage: string }[] {
	const way = [{ day: created, stage: 'Talk' }];
	let day = created;
	for (const [place, { name }] of OPEN.entries()) {
		if (place > 0) way.push({ day, stage: name });
		day += dice.next() < 0.1 ? 0 : 1 + Math.floor(dice.next() * 30);
		if (dice.next() < 0.06) {
			way.push({ day, stage: PARKED }, { day: day + 12, stage: name });
			day += 20;
		}
		if (dice.next() < 0.35) {
			way.push({ day, stage: 'Lost' });
			if (dice.next() > 0.08) return way;
			way.push({ day: day + 9, stage: name });
			day += 15;
		}
	}
	way.push({ day, stage: 'Won' });
	return way;
}

function dealsOf(seed: number, first: number, asOf: number, perDay: number): PlainDeal[] {
	const dice = new Dice(seed);
	const deals: PlainDeal[] = [];
	for (let day = first; day <= asOf; day++) {
		if (dice.next() > perDay) continue;
		const changes = wayOf(dice, day).filter((change) => change.day <= asOf);
		const last = changes[changes.length - 1] ?? { day, stage: 'Talk' };
		const isClosed = last.stage === 'Won' || last.stage === 'Lost';
		deals.push({
			id: `X-${deals.length + 1}`,
			stage: last.stage,
			amount: dice.next() < 0.07 ? null : 3 + Math.floor(dice.next() ** 2 * 60),
			created: day,
			closed: isClosed ? last.day : null,
			owner: ['Ines', 'Jonas', '小林'][Math.floor(dice.next() * 3)] ?? '',
			changes,
		});
	}
	// Whoever waits on the as-of day could be read in two ways: such deals are for other tests.
	return deals.filter(({ stage }) => stage !== PARKED);
}

export const INVENTED: Readonly<Record<string, PlainTable>> = {
	'a year of deals by their age': {
		...{ deals: dealsOf(11, dayAt(2024, 10, 5), dayAt(2026, 1, 17), 0.35), open: OPEN, asOf: dayAt(2026, 1, 17) },
		...{ periods: 2, months: 3, mode: 'tilt', target: 500 },
	},
	'two years of deals by their stages': {
		...{ deals: dealsOf(23, dayAt(2024, 0, 9), dayAt(2026, 4, 30), 0.3), open: OPEN, asOf: dayAt(2026, 4, 30) },
		...{ periods: 3, months: 1, mode: 'stage', target: 300 },
	},
};
export const PARKED_STAGE = PARKED;
