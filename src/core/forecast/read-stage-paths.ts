/**
 * Reads the ways of the deals through the open stages, as the stage history tells them up to the as-of day.
 * A state on a day is that at its end. Not here: deals without a history (read-deal-paths.ts).
 */

import { asOfOn } from '../funnel/as-of.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { StageHistory } from '../model/stage-history.ts';
import { existing } from '../speed/existing.ts';
import { forEachStanding, historyDays, NOT_YET, OPEN, type Standing, WON } from '../statistics/deal-standing.ts';
import type { Selection } from '../statistics/selection.ts';
import { currentStages } from '../statistics/stage-counts.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import { type DealPaths, LEFT_SIGHT } from './deal-paths.ts';
import { PathWriter } from './path-writer.ts';
import { amountsOf } from './read-deal-paths.ts';

export function pathsByStage(
	pipeline: Pipeline,
	history: StageHistory,
	selection: Selection,
	isCount: boolean,
): DealPaths {
	const writer = new PathWriter(selection.count, history.at.length + 2 * selection.count, pipeline.stages.openCount);
	const way = new Way(pipeline, history);
	const amount = amountsOf(pipeline, isCount);
	forEachStanding(pipeline, selection, (deal, found, refusal) => {
		if (refusal !== null) writer.leaveOut(refusal);
		// Where a parked deal was before it was parked is known; when this one ended is not.
		if (refusal === 'noEnd') return;
		way.read(deal, found);
		if (way.created <= pipeline.asOfDay) way.write(writer, deal, found, amount(deal));
		else if (refusal === null) writer.leaveOut('noCreation');
	});
	return writer.paths(way.seenFrom);
}

/** First calendar day of the history; infinite when it is empty. */
function firstDayOf(pipeline: Pipeline, history: StageHistory): number {
	let first = Number.POSITIVE_INFINITY;
	for (const at of history.at) if (at < first) first = at;
	return Number.isFinite(first) && history.hasTime ? pipeline.timeZone.dayOf(first * DAY_MS) : first;
}

/** The way of one deal at a time: days and states coded as the exits of DealPaths, the last change of a day only. */
class Way {
	created = Number.NaN;
	readonly seenFrom: number;
	private readonly days: number[] = [];
	private readonly states: number[] = [];
	/** The day of the first entry is known. */
	private isTimed = true;
	private readonly stateCount: number;
	private readonly stateOf: Int16Array;
	private readonly codes: ArrayLike<number>;
	private readonly limit: number;
	private readonly dayOf: (entry: number) => number;
	private readonly asOfDay: number;
	private readonly hasCreation: boolean;

	constructor(
		pipeline: Pipeline,
		private readonly history: StageHistory,
	) {
		const { stages, opportunities, asOfDay } = pipeline;
		const open = stages.openCount;
		this.stateCount = open;
		this.stateOf = Int16Array.from(stages.all, ({ kind }, position) => {
			if (kind === 'open') return existing(stages.rankOf[position]);
			return kind === 'won' ? open : kind === 'lost' ? open + 1 : LEFT_SIGHT;
		});
		this.codes = currentStages(pipeline);
		this.limit = asOfOn(pipeline, history.hasTime);
		this.dayOf = historyDays(pipeline, history);
		this.asOfDay = asOfDay;
		this.hasCreation = opportunities.columns.created !== undefined;
		this.seenFrom = firstDayOf(pipeline, history);
	}

	read(deal: number, found: Standing): void {
		const isFirstAssumed = this.readChanges(deal, found.ended);
		const firstDay = this.days[0];
		this.created = this.creationOf(found, firstDay, isFirstAssumed);
		this.isTimed = true;
		if (firstDay === undefined) this.startUnseen(deal, found);
		else if (firstDay > this.created) this.startBefore(deal, isFirstAssumed);
		this.endWithTable(deal, found);
	}

