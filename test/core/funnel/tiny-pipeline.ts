/**
 * Pipelines built by hand: deals as lists of `day:stage`, and the worked case of the metric definitions.
 * Belongs here: only what the tests of the funnel need; no reading of sheets.
 */
import { type DateColumn, type Opportunities, slotCount, slotOf } from '../../../src/core/model/opportunity.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { plainStage, type Stage, type StageKind, StageList } from '../../../src/core/model/stage.ts';
import type { StageHistory } from '../../../src/core/model/stage-history.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';

export function stage(name: string, kind: StageKind, probability = 0, aliases: readonly string[] = []): Stage {
	return plainStage(name, kind, probability, { id: `id-${name}`, aliases });
}

export const FOUR_STAGES = new StageList([
	stage('1', 'open', 0.1),
	stage('2', 'open', 0.35),
	stage('3', 'open', 0.65),
	stage('4', 'open', 0.75),
	stage('W', 'won', 1),
	stage('L', 'lost', 0),
]);

export interface TinyDeals {
	readonly stages: StageList;
	/** Stage position by deal. */
	readonly now: readonly number[];
	readonly ids?: readonly string[];
	readonly amounts?: readonly number[];
	readonly created?: readonly number[];
	readonly closed?: readonly number[];
	readonly hasTime?: boolean;
	readonly lastOpen?: readonly number[];
	readonly lostFrom?: readonly string[];
	readonly stageDates?: ReadonlyMap<number, readonly number[]>;
}

/** How many deals have each stage code. */
export function countsBySlot(codes: Int32Array, { all }: StageList): Int32Array {
	const counts = new Int32Array(slotCount(all.length));
	for (const code of codes) counts[slotOf(code)] = (counts[slotOf(code)] as number) + 1;
	return counts;
}

export function tinyOpportunities(deals: TinyDeals): Opportunities {
	const dates = (days: readonly number[] | undefined): DateColumn | null =>
		days === undefined ? null : { days: Float64Array.from(days), hasTime: deals.hasTime ?? false, issues: [] };
	const codes = Int32Array.from(deals.now);
	const created = dates(deals.created);
	const closed = dates(deals.closed);
	const stageColumn = {
		codes,
		counts: countsBySlot(codes, deals.stages),
		lastOpen: deals.lastOpen === undefined ? null : Int32Array.from(deals.lastOpen),
		issues: [],
	};
	return {
		count: deals.now.length,
		gridRows: Int32Array.from(deals.now, (_, i) => i + 1),
		headings: ['Id', 'Stage', 'Lost from'],
		columns: { id: 0, stage: 1, ...(deals.lostFrom === undefined ? {} : { lostFrom: 2 }) },
		tableIssues: [],
		stages: () => stageColumn,
		amounts: () =>
			deals.amounts === undefined
				? null
				: { values: Float64Array.from(deals.amounts), currencyCodes: null, currencies: [''], issues: [] },
		date: (field) => (field === 'created' ? created : field === 'closed' ? closed : null),
		stageDates: () =>
			new Map([...(deals.stageDates ?? [])].map(([position, days]) => [position, dates(days) as DateColumn])),
		ids: () => deals.ids ?? null,
		probabilities: () => null,
		dimension: (column) => {
			if (column !== 2 || deals.lostFrom === undefined) return null;
			const labels = [...new Set(deals.lostFrom)];
			return { heading: 'Lost from', codes: Int32Array.from(deals.lostFrom, (label) => labels.indexOf(label)), labels };
		},
		values: () => null,
		readTogether: () => undefined,
		label: (deal) => deals.ids?.[deal] ?? '',
	};
}

/** One list of `[day, stage position]` a deal, in order of time. */
export function historyOf(moves: readonly (readonly (readonly [number, number])[])[], hasTime = false): StageHistory {
	const start = new Int32Array(moves.length + 1);
	moves.forEach((list, deal) => {
		start[deal + 1] = (start[deal] as number) + list.length;
	});
	const flat = moves.flat();
	return {
		start,
		from: Int32Array.from(
			moves.flatMap((list) => list.map((_, i) => (i === 0 ? -1 : (list[i - 1] as readonly [number, number])[1]))),
		),
		to: Int32Array.from(flat, (move) => move[1]),
		at: Float64Array.from(flat, (move) => move[0]),
		notBefore: new Float64Array(flat.length).fill(Number.NaN),
		assumed: new Uint8Array(flat.length),
		hasTime,
		ignoredRows: 0,
		laterRows: [],
	};
}

export function tinyPipeline(deals: TinyDeals, history: StageHistory | null, asOf: number): Pipeline {
	return {
		stages: deals.stages,
		opportunities: tinyOpportunities(deals),
		history,
		asOf,
		asOfDay: Math.floor(asOf),
		timeZone: timeZone('UTC'),
	};
}

/** `0:1 10:2 40:W` → moves over FOUR_STAGES. */
export function moves(text: string): [number, number][] {
	return text.split(' ').map((move) => {
		const [day, name] = move.split(':') as [string, string];
		return [Number(day), FOUR_STAGES.positionOf(name)];
	});
}

export const WORKED_MOVES = [
	'0:1 10:2 20:3 30:4 40:W',
	'0:1 5:3 25:W',
	'0:1 15:L',
	'10:1 30:2 70:L',
	'20:1 30:2 40:1 60:2',
	'30:2 50:3 80:4',
	'40:1',
	'50:1 60:2 90:3',
	'0:1 20:2 50:L 60:2 90:3 95:W',
	'70:1 80:L',
].map(moves);

/** The ten deals of the worked case, as of day 100. */
export function workedCase(): Pipeline {
	const now = WORKED_MOVES.map((list) => (list[list.length - 1] as [number, number])[1]);
	const created = WORKED_MOVES.map((list) => (list[0] as [number, number])[0]);
	const closed = WORKED_MOVES.map((list) => {
		const [day, position] = list[list.length - 1] as [number, number];
		return position >= FOUR_STAGES.openCount ? day : Number.NaN;
	});
	const amounts = [10, 20, 5, 30, 8, 40, 6, 12, 15, 4];
	return tinyPipeline(
		{ stages: FOUR_STAGES, now, created, closed, amounts, ids: now.map((_, i) => `d${i + 1}`) },
		historyOf(WORKED_MOVES),
		100,
	);
}
