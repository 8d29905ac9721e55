/**
 * What tells that one open stage comes before another: small rules in a list, each with a weight for a pair (log-odds;
 * 0 where it says nothing). A new rule is one value here. Not here: the order itself (stage-order.ts).
 */
import { existing } from '../speed/existing.ts';
import { PLACES } from '../vocabulary/languages/language.ts';
import { CONTRACT_PLACE, type FunnelPlace, knownPipelines, pipelineKey, placeOf } from '../vocabulary/stage-places.ts';
import { isComingWin, stageNumber, stagePercents } from '../vocabulary/stage-words.ts';
import type { PairCounts } from './stage-paths.ts';
import { stageProbability, type Tally } from './stage-tally.ts';

export interface OrderedStage {
	readonly name: string;
	/** Null: no deal is in it now. */
	readonly tally: Tally | null;
}

export interface OrderInput {
	readonly stages: readonly OrderedStage[];
	/** In how many deals a stage was entered before another, by the position of the stages. */
	readonly history: PairCounts | null;
	readonly stageDates: PairCounts | null;
	/** Days since the beginning of the deals in each stage; null where it is not known. */
	readonly ages: readonly (readonly number[])[] | null;
}

export type OrderReason =
	| 'sequence'
	| 'numbers'
	| 'percent'
	| 'history'
	| 'stageDates'
	| 'probability'
	| 'pipeline'
	| 'words'
	| 'age'
	| 'firstUse';

export interface OrderRule {
	readonly name: OrderReason;
	/** @returns the weight of "a comes before b" by the positions of two stages; of b before a it is the negative */
	weigh(input: OrderInput): (a: number, b: number) => number;
}

/** Weight of the surest count. */
const MOST = 5;
/** Deals of a stage whose age says something. */
const FEWEST_AGES = 5;
const logOdds = (more: number, less: number): number =>
	Math.max(-MOST, Math.min(MOST, Math.log((more + 0.5) / (less + 0.5))));

/** Each stage has a number or none; the smaller comes first. */
const byNumbers = (weight: number, numbers: readonly number[]): ((a: number, b: number) => number) => {
	return (a, b) => {
		const difference = existing(numbers[b]) - existing(numbers[a]);
		return Number.isNaN(difference) ? 0 : Math.sign(difference) * weight;
	};
};
const byNumber =
	(weight: number, numberOf: (stage: OrderedStage) => number): OrderRule['weigh'] =>
	({ stages }) =>
		byNumbers(weight, stages.map(numberOf));

/** Fewer rows do not tell whether a probability belongs to the stage or to the deal. */
const areRepeated = (stages: readonly OrderedStage[]): boolean =>
	stages.reduce((sum, { tally }) => sum + (tally?.probabilities.length ?? 0), 0) >= stages.length * 2;

const byCounts = ({ before }: PairCounts): ((a: number, b: number) => number) => {
	return (a, b) => logOdds(existing(before[a])[b] ?? 0, existing(before[b])[a] ?? 0);
};

/**
 * Positions in the open stages of each pipeline of a CRM that has two of the stages at least; -1 for a stage that it
 * does not have.
 */
const placesInPipelines = (stages: readonly OrderedStage[]): number[][] => {
	const keys = stages.map(({ name }) => pipelineKey(name));
	return knownPipelines().flatMap(({ stages: known }) => {
		const open = known.filter(({ kind }) => kind === 'open').map(({ name }) => pipelineKey(name));
		const places = keys.map((key) => open.indexOf(key));
		return places.filter((place) => place >= 0).length < 2 ? [] : [places];
	});
};

const signIn = (places: readonly number[], a: number, b: number): number => {
	const [first, second] = [places[a] ?? -1, places[b] ?? -1];
	return first < 0 || second < 0 ? 0 : Math.sign(second - first);
};

