/**
 * What aggregate metrics are based on: counts, sums and day histograms of one selection, layer by layer, each made when
 * first asked for and kept, so that a single figure touches only its own columns and a whole report passes over each
 * column once. Every layer but the middle amounts is a sum by slot, so layers of parts add up. Not here: how a layer is
 * counted (its own file).
 */

import { placementByStage, reachedStages } from '../funnel/reached.ts';
import { passEvents, winEvents } from '../funnel/resolved.ts';
import { stayEvents } from '../funnel/time-in-stage.ts';
import { codeOfSlot, type Dimension, slotCount, slotOf } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { onFirstUse } from '../speed/lazy.ts';
import type { Durations } from '../stats/durations.ts';
import type { EventTable } from '../stats/event-table.ts';
import { type AmountKind, amountMedian } from './amount-median.ts';
import { type AmountSums, regrouped } from './amount-sums.ts';
import { type Closings, closings, lastClosing } from './closings.ts';
import { cycleDays } from './cycle-days.ts';
import { movedDirectly } from './direct-moves.ts';
import { endedDeals } from './ended-deals.ts';
import { fateEvents } from './fate-events.ts';
import type { ForecastCounts } from './forecast-counts.ts';
import { type OpenStage, openPipeline } from './open-pipeline.ts';
import { type OwnChances, ownChances } from './own-chances.ts';
import { type ReachedCounts, reachedCounts, reachedCountsBy } from './reached-counts.ts';
import { type ReasonCounts, reasonCounts } from './reason-counts.ts';
import { type Selection, wholeSelection } from './selection.ts';
import { skippedCounts } from './skipped-counts.ts';
import { type SlotBlock, slotAmounts, slotsOfCodes } from './slot-sums.ts';
import { currentStages, type StageCounts, stageCounts, stageCountsBy } from './stage-counts.ts';
import { type StatedCount, statedCounts } from './stated-counts.ts';
import { type TouchedCounts, touchedCounts } from './touched-counts.ts';

export interface Statistics {
	/** Deals. */
	readonly count: number;
	/** Statistics of every deal of the table. */
	whole(): Statistics;
	/** Deals by stage now. */
	stages(): StageCounts;
	/** Amounts by stage now (slots as in stage-counts.ts); null without an amount column. */
	amounts(): AmountSums | null;
	/** The pipeline of today: open deals by open stage, in the order of the list. */
	openStages(): readonly OpenStage[];
	/** Days from creation to closing of the deals that are won or lost now; null without both date columns. */
	cycle(kind: 'won' | 'lost'): Durations | null;
	/** Deals by the furthest stage. */
	reached(): ReachedCounts;
	/** Deals by the stages in which they were seen. */
	touched(): TouchedCounts;
	/** Amounts by the furthest rank, slot 0 for deals that cannot be placed; null without an amount column. */
	reachedAmounts(): AmountSums | null;
	/** Deals by rank that moved on beyond it and were never seen in it; null without a history. */
	skipped(): Int32Array | null;
	/** Deals that moved from one rank to another in one step, at least once; none did without a history. */
	moved(from: number, to: number): number;
	/** From entering one rank: coming to a later one against being lost; null without a history. */
	passing(from: number, to: number): EventTable | null;
	/** From creation: winning against being lost. */
	winning(): EventTable;
	/** Days in the stage of a rank; null without a history. */
	stays(rank: number): EventTable | null;
	/**
	 * From first entering the stage of each rank, or one beyond it: winning against being lost, in calendar days; by
	 * rank.
	 */
	fates(): readonly EventTable[];
	/** Own probabilities of the won and lost deals and how often each came, in rising order. */
	stated(): readonly StatedCount[];
	/**
	 * Reasons of the won or the lost deals, in one part or by the stage before the loss; null without a reason column.
	 */
	reasons(kind: 'won' | 'lost', isByStage: boolean): readonly ReasonCounts[] | null;
	/** Median of the amounts of the deals of a kind; null without one. */
	amountMedian(kind: AmountKind): number | null;
	/** Amounts of the open deals times their own probability; null without an amount column. */
	ownChances(): OwnChances | null;
	/** Won and lost deals by spans of their closing day (closings.ts); null without closing dates. */
	closings(starts: readonly number[]): Closings | null;
	/** The last closing day up to a limit; null when there is none. */
	lastClosing(limit: number): number | null;
	/** What a forecast stands on where deals were counted elsewhere; null where the deals are at hand. */
	forecast(): ForecastCounts | null;
	/** How far the deals of each owner came; empty without an owner column. */
	byOwner(): readonly ReachedCounts[];
}

