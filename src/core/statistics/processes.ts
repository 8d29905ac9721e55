/**
 * A column that splits the table into several sales processes (New business, Renewals), each with stages of its own:
 * one funnel over all of them counts deals in stages that they never go through. Not here: saying so
 * (validation/several-pipelines.ts).
 */
import { textKey } from '../cells/text-key.ts';
import { FIELDS, type Opportunities } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { isEnded, type StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { plainHeading } from '../vocabulary/heading-key.ts';
import { wholeOf } from '../vocabulary/word-lists.ts';
import type { ReachedCounts } from './reached-counts.ts';

export interface Processes {
	/** Grid column. */
	readonly column: number;
	readonly heading: string;
	readonly names: readonly string[];
}

/** A table has a few processes; a column of more values says something else. */
const MOST_PROCESSES = 12;
/**
 * That stages are found beside one value only must be less likely than this by chance, as a logarithm: one in a
 * million.
 */
const BY_CHANCE = Math.log(1e-6);
/** The same for a column whose heading says that it names processes: one in a hundred. */
const BY_CHANCE_WHERE_NAMED = Math.log(0.01);
const namesProcesses = wholeOf(({ processes }) => processes);

/** A report, its choices and the check ask for the same table. */
const known = new WeakMap<Opportunities, Processes | null>();

/** The column that parts the stages most plainly; null where none does. */
export function processesOf({ opportunities, stages }: Pick<Pipeline, 'opportunities' | 'stages'>): Processes | null {
	let found = known.get(opportunities);
	if (found === undefined) {
		found = partingColumn({ opportunities, stages });
		known.set(opportunities, found);
	}
	return found;
}

/**
 * Whether a stage is one of other processes only, by its position: deals of theirs are in it and none of the process
 * that the filter names. All false without such a filter.
 */
export function stagesElsewhere(pipeline: Pipeline, columns: Readonly<Record<string, string>>): readonly boolean[] {
	const processes = Object.keys(columns).length === 0 ? null : processesOf(pipeline);
	if (processes === null) return noneElsewhere(pipeline);
	const key = textKey(processes.heading);
	const chosen = Object.entries(columns).find(([heading]) => textKey(heading) === key)?.[1];
	const labels = pipeline.opportunities.dimension(processes.column)?.labels ?? [];
	const value = chosen === undefined ? -1 : labels.findIndex((label) => textKey(label) === textKey(chosen));
	return elsewhereOf(pipeline, processes, value);
}

/** The same for the process that a deal is in. */
export function stagesElsewhereOfDeals(pipeline: Pipeline): (deal: number) => readonly boolean[] {
	const processes = processesOf(pipeline);
	const codes = processes === null ? undefined : pipeline.opportunities.dimension(processes.column)?.codes;
	if (processes === null || codes === undefined) return () => [];
	const byValue = new Map<number, readonly boolean[]>();
	return (deal) => {
		const value = existing(codes[deal]);
		const elsewhere = byValue.get(value) ?? elsewhereOf(pipeline, processes, value);
		byValue.set(value, elsewhere);
		return elsewhere;
	};
}

const noneElsewhere = ({ stages }: Pipeline): boolean[] => stages.all.map(() => false);

/** @param value of the column that parts the processes, by its label; others than theirs have no stages of their own */
function elsewhereOf(pipeline: Pipeline, { column, names }: Processes, value: number): readonly boolean[] {
	const { opportunities, stages } = pipeline;
	const dimension = opportunities.dimension(column);
	if (dimension === null || !names.includes(dimension.labels[value] ?? '')) return noneElsewhere(pipeline);
	const { codes } = opportunities.stages();
	const [own, others] = [new Set<number>(), new Set<number>()];
	for (let deal = 0; deal < codes.length; deal++)
		(dimension.codes[deal] === value ? own : others).add(existing(codes[deal]));
	return stages.all.map(({ kind }, position) => !isEnded(kind) && others.has(position) && !own.has(position));
}

/** The rank of the first open stage that is not one of other pipelines; 0 where all are. */
export function firstOwnRank({ open }: StageList, elsewhere: readonly boolean[]): number {
	return Math.max(
		0,
		open.findIndex((position) => elsewhere[position] !== true),
	);
}

/** Ranks of the open stages that are not those of other pipelines alone, and of won behind them. */
export function ownRanks(
	stages: Pick<StageList, 'open' | 'openCount'>,
	elsewhere: readonly boolean[],
): readonly number[] {
	const own = stages.open.flatMap((position, rank) => (elsewhere[position] === true ? [] : [rank]));
	return [...own, stages.openCount];
}

/** Steps to won from the open stage of a rank, through stages that are not those of other pipelines alone. */
export const stagesLeft = (stages: StageList, elsewhere: readonly boolean[], rank: number): number =>
	ownRanks(stages, elsewhere).filter((own) => own > rank).length;

/** From which rank a stage is counted: every deal came to a pipeline's first one, losses of unknown stage as well. */
export const countedFrom = (rank: number, first: number): number => (rank === first ? 0 : rank);

/** Whether deals that reached this slot count for a step. */
export const reachedFrom = (slot: number, rank: number, first: number): boolean => slot > countedFrom(rank, first);

/**
 * The counts of one pipeline, whose first stage is that of rank `first`: losses of which nothing tells the stage are
 * counted from there.
 */
export function countsFrom(counts: ReachedCounts, first: number): ReachedCounts {
	if (first === 0) return counts;
	const atFirst = (column: readonly number[], deals: number): number[] =>
		column.map((own, rank) => (rank === first ? deals : own));
	const cameThere = (column: readonly number[]): number[] => atFirst(column, existing(column[0]));
	const stayed = (column: readonly number[]): number[] =>
		atFirst(
			column,
			column.slice(0, first + 1).reduce((sum, deals) => sum + deals, 0),
		);
	const { reached, assumed, still, lost, parked, closedReached } = counts;
	return {
		...counts,
		reached: cameThere(reached),
		assumed: cameThere(assumed),
		closedReached: cameThere(closedReached),
		still: stayed(still),
		lost: stayed(lost),
		parked: stayed(parked),
	};
}

function partingColumn({ opportunities, stages }: Pick<Pipeline, 'opportunities' | 'stages'>): Processes | null {
	const fields = new Set(FIELDS.map((field) => opportunities.columns[field]));
	let found: Processes | null = null;
	let best = 0;
	for (const [column, heading] of opportunities.headings.entries()) {
		if (heading === '' || fields.has(column)) continue;
		const labels = opportunities.values(column)?.labels.length ?? 0;
		if (labels < 2 || labels > MOST_PROCESSES) continue;
		const { names, chance } = partsOf(
			opportunities,
			column,
			stages.all.map(({ kind }) => isEnded(kind)),
		);
		const isNamed = namesProcesses().test(plainHeading(heading));
		const most = isNamed ? BY_CHANCE_WHERE_NAMED : BY_CHANCE;
		if (names.length > 1 && chance < Math.min(best, most)) {
			best = chance;
			found = { column, heading, names };
		}
	}
	return found;
}

/**
 * Values with stages that no other value has and with open and ended deals, and the logarithm of how likely that is by
 * chance.
 */
function partsOf(
	opportunities: Opportunities,
	column: number,
	isEnd: readonly boolean[],
): { readonly names: readonly string[]; readonly chance: number } {
	const { labels, codes } = existing(opportunities.dimension(column) ?? undefined);
	const stageCodes = opportunities.stages().codes;
	const width = isEnd.length;
	const counts = new Int32Array(labels.length * width);
	const all = new Int32Array(labels.length);
	for (let deal = 0; deal < codes.length; deal++) {
		const [value, stage] = [existing(codes[deal]), existing(stageCodes[deal])];
		if (stage < 0) continue;
		counts[value * width + stage] = existing(counts[value * width + stage]) + 1;
		all[value] = existing(all[value]) + 1;
	}
	const total = all.reduce((sum, deals) => sum + deals, 0);
	const countOf = (value: number, stage: number): number => existing(counts[value * width + stage]);
	let chance = 0;
	const names = labels.filter((label, value) => {
		const own = isEnd.map((_, stage) => countOf(value, stage));
		// Open deals alone, or ended ones alone, are a part of the way and no way of their own.
		const hasBoth = [true, false].every((end) => own.some((deals, stage) => deals > 0 && isEnd[stage] === end));
		if (label === '' || !hasBoth) return false;
		const alone = own.filter(
			(deals, stage) => deals > 0 && labels.every((_, other) => other === value || countOf(other, stage) === 0),
		);
		const deals = alone.reduce((sum, count) => sum + count, 0);
		chance += deals * Math.log(existing(all[value]) / total);
		return deals > 0;
	});
	return { names, chance };
}