/** The pipeline that has most of the stages says most; of a pair that it does not have, all pipelines that have it. */
const byPipelines: OrderRule['weigh'] = ({ stages }) => {
	const pipelines = placesInPipelines(stages);
	const found = pipelines.map((places) => places.filter((place) => place >= 0).length);
	const most = Math.max(0, ...found);
	const best = pipelines[found.indexOf(most)] ?? [];
	const share = most / Math.max(1, stages.length);
	return (a, b) => {
		const own = share < 0.5 ? 0 : signIn(best, a, b) * 4 * share * share;
		const signs = pipelines.map((places) => signIn(places, a, b));
		const votes = signs.filter((sign) => sign !== 0).length;
		const others = votes === 0 ? 0 : (2 * signs.reduce((sum, sign) => sum + sign, 0)) / votes;
		return Math.abs(own) > Math.abs(others) ? own : others;
	};
};

/**
 * Steps that stand in either order in the lists that CRMs ship: contact and qualification, an appointment and
 * qualification, a demo and the needs or the solution, a contract and negotiations. Their words alone are not evidence
 * of order.
 */
const EITHER_WAY: ReadonlySet<string> = new Set(
	(
		[
			['contact', 'qualified'],
			['contact', 'needs'],
			['qualified', 'needs'],
			['needs', 'demo'],
			['demo', 'solution'],
			['negotiation', 'contract'],
		] as const
	).map((pair) => pair.map((place) => PLACES.indexOf(place)).join(' ')),
);

/** Near the end most likely, whatever else its words say; "not won yet" may be any step, so it is asked. */
const COMING_WIN: FunnelPlace = { place: CONTRACT_PLACE, strength: 0.2 };

/** How surely the places of two words tell their order. */
const wordWeight = (first: FunnelPlace, second: FunnelPlace): number => {
	const [low, high] = first.place < second.place ? [first.place, second.place] : [second.place, first.place];
	const weight = EITHER_WAY.has(`${low} ${high}`) ? 0.6 : 1.6;
	return Math.sign(second.place - first.place) * weight * Math.sqrt(first.strength * second.strength);
};

export const ORDER_RULES: readonly OrderRule[] = [
	{ name: 'sequence', weigh: byNumber(6, ({ tally }) => tally?.sequence ?? Number.NaN) },
	{ name: 'numbers', weigh: byNumber(6, ({ name }) => stageNumber(name)) },
	{ name: 'percent', weigh: ({ stages }) => byNumbers(5, stagePercents(stages.map(({ name }) => name))) },
	{ name: 'history', weigh: ({ history }) => (history === null ? () => 0 : byCounts(history)) },
	{ name: 'stageDates', weigh: ({ stageDates }) => (stageDates === null ? () => 0 : byCounts(stageDates)) },
	{
		name: 'probability',
		weigh: (input) =>
			byNumber(areRepeated(input.stages) ? 2.5 : 0.6, ({ tally }) =>
				tally === null ? Number.NaN : stageProbability(tally),
			)(input),
	},
	{
		name: 'pipeline',
		weigh: byPipelines,
	},
	{
		name: 'words',
		weigh: ({ stages }) => {
			const places = stages.map(({ name }) => (isComingWin(name) ? COMING_WIN : placeOf(name)));
			return (a, b) => {
				const [first, second] = [places[a] ?? null, places[b] ?? null];
				return first === null || second === null ? 0 : wordWeight(first, second);
			};
		},
	},
	{
		name: 'age',
		weigh: ({ ages }) => {
			if (ages === null) return () => 0;
			return (a, b) => {
				const [first, second] = [existing(ages[a]), existing(ages[b])];
				if (Math.min(first.length, second.length) < FEWEST_AGES) return 0;
				// How often a deal of the second stage is the older one.
				const older = second.reduce((sum, age) => sum + first.filter((other) => other < age).length, 0);
				const share = older / (first.length * second.length);
				return Math.max(-0.5, Math.min(0.5, (share - 0.5) * 2));
			};
		},
	},
	{
		name: 'firstUse',
		weigh: byNumber(0.05, ({ tally }) => tally?.first ?? Number.NaN),
	},
];
