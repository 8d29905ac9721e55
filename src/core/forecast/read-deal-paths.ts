/**
 * Reads the paths of the deals from a table and its stage history, as known on the as-of day.
 * Belongs here: which deals can be used, and when each was where. Not here: the way through the stages
 * (read-stage-paths.ts), choosing a method (forecast.ts).
 */
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { forEachStanding, OPEN } from '../statistics/deal-standing.ts';
import { forEachDeal, type Selection } from '../statistics/selection.ts';
import { kindsOf } from '../statistics/stage-counts.ts';
import { type DealPaths, LEFT_SIGHT } from './deal-paths.ts';
import { PathWriter } from './path-writer.ts';

/** Amount by deal, never below 0; 1 for every deal when it is wins that are counted. */
export function amountsOf({ opportunities }: Pipeline, isCount: boolean): (deal: number) => number {
	const values = opportunities.amounts()?.values;
	if (isCount || values === undefined) return () => 1;
	return (deal) => Math.max(0, existing(values[deal]));
}

/** No won deal of the selection has an amount: wins are counted instead of added up. */
export function hasNoAmounts(pipeline: Pipeline, selection: Selection): boolean {
	const values = pipeline.opportunities.amounts()?.values;
	if (values === undefined) return true;
	const kindOf = kindsOf(pipeline);
	let isNone = true;
	forEachDeal(selection, (deal) => {
		if (isNone && kindOf(deal) === 'won') isNone = Number.isNaN(values[deal]);
	});
	return isNone;
}

/** Deals as one state from creation to their end: what a sheet without a stage history tells. */
export function pathsByAge(pipeline: Pipeline, selection: Selection, isCount: boolean): DealPaths {
	const writer = new PathWriter(selection.count, selection.count, 1);
	const amount = amountsOf(pipeline, isCount);
	forEachStanding(pipeline, selection, (deal, found, refusal) => {
		if (refusal !== null || !(found.created <= pipeline.asOfDay)) {
			writer.leaveOut(refusal ?? 'noCreation');
			return;
		}
		const { created, ended, outcome } = found;
		const start = ended === created ? outcome : 0;
		writer.addDeal(deal, created, ended, outcome, amount(deal), start);
		if (ended > created) writer.addStay(0, created, ended, outcome, true);
	});
	return writer.paths(Number.NEGATIVE_INFINITY);
}

/** The ends alone, for a table without creation dates: nothing is known of open deals. */
export function pathsOfEnds(pipeline: Pipeline, selection: Selection, isCount: boolean): DealPaths {
	const writer = new PathWriter(selection.count, 0, 0);
	const amount = amountsOf(pipeline, isCount);
	forEachStanding(pipeline, selection, (deal, found, refusal) => {
		if (refusal !== null) writer.leaveOut(refusal);
		else if (found.outcome !== OPEN)
			writer.addDeal(deal, Number.NEGATIVE_INFINITY, found.ended, found.outcome, amount(deal), LEFT_SIGHT);
	});
	return writer.paths(Number.NEGATIVE_INFINITY);
}
