/**
 * What each deal is on the as-of day – open, or ended on a calendar day – and why some cannot be followed. Not here:
 * where it was on its way (forecast/).
 */
import { asOfOn } from '../funnel/as-of.ts';
import type { DateColumn } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { isEnded } from '../model/stage.ts';
import type { StageHistory } from '../model/stage-history.ts';
import { existing } from '../speed/existing.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import { forEachDeal, type Selection } from './selection.ts';
import { kindsOf } from './stage-counts.ts';

/** A stay or a deal that has not ended. */
export const NOT_YET = 2 ** 30;

export const OPEN = 0;
export const WON = 1;
export const LOST = 2;

/** What a deal is on the as-of day. */
export interface Standing {
	created: number;
	ended: number;
	outcome: number;
	/** Parked, or without a stage of the list: it was there and can no longer be followed. */
	isOutOfSight: boolean;
}

export interface LeftOut {
	readonly parked: number;
	readonly unknownStage: number;
	/** Without a creation date, or created after the as-of day. */
	readonly noCreation: number;
	/** Won or lost without a closing date, or closed before it was created. */
	readonly noEnd: number;
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
 * `found` is written again for each deal.
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

/** Entry of a deal's last change before the first one that is later than a moment; -1 when there is none. */
function lastUntil({ start, at }: StageHistory, deal: number, limit: number): number {
	let next = existing(start[deal]);
	while (next < existing(start[deal + 1]) && existing(at[next]) <= limit) next++;
	return next > existing(start[deal]) ? next - 1 : -1;
}
