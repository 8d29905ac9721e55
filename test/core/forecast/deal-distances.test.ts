// The chance of a deal that is still in its stage: by hand, at the edges, and against what became of simulated deals.
import { describe, expect, it } from 'vitest';
import { dealDistances } from '../../../src/core/forecast/deal-distances.ts';
import { wilson } from '../../../src/core/stats/wilson.ts';
import { FIRST_DAY, type Kind, SIMULATED_STAGES, sheetOn, simulated } from '../../forecast/simulated-sheet.ts';
import { FOUR_STAGES, historyOf, moves, tinyPipeline, workedCase } from '../funnel/tiny-pipeline.ts';

const KIND: Kind = {
	name: 'lingering',
	days: 1000,
	arrivals: () => 1.5,
	stay: [15, 30, 40],
	passes: [0.5, 0.6, 0.6],
	amount: [1000, 0.5],
};
const BANDS = [0, 10, 30, 60] as const;
const bandOf = (age: number): number => BANDS.filter((from) => age >= from).length - 1;

interface Cell {
	said: number;
	n: number;
	won: number;
}

/** What was said of every open deal of many sheets, by stage and days in it, and how many were won in the end. */
function simulatedCells(sheets: number): Map<string, Cell> {
	const found = new Map<string, Cell>();
	const day = FIRST_DAY + 900;
	for (let seed = 1; seed <= sheets; seed++) {
		const deals = simulated(KIND, seed);
		const pipeline = sheetOn(deals, day);
		const all = Array.from({ length: pipeline.opportunities.count }, (_, deal) => deal);
		const wayOf = new Map(deals.map(({ id, way }) => [id, way]));
		for (const [deal, distance] of dealDistances(pipeline, all).entries()) {
			if (distance === null) continue;
			const way = wayOf.get(pipeline.opportunities.ids()?.[deal] ?? '') ?? [];
			const known = way.filter((entry) => entry.day <= day);
			const entered = known[known.length - 1];
			if (entered === undefined) throw new Error('a deal without a way');
			const key = `${entered.stage} from day ${BANDS[bandOf(day - entered.day)]}`;
			const cell = found.get(key) ?? { said: 0, n: 0, won: 0 };
			found.set(key, cell);
			cell.said += distance.chance;
			cell.n++;
			if (way[way.length - 1]?.stage === 'Won') cell.won++;
		}
	}
	return found;
}

describe('the chance said of simulated deals', () => {
	it('agrees with the share that was won, per stage and days in it, over 30 sheets', () => {
		const found = simulatedCells(30);
		expect(found.size).toBeGreaterThanOrEqual(11);
		for (const [name, { said, n, won }] of found) {
			const { low, high } = wilson(won, n);
			// What was said has an uncertainty of its own: rates of a sheet are learned from its own past.
			const slack = 0.01;
			expect(said / n, `${name}: said ${said / n}, won ${won} of ${n}`).toBeGreaterThanOrEqual(low - slack);
			expect(said / n, `${name}: said ${said / n}, won ${won} of ${n}`).toBeLessThanOrEqual(high + slack);
		}
		// The first stage after a month: what used to be said of it were the chances of those that had moved on.
		const late = found.get('Contact from day 30');
		expect((late?.said ?? 1) / (late?.n ?? 1)).toBeLessThan(0.25);
	});

	it('is given for every open deal of the list, with the days left', () => {
		const pipeline = sheetOn(simulated(KIND, 3), FIRST_DAY + 900);
		const all = Array.from({ length: pipeline.opportunities.count }, (_, deal) => deal);
		const told = dealDistances(pipeline, all).filter((distance) => distance !== null);
		expect(told.length).toBeGreaterThan(30);
		for (const { chance, medianDays, n, isConfigured } of told) {
			expect(isConfigured).toBe(false);
			expect(chance).toBeGreaterThanOrEqual(0);
			expect(chance).toBeLessThanOrEqual(1);
			expect(n).toBeGreaterThan(100);
			if (chance > 0) expect(medianDays).toBeGreaterThanOrEqual(1);
		}
		expect(SIMULATED_STAGES.openCount).toBe(3);
	});
});

describe('the chance by hand', () => {
	// Five deals: on day 10 of stage 1 one of five is won, on day 20 one of four is won and one lost, on day 40 the last but the open one is won.
	const lists = ['0:1 10:W', '0:1 20:W', '0:1 20:L', '0:1 40:W'];
	const open = (age: number) =>
		tinyPipeline(
			{ stages: FOUR_STAGES, now: [4, 4, 5, 4, 0], closed: [10, 20, 20, 40, Number.NaN] },
			historyOf([...lists, `${100 - age}:1`].map(moves)),
			100,
		);
	it('of one that is young, of one that outlived five at risk', () => {
		// Window from day 10, the first end. At risk on day 10: 5, with one win; later fewer than five: one common rate of the days 8 and later.
		const [young] = dealDistances(open(50), [4]);
		expect(young).toMatchObject({ stagesLeft: 4, isConfigured: false, n: 5, hasThinTail: true });
		expect(young?.chance).toBeGreaterThan(0);
		expect(young?.chance).toBeLessThanOrEqual(1);
		expect(dealDistances(open(50), [0])).toEqual([null]);
	});
	it('is that of the stage list without a history, and where nothing was ever won', () => {
		const plain = tinyPipeline({ stages: FOUR_STAGES, now: [3, 5, -1, -2] }, null, 100);
		expect(dealDistances(plain, [0, 1, 2, 3])).toEqual([
			{ stagesLeft: 1, chance: 0.75, medianDays: null, n: 0, isConfigured: true, hasThinTail: false },
			null,
			null,
			null,
		]);
		const noWins = tinyPipeline({ stages: FOUR_STAGES, now: [0] }, historyOf([moves('0:1')]), 100);
		expect(dealDistances(noWins, [0])[0]).toMatchObject({ chance: 0.1, isConfigured: true });
	});
	it('of the worked case stays within what three wins can say', () => {
		const [d1, d6, d7] = dealDistances(workedCase(), [0, 5, 6]);
		expect(d1).toBeNull();
		for (const distance of [d6, d7]) {
			expect(distance?.chance).toBeGreaterThanOrEqual(0);
			expect(distance?.chance).toBeLessThanOrEqual(1);
		}
	});
});
