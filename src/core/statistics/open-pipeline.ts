/**
 * The pipeline of today by stage: open deals, their money, and how many are overdue or stuck. Not here: what was
 * reached (reached-counts.ts).
 */
import { paceOf } from '../funnel/pace.ts';
import { slotOf } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import { type AmountSums, amountTotal } from './amount-sums.ts';
import { forEachDeal, type Selection, wholeSelection } from './selection.ts';
import { currentStages, type StageCounts } from './stage-counts.ts';

export interface OpenStage {
	/** In the stage list. */
	readonly position: number;
	readonly deals: number;
	/** Null without amounts and over several currencies. */
	readonly amount: number | null;
	/** Amount × probability of the stage. */
	readonly weighted: number | null;
	readonly isMixed: boolean;
	/** Expected to close before the as-of day; null without that column. */
	readonly overdue: number | null;
	/** Longer in the stage than usual; null where the usual time of none of its deals is known. */
	readonly stuck: number | null;
}

/**
 * Should have closed before today, if it is open.
 * @param expected day, NaN for none
 * @param today the day itself, or its beginning where days have times
 */
export function isOverdue(expected: number, today: number): boolean {
	return expected < today;
}

/**
 * Whole days since the deal should have been closed, 0 when it is not overdue; null without a column of expected
 * closings. Of open deals only.
 */
export function overdueDays(pipeline: Pipeline): ((deal: number) => number) | null {
	const expected = pipeline.opportunities.date('expectedClose');
	if (expected === null) return null;
	const { asOfDay, timeZone } = pipeline;
	const today = expected.hasTime ? timeZone.instantOf(asOfDay * DAY_MS) / DAY_MS : asOfDay;
	return (deal) => {
		const day = existing(expected.days[deal]);
		if (!isOverdue(day, today)) return 0;
		// Days of the calendar: between two of them lie 25 hours where clocks are put back.
		return asOfDay - (expected.hasTime ? timeZone.dayOf(day * DAY_MS) : day);
	};
}

/** The open stages in their order. @param amounts by stage now; null without an amount column */
export function openPipeline(
	pipeline: Pipeline,
	selection: Selection,
	{ bySlot }: StageCounts,
	amounts: AmountSums | null,
): OpenStage[] {
	const { stages } = pipeline;
	const now = currentStages(pipeline);
	// Of an earlier day only the deals that were there tell what is usual.
	const pace = paceOf(pipeline, wholeSelection(pipeline.opportunities).deals);
	const overdueBy = overdueDays(pipeline);
	const counts = stages.all.map(() => ({ overdue: 0, stuck: 0, paced: 0 }));
	forEachDeal(selection, (deal) => {
		const count = counts[existing(now[deal])];
		if (count === undefined) return;
		if (overdueBy !== null && overdueBy(deal) > 0) count.overdue++;
		const over = pace.over(deal);
		if (over === null) return;
		count.paced++;
		if (over > 0) count.stuck++;
	});
	return openStagesOf(stages, bySlot, amounts, (position) => {
		const { overdue, stuck, paced } = existing(counts[position]);
		return { overdue: overdueBy === null ? null : overdue, stuck: paced === 0 ? null : stuck };
	});
}

/** The same from counts, wherever they were made. @param bySlot deals by stage now */
export function openStagesOf(
	stages: StageList,
	bySlot: ArrayLike<number>,
	amounts: AmountSums | null,
	lateIn: (position: number) => Pick<OpenStage, 'overdue' | 'stuck'>,
): OpenStage[] {
	return stages.open.map((position) => {
		const total = amounts === null ? null : amountTotal(amounts, (slot) => slot === slotOf(position));
		const amount = total?.sum ?? null;
		return {
			position,
			deals: existing(bySlot[slotOf(position)]),
			amount,
			weighted: amount === null ? null : amount * existing(stages.all[position]).probability,
			isMixed: total?.isMixed ?? false,
			...lateIn(position),
		};
	});
}
