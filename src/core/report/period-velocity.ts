/**
 * Sales velocity of a period: deals open at its end × win rate of the deals closed in it × their average won deal ÷
 * their mean cycle. Deals that are open now say nothing about a period of the past. Not here: the velocity of all deals
 * (metrics/sales-velocity.ts).
 */
import { asOfOn } from '../funnel/as-of.ts';
import { averageDealSize } from '../metrics/average-deal-size.ts';
import { salesCycle } from '../metrics/sales-cycle.ts';
import { measured, unmeasured } from '../metrics/shared/measured.ts';
import { compute } from '../metrics/shared/request.ts';
import { winRate } from '../metrics/win-rate.ts';
import type { Measure } from '../model/metric-result.ts';
import { NO_STAGE, UNKNOWN_STAGE } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { filteredBy } from '../statistics/filter.ts';
import { pipelineOn, seenPeriod } from '../statistics/former-period.ts';
import type { Period } from '../statistics/period.ts';
import { narrowed, type Selection } from '../statistics/selection.ts';
import { currentStages } from '../statistics/stage-counts.ts';
import type { ReportFilter } from './report.ts';

export interface PeriodVelocity {
	readonly measure: Measure;
	/** Open deals at the end of the period. */
	readonly open: number;
	readonly rate: Measure;
	/** The deals that were closed in the period. */
	readonly closed: { readonly pipeline: Pipeline; readonly selection: Selection };
}

/** @param pipeline as of the day from which the period is seen; a period that is not over yet ends there */
export function periodVelocity(pipeline: Pipeline, filter: ReportFilter, period: Period): PeriodVelocity {
	const atEnd = pipelineOn(pipeline, period.last);
	const open = openDeals(atEnd, filter);
	const closed = seenPeriod(atEnd, { ...filter, cohort: 'closed' }, period);
	const { selection } = closed;
	const ask = (metric: Parameters<typeof compute>[0], modes: readonly string[]): Measure =>
		compute(metric, atEnd, { modes, selection }) as Measure;
	const rate = ask(winRate, ['closed']);
	const size = ask(averageDealSize, []);
	const cycle = ask(salesCycle, []);
	const basis = { n: Math.min(open, selection.count), excluded: size.excluded + cycle.excluded };
	const lack = [rate, size, cycle].find(({ value }) => value === null);
	const parts = { open, rate, closed };
	if (lack !== undefined || cycle.value === 0)
		return { ...parts, measure: unmeasured(lack?.reason ?? 'noDates', basis) };
	const numerator = open * (rate.value ?? 0) * (size.value ?? 0);
	const value = numerator / (cycle.value ?? Number.NaN);
	return { ...parts, measure: measured({ ...basis, value, numerator, denominator: cycle.value }) };
}

/** Deals that stood in an open stage on that day, or were closed after it. */
function openDeals(then: Pipeline, { columns }: ReportFilter): number {
	const codes = currentStages(then);
	const { lastOpen } = then.opportunities.stages();
	const closed = then.opportunities.date('closed');
	const limit = asOfOn(then, closed?.hasTime ?? false);
	const isOpen = (deal: number): boolean => {
		const code = codes[deal] ?? NO_STAGE;
		if (code !== UNKNOWN_STAGE) return then.stages.all[code]?.kind === 'open';
		// A past table holds what was closed later as open in a stage that is not known.
		return then.isPast === true && (lastOpen?.[deal] ?? -1) >= 0 && (closed?.days[deal] ?? Number.NaN) > limit;
	};
	return narrowed(filteredBy(then, Object.entries(columns)), isOpen).count;
}
