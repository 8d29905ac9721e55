import { randomNumbers } from '../../src/core/samples/random-numbers.ts';
/**
 * Random deal tables with their stage changes, as plain records: skips, moves back, re-opened deals, ties, blanks, duplicate ids, unlisted and parked stages,
 * changes after the as-of day, tables that are ahead of their history. The same seed gives the same tables.
 */

export interface RandomDeal {
	readonly id: string;
	/** As the cell has it: other case, spaces, unlisted or blank. */
	readonly stage: string;
	readonly amount: number | null;
	/** Days since 1970-01-01. */
	readonly created: number | null;
	readonly closed: number | null;
	readonly owner: string;
	readonly reason: string;
	readonly lostFrom: string;
}

export interface RandomChange {
	readonly id: string;
	readonly stage: string;
	readonly day: number | null;
}

export interface RandomTable {
	readonly deals: readonly RandomDeal[];
	readonly changes: readonly RandomChange[];
}

export const FUNNEL = ['Lead', 'Demo', 'Proposal', 'Won'] as const;
export const CHANCES = [0.1, 0.4, 0.7] as const;
export const LOST = 'Lost';
export const PARKED = 'On hold';
/** 2026-01-01 */
export const FIRST_DAY = 20_454;
/** 2026-04-11 */
export const AS_OF = FIRST_DAY + 100;

const STAGES = [...FUNNEL, LOST, PARKED];
const SPELLINGS = [
	(name: string) => name,
	(name: string) => name.toUpperCase(),
	(name: string) => ` ${name.toLowerCase()} `,
];

export function randomTables(seed: number, count: number): RandomTable[] {
	const random = randomNumbers(seed);
	const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
	const below = (share: number): boolean => random() < share;
	const whole = (limit: number): number => Math.floor(random() * limit);

	const journey = (): { stage: string; day: number }[] => {
		const steps: { stage: string; day: number }[] = [];
		let day = FIRST_DAY + whole(70);
		let stage = below(0.75) ? 'Lead' : pick(STAGES);
		for (let left = 1 + whole(7); left > 0; left--) {
			steps.push({ stage, day });
			const rank = FUNNEL.indexOf(stage as (typeof FUNNEL)[number]);
			stage = rank >= 0 && rank < 3 && below(0.5) ? (FUNNEL[rank + 1] as string) : pick(STAGES);
			day += below(0.25) ? 0 : Math.floor(random() * random() * 40);
		}
		return steps;
	};

	const table = (): RandomTable => {
		const deals: RandomDeal[] = [];
		const changes: RandomChange[] = [];
		const hasLostFrom = below(0.4);
		for (let size = 1 + whole(14); size > 0; size--) {
			const steps = journey();
			const id = below(0.05) ? '' : below(0.06) && deals.length > 0 ? pick(deals).id : `d${deals.length + 1}`;
			const isTracked = id !== '' && below(0.85);
			const last = steps[steps.length - 1] as { stage: string; day: number };
			const stage = below(0.85) ? pick(SPELLINGS)(last.stage) : pick([...STAGES, 'Wonn', '']);
			const isOver = /won|lost/iu.test(stage);
			deals.push({
				id,
				stage,
				amount: below(0.15) ? null : below(0.1) ? 0 : whole(400_000) / 4,
				created: below(0.1) ? null : (steps[0] as { day: number }).day - (below(0.2) ? whole(9) : 0),
				closed: below(isOver ? 0.12 : 0.9) ? null : last.day - (below(0.15) ? whole(40) : 0),
				owner: pick(['Ann', 'Ben', 'ann', 'Cy']),
				reason: pick(['Price', 'Time', 'price', '']),
				lostFrom: hasLostFrom && below(0.5) ? pick(['Lead', 'Demo', 'proposal', 'Won', 'nowhere']) : '',
			});
			if (!isTracked) continue;
			for (const step of steps) {
				const noise = random();
				changes.push({
					id,
					stage: noise < 0.03 ? 'Wonn' : noise < 0.05 ? '' : pick(SPELLINGS)(step.stage),
					day: noise > 0.98 ? null : step.day,
				});
				if (below(0.05)) changes.push({ id, stage: step.stage, day: step.day + whole(2) });
			}
		}
		if (below(0.2)) changes.push({ id: 'another table', stage: 'Won', day: FIRST_DAY });
		for (let i = changes.length - 1; i > 0; i--) {
			const other = whole(i + 1);
			[changes[i], changes[other]] = [changes[other] as RandomChange, changes[i] as RandomChange];
		}
		return { deals, changes };
	};
	return Array.from({ length: count }, table);
}
