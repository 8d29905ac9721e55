/**
 * Steps of the funnel in a period against the periods before, on closed deals: those that passed a step against those
 * that were lost before they did. Of a deal that is still open the table does not tell how far it had come at the age
 * in question.
 */
import { existing } from '../speed/existing.ts';
import { compareProportions, type TwoProportion } from '../stats/two-proportion.ts';
import type { SeenPeriod } from './former-period.ts';
import { lostStages } from './lost-stages.ts';
import { statisticsOf } from './statistics.ts';

/** Fewer deals on one side say nothing about a change. */
export const FEWEST_COMPARED = 20;

export interface StepChange {
	readonly rank: number;
	readonly test: TwoProportion;
	/** Closed deals that came to the step in the period. */
	readonly deals: number;
	/** Share of them that passed it, and that of the periods before together. */
	readonly conversion: number;
	readonly reference: number;
}

/**
 * Steps with enough deals on both sides; none where the stage of a loss is not known, because the share of a step is a
 * guess then.
 */
export function stepChanges(current: SeenPeriod, former: readonly SeenPeriod[]): StepChange[] {
	if ([current, ...former].some(({ pipeline, selection }) => lostStages(pipeline, selection).unknown > 0)) return [];
	const [now, before] = [closedReached([current]), closedReached(former)];
	return now.slice(0, -1).flatMap((reached, rank) => {
		const [next, reference, passed] = [existing(now[rank + 1]), before[rank] ?? 0, before[rank + 1] ?? 0];
		if (Math.min(reached, reference) < FEWEST_COMPARED) return [];
		const test = compareProportions(passed, reference, next, reached);
		return test === null
			? []
			: [{ rank, test, deals: reached, conversion: next / reached, reference: passed / reference }];
	});
}

/** Closed deals by the rank that they reached at least, of several periods together. */
function closedReached(periods: readonly SeenPeriod[]): number[] {
	return periods
		.map(({ pipeline, selection }) => statisticsOf(pipeline, selection).reached().closedReached)
		.reduce<number[]>((sums, counts) => counts.map((deals, rank) => deals + (sums[rank] ?? 0)), []);
}
