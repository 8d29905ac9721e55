/**
 * The forecast of a sheet: chooses the method that its columns allow, learns from its deals, and looks back on its own
 * earlier forecasts. Method: design notes in docs/forecast.md. Not here: words and tables (metrics/sales-forecast.ts).
 */
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import type { ForecastCounts, ForecastMethod } from '../statistics/forecast-counts.ts';
import { dealsInSpan, type OpenDeals, type PathCounts } from '../statistics/path-counts.ts';
import type { Selection } from '../statistics/selection.ts';
import { currentStages } from '../statistics/stage-counts.ts';
import { firstOfUnit, unitEnds } from '../time/calendar-unit.ts';
import { backtest, LEAST_WINS, type Origin, type WonMoney, wonBetween } from './backtest.ts';
import { countsOfPaths } from './counts-of-paths.ts';
import type { DealPaths } from './deal-paths.ts';
import { forecastPeriods, type Outlook, type PeriodOutlooks } from './forecast-periods.ts';
import { type ForecastRange, forecastRange, missFactor } from './forecast-range.ts';
import { type LearnedRates, learnedRates } from './learned-rates.ts';
import type { WindowDays } from './observation-window.ts';
import { hasNoAmounts, pathsByAge, pathsOfEnds } from './read-deal-paths.ts';
import { pathsByStage } from './read-stage-paths.ts';

/** Fewer wins that the history followed are too few for rates by stage; and fewer in all are marked. */
export const FEW_WINS = 20;

/** What a forecast is based on, no matter who counted it. */
export interface CountedBasis {
	readonly method: ForecastMethod;
	readonly counts: PathCounts;
	/** Null when nothing has ended yet. */
	readonly learned: LearnedRates | null;
	readonly open: OpenDeals;
	/** Probability of each open deal's stage in the list; null when the method does not use it. */
	readonly stageChances: Float64Array | null;
	/** Wins are counted, because won deals have no amounts. */
	readonly isCount: boolean;
}

/** The same from single deals. */
export interface ForecastBasis extends CountedBasis {
	readonly paths: DealPaths;
}

export interface BasisOptions {
	/** For worked examples: takes this method whatever the number of wins. */
	readonly method?: ForecastMethod;
	/** For worked examples: leaves the stage list out. */
	readonly ignoresStages?: boolean;
}

/** @returns null when there is no closing date at all, so that nothing tells when deals end. */
export function forecastBasis(
	pipeline: Pipeline,
	selection: Selection,
	options: BasisOptions = {},
): ForecastBasis | null {
	const { history, opportunities, asOfDay } = pipeline;
	if (history === null && opportunities.date('closed') === null) return null;
	const isCount = hasNoAmounts(pipeline, selection);
	const byStage = (): ForecastBasis | null => {
		if (history === null || options.method === 'age' || options.method === 'ends') return null;
		const paths = pathsByStage(pipeline, history, selection, isCount);
		const counts = countsOfPaths(paths, asOfDay);
		const learned = learnedRates(counts, asOfDay);
		if (options.method !== 'stages' && followedWins(counts, learned?.window ?? null) < FEW_WINS) return null;
		return { method: 'stages', paths, counts, learned, open: counts.open(asOfDay), stageChances: null, isCount };
	};
	return byStage() ?? withoutHistory(pipeline, selection, isCount, options);
}

