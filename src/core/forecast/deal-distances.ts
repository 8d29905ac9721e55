/**
 * How far each open deal is from being won: the chance and the days left of a deal that is still in its stage after so
 * many days. Who moved on is no longer at risk there, so that a deal that lingers is not given the chances of those
 * that left.
 * Not here: a deal that comes to a stage (funnel/distance-to-win.ts).
 */
import { type Distance, stageDistance } from '../funnel/distance-to-win.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { at } from '../speed/numbers.ts';
import { stagesElsewhereOfDeals, stagesLeft } from '../statistics/processes.ts';
import { wholeSelection } from '../statistics/selection.ts';
import { currentStages } from '../statistics/stage-counts.ts';
import type { DealPaths } from './deal-paths.ts';
import { type ForecastBasis, forecastBasis } from './forecast.ts';
import { finalChances, type StateChances } from './win-chances.ts';
import { daysToHalf } from './win-days.ts';

/** Timed stays that rates of each state stand on. */
function staysByState({ stays, stateCount }: DealPaths): Int32Array {
	const counts = new Int32Array(stateCount);
	for (let i = 0; i < stays.state.length; i++) {
		const state = at(stays.state, i);
		if (stays.isTimed[i] === 1) counts[state] = at(counts, state) + 1;
	}
	return counts;
}

/** One entry per deal given; null for deals that are not open in a stage of the funnel. */
export function dealDistances(pipeline: Pipeline, deals: ArrayLike<number>): (Distance | null)[] {
	const { stages, history } = pipeline;
	const codes = currentStages(pipeline);
	const elsewhereOf = stagesElsewhereOfDeals(pipeline);
	const basis =
		history === null ? null : forecastBasis(pipeline, wholeSelection(pipeline.opportunities), { method: 'stages' });
	const learned = basis?.learned ?? null;
	const rates = learned?.deals?.rates ?? [];
	const knows = learned !== null && learned.window.wins > 0;
	const final = knows ? finalChances(rates) : [];
	const places = placesOf(basis);
	const counts = basis === null ? new Int32Array(0) : staysByState(basis.paths);
	const wanted = Array.from(deals, (deal) => {
		const rank = stages.rankOf[existing(codes[deal])] ?? -1;
		if (rank < 0 || rank >= stages.openCount) return null;
		const place = places.get(deal);
		// What the history last saw elsewhere has come to its stage since.
		return {
			state: rank,
			spent: place?.state === rank ? place.spent : 0,
			left: stagesLeft(stages, elsewhereOf(deal), rank),
		};
	});
	const median = daysToHalf(
		rates,
		final,
		wanted.filter((place) => place !== null),
	);
	return wanted.map((place): Distance | null => {
		if (place === null) return null;
		const { state, spent, left } = place;
		const chances: StateChances | undefined = final[state];
		const byList = stageDistance(stages, null, state, left);
		const n = at(counts, state);
		if (chances === undefined || n === 0) return byList;
		const support = existing(rates[state]).support;
		return {
			stagesLeft: left,
			chance: Math.min(1, at(chances, Math.min(spent, support))),
			medianDays: median(state, spent),
			n,
			isConfigured: false,
			hasThinTail: spent >= support,
		};
	});
}

/** State and days in it by deal, as the history has them. */
function placesOf(basis: ForecastBasis | null): Map<number, { readonly state: number; readonly spent: number }> {
	const places = new Map<number, { readonly state: number; readonly spent: number }>();
	if (basis === null) return places;
	const { open, paths } = basis;
	for (const [i, entry] of open.entries.entries())
		places.set(existing(paths.deals[entry]), { state: at(open.state, i), spent: at(open.spent, i) });
	return places;
}