	write(writer: PathWriter, deal: number, { ended, outcome }: Standing, amount: number): void {
		const { created, stateCount } = this;
		const end = stateCount + outcome - WON;
		const start = ended === created ? end : this.isTimed ? this.stateOn(created) : LEFT_SIGHT;
		writer.addDeal(deal, created, ended, outcome, amount, start);
		this.writeStays(writer, ended, end);
	}

	/** Reads the changes of a deal before its end; true when the first one was found and not seen to happen. */
	private readChanges(deal: number, ended: number): boolean {
		const { history, days, states, limit } = this;
		days.length = 0;
		states.length = 0;
		const first = existing(history.start[deal]);
		let i = first;
		for (; i < existing(history.start[deal + 1]) && existing(history.at[i]) <= limit; i++) {
			const day = this.dayOf(i);
			if (day >= ended) break;
			if (days[days.length - 1] === day) this.drop();
			this.add(day, this.stateAt(existing(history.to[i])));
		}
		return i > first && history.assumed[first] === 1;
	}

	/**
	 * Without a column of creation dates a deal was created when the history first saw it; one that was there before is
	 * older than the history.
	 */
	private creationOf({ created }: Standing, firstDay: number | undefined, isFirstAssumed: boolean): number {
		if (this.hasCreation || firstDay === undefined) return created;
		return isFirstAssumed ? this.seenFrom - 1 : firstDay;
	}

	/** No change was seen: where the deal is now is all that is known of it. */
	private startUnseen(deal: number, { outcome, isOutOfSight }: Standing): void {
		this.isTimed = false;
		if (outcome === OPEN && !isOutOfSight) this.add(this.created, this.stateAt(existing(this.codes[deal])));
	}

	/** Fills the days from the creation to the first change. */
	private startBefore(deal: number, isFirstAssumed: boolean): void {
		const { days, states, history, created } = this;
		// What was in the first stage when it was first seen has been there since its creation; how long in another stage
		// nobody knows.
		this.isTimed = !isFirstAssumed || states[0] === 0;
		const origin = isFirstAssumed ? LEFT_SIGHT : this.stateAt(existing(history.from[existing(history.start[deal])]));
		if (this.isOpenState(origin)) {
			days.unshift(created);
			states.unshift(origin);
		} else if (this.isTimed) days[0] = created;
	}

	/** The table may be ahead of the history. */
	private endWithTable(deal: number, { outcome, isOutOfSight }: Standing): void {
		if (outcome !== OPEN || this.states.length === 0) return;
		const now = isOutOfSight ? LEFT_SIGHT : this.stateAt(existing(this.codes[deal]));
		const isNews = this.states[this.states.length - 1] !== now;
		if (isNews && (isOutOfSight || this.isOpenState(now))) this.add(this.asOfDay, now);
	}

	private writeStays(writer: PathWriter, ended: number, end: number): void {
		const { days, states, created } = this;
		for (let i = 0; i < states.length; ) {
			const state = existing(states[i]);
			let next = i + 1;
			// Said to be in the stage again: the same stay.
			while (next < states.length && states[next] === state) next++;
			const isLast = next === states.length;
			const from = Math.max(created, existing(days[i]));
			const to = isLast ? ended : existing(days[next]);
			const exit = !isLast ? existing(states[next]) : ended === NOT_YET ? LEFT_SIGHT : end;
			if (this.isOpenState(state) && to > from) writer.addStay(state, from, to, exit, this.isTimed || i > 0);
			i = next;
		}
	}

	/** State on the evening of a day; LEFT_SIGHT before the first one known. */
	private stateOn(day: number): number {
		let state = LEFT_SIGHT;
		for (let i = 0; i < this.days.length && existing(this.days[i]) <= day; i++) state = existing(this.states[i]);
		return state;
	}

	private stateAt(position: number): number {
		return position < 0 ? LEFT_SIGHT : existing(this.stateOf[position]);
	}

	private isOpenState(state: number): boolean {
		return state >= 0 && state < this.stateCount;
	}

	private add(day: number, state: number): void {
		this.days.push(day);
		this.states.push(state);
	}

	private drop(): void {
		this.days.pop();
		this.states.pop();
	}
}