function withoutHistory(
	pipeline: Pipeline,
	selection: Selection,
	isCount: boolean,
	{ method, ignoresStages }: BasisOptions,
): ForecastBasis {
	const { asOfDay, opportunities } = pipeline;
	const byAge =
		method === 'ends' || opportunities.columns.created === undefined ? null : pathsByAge(pipeline, selection, isCount);
	// Where most deals have no creation date the few that do do not represent them.
	const isByAge = byAge !== null && (method === 'age' || byAge.leftOut.noCreation <= byAge.deals.length);
	const paths = isByAge ? byAge : pathsOfEnds(pipeline, selection, isCount);
	const counts = countsOfPaths(paths, asOfDay);
	const open = counts.open(asOfDay);
	// In which stage a deal was on an earlier day is not known without a history.
	const usesStages = isByAge && pipeline.isPast !== true && ignoresStages !== true;
	return {
		method: isByAge ? 'age' : 'ends',
		paths,
		counts,
		learned: learnedRates(counts, asOfDay),
		open,
		stageChances: usesStages ? stageChancesOf(pipeline, paths, open) : null,
		isCount,
	};
}

/** @returns null when there is no closing date at all, so that nothing tells when deals end. */
export function countedBasis({ asOf, isCount, paths }: ForecastCounts): CountedBasis | null {
	if (paths === null) return null;
	const { method, counts, stageChances } = paths;
	return { method, counts, learned: learnedRates(counts, asOf), open: counts.open(asOf), stageChances, isCount };
}

/** Wins in the window whose last stay was followed from its first day on. */
export function followedWins({ followed }: Pick<PathCounts, 'followed'>, window: WindowDays | null): number {
	return window === null ? 0 : dealsInSpan(followed, window.from, window.to);
}

function stageChancesOf(pipeline: Pipeline, { deals }: DealPaths, { entries }: OpenDeals): Float64Array {
	const codes = currentStages(pipeline);
	return Float64Array.from(entries, (entry) => {
		const stage = pipeline.stages.all[existing(codes[existing(deals[entry])])];
		return stage?.kind === 'open' ? stage.probability : Number.NaN;
	});
}

export interface ForecastPeriod {
	readonly outlook: Outlook;
	/** Null beyond the days that were seen. */
	readonly range: ForecastRange | null;
}

export interface CountedForecast<Basis extends CountedBasis = CountedBasis> {
	readonly basis: Basis;
	readonly learned: LearnedRates;
	readonly outlooks: PeriodOutlooks;
	readonly periods: readonly ForecastPeriod[];
	readonly together: ForecastPeriod;
	/** Won from the first day of the first period to the as-of day. */
	readonly wonSoFar: WonMoney;
	readonly origins: readonly Origin[];
	readonly factor: number;
	/** @step of the periods one by one; `factor` is that of their sum */
	readonly periodFactor: number;
}

export type Forecast = CountedForecast<ForecastBasis>;

export interface ForecastSpan {
	readonly periods: number;
	/** Months of each period: 1 or 3. */
	readonly months: number;
}

/** @returns null with fewer wins in the window than a forecast needs. @param leastWins for worked examples */
export function forecastOf<Basis extends CountedBasis>(
	basis: Basis,
	span: ForecastSpan,
	leastWins: number = LEAST_WINS,
): CountedForecast<Basis> | null {
	const { learned, counts, open, stageChances } = basis;
	if (learned === null || learned.window.wins < leastWins) return null;
	const { asOf, window } = learned;
	const ends = unitEnds(asOf, span.periods, span.months);
	const outlooks = forecastPeriods(learned, open, ends, stageChances);
	const origins = backtest(counts, asOf, { ...span, leastWins });
	const factor = missFactor(origins.map(({ miss }) => miss));
	const periodFactor = missFactor(origins.flatMap(({ periodMisses }) => periodMisses));
	const ranged = (outlook: Outlook, own: number): ForecastPeriod => ({
		outlook,
		range: outlook.last - asOf > window.days ? null : forecastRange(outlook, own, window.wins),
	});
	const firstDay = firstOfUnit(asOf + 1, span.months);
	return {
		basis,
		learned,
		outlooks,
		periods: outlooks.periods.map((outlook) => ranged(outlook, periodFactor)),
		together: ranged(outlooks.together, factor),
		wonSoFar: wonBetween(counts, firstDay, asOf, 0),
		origins,
		factor,
		periodFactor,
	};
}
