/**
 * The table that every contestant gets: 12 columns, 6 stages, 30 owners, 24 months, the same bytes for the same seed.
 */
import type { Cell } from '../src/core/cells/cell.ts';

export const DAY_MS = 86_400_000;
export const STAGES = [
	'Qualify',
	'Product introduction',
	'Needs and solution',
	'Quote and contract',
	'Won',
	'Lost',
] as const;
export const OPEN_COUNT = 4;
export const WON = 4;
export const LOST = 5;
export const HEADINGS = [
	'Deal ID',
	'Company',
	'Stage',
	'Amount',
	'Created',
	'Closed',
	'Owner',
	'Source',
	'Loss reason',
	'Probability',
	'Region',
	'Note',
];
/** Column positions that the report needs. */
export const COLUMN = { id: 0, stage: 2, amount: 3, created: 4, closed: 5, owner: 6, reason: 8 } as const;
export const FIRST_DAY = 19_723;
export const DAYS = 730;

const OWNERS = Array.from({ length: 30 }, (_, i) => `Owner ${String(i + 1).padStart(2, '0')}`);
const SOURCES = ['Web', 'Referral', 'Expo', 'Cold call', 'Partner'];
const REASONS = ['Price too high', 'No decision', 'Competitor', 'Missing feature', 'No budget', ''];
const REGIONS = ['North', 'South', 'East', 'West'];
const PROBABILITY = [10, 35, 65, 75, 100, 0];

/** Deterministic uniform numbers in 0..1 (a 32-bit mixing generator). */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x9e3779b9) >>> 0;
		let mixed = state ^ (state >>> 16);
		mixed = Math.imul(mixed, 0x21f0aaad);
		mixed ^= mixed >>> 15;
		mixed = Math.imul(mixed, 0x735a2d97);
		return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
	};
}

/** Header row and `rows` deals as `getValues()` gives them: text, numbers, Date objects, '' for blanks. */
export function dealTable(rows: number, seed = 7): Cell[][] {
	const random = seeded(seed);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const grid: Cell[][] = [[...HEADINGS]];
	for (let i = 0; i < rows; i++) {
		const stage = Math.floor(random() * STAGES.length);
		const created = FIRST_DAY + Math.floor(random() * (DAYS - 120));
		const isClosed = stage === WON || stage === LOST;
		const closed = created + Math.floor(random() * 120);
		grid.push([
			`D-${100_000 + i}`,
			`Company ${Math.floor(random() * 5_000)}`,
			STAGES[stage] as string,
			random() < 0.02 ? '' : Math.round(1_000 + random() * 99_000),
			new Date(created * DAY_MS),
			isClosed ? new Date(closed * DAY_MS) : '',
			pick(OWNERS),
			pick(SOURCES),
			stage === LOST ? pick(REASONS) : '',
			PROBABILITY[stage] as number,
			pick(REGIONS),
			'',
		]);
	}
	return grid;
}

export const HISTORY_HEADINGS = ['Deal ID', 'To stage', 'Changed at'];

/** Three stage changes a deal of the table: creation, a step, where it stands now; grouped by deal, as an export is. */
export function historyTable(deals: readonly (readonly Cell[])[], seed = 11): Cell[][] {
	const random = seeded(seed);
	const grid: Cell[][] = [[...HISTORY_HEADINGS]];
	for (let i = 1; i < deals.length; i++) {
		const row = deals[i] as readonly Cell[];
		const id = row[COLUMN.id] as string;
		const created = (row[COLUMN.created] as Date).getTime();
		const closed = row[COLUMN.closed];
		const last = typeof closed === 'object' ? closed.getTime() : created + 60 * DAY_MS;
		const middle = created + Math.floor((random() * (last - created)) / DAY_MS) * DAY_MS;
		const step = 1 + Math.floor(random() * (OPEN_COUNT - 1));
		grid.push(
			[id, STAGES[0], new Date(created)],
			[id, STAGES[step] as string, new Date(middle)],
			[id, row[COLUMN.stage] as string, new Date(last)],
		);
	}
	return grid;
}

/** A copy that shares no string and no Date with the original, as a fresh `getValues()` would give. */
export function freshCells(grid: readonly (readonly Cell[])[]): Cell[][] {
	return structuredClone(grid) as Cell[][];
}
