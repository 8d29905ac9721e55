/**
 * What the open deals are worth by the month in which they are expected to close. Not here: the whole pipeline's value
 * (metrics/weighted-pipeline.ts).
 */

import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { isOverdue } from '../statistics/open-pipeline.ts';
import { forEachDeal, type Selection } from '../statistics/selection.ts';
import { currentStages } from '../statistics/stage-counts.ts';
import { compensatedSum } from '../stats/compensated-sum.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import { calendarLabel } from '../time/calendar-unit.ts';

export const OVERDUE = 'overdue';

export interface ForecastMonth {
	/** `2026-03`; OVERDUE for days before the as-of day; '' without a date. */
	readonly month: string;
	readonly deals: number;
	readonly amount: number;
	/** Amount × probability of the stage. */
	readonly weighted: number;
}

/**
 * Overdue first, then the months in order, then the deals without a date. Amounts are added up: ask for one currency
 * only.
 */
export function forecastByMonth(pipeline: Pipeline, selection: Selection): ForecastMonth[] {
	const { stages, opportunities, asOfDay, timeZone } = pipeline;
	const expected = opportunities.date('expectedClose');
	const amounts = opportunities.amounts()?.values;
	const now = currentStages(pipeline);
	const groups = new Map<string, { deals: number; amounts: number[]; weighted: number[] }>();
	forEachDeal(selection, (deal) => {
		const stage = stages.all[existing(now[deal])];
		if (stage?.kind !== 'open') return;
		const at = expected?.days[deal] ?? Number.NaN;
		const day = expected?.hasTime === true && !Number.isNaN(at) ? timeZone.dayOf(at * DAY_MS) : at;
		const month = isOverdue(day, asOfDay) ? OVERDUE : calendarLabel(day, 'month');
		const group = groups.get(month) ?? { deals: 0, amounts: [], weighted: [] };
		groups.set(month, group);
		group.deals++;
		const amount = amounts?.[deal] ?? Number.NaN;
		if (Number.isNaN(amount)) return;
		group.amounts.push(amount);
		group.weighted.push(amount * stage.probability);
	});
	const order = (month: string): string => (month === OVERDUE ? '0' : month === '' ? '9' : month);
	return [...groups]
		.sort(([a], [b]) => (order(a) < order(b) ? -1 : 1))
		.map(([month, { deals, amounts: sums, weighted }]) => ({
			month,
			deals,
			amount: compensatedSum(sums),
			weighted: compensatedSum(weighted),
		}));
}
