/**
 * Deals as lines of a list: which ones, in which order, with their pace. Not here: one deal in full (deal-detail.ts),
 * what is done to their rows.
 */
import { type Pace, paceOf } from '../../core/funnel/pace.ts';
import type { Pipeline } from '../../core/model/pipeline.ts';
import { reportSelection } from '../../core/report/report-selection.ts';
import { stageDeals } from '../../core/report/stage-deals.ts';
import { overdueDays } from '../../core/statistics/open-pipeline.ts';
import { compensatedSum } from '../../core/stats/compensated-sum.ts';
import { Failure } from '../../sheet/failure.ts';
import type { DealLine, DealList, DealListRequest, DealOrder } from '../contract/deals.ts';

/** Amount and its currency; null and '' without. */
export function moneyOf(
	{ opportunities }: Pipeline,
	deal: number,
): { readonly amount: number | null; readonly currency: string } {
	const column = opportunities.amounts();
	const value = column?.values[deal] ?? Number.NaN;
	const currency = column?.currencies[column.currencyCodes?.[deal] ?? 0] ?? '';
	return { amount: Number.isNaN(value) ? null : value, currency };
}

/** Days since an open deal should have been closed; 0 for all others. */
export function daysOverdue(pipeline: Pipeline): (deal: number) => number {
	const overdueBy = overdueDays(pipeline);
	const { codes } = pipeline.opportunities.stages();
	return (deal) => (pipeline.stages.all[codes[deal] as number]?.kind === 'open' ? (overdueBy?.(deal) ?? 0) : 0);
}

/** Makes the line of a deal. */
export function dealLines(pipeline: Pipeline, pace: Pace = paceOf(pipeline)): (deal: number) => DealLine {
	const { opportunities } = pipeline;
	const { codes } = opportunities.stages();
	const { owner } = opportunities.columns;
	const owners = owner === undefined ? null : opportunities.dimension(owner);
	const overdueBy = daysOverdue(pipeline);
	return (deal) => ({
		row: (opportunities.gridRows[deal] as number) + 1,
		name: opportunities.label(deal),
		owner: owners?.labels[owners.codes[deal] as number] ?? '',
		...moneyOf(pipeline, deal),
		ageDays: pace.age(deal),
		isStageAge: pace.isStageAge(deal),
		overdueDays: overdueBy(deal),
		usualDays: pace.usual[codes[deal] as number] ?? null,
		isSlow: (pace.over(deal) ?? 0) > 0,
	});
}

/** The deals of one part of a stage's bar, in the order of the sheet. @throws Failure `stageGone` */
export function dealsOf(pipeline: Pipeline, { filter, stageId, part }: DealListRequest): number[] {
	const position = pipeline.stages.positionOfId(stageId);
	if (position < 0) throw new Failure('stageGone');
	return stageDeals(pipeline, reportSelection(pipeline, filter).selection, position, part);
}

/** What the deals of a list are worth together: null without amounts and over several currencies. */
export function worthOf(lines: readonly DealLine[]): Pick<DealList, 'amount' | 'currency'> {
	const priced = lines.filter(({ amount }) => amount !== null);
	const currency = priced[0]?.currency ?? '';
	const isOne = priced.length > 0 && priced.every((line) => line.currency === currency);
	return isOne
		? { amount: compensatedSum(priced.map(({ amount }) => amount ?? 0)), currency }
		: { amount: null, currency: '' };
}

/** Oldest, largest or first by name in front; without an age or amount last; ties as in the sheet. */
export function ordered(lines: readonly DealLine[], order: DealOrder, locale: string): DealLine[] {
	const { compare } = new Intl.Collator(locale, { numeric: true });
	const value = ({ ageDays, amount }: DealLine): number =>
		(order === 'age' ? ageDays : amount) ?? Number.NEGATIVE_INFINITY;
	return [...lines].sort((a, b) => (order === 'name' ? compare(a.name, b.name) : value(b) - value(a)) || a.row - b.row);
}
