/**
 * Won and lost deals by spans of their closing day: the layer of the statistics behind the trend. Not here: which
 * months (report/report-trend.ts).
 */

import type { Days } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import type { AmountSums } from './amount-sums.ts';
import { cohortDays } from './cohort.ts';
import type { EndedDeals } from './ended-deals.ts';
import type { Selection } from './selection.ts';
import { type SlotBlock, slotAmounts, slotCounts } from './slot-sums.ts';

/** Entries by span, and one more for the deals of other days. */
export interface Closings {
	readonly won: ArrayLike<number>;
	readonly lost: ArrayLike<number>;
	/** Slots by span; null without an amount column. */
	readonly wonAmounts: AmountSums | null;
}

/**
 * @param starts first day of each span in order, and the day after the last span.
 * @returns null without closing dates
 */
export function closings(pipeline: Pipeline, { won, lost }: EndedDeals, starts: readonly number[]): Closings | null {
	const days = cohortDays(pipeline, 'closed');
	if (days === null) return null;
	const [slotsOfWon, slotsOfLost] = [slotsBySpan(days, won, starts), slotsBySpan(days, lost, starts)];
	const column = pipeline.opportunities.amounts();
	return {
		won: slotCounts(won, starts.length, slotsOfWon),
		lost: slotCounts(lost, starts.length, slotsOfLost),
		wonAmounts: column === null ? null : slotAmounts(won, starts.length, slotsOfWon, column),
	};
}

/** Slot by span, the last slot for deals of other days. */
function slotsBySpan(days: Days, { deals }: Selection, starts: readonly number[]): SlotBlock {
	const first = existing(starts[0]);
	const spans = starts.length - 1;
	const spanOfDay = new Uint8Array(existing(starts[spans]) - first);
	for (let span = 0; span < spans; span++) spanOfDay.fill(span, existing(starts[span]) - first);
	return (from, to, slots) => {
		for (let i = from; i < to; i++) {
			const day = existing(days[deals === null ? i : existing(deals[i])]) - first;
			slots[i - from] = day >= 0 && day < spanOfDay.length ? existing(spanOfDay[day]) : spans;
		}
	};
}

/** The last closing day up to a limit; null when there is none. */
export function lastClosing(pipeline: Pipeline, { won, lost }: EndedDeals, limit: number): number | null {
	const days = cohortDays(pipeline, 'closed');
	if (days === null) return null;
	const last = Math.max(lastUntil(limit, days, won), lastUntil(limit, days, lost));
	return last === Number.NEGATIVE_INFINITY ? null : last;
}

function lastUntil(limit: number, days: Days, { deals, count }: Selection): number {
	let last = Number.NEGATIVE_INFINITY;
	inBlocks(0, count, (from, to) => {
		for (let i = from; i < to; i++) {
			const day = existing(days[deals === null ? i : existing(deals[i])]);
			if (day > last && day <= limit) last = day;
		}
	});
	return last;
}
