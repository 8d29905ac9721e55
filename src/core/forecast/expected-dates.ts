/**
 * What the expected closing dates say: shown beside the forecast and no input of it, because after the closing only the
 * last date is left, so that a sheet cannot tell how wrong dates were while the deals were open.
 */
import type { DateColumn } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { isOverdue } from '../statistics/open-pipeline.ts';
import { forEachDeal, type Selection } from '../statistics/selection.ts';
import { currentStages } from '../statistics/stage-counts.ts';
import { quantileOf } from '../stats/quantile.ts';
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

/** @returns null without a column of expected closing dates. @param isCount deals are counted, not added up */
export function expectedDates(
	pipeline: Pipeline,
	selection: Selection,
	spans: readonly Span[],
	isCount: boolean,
): ExpectedDates | null {
	const { opportunities, stages, asOfDay, timeZone } = pipeline;
	const column = opportunities.date('expectedClose');
	if (column === null) return null;
	const dayOf = ({ days, hasTime }: DateColumn, deal: number): number => {
		const day = existing(days[deal]);
		return hasTime && !Number.isNaN(day) ? timeZone.dayOf(day * DAY_MS) : day;
	};
	const closed = opportunities.date('closed');
	const amounts = opportunities.amounts()?.values;
	const codes = currentStages(pipeline);
	const weighted = spans.map(() => 0);
	const overdue = { deals: 0, amount: 0 };
	const slips: number[] = [];
	forEachDeal(selection, (deal) => {
		const stage = stages.all[existing(codes[deal])];
		const day = dayOf(column, deal);
		if (Number.isNaN(day)) return;
		if (stage?.kind === 'won' && closed !== null) slips.push(dayOf(closed, deal) - day);
		if (stage?.kind !== 'open') return;
		const amount = isCount ? 1 : (amounts?.[deal] ?? Number.NaN);
		const known = Number.isNaN(amount) ? 0 : Math.max(0, amount);
		if (isOverdue(day, asOfDay)) {
			overdue.deals++;
			overdue.amount += known;
		}
		const span = spans.findIndex(({ first, last }) => day >= first && day <= last);
		if (span >= 0) weighted[span] = existing(weighted[span]) + known * stage.probability;
	});
	return { weighted, overdue, slip: slipOf(slips.filter((days) => !Number.isNaN(days))) };
}

function slipOf(slips: readonly number[]): ExpectedDates['slip'] {
	const median = quantileOf(slips, 0.5);
	if (median === null) return null;
	const onTime = slips.filter((days) => Math.abs(days) <= SAME_DAY).length / slips.length;
	return { deals: slips.length, median, onTime };
}
