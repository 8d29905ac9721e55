/**
 * Sales velocity of a period: deals open at its end × win rate of the deals closed in it × their average won deal ÷
 * their mean cycle. Deals that are open now say nothing about a period of the past. Not here: the velocity of all deals
 * (metrics/sales-velocity.ts).
 */
import { asOfOn } from '../../funnel/as-of.ts';
import type { Measure } from '../../model/metric-result.ts';
import { NO_STAGE, UNKNOWN_STAGE } from '../../model/opportunity.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { filteredBy } from '../../statistics/filter.ts';
import { type PeriodFilter, pipelineOn, seenPeriod } from '../../statistics/former-period.ts';
import type { Period } from '../../statistics/period.ts';
import { narrowed, type Selection } from '../../statistics/selection.ts';
import { currentStages } from '../../statistics/stage-counts.ts';
import { averageDealSize } from '../average-deal-size.ts';
import type { AskedDeals } from '../metric.ts';
import { salesCycle } from '../sales-cycle.ts';
import { winRate } from '../win-rate.ts';
import { measured, unmeasured } from './measured.ts';
import { compute } from './request.ts';

export interface PeriodVelocity {
	readonly measure: Measure;
	/** Open deals at the end of the period. */
	readonly open: number;
	readonly rate: Measure;
	/** The deals that were closed in the period. */
	readonly closed: { readonly pipeline: Pipeline; readonly selection: Selection };
	/** Whether a deal was open at the end of the period. */
	isOpen(deal: number): boolean;
	/**
	 * The deals behind the value, as they were at the end of the period: those that were open, and those closed in it.
	 */
	readonly deals: AskedDeals;
}

/** @param pipeline as of the day from which the period is seen; a period that is not over yet ends there */
export function periodVelocity(pipeline: Pipeline, filter: PeriodFilter, period: Period): PeriodVelocity {
	const atEnd = pipelineOn(pipeline, period.last);
	const filtered = filteredBy(atEnd, Object.entries(filter.columns));
	const isOpen = openThen(atEnd);
	const open = narrowed(filtered, isOpen).count;
	const closed = seenPeriod(atEnd, { ...filter, cohort: 'closed' }, period);
	const { selection } = closed;
	const ask = (metric: Parameters<typeof compute>[0], modes: readonly string[]): Measure =>
		compute(metric, atEnd, { modes, selection }) as Measure;
	const rate = ask(winRate, ['closed']);
	const size = ask(averageDealSize, []);
	const cycle = ask(salesCycle, []);
	const basis = { n: Math.min(open, selection.count), excluded: size.excluded + cycle.excluded };
	const lack = [rate, size, cycle].find(({ value }) => value === null);
	const isClosed = new Set(selection.deals ?? Array.from({ length: selection.count }, (_, deal) => deal));
	const behind = narrowed(filtered, (deal) => isOpen(deal) || isClosed.has(deal));
	const parts = { open, rate, closed, isOpen, deals: { pipeline: atEnd, selection: behind, filter } };
	if (lack !== undefined || cycle.value === 0)
		return { ...parts, measure: unmeasured(lack?.reason ?? 'noDates', basis) };
	const numerator = open * (rate.value ?? 0) * (size.value ?? 0);
	const value = numerator / (cycle.value ?? Number.NaN);
	return { ...parts, measure: measured({ ...basis, value, numerator, denominator: cycle.value }) };
}

/** Whether a deal stood in an open stage on that day, or was closed after it. */
function openThen(then: Pipeline): (deal: number) => boolean {
	const codes = currentStages(then);
	const { lastOpen } = then.opportunities.stages();
	const closed = then.opportunities.date('closed');
	const limit = asOfOn(then, closed?.hasTime ?? false);
	return (deal) => {
		const code = codes[deal] ?? NO_STAGE;
		if (code !== UNKNOWN_STAGE) return then.stages.all[code]?.kind === 'open';
		// A past table holds what was closed later as open in a stage that is not known.
		return then.isPast === true && (lastOpen?.[deal] ?? -1) >= 0 && (closed?.days[deal] ?? Number.NaN) > limit;
	};
}
