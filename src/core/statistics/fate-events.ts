/**
 * What became of the deals that came to each stage: calendar days from first entering it, or one beyond it, to their
 * win, their loss or the as-of day.
 */
import { journeysOf } from '../funnel/journeys.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { CAUSE, CENSORED, COMPETING, countEvents, type EventTable } from '../stats/event-table.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import { forEachStanding, LOST, WON } from './deal-standing.ts';
import type { Selection } from './selection.ts';

/**
 * Shows each deal with the days since it entered each rank that it came to.
 * @param visit ending is CAUSE (won), COMPETING (lost) or CENSORED
 */
export function forEachFate(
	pipeline: Pipeline,
	selection: Selection,
	visit: (rank: number, days: number, ending: number) => void,
): void {
	const { stages, asOfDay, timeZone } = pipeline;
	const journeys = journeysOf(pipeline);
	const entryOf = (deal: number, rank: number): number => {
		const at = journeys === null ? Number.NaN : existing(journeys.enteredAt[deal * journeys.width + rank]);
		return journeys?.hasTime === true && !Number.isNaN(at) ? timeZone.dayOf(at * DAY_MS) : at;
	};
	forEachStanding(pipeline, selection, (deal, { outcome, ended, created }, refusal) => {
		if (refusal !== null) return;
		const end = outcome === WON || outcome === LOST ? ended : asOfDay;
		const ending = outcome === WON ? CAUSE : outcome === LOST ? COMPETING : CENSORED;
		for (let rank = 0; rank < stages.openCount; rank++) {
			const entry = entryOf(deal, rank);
			const from = Number.isNaN(entry) && rank === 0 ? created : entry;
			if (from <= end) visit(rank, end - from, ending);
		}
	});
}

/** By rank. */
export function fateEvents(pipeline: Pipeline, selection: Selection): EventTable[] {
	const seen = pipeline.stages.open.map(() => ({
		days: new Float64Array(selection.count),
		endings: new Uint8Array(selection.count),
		count: 0,
	}));
	forEachFate(pipeline, selection, (rank, days, ending) => {
		const own = existing(seen[rank]);
		own.days[own.count] = days;
		own.endings[own.count] = ending;
		own.count++;
	});
	return seen.map(({ days, endings, count }) => countEvents(days, endings, count));
}
