/**
 * How far the deals of a selection came and where they are held up: the layer of the statistics for the funnel.
 * Not here: how one deal is placed (funnel/reached.ts).
 */
import { inBlocks } from '../blocks.ts';
import { type Placement, placementByStage, reachedStages } from '../funnel/reached.ts';
import type { Dimension } from '../opportunity.ts';
import type { Pipeline } from '../pipeline.ts';
import type { StageKind, StageList } from '../stage.ts';
import { type Selection, splitSelection } from './selection.ts';
import { FIRST_STAGE_SLOT, type StageCounts } from './stage-counts.ts';

/** Entries by funnel rank: open stages 0..openCount-1, won is openCount. */
export interface ReachedCounts {
	/** Deals that came at least this far. */
	readonly reached: Int32Array;
	/** Of those, the ones whose way is assumed. */
	readonly assumed: Int32Array;
	/** Came exactly this far, by what they are now. */
	readonly still: Int32Array;
	readonly lost: Int32Array;
	readonly parked: Int32Array;
	/** Came at least this far, won or lost now. */
	readonly closedReached: Int32Array;
	/** Deals that can not be placed. */
	readonly unplaced: number;
}

const KINDS: readonly StageKind[] = ['open', 'won', 'lost', 'parked'];
const OPEN = 0;
const WIDTH = 5;
const ASSUMED = 4;

/** Counts by furthest rank × kind, and the assumed ones; row 0 is rank -1. */
function countBlock(
	furthest: Int16Array,
	assumed: Uint8Array,
	now: Int32Array,
	kinds: Uint8Array,
	deals: Int32Array | null,
	from: number,
	to: number,
	into: Int32Array,
): void {
	for (let i = from; i < to; i++) {
		const deal = deals === null ? i : (deals[i] as number);
		const row = ((furthest[deal] as number) + 1) * WIDTH;
		const position = now[deal] as number;
		// A deal whose stage is not in the list now, though its history places it, is neither closed nor parked.
		const cell = row + (position < 0 ? OPEN : (kinds[position] as number));
		into[cell] = (into[cell] as number) + 1;
		if (assumed[deal] === 1) into[row + ASSUMED] = (into[row + ASSUMED] as number) + 1;
	}
}

/** Cells of one group: rows by furthest rank, one more for deals that are not placed. */
const cellsOf = ({ openCount }: StageList): number => (openCount + 2) * WIDTH;

/** Where nothing but the current stage tells how far a deal came, the counts by stage say it all. */
function cellsByStage(stages: StageList, { furthest, assumed }: Placement, kinds: Uint8Array, bySlot: Int32Array): Int32Array {
	const cells = new Int32Array(cellsOf(stages));
	bySlot.forEach((deals, slot) => {
		const position = slot - FIRST_STAGE_SLOT;
		const row = position < 0 ? 0 : ((furthest[position] as number) + 1) * WIDTH;
		const cell = row + (position < 0 ? OPEN : (kinds[position] as number));
		cells[cell] = (cells[cell] as number) + deals;
		if (assumed[position] === 1) cells[row + ASSUMED] = (cells[row + ASSUMED] as number) + deals;
	});
	return cells;
}

const kindsOf = ({ all }: StageList): Uint8Array => Uint8Array.from(all, ({ kind }) => KINDS.indexOf(kind));

/** @param byStage deals of the selection by stage now; asked for when that is all that tells how far they came */
export function reachedCounts(pipeline: Pipeline, selection: Selection, byStage: () => StageCounts): ReachedCounts {
	const placement = placementByStage(pipeline);
	return placement === null ? countDeals(pipeline, selection) : countStages(pipeline.stages, placement)(byStage());
}

/** The same for each value of a column, values without deals included. */
export function reachedCountsBy(
	pipeline: Pipeline,
	selection: Selection,
	{ codes, labels }: Dimension,
	byStage: () => readonly StageCounts[],
): ReachedCounts[] {
	const placement = placementByStage(pipeline);
	if (placement !== null) return byStage().map(countStages(pipeline.stages, placement));
	return splitSelection(selection, codes, labels.length).map((part) => countDeals(pipeline, part));
}

function countStages(stages: StageList, placement: Placement): (counts: StageCounts) => ReachedCounts {
	const kinds = kindsOf(stages);
	return ({ bySlot }) => countsFrom(stages, cellsByStage(stages, placement, kinds, bySlot));
}

function countDeals(pipeline: Pipeline, selection: Selection): ReachedCounts {
	const { stages } = pipeline;
	const kinds = kindsOf(stages);
	const { furthest, assumed, now } = reachedStages(pipeline);
	const cells = new Int32Array(cellsOf(stages));
	inBlocks(0, selection.count, (from, to) => countBlock(furthest, assumed, now, kinds, selection.deals, from, to, cells));
	return countsFrom(stages, cells);
}

function countsFrom({ openCount }: StageList, cells: Int32Array): ReachedCounts {
	const ranks = openCount + 1;
	const exactly = (column: number): Int32Array => {
		const counts = new Int32Array(ranks);
		for (let rank = 0; rank < ranks; rank++) counts[rank] = cells[(rank + 1) * WIDTH + column] as number;
		return counts;
	};
	const [still, won, lost, parked] = KINDS.map((_, k) => exactly(k)) as [Int32Array, Int32Array, Int32Array, Int32Array];
	const placed = still.map((deals, r) => deals + (won[r] as number) + (lost[r] as number) + (parked[r] as number));
	return {
		reached: atLeast(placed),
		assumed: atLeast(exactly(ASSUMED)),
		still,
		lost,
		parked,
		closedReached: atLeast(lost.map((deals, r) => deals + (won[r] as number))),
		unplaced: KINDS.reduce((deals, _, k) => deals + (cells[k] as number), 0),
	};
}

/** From "exactly this far" to "at least this far". */
export function atLeast(exactly: Int32Array): Int32Array {
	const counts = exactly.slice();
	for (let rank = counts.length - 2; rank >= 0; rank--) counts[rank] = (counts[rank] as number) + (counts[rank + 1] as number);
	return counts;
}
