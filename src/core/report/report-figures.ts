/**
 * The four figures at the head of a report, each beside the same figure of the period before. Not here: what a change
 * means (figure-comparison.ts).
 */
import { averageDealSize } from '../metrics/average-deal-size.ts';
import type { MetricDefinition } from '../metrics/metric.ts';
import { salesCycle } from '../metrics/sales-cycle.ts';
import { salesVelocity } from '../metrics/sales-velocity.ts';
import { meanDifference, rateDifference, wonAmounts, wonDays } from '../metrics/shared/difference.ts';
import { periodVelocity } from '../metrics/shared/period-velocity.ts';
import { compute } from '../metrics/shared/request.ts';
import { winRate } from '../metrics/win-rate.ts';
import type { Measure, Unit } from '../model/metric-result.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Settings } from '../model/settings.ts';
import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import type { AmountSums } from '../statistics/amount-sums.ts';
import type { SeenPeriod } from '../statistics/former-period.ts';
import type { Period } from '../statistics/period.ts';
import type { Selection } from '../statistics/selection.ts';
import { slotKind } from '../statistics/stage-counts.ts';
import { statisticsOf } from '../statistics/statistics.ts';
import { type Compared, changesOf, velocityDifference } from './figure-comparison.ts';
import type { Figure, ReportFilter } from './report.ts';

/** The one currency of the won deals' amounts, or of all that ended; '' for none or several. */
export function currencyOf(stages: StageList, amounts: AmountSums | null, isOfAllEnded: boolean): string {
	if (amounts === null) return '';
	const { counts, slots, currencies } = amounts;
	const isOf = (slot: number): boolean => {
		const kind = slotKind(stages, slot);
		return kind === 'won' || (isOfAllEnded && kind === 'lost');
	};
	const used = currencies.filter((_, c) =>
		counts.subarray(c * slots, (c + 1) * slots).some((deals, slot) => deals > 0 && isOf(slot)),
	);
	return used.length === 1 ? existing(used[0]) : '';
}

/** The four figures in their order. */
export const FIGURE_METRICS: readonly MetricDefinition[] = [winRate, salesVelocity, averageDealSize, salesCycle];

export function figureOf(
	{ id, unit, better }: MetricDefinition,
	{ kind: _, ...measure }: Measure,
	about: Pick<Figure, 'mode' | 'currency' | 'previous' | 'isClear' | 'deals'>,
): Figure {
	return { id, unit: unit as Unit, better, ...measure, ...about };
}

/** @param former the period before at the age of this one; null without a period */
export function reportFigures(
	pipeline: Pipeline,
	filter: ReportFilter,
	selection: Selection,
	period: Period | null,
	former: SeenPeriod | null,
	winRateMode: Settings['winRateMode'],
): Figure[] {
	const ask = (metric: MetricDefinition, seen: Pick<SeenPeriod, 'pipeline' | 'selection'>, mode = ''): Measure =>
		compute(metric, seen.pipeline, { modes: mode === '' ? [] : [mode], selection: seen.selection }) as Measure;
	const current = { pipeline, selection };
	const velocity = period === null ? null : periodVelocity(pipeline, filter, period);
	const formerVelocity = former === null ? null : periodVelocity(former.pipeline, filter, former.period);
	const now: Measure[] = [
		ask(winRate, current, winRateMode),
		velocity?.measure ?? ask(salesVelocity, current),
		ask(averageDealSize, current),
		ask(salesCycle, current),
	];
	const [rateNow, speedNow, sizeNow, daysNow] = now as [Measure, Measure, Measure, Measure];
	const compared = (): (Compared | null)[] => {
		if (former === null || velocity === null || formerVelocity === null) return now.map(() => null);
		const rate = ask(winRate, former, winRateMode);
		const difference = (of: typeof wonAmounts) =>
			meanDifference(of(former.pipeline, former.selection), of(pipeline, selection));
		return [
			{ now: rateNow, before: rate, difference: rateDifference(rate, rateNow) },
			{ now: speedNow, before: formerVelocity.measure, difference: velocityDifference(formerVelocity, velocity) },
			{ now: sizeNow, before: ask(averageDealSize, former), difference: difference(wonAmounts) },
			{ now: daysNow, before: ask(salesCycle, former), difference: difference(wonDays) },
		];
	};
	const changes = changesOf(compared());
	const modes = [winRateMode, '', '', ''];
	const isValue = winRateMode === 'value';
	const amountsOf = ({ pipeline: own, selection: part }: typeof current) => statisticsOf(own, part).amounts();
	return FIGURE_METRICS.map((metric, at) => {
		const amounts = amountsOf(at === 1 && velocity !== null ? velocity.closed : current);
		return figureOf(metric, existing(now[at]), {
			mode: modes[at] ?? '',
			currency: currencyOf(pipeline.stages, amounts, isValue && at === 0),
			deals: at === 1 && velocity !== null ? { open: velocity.open, closed: velocity.closed.selection.count } : null,
			...existing(changes[at]),
		});
	});
}
