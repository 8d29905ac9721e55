/**
 * What the expected closing dates say: shown beside the forecast and no input of it, because after the closing only the
 * last date is left, so that a sheet cannot tell how wrong dates were while the deals were open.
 */
import type { DateColumn } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import type { DueDeals, ExpectedCounts } from '../statistics/forecast-counts.ts';
import { isOverdue } from '../statistics/open-pipeline.ts';
import { forEachDeal, type Selection } from '../statistics/selection.ts';
import { currentStages } from '../statistics/stage-counts.ts';
import { quantileOfTimes, sortedValues } from '../stats/quantile.ts';
import { DAY_MS } from '../time/calendar-day.ts';

/** Days between which a closing counts as on the expected day. */
const SAME_DAY = 1;

export interface ExpectedDates {
	/** Amount × stage probability of the open deals expected in each span. */
	readonly weighted: readonly number[];
	/** Open deals whose expected day has passed. */
	readonly overdue: { readonly deals: number; readonly amount: number };
	/** Of won deals with both dates; null without any. */
	readonly slip: {
		readonly deals: number;
		/** Median days from the expected to the real closing. */
		readonly median: number;
		/** Share that closed within a day of the expected one. */
		readonly onTime: number;
	} | null;
}

export interface Span {
	readonly first: number;
	readonly last: number;
}

/** Days on which deals were expected to close; null without a column of them. */
export function expectedCounts(pipeline: Pipeline, selection: Selection): ExpectedCounts | null {
	const { opportunities, stages, timeZone } = pipeline;
	const column = opportunities.date('expectedClose');
	if (column === null) return null;
	const dayOf = ({ days, hasTime }: DateColumn, deal: number): number => {
		const day = existing(days[deal]);
		return hasTime && !Number.isNaN(day) ? timeZone.dayOf(day * DAY_MS) : day;
	};
	const closed = opportunities.date('closed');
	const amounts = opportunities.amounts()?.values;
	const codes = currentStages(pipeline);
	const due: DueDeals[] = [];
	const slips: number[] = [];
	forEachDeal(selection, (deal) => {
		const position = existing(codes[deal]);
		const kind = stages.all[position]?.kind;
		const day = dayOf(column, deal);
		if (Number.isNaN(day)) return;
		if (kind === 'won' && closed !== null) slips.push(dayOf(closed, deal) - day);
		if (kind !== 'open') return;
		const amount = amounts?.[deal] ?? Number.NaN;
		due.push({ position, day, deals: 1, amount: Number.isNaN(amount) ? 0 : Math.max(0, amount) });
	});
	const days = sortedValues(slips);
	return { due, slips: { days, deals: new Uint8Array(days.length).fill(1) } };
}

/** @param isCount deals are counted, not added up */
export function expectedDates(
	{ due, slips }: ExpectedCounts,
	{ all }: StageList,
	asOf: number,
	spans: readonly Span[],
	isCount: boolean,
): ExpectedDates {
	const weighted = spans.map(() => 0);
	const overdue = { deals: 0, amount: 0 };
	for (const { position, day, deals, amount } of due) {
		const money = isCount ? deals : amount;
		if (isOverdue(day, asOf)) {
			overdue.deals += deals;
			overdue.amount += money;
		}
		const span = spans.findIndex(({ first, last }) => day >= first && day <= last);
		if (span >= 0) weighted[span] = existing(weighted[span]) + money * existing(all[position]).probability;
	}
	return { weighted, overdue, slip: slipOf(slips) };
}

function slipOf({ days, deals }: ExpectedCounts['slips']): ExpectedDates['slip'] {
	const median = quantileOfTimes(days, deals, 0.5);
	if (median === null) return null;
	let [all, onTime] = [0, 0];
	for (let i = 0; i < days.length; i++) {
		const many = existing(deals[i]);
		all += many;
		if (Math.abs(existing(days[i])) <= SAME_DAY) onTime += many;
	}
	return { deals: all, median, onTime: onTime / all };
}
