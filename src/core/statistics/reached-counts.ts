/**
 * How far the deals of a selection came and where they are held up: the layer of the statistics for the funnel.
 * Not here: how one deal is placed (funnel/reached.ts).
 */

import { type Placement, placementByStage, reachedStages } from '../funnel/reached.ts';
import { type Codes, codeOfSlot, type Dimension } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { StageKind, StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import { type Selection, splitSelection } from './selection.ts';
import type { StageCounts } from './stage-counts.ts';

/** Entries by funnel rank: open stages 0..openCount-1, won is openCount. */
export interface ReachedCounts {
	/** Deals that came at least this far. */
	readonly reached: readonly number[];
	/** Of those, the ones whose way is assumed. */
	readonly assumed: readonly number[];
	/** Came exactly this far, by what they are now. */
	readonly still: readonly number[];
	readonly lost: readonly number[];
	readonly parked: readonly number[];
	/** Came at least this far, won or lost now. */
	readonly closedReached: readonly number[];
	/** Lost deals of which nothing tells from which stage: they are among those lost from the first one. */
	readonly lostUnknown: number;
	/** Deals that cannot be placed. */
	readonly unplaced: number;
}

/** Cells of a rank: deals by what they are now, then those whose way is assumed, in all and lost. */
const OPEN = 0;
const CELL: Readonly<Record<StageKind, number>> = { open: OPEN, won: 1, lost: 2, parked: 3 };
const ASSUMED = 4;
/** Lost and assumed: on the first rank, those whose stage nothing tells. */
const LOST_ASSUMED = 5;
const WIDTH = 6;

/** Counts by furthest rank × kind, and the assumed ones; row 0 is rank -1. */
function countBlock(
	furthest: Int16Array,
	assumed: Uint8Array,
	now: Codes,
	kinds: Uint8Array,
	deals: Int32Array | null,
	from: number,
	to: number,
	into: Int32Array,
): void {
	for (let i = from; i < to; i++) {
		const deal = deals === null ? i : existing(deals[i]);
		const row = (existing(furthest[deal]) + 1) * WIDTH;
		const position = existing(now[deal]);
		// A deal whose stage is not in the list now, though its history places it, is neither closed nor parked.
		const cell = row + (position < 0 ? OPEN : existing(kinds[position]));
		into[cell] = existing(into[cell]) + 1;
		if (assumed[deal] !== 1) continue;
		into[row + ASSUMED] = existing(into[row + ASSUMED]) + 1;
		if (cell === row + CELL.lost) into[row + LOST_ASSUMED] = existing(into[row + LOST_ASSUMED]) + 1;
	}
}

/** Cells of one group: rows by furthest rank, one more for deals that are not placed. */
const cellsOf = ({ openCount }: StageList): number => (openCount + 2) * WIDTH;

/** Where nothing but the current stage tells how far a deal came, the counts by stage say it all. */
function cellsByStage(stages: StageList, { furthest, assumed }: Placement, bySlot: Int32Array): number[] {
	const cells = new Array<number>(cellsOf(stages)).fill(0);
	for (let slot = 0; slot < bySlot.length; slot++) {
		const deals = existing(bySlot[slot]);
		const position = codeOfSlot(slot);
		const row = position < 0 ? 0 : (existing(furthest[position]) + 1) * WIDTH;
		const cell = row + (position < 0 ? OPEN : CELL[existing(stages.all[position]).kind]);
		cells[cell] = existing(cells[cell]) + deals;
		if (position >= 0 && assumed[position] === 1) addAssumed(cells, row, cell, deals);
	}
	return cells;
}

function addAssumed(cells: number[], row: number, cell: number, deals: number): void {
	cells[row + ASSUMED] = existing(cells[row + ASSUMED]) + deals;
	if (cell === row + CELL.lost) cells[row + LOST_ASSUMED] = existing(cells[row + LOST_ASSUMED]) + deals;
}

/** Deals that came to one rank and stand in one stage now. */
export interface PlacedDeals {
	/** -1 not placed. */
	readonly furthest: number;
	/** Stage position; negative: none in the list. */
	readonly now: number;
	readonly isAssumed: boolean;
	readonly deals: number;
}

/** The same from deals that were counted elsewhere. */
export function reachedCountsOf(stages: StageList, placed: readonly PlacedDeals[]): ReachedCounts {
	const cells = new Array<number>(cellsOf(stages)).fill(0);
	for (const { furthest, now, isAssumed, deals } of placed) {
		const row = (furthest + 1) * WIDTH;
		const cell = row + (now < 0 ? OPEN : CELL[existing(stages.all[now]).kind]);
		cells[cell] = existing(cells[cell]) + deals;
		if (isAssumed) addAssumed(cells, row, cell, deals);
	}
	return countsFrom(stages, cells);
}

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
	return ({ bySlot }) => countsFrom(stages, cellsByStage(stages, placement, bySlot));
}

function countDeals(pipeline: Pipeline, selection: Selection): ReachedCounts {
	const { stages } = pipeline;
	const kinds = Uint8Array.from(stages.all, ({ kind }) => CELL[kind]);
	const { furthest, assumed, now } = reachedStages(pipeline);
	const cells = new Int32Array(cellsOf(stages));
	inBlocks(0, selection.count, (from, to) =>
		countBlock(furthest, assumed, now, kinds, selection.deals, from, to, cells),
	);
	return countsFrom(stages, cells);
}

/** Puts the cells together, from the last rank down: who came at least this far came exactly this far or farther. */
function countsFrom({ openCount }: StageList, cells: ArrayLike<number>): ReachedCounts {
	const zeros = (): number[] => new Array<number>(openCount + 1).fill(0);
	const counts = {
		reached: zeros(),
		assumed: zeros(),
		still: zeros(),
		lost: zeros(),
		parked: zeros(),
		closedReached: zeros(),
	};
	let [reached, assumed, closedReached] = [0, 0, 0];
	const at = (row: number, cell: number): number => existing(cells[row * WIDTH + cell]);
	const placed = (row: number): number => at(row, OPEN) + at(row, CELL.won) + at(row, CELL.lost) + at(row, CELL.parked);
	for (let rank = openCount; rank >= 0; rank--) {
		const row = rank + 1;
		reached += placed(row);
		assumed += at(row, ASSUMED);
		closedReached += at(row, CELL.won) + at(row, CELL.lost);
		counts.reached[rank] = reached;
		counts.assumed[rank] = assumed;
		counts.closedReached[rank] = closedReached;
		counts.still[rank] = at(row, OPEN);
		counts.lost[rank] = at(row, CELL.lost);
		counts.parked[rank] = at(row, CELL.parked);
	}
	return { ...counts, lostUnknown: at(1, LOST_ASSUMED), unplaced: placed(0) };
}
