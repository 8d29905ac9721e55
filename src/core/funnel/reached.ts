/**
 * The furthest stage that each deal reached, and where the lost ones were lost: the base of the funnel.
 * Belongs here: the order of the sources (history, last-stage column, per-stage dates, current stage, assumption).
 * Not here: durations and moves (journeys.ts), rates over them (resolved.ts, metrics/).
 */

import { type Codes, NO_STAGE, UNKNOWN_STAGE } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { isEnded, type StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import { asOfOn } from './as-of.ts';

/** One entry per deal; ranks are funnel ranks: open stages 0..openCount-1, won is openCount. */
export interface Reached {
	/**
	 * Rank reached; won only while the deal is won; -1 a deal that cannot be placed (no stage or an unknown one, and no
	 * trace).
	 */
	readonly furthest: Int16Array;
	/**
	 * 1 when the way is assumed: created in mid-pipeline, or a closed or parked deal without a trace, which counts for
	 * the first stage only. A log that found the deal there says no more than the table.
	 */
	readonly assumed: Uint8Array;
	/**
	 * Rank of the last stage before the loss of a deal that is lost now; -1 for other deals and when nothing tells it.
	 */
	readonly lostFrom: Int16Array;
	/** One bit per rank (0..31) that the deal is known to have been in, skipped stages excluded. */
	readonly touched: Uint32Array;
	/**
	 * Stage position now: that of the table, or the history's when the table is later than the as-of instant. NO_STAGE,
	 * UNKNOWN_STAGE as there.
	 */
	readonly now: Codes;
}

const remembered = new WeakMap<Pipeline, Reached>();

/** Computed once a pipeline. */
export function reachedStages(pipeline: Pipeline): Reached {
	let reached = remembered.get(pipeline);
	if (reached === undefined) {
		reached = compute(pipeline);
		remembered.set(pipeline, reached);
	}
	return reached;
}

/** Where the current stage alone puts a deal; entries by stage position. */
export interface Placement {
	readonly furthest: Int16Array;
	/** 1 for closed and parked stages, which tell nothing of the way: it counts for the first stage only. */
	readonly assumed: Uint8Array;
}

function placementBy({ all, rankOf }: StageList): Placement {
	return {
		furthest: Int16Array.from(all, (_, p) => Math.max(0, existing(rankOf[p]))),
		assumed: Uint8Array.from(rankOf, (rank) => (rank < 0 ? 1 : 0)),
	};
}

/** Null when a deal has another trace than its current stage: a history, a last stage, dates of stages. */
export function placementByStage({ stages, opportunities, history }: Pipeline): Placement | null {
	if (history !== null || opportunities.columns.lostFrom !== undefined) return null;
	return opportunities.stages().lastOpen === null && opportunities.stageDates().size === 0 ? placementBy(stages) : null;
}

function compute(pipeline: Pipeline): Reached {
	const { stages, opportunities } = pipeline;
	const count = opportunities.count;
	const column = opportunities.stages();
	const trace: Trace = {
		furthest: new Int16Array(count).fill(-1),
		assumed: new Uint8Array(count),
		lostFrom: new Int16Array(count).fill(-1),
		touched: new Uint32Array(count),
		now: column.codes,
	};
	if (pipeline.history !== null) readTransitions(pipeline, trace);
	readLastStages(pipeline, trace);
	readStageDates(pipeline, trace);
	placeByCurrentStage(stages, trace);
	return trace;
}

interface Trace extends Reached {
	now: Codes;
}

function bit(rank: number): number {
	return rank < 32 ? 1 << rank : 0;
}

function readTransitions(pipeline: Pipeline, trace: Trace): void {
	const { stages, history } = pipeline;
	if (history === null) return;
	const { start, from, to, at, assumed: isFirstLook } = history;
	const { codes } = pipeline.opportunities.stages();
	const won = stages.openCount;
	const { furthest, assumed, lostFrom, touched } = trace;
	const rankOf = Int16Array.from(stages.rankOf);
	const limit = asOfOn(pipeline, history.hasTime);
	const rankAt = (position: number): number => (position < 0 ? -1 : existing(rankOf[position]));
	const touch = (deal: number, rank: number, isFirstKnown: boolean): void => {
		if (rank < 0) return;
		// Who begins in the middle has passed the stages before.
		if (lostFrom[deal] === -1 && rank > 0 && rank < won && isFirstKnown) assumed[deal] = 1;
		lostFrom[deal] = rank;
		touched[deal] = existing(touched[deal]) | bit(rank);
		if (rank > existing(furthest[deal])) furthest[deal] = rank;
	};
	/** Follows the moves up to the as-of instant; gives the place of the first later one. */
	const follow = (deal: number, first: number, end: number): number => {
		if (first === end || !(existing(at[first]) <= limit)) return first;
		// A history that begins in the middle still says where its first move came from.
		touch(deal, rankAt(existing(from[first])), true);
		const isFirstKnown = isFirstLook[first] !== 1;
		let i = first;
		for (; i < end && existing(at[i]) <= limit; i++) touch(deal, rankAt(existing(to[i])), isFirstKnown);
		return i;
	};
	inBlocks(0, furthest.length, (firstDeal, lastDeal) => {
		for (let deal = firstDeal; deal < lastDeal; deal++) {
			const first = existing(start[deal]);
			const end = existing(start[deal + 1]);
			const later = follow(deal, first, end);
			if (later === end) continue;
			// The table is later than the as-of instant: the deal stood where the history last saw it.
			if (trace.now === codes) trace.now = codes.slice();
			if (later > first) trace.now[deal] = existing(to[later - 1]);
			else
				trace.now[deal] =
					isFirstLook[first] === 1 ? stageBefore(stages, existing(to[first]), existing(codes[deal])) : NO_STAGE;
		}
	});
}

/**
 * What was found when the history began was there before, since nobody knows when; only an ending can have a date that
 * tells that it was not yet.
 */
function stageBefore({ all }: StageList, found: number, code: number): number {
	const kind = all[found]?.kind;
	return code === UNKNOWN_STAGE && isEnded(kind) ? UNKNOWN_STAGE : found;
}

/**
 * "Lost from" or "last stage", for deals that the history does not place; the column is as late as the table, so not
 * for deals that changed after the as-of instant.
 */
function readLastStages(pipeline: Pipeline, trace: Trace): void {
	const { stages, opportunities, history } = pipeline;
	const { furthest, lostFrom, touched, assumed } = trace;
	const column = opportunities.stages();
	const limit = history === null ? 0 : asOfOn(pipeline, history.hasTime);
	const changesLater = (deal: number): boolean => {
		if (history === null) return false;
		const [first, end] = [existing(history.start[deal]), existing(history.start[deal + 1])];
		// The first look of a history is not a change.
		return end > first + (history.assumed[first] ?? 0) && existing(history.at[end - 1]) > limit;
	};
	// Closed after that day: where it was lost from was not known yet.
	const isOpenThen = (deal: number): boolean => pipeline.isPast === true && column.codes[deal] === UNKNOWN_STAGE;
	const note = (deal: number, position: number | undefined): void => {
		const rank = position === undefined || position < 0 ? -1 : existing(stages.rankOf[position]);
		if (rank < 0 || rank >= stages.openCount || furthest[deal] !== -1 || changesLater(deal)) return;
		furthest[deal] = rank;
		lostFrom[deal] = rank;
		touched[deal] = bit(rank);
		if (isOpenThen(deal)) assumed[deal] = 1;
	};
	const { lostFrom: lostFromColumn } = opportunities.columns;
	const named = lostFromColumn === undefined ? null : opportunities.dimension(lostFromColumn);
	if (named !== null) {
		const positions = named.labels.map((label) => stages.positionOf(label));
		for (let deal = 0; deal < furthest.length; deal++)
			if (!isOpenThen(deal)) note(deal, positions[existing(named.codes[deal])]);
	}
	const { lastOpen } = column;
	if (lastOpen !== null) for (let deal = 0; deal < furthest.length; deal++) note(deal, lastOpen[deal]);
}

/** Per-stage date columns: the furthest with a date, for deals that neither history nor last stage place. */
function readStageDates(pipeline: Pipeline, trace: Trace): void {
	const { stages, opportunities } = pipeline;
	const { furthest, lostFrom, touched } = trace;
	const dated = [...opportunities.stageDates()].filter(([position]) => (stages.rankOf[position] ?? -1) >= 0);
	if (dated.length === 0) return;
	const isPlaced = furthest.map((rank) => (rank === -1 ? 0 : 1));
	for (const [position, { days, hasTime }] of dated) {
		const rank = existing(stages.rankOf[position]);
		const limit = asOfOn(pipeline, hasTime);
		for (let deal = 0; deal < furthest.length; deal++) {
			if (isPlaced[deal] === 1 || !(existing(days[deal]) <= limit)) continue;
			touched[deal] = existing(touched[deal]) | bit(rank);
			if (rank <= existing(furthest[deal])) continue;
			furthest[deal] = rank;
			lostFrom[deal] = rank;
		}
	}
}

/** The current stage counts whatever the other sources say; a deal that is not lost now was lost from nowhere. */
function placeByCurrentStage(stages: StageList, trace: Trace): void {
	const { furthest, assumed, lostFrom, touched, now } = trace;
	const rankOf = Int16Array.from(stages.rankOf);
	const isLost = Uint8Array.from(stages.all, (stage) => (stage.kind === 'lost' ? 1 : 0));
	const won = stages.openCount;
	inBlocks(0, furthest.length, (firstDeal, lastDeal) => {
		for (let deal = firstDeal; deal < lastDeal; deal++) {
			const position = existing(now[deal]);
			const rank = position < 0 ? -1 : existing(rankOf[position]);
			if (rank >= 0) {
				if (rank > existing(furthest[deal])) furthest[deal] = rank;
				touched[deal] = existing(touched[deal]) | bit(rank);
			} else if (position >= 0 && furthest[deal] === -1) {
				furthest[deal] = 0;
				assumed[deal] = 1;
			}
			// A win that did not last passed every open stage, and is not a win.
			if (rank !== won && furthest[deal] === won) furthest[deal] = won - 1;
			if (position < 0 || isLost[position] === 0) lostFrom[deal] = -1;
		}
	});
}