/** Null without an amount column. */
function amountsBy(
	{ opportunities }: Pipeline,
	selection: Selection,
	slots: number,
	fill: SlotBlock,
): AmountSums | null {
	const column = opportunities.amounts();
	return column === null ? null : slotAmounts(selection, slots, fill, column);
}

/** Amounts by furthest rank. Where nothing but the current stage tells it, those by stage are put together again. */
function reachedAmounts(pipeline: Pipeline, selection: Selection, byStage: () => AmountSums | null): AmountSums | null {
	const size = pipeline.stages.openCount + 2;
	const placement = placementByStage(pipeline);
	if (placement === null)
		return amountsBy(pipeline, selection, size, slotsOfCodes(selection, reachedStages(pipeline).furthest, 1));
	const amounts = byStage();
	const reachedSlot = (slot: number): number =>
		codeOfSlot(slot) < 0 ? 0 : existing(placement.furthest[codeOfSlot(slot)]) + 1;
	return amounts === null ? null : regrouped(amounts, size, reachedSlot);
}

/** How far the deals of each owner came. */
function reachedByOwner(pipeline: Pipeline, selection: Selection): ReachedCounts[] {
	const { columns } = pipeline.opportunities;
	const owners: Dimension | null = columns.owner === undefined ? null : pipeline.opportunities.dimension(columns.owner);
	if (owners === null) return [];
	return reachedCountsBy(pipeline, selection, owners, () => stageCountsBy(pipeline, selection, owners));
}

/** Keeps the answer for each key. */
function kept<T>(): (key: string, make: () => T) => T {
	const made = new Map<string, { readonly answer: T }>();
	return (key, make) => {
		const known = made.get(key) ?? { answer: make() };
		made.set(key, known);
		return known.answer;
	};
}

function layersOf(pipeline: Pipeline, selection: Selection): Statistics {
	const slots = slotCount(pipeline.stages.all.length);
	const stages = onFirstUse(() => stageCounts(pipeline, selection));
	const ended = onFirstUse(() => endedDeals(pipeline, selection, stages()));
	const amounts = onFirstUse(() =>
		amountsBy(pipeline, selection, slots, slotsOfCodes(selection, currentStages(pipeline), slotOf(0))),
	);
	const cycles = {
		won: onFirstUse(() => cycleDays(pipeline, ended().won)),
		lost: onFirstUse(() => cycleDays(pipeline, ended().lost)),
	};
	const events = kept<EventTable | null>();
	const { deals } = selection;
	return {
		count: selection.count,
		whole: () => statisticsOf(pipeline, wholeSelection(pipeline.opportunities)),
		stages,
		amounts,
		openStages: onFirstUse(() => openPipeline(pipeline, selection, stages(), amounts())),
		cycle: (kind) => cycles[kind](),
		reached: onFirstUse(() => reachedCounts(pipeline, selection, stages)),
		touched: onFirstUse(() => touchedCounts(pipeline, selection)),
		reachedAmounts: onFirstUse(() => reachedAmounts(pipeline, selection, amounts)),
		skipped: () => skippedCounts(pipeline, selection),
		moved: (from, to) => movedDirectly(pipeline, selection, from, to),
		passing: (from, to) => events(`pass ${from} ${to}`, () => passEvents(pipeline, from, to, deals)),
		winning: onFirstUse(() => winEvents(pipeline, deals)),
		stays: (rank) => events(`stay ${rank}`, () => stayEvents(pipeline, rank, deals)),
		fates: onFirstUse(() => fateEvents(pipeline, selection)),
		stated: onFirstUse(() => statedCounts(pipeline, selection)),
		reasons: (kind, isByStage) => reasonCounts(pipeline, ended()[kind], isByStage),
		amountMedian: (kind) => amountMedian(pipeline, selection, kind),
		ownChances: () => ownChances(pipeline, selection),
		closings: (starts) => closings(pipeline, ended(), starts),
		lastClosing: (limit) => lastClosing(pipeline, ended(), limit),
		forecast: () => null,
		byOwner: onFirstUse(() => reachedByOwner(pipeline, selection)),
	};
}

const known = new WeakMap<Pipeline, WeakMap<Selection, Statistics>>();

/** The statistics of a selection; the same object for the same pipeline and selection. */
export function statisticsOf(pipeline: Pipeline, selection: Selection): Statistics {
	let ofPipeline = known.get(pipeline);
	if (ofPipeline === undefined) {
		ofPipeline = new WeakMap();
		known.set(pipeline, ofPipeline);
	}
	let statistics = ofPipeline.get(selection);
	if (statistics === undefined) {
		statistics = layersOf(pipeline, selection);
		ofPipeline.set(selection, statistics);
	}
	return statistics;
}
