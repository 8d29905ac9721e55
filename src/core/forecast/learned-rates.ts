/**
 * What a sheet teaches about its deals on a day: window, wins, exit rates, month factors, arrivals.
 * All that a forecast needs beside the open deals, in a size that does not grow with the deals. Not here: the forecast
 * made of it (forecast-periods.ts).
 */
import { add, at } from '../speed/numbers.ts';
import { forEachInSpan, type PathCounts } from '../statistics/path-counts.ts';
import { LEFT_SIGHT } from './deal-paths.ts';
import { type ExitRates, exitRates } from './exit-rates.ts';
import { type MonthFactors, monthFactors, monthFactorsOfWins } from './month-factors.ts';
import { type ObservationWindow, observationWindow } from './observation-window.ts';

/** Deals as they come in. */
export interface Arrivals {
	/** Created in the window. */
	readonly deals: number;
	readonly perDay: number;
	/** Shares of the states on the evening of the creation day: states, won, lost. */
	readonly start: Float64Array;
	/** The largest share that came on one day, and that day; an import stands out. */
	readonly peak: { readonly day: number; readonly share: number };
}

export interface LearnedRates {
	readonly asOf: number;
	readonly window: ObservationWindow;
	readonly factors: MonthFactors;
	/** Null when creation dates are not known: wins go on as they came, open deals are not used. */
	readonly deals: { readonly rates: ExitRates; readonly arrivals: Arrivals } | null;
}

/** @returns null when no deal had ended by then */
export function learnedRates(counts: PathCounts, asOf: number): LearnedRates | null {
	const window = observationWindow(counts, asOf);
	if (window === null) return null;
	const earliest = Math.max(counts.firstEnd, counts.seenFrom);
	if (counts.stateCount === 0) {
		const factors = monthFactorsOfWins(counts.wins, window.wins / window.days, asOf, earliest);
		return { asOf, window, factors, deals: null };
	}
	const rates = exitRates(counts.exits(window.from, asOf));
	return {
		asOf,
		window,
		factors: monthFactors(counts, rates, asOf, earliest),
		deals: { rates, arrivals: arrivalsIn(counts, window) },
	};
}

function arrivalsIn({ created, stateCount }: PathCounts, { from, to, days }: ObservationWindow): Arrivals {
	const shares = new Float64Array(stateCount + 2);
	const byDay = new Int32Array(days);
	let deals = 0;
	let known = 0;
	forEachInSpan(created.days, from, to, (i) => {
		const many = at(created.deals, i);
		deals += many;
		add(byDay, at(created.days, i) - from, many);
		if (created.start[i] === LEFT_SIGHT) return;
		known += many;
		add(shares, at(created.start, i), many);
	});
	const most = byDay.reduce((best, count, day) => (count > at(byDay, best) ? day : best), 0);
	return {
		deals,
		perDay: deals / days,
		start: known === 0 ? shares : shares.map((count) => count / known),
		peak: { day: from + most, share: deals === 0 ? 0 : at(byDay, most) / deals },
	};
}
