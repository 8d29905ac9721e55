/**
 * Reads the paths of the deals from a table and its stage history, as known on the as-of day.
 * Belongs here: which deals can be used, and when each was where. Not here: the way through the stages (read-stage-paths.ts), choosing a method (forecast.ts).
 */

import { asOfOn } from '../funnel/as-of.ts';
import type { DateColumn } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { isEnded } from '../model/stage.ts';
import type { StageHistory } from '../model/stage-history.ts';
import { existing } from '../speed/existing.ts';
import { forEachDeal, type Selection } from '../statistics/selection.ts';
import { kindsOf } from '../statistics/stage-counts.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import { type DealPaths, LEFT_SIGHT, type LeftOut, LOST, NOT_YET, OPEN, WON } from './deal-paths.ts';
import { PathWriter } from './path-writer.ts';

/** What a deal is on the as-of day. */
export interface Standing {
	created: number;
	ended: number;
	outcome: number;
	/** Parked, or without a stage of the list: it was there and can no longer be followed. */
	isOutOfSight: boolean;
}

type Refusal = keyof LeftOut;

/** Calendar days of a column in the sheet's time zone. */
function calendarDays(pipeline: Pipeline, column: DateColumn | null): (deal: number) => number {
	if (column === null) return () => Number.NaN;
	const { days, hasTime } = column;
	return hasTime
		? (deal) => Math.floor(pipeline.timeZone.dayOf(existing(days[deal]) * DAY_MS))
		: (deal) => existing(days[deal]);
}

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

/** Reads what a deal is on the as-of day into `found`, or says why it cannot be used. */
function standingReader(pipeline: Pipeline): (deal: number, found: Standing, historyEnd: number) => Refusal | null {
	const { opportunities, asOfDay } = pipeline;
	const kindOf = kindsOf(pipeline);
	const createdOn = calendarDays(pipeline, opportunities.date('created'));
	const closedOn = calendarDays(pipeline, opportunities.date('closed'));
	const isPast = pipeline.isPast === true;
	return (deal, found, historyEnd) => {
		const kind = kindOf(deal);
		const closed = closedOn(deal);
		found.created = createdOn(deal);
		found.ended = NOT_YET;
		found.outcome = OPEN;
		found.isOutOfSight = false;
		if (isEnded(kind)) {
			const ended = Number.isNaN(closed) ? historyEnd : closed;
			if (!(ended >= found.created || Number.isNaN(found.created)) || Number.isNaN(ended)) return 'noEnd';
			if (ended > asOfDay) return null;
			found.ended = ended;
			found.outcome = kind === 'won' ? WON : LOST;
			return null;
		}
		if (kind === 'open' || (isPast && closed > asOfDay)) return null;
		found.isOutOfSight = true;
		return kind === 'parked' ? 'parked' : 'unknownStage';
	};
}

/**
 * Shows each deal of the selection with what it is on the as-of day and why it cannot be used (null: it can).
 * `found` is written anew for each deal.
 */
export function forEachStanding(
	pipeline: Pipeline,
	selection: Selection,
	visit: (deal: number, found: Standing, refusal: Refusal | null) => void,
): void {
	const standing = standingReader(pipeline);
	const endOf = historyEnds(pipeline);
	const found: Standing = { created: 0, ended: 0, outcome: OPEN, isOutOfSight: false };
	forEachDeal(selection, (deal) => visit(deal, found, standing(deal, found, endOf(deal))));
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

/** Calendar day of a deal's last change when that was a win or a loss; NaN else. */
function historyEnds(pipeline: Pipeline): (deal: number) => number {
	const { history, stages } = pipeline;
	if (history === null) return () => Number.NaN;
	const days = historyDays(pipeline, history);
	return (deal) => {
		const last = lastUntil(history, deal, asOfOn(pipeline, history.hasTime));
		const kind = last < 0 ? undefined : stages.all[existing(history.to[last])]?.kind;
		return isEnded(kind) && history.assumed[last] === 0 ? days(last) : Number.NaN;
	};
}

export function historyDays({ timeZone }: Pipeline, { at, hasTime }: StageHistory): (entry: number) => number {
	return hasTime ? (entry) => timeZone.dayOf(existing(at[entry]) * DAY_MS) : (entry) => existing(at[entry]);
}

/** Entry of a deal's last change up to a moment; -1 when there is none. */
function lastUntil({ start, at }: StageHistory, deal: number, limit: number): number {
	const first = existing(start[deal]);
	for (let i = existing(start[deal + 1]) - 1; i >= first; i--) if (existing(at[i]) <= limit) return i;
	return -1;
}
