/** Simulated pipelines whose every deal is known from beginning to end, and what a sheet would have shown of them on any day. */
import { readHistory } from '../../src/core/history/history-table.ts';
import type { Pipeline } from '../../src/core/model/pipeline.ts';
import { StageList } from '../../src/core/model/stage.ts';
import { readTable } from '../../src/core/table/table.ts';
import { dayText } from '../../src/core/time/calendar-day.ts';
import { timeZone } from '../../src/core/time/time-zone.ts';
import { stage } from '../core/pipeline-of.ts';
import { Dice } from '../simulation/dice.ts';

/** 2022-01-01, the first day of every simulation. */
export const FIRST_DAY = 18_993;

const WON = 'Won';
const LOST = 'Lost';
const OPEN_STAGES = ['Contact', 'Needs', 'Proposal'] as const;
export const SIMULATED_STAGES = new StageList([
	stage('Contact', 'open', 0.1),
	stage('Needs', 'open', 0.4),
	stage('Proposal', 'open', 0.7),
	stage(WON, 'won', 1),
	stage(LOST, 'lost', 0),
]);

export interface Kind {
	readonly name: string;
	/** Days that are simulated. */
	readonly days: number;
	/** Deals a day. @param day since the first one */
	arrivals(day: number): number;
	/** Mean days in each of the three stages. */
	readonly stay: readonly [number, number, number];
	/** Share that goes on from each stage; the rest is lost. */
	readonly passes: readonly [number, number, number];
	/** Factor on the shares; 1 when left out. */
	readonly passFactor?: (day: number) => number;
	/** Share of the deals that would be lost and are never closed instead. */
	readonly neverClosed?: number;
	/** Middle of the amounts, and spread of their logarithm. */
	readonly amount: readonly [number, number];
	/** One deal of so many is worth so many times as much. */
	readonly large?: readonly [oneOf: number, times: number];
	/** Share of cells that are blank: amounts, creation dates. */
	readonly blankAmounts?: number;
	readonly blankCreation?: number;
	/** Wins wait for the month's last days. */
	readonly closesAtMonthEnd?: boolean;
	/** What the sheet lacks. */
	readonly hides?: readonly ('history' | 'created' | 'amount')[];
}

export interface SimulatedDeal {
	readonly id: string;
	readonly amount: number | null;
	readonly isCreationBlank: boolean;
	/** Stage and day of each entry, the end included; the first one is the creation. */
	readonly way: readonly { readonly stage: string; readonly day: number }[];
}

function normal(dice: Dice): number {
	return Math.sqrt(-2 * Math.log(1 - dice.next())) * Math.cos(2 * Math.PI * dice.next());
}

function poisson(dice: Dice, mean: number): number {
	let count = 0;
	for (let left = dice.next(), term = Math.exp(-mean); left > term; count++) {
		left -= term;
		term *= mean / (count + 1);
	}
	return count;
}

/** Gamma with shape 2: few leave at once, some stay long. */
function stayOf(dice: Dice, mean: number): number {
	return Math.round((-Math.log((1 - dice.next()) * (1 - dice.next())) * mean) / 2);
}

function monthEnd(day: number): number {
	const date = new Date(day * 86_400_000);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / 86_400_000;
}

function amountOf(dice: Dice, { amount: [middle, spread], large, blankAmounts = 0 }: Kind): number | null {
	const plain = middle * Math.exp(spread * normal(dice));
	const isLarge = large !== undefined && dice.isLucky(1 / large[0]);
	return dice.isLucky(blankAmounts) ? null : Math.round(isLarge ? plain * large[1] : plain);
}

function wayOf(dice: Dice, kind: Kind, created: number): SimulatedDeal['way'] {
	const way: { stage: string; day: number }[] = [];
	let day = created;
	for (const [s, name] of OPEN_STAGES.entries()) {
		way.push({ stage: name, day });
		day += stayOf(dice, kind.stay[s] ?? 1);
		const pass = (kind.passes[s] ?? 0) * (kind.passFactor?.(day - FIRST_DAY) ?? 1);
		if (dice.isLucky(pass)) continue;
		if (!dice.isLucky(kind.neverClosed ?? 0)) way.push({ stage: LOST, day });
		return way;
	}
	way.push({ stage: WON, day: kind.closesAtMonthEnd === true && dice.isLucky(0.7) ? monthEnd(day) : day });
	return way;
}

export function simulated(kind: Kind, seed: number): SimulatedDeal[] {
	const dice = new Dice(seed);
	const deals: SimulatedDeal[] = [];
	for (let day = 0; day < kind.days; day++) {
		for (let n = poisson(dice, Math.max(0, kind.arrivals(day))); n > 0; n--)
			deals.push({
				id: `S${deals.length + 1}`,
				amount: amountOf(dice, kind),
				isCreationBlank: dice.isLucky(kind.blankCreation ?? 0),
				way: wayOf(dice, kind, FIRST_DAY + day),
			});
	}
	return deals;
}

/** What a sheet with these deals says on a day: nothing that happened later. */
export function sheetOn(deals: readonly SimulatedDeal[], day: number, hides: Kind['hides'] = []): Pipeline {
	const known = deals
		.map((deal) => ({ ...deal, way: deal.way.filter((entry) => entry.day <= day) }))
		.filter(({ way }) => way.length > 0);
	const grid = [
		['Deal ID', 'Stage', 'Amount', 'Created', 'Closed'],
		...known.map(({ id, amount, isCreationBlank, way }) => {
			const [first] = way;
			const last = way[way.length - 1];
			const isClosed = last?.stage === WON || last?.stage === LOST;
			const created = isCreationBlank || hides.includes('created') ? '' : dayText(first?.day ?? Number.NaN);
			return [
				id,
				last?.stage ?? '',
				amount === null || hides.includes('amount') ? '' : amount,
				created,
				isClosed ? dayText(last.day) : '',
			];
		}),
	];
	const zone = timeZone('UTC');
	const columns = {
		id: 0,
		stage: 1,
		closed: 4,
		...(hides.includes('amount') ? {} : { amount: 2 }),
		...(hides.includes('created') ? {} : { created: 3 }),
	};
	const stages = SIMULATED_STAGES;
	const setting = { headerRow: 0, columns, stages, timeZone: zone, locale: 'en_US', asOfDay: day };
	const opportunities = readTable(grid, setting);
	const changes = known.flatMap(({ id, way }) => way.map((entry) => [id, entry.stage, dayText(entry.day)]));
	const history = hides.includes('history')
		? null
		: readHistory([['Deal ID', 'Stage', 'Changed at'], ...changes], opportunities, stages, zone);
	return { stages, opportunities, history, asOf: day + 1, asOfDay: day, timeZone: zone };
}
