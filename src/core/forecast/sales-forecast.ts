/**
 * The forecast as people read it: one line per period and one for all together, with what is won so far, expected dates
 * and notes.
 */
import type { Pipeline } from '../model/pipeline.ts';
import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import type { ExpectedCounts, ForecastCounts } from '../statistics/forecast-counts.ts';
import type { Selection } from '../statistics/selection.ts';
import { calendarLabel, firstOfUnit, unitEnds } from '../time/calendar-unit.ts';
import { LEAST_WINS } from './backtest.ts';
import { type ExpectedDates, expectedCounts, expectedDates } from './expected-dates.ts';
import {
	type CountedBasis,
	type CountedForecast,
	countedBasis,
	type ForecastBasis,
	type ForecastPeriod,
	type ForecastSpan,
	forecastBasis,
	forecastOf,
} from './forecast.ts';
import { type ForecastNote, forecastNotes } from './forecast-notes.ts';
import { hasNoAmounts } from './read-deal-paths.ts';

export interface ForecastLine {
	/** `2026-04`, `2026-Q2`; null for all periods together. */
	readonly period: string | null;
	readonly wonSoFar: number | null;
	readonly low: number | null;
	readonly middle: number | null;
	readonly high: number | null;
	/** Expected money of open deals that have an amount. */
	readonly fromOpen: number | null;
	readonly fromNew: number | null;
	readonly byExpectedDates: number | null;
	readonly targetChance: number | null;
	readonly notes: readonly ForecastNote[];
}

export interface SalesForecast<Basis extends CountedBasis = CountedBasis> {
	readonly basis: Basis | null;
	/** Null where there is too little to make one; the lines say why. */
	readonly forecast: CountedForecast<Basis> | null;
	readonly expected: ExpectedDates | null;
	readonly isCount: boolean;
	readonly lines: readonly ForecastLine[];
	readonly together: ForecastLine;
}

const EMPTY = {
	wonSoFar: null,
	low: null,
	middle: null,
	high: null,
	fromOpen: null,
	fromNew: null,
	targetChance: null,
};

/** @param target of each period; null for none */
export function salesForecast(
	pipeline: Pipeline,
	selection: Selection,
	span: ForecastSpan,
	target: number | null,
): SalesForecast<ForecastBasis> {
	const basis = forecastBasis(pipeline, selection);
	const isCount = basis?.isCount ?? hasNoAmounts(pipeline, selection);
	const { asOfDay: asOf, stages } = pipeline;
	return linesOf({ basis, isCount, expected: expectedCounts(pipeline, selection), asOf, stages }, span, target);
}

/** The same from deals that were counted elsewhere. @throws NotCounted for what was not counted */
export function countedSalesForecast(
	counts: ForecastCounts,
	stages: StageList,
	span: ForecastSpan,
	target: number | null,
): SalesForecast {
	return linesOf({ ...counts, basis: countedBasis(counts), stages }, span, target);
}

interface Told<Basis extends CountedBasis> {
	readonly basis: Basis | null;
	readonly isCount: boolean;
	readonly expected: ExpectedCounts | null;
	readonly asOf: number;
	readonly stages: StageList;
}

function linesOf<Basis extends CountedBasis>(
	{ basis, isCount, expected: counts, asOf, stages }: Told<Basis>,
	span: ForecastSpan,
	target: number | null,
): SalesForecast<Basis> {
	const ends = unitEnds(asOf, span.periods, span.months);
	const spans = ends.map((last, i) => ({
		first: i === 0 ? firstOfUnit(asOf + 1, span.months) : existing(ends[i - 1]) + 1,
		last,
	}));
	const expected = counts === null ? null : expectedDates(counts, stages, asOf, spans, isCount);
	const forecast = basis === null ? null : forecastOf(basis, span);
	const labels = spans.map(({ last }) => calendarLabel(last, span.months === 3 ? 'quarter' : 'month'));
	const common = { basis, forecast, expected, isCount };
	const weighted = (i: number): number | null => expected?.weighted[i] ?? null;
	const allWeighted = expected === null ? null : expected.weighted.reduce((sum, value) => sum + value, 0);
	if (forecast === null) {
		const note: ForecastNote =
			basis === null
				? { code: 'noClosing' }
				: { code: 'needsWins', wins: basis.learned?.window.wins ?? 0, needed: LEAST_WINS };
		return {
			...common,
			lines: labels.map((period, i) => ({ period, ...EMPTY, byExpectedDates: weighted(i), notes: [] })),
			together: { period: null, ...EMPTY, byExpectedDates: allWeighted, notes: [note] },
		};
	}
	const won = forecast.wonSoFar.amount;
	const { days } = forecast.learned.window;
	return {
		...common,
		lines: forecast.periods.map((period, i) => ({
			period: existing(labels[i]),
			...lineOf(period, i === 0 ? won : 0, target),
			byExpectedDates: weighted(i),
			notes: period.range === null ? [{ code: 'beyondSeen', days }] : [],
		})),
		together: {
			period: null,
			...lineOf(forecast.together, won, target === null ? null : target * span.periods),
			byExpectedDates: allWeighted,
			notes: [
				...(forecast.together.range === null ? [{ code: 'beyondSeen', days } as const] : []),
				...forecastNotes(forecast, expected),
			],
		},
	};
}

function lineOf({ outlook, range }: ForecastPeriod, won: number, target: number | null) {
	if (range === null) return { ...EMPTY, wonSoFar: won };
	return {
		wonSoFar: won,
		low: won + range.low,
		middle: won + range.middle,
		high: won + range.high,
		fromOpen: outlook.fromOpen,
		fromNew: outlook.fromNew,
		targetChance: target === null ? null : range.chanceOf(target - won),
	};
}
