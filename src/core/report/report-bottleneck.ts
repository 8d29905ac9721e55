/**
 * The bottleneck that the report names: a step that is worse than in the periods before, beyond chance. And where most
 * money was lost.
 * Not here: the steps and their tests (statistics/step-changes.ts).
 */
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import type { ComparedPeriods } from '../statistics/compared-periods.ts';
import type { LostStages } from '../statistics/lost-stages.ts';
import { adjustedPValues } from '../stats/benjamini-hochberg.ts';
import { compensatedSum } from '../stats/compensated-sum.ts';
import type { MostLost, ReportBottleneck } from './report.ts';

const FALSE_ALARMS = 0.1;

/**
 * @param label of the period that is compared
 * @param elsewhere by the position of the stages: only deals of other pipelines are in it
 */
export function reportBottleneck(
	pipeline: Pipeline,
	label: string,
	compared: ComparedPeriods,
	elsewhere: readonly boolean[] = [],
): ReportBottleneck | null {
	const tests = compared.steps();
	const isForeign = (rank: number): boolean => elsewhere[existing(pipeline.stages.open[rank])] === true;
	const adjusted = adjustedPValues(tests.map(({ test }) => test.pValue));
	const worse = tests
		.map((step, i) => ({ ...step, pValue: adjusted[i] ?? 1 }))
		.filter(({ test, pValue, rank }) => test.high < 0 && pValue <= FALSE_ALARMS && !isForeign(rank))
		.sort((a, b) => a.pValue - b.pValue || a.rank - b.rank)[0];
	if (worse === undefined) return null;
	const { rank, conversion, reference, pValue } = worse;
	return { stage: existing(pipeline.stages.open[rank]), period: label, conversion, reference, pValue };
}

/** @param losses of the lost deals of the report */
export function mostLost(pipeline: Pipeline, { byRank, unknown }: LostStages): MostLost | null {
	if (unknown > 0) return null;
	const column = pipeline.opportunities.amounts();
	const isOneCurrency = column !== null && column.currencyCodes === null;
	const rows = byRank.map(({ deals, count }, rank) => ({
		stage: existing(pipeline.stages.open[rank]),
		deals: count,
		amount: isOneCurrency ? compensatedSum(Array.from(deals ?? [], (deal) => column.values[deal] ?? Number.NaN)) : null,
	}));
	return worstLoss(rows);
}

/** The most money, without amounts the most deals; null where nothing was lost. */
export function worstLoss(rows: readonly MostLost[]): MostLost | null {
	const [worst] = [...rows].sort((a, b) => (b.amount ?? b.deals) - (a.amount ?? a.deals) || b.deals - a.deals);
	return worst === undefined || worst.deals === 0 ? null : worst;
}
