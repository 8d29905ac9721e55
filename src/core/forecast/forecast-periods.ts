/**
 * What the next periods bring: open deals by their chances, plus deals still to come, as a distribution of money per
 * period and together.
 * Not here: how far earlier forecasts missed (backtest.ts), what a range is stretched by it (forecast-range.ts).
 */
import { add, at } from '../speed/numbers.ts';
import type { OpenDeals } from '../statistics/path-counts.ts';
import type { ExitRates } from './exit-rates.ts';
import type { LearnedRates } from './learned-rates.ts';
import { monthOfQuarter } from './month-factors.ts';
import { type StageTilt, stageTilt } from './stage-tilt.ts';
import type { SumMoments, SumParts } from './sum-distribution.ts';
import { chancesUntil, type StateChances } from './win-chances.ts';

/** A sum of money that a span may bring: its parts and moments. */
export interface Outlook extends SumMoments {
	readonly first: number;
	readonly last: number;
	readonly parts: SumParts;
	/** Expected money of open deals with an amount. */
	readonly fromOpen: number;
	/** Expected number of wins of other deals: new ones, and open ones without an amount. @step */
	readonly newWins: number;
	/** Their expected money. */
	readonly fromNew: number;
}

export interface PeriodOutlooks {
	readonly periods: readonly Outlook[];
	readonly together: Outlook;
	/** Chance of each open deal to be won by the end of each period: period, then deal. */
	readonly chances: readonly Float64Array[];
	/** Tells deals apart by the stage list; null where the rates do. */
	readonly tilt: StageTilt | null;
}

/** Expected wins of deals that do not exist yet, by a day. */
function winsToCome({ asOf, window, factors, deals }: LearnedRates, lastDay: number, entered: Float64Array): number {
	if (deals === null) {
		let days = 0;
		for (let day = asOf + 1; day <= lastDay; day++) days += factors[monthOfQuarter(day)] ?? 1;
		return (window.wins / window.days) * days;
	}
	const { perDay, start } = deals.arrivals;
	const later = entered.reduce((sum, chance, state) => sum + at(start, state) * chance, 0);
	return perDay * ((lastDay - asOf) * at(start, entered.length) + later);
}

/** Chance of a deal by its state and the days spent there; the last entry holds for longer stays. */
export function chancesOf({ state, spent }: OpenDeals, chances: readonly StateChances[]): Float64Array {
	return Float64Array.from(state, (own, i) => {
		const byDay = chances[own];
		return byDay === undefined ? 0 : at(byDay, Math.min(at(spent, i), byDay.length - 1));
	});
}

/**
 * @param ends last days of the periods, ascending; the first period begins on the day after the as-of day
 * @param stageChances probability of each open deal's stage in the list, NaN not known; null: deals are distinguished
 * by the rates alone
 */
export function forecastPeriods(
	learned: LearnedRates,
	open: OpenDeals,
	ends: readonly number[],
	stageChances: Float64Array | null,
): PeriodOutlooks {
	const { asOf, deals, factors } = learned;
	const rates: ExitRates = deals?.rates ?? [];
	const reached = ends.map((end) => {
		const { now, entered } = chancesUntil(rates, factors, asOf, end);
		return { end, chances: chancesOf(open, now), wins: winsToCome(learned, end, entered) };
	});
	const last = reached[reached.length - 1];
	const tilt = stageChances === null || last === undefined ? null : stageTilt(last.chances, stageChances, open.deals);
	if (tilt !== null && stageChances !== null)
		for (const { chances } of reached)
			chances.forEach((chance, i) => {
				chances[i] = tilt.tilted(chance, at(stageChances, i));
			});
	const none = new Float64Array(open.state.length);
	const periods = reached.map(({ end, chances, wins }, i) => {
		const before = reached[i - 1] ?? { end: asOf, chances: none, wins: 0 };
		const own = chances.map((chance, deal) => Math.max(0, chance - at(before.chances, deal)));
		return outlook(learned, open, before.end + 1, end, own, wins - before.wins);
	});
	const together = outlook(learned, open, asOf + 1, last?.end ?? asOf, last?.chances ?? none, last?.wins ?? 0);
	return { periods, together, chances: reached.map(({ chances }) => chances), tilt };
}

function outlook(
	{ window }: LearnedRates,
	open: OpenDeals,
	first: number,
	last: number,
	chances: Float64Array,
	winsToCome: number,
): Outlook {
	const sums = new Float64Array(3);
	let newWins = winsToCome;
	for (let i = 0; i < chances.length; i++) {
		const chance = at(chances, i);
		if (Number.isNaN(open.amount[i])) {
			newWins += at(open.deals, i) * chance;
			continue;
		}
		add(sums, 0, at(open.sum, i) * chance);
		add(sums, 1, at(open.squares, i) * chance * (1 - chance));
	}
	const fromNew = newWins * window.meanAmount;
	return {
		first,
		last,
		parts: { open, chances, others: newWins, drawn: window.amounts },
		fromOpen: at(sums, 0),
		newWins,
		fromNew,
		mean: at(sums, 0) + fromNew,
		variance: at(sums, 1) + newWins * window.meanSquare,
	};
}
