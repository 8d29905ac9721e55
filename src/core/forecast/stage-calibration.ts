/**
 * The probabilities of the stage list held against what the history saw: from first entering a stage or one beyond, how many were won in the end.
 * Not here: probabilities of single deals (probability-check.ts), words (metrics/stage-calibration.ts).
 */
import { journeysOf } from '../funnel/journeys.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import type { Selection } from '../statistics/selection.ts';
import { aalenJohansen, effectiveSize, incidenceAt } from '../stats/aalen-johansen.ts';
import { CAUSE, CENSORED, COMPETING, countEvents } from '../stats/event-table.ts';
import { nonDecreasing } from '../stats/isotonic.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import { LOST, WON } from './deal-paths.ts';
import { forEachStanding } from './read-deal-paths.ts';

/** `unseen`: without a history nothing tells who came to the stage. */
export type Verdict = 'high' | 'low' | 'within' | 'few' | 'unseen';

export interface StageChance {
	/** Position of the stage in the list. */
	readonly position: number;
	/** Probability of the list. */
	readonly set: number;
	/** Share won in the end; null when no deal was seen. */
	readonly seen: number | null;
	/** 95 % interval. */
	readonly low: number | null;
	readonly high: number | null;
	/** Deals seen in the stage or beyond, and how they stand. */
	readonly n: number;
	readonly won: number;
	readonly lost: number;
	/** Share that has come to no end yet. */
	readonly unresolved: number | null;
	readonly verdict: Verdict;
	/** What was seen, made non-decreasing from stage to stage; null when no deal was seen. */
	readonly offer: number | null;
}

/** Fewer deals are too few for a verdict. */
const FEW = 20;

interface Seen {
	readonly days: Float64Array;
	readonly endings: Uint8Array;
	count: number;
	won: number;
	lost: number;
}

/** Days from entering each rank to the end, deal by deal. */
function seenByRank(pipeline: Pipeline, selection: Selection): Seen[] {
	const { stages, asOfDay, timeZone } = pipeline;
	const journeys = journeysOf(pipeline);
	const seen = stages.open.map(
		(): Seen => ({
			days: new Float64Array(selection.count),
			endings: new Uint8Array(selection.count),
			count: 0,
			won: 0,
			lost: 0,
		}),
	);
	const entryOf = (deal: number, rank: number): number => {
		const at = journeys === null ? Number.NaN : existing(journeys.enteredAt[deal * journeys.width + rank]);
		return journeys?.hasTime === true && !Number.isNaN(at) ? timeZone.dayOf(at * DAY_MS) : at;
	};
	forEachStanding(pipeline, selection, (deal, found, refusal) => {
		if (refusal !== null) return;
		const { outcome, ended, created } = found;
		const end = outcome === WON || outcome === LOST ? ended : asOfDay;
		for (const [rank, own] of seen.entries()) {
			const entry = entryOf(deal, rank);
			const from = Number.isNaN(entry) && rank === 0 ? created : entry;
			if (!(from <= end)) continue;
			own.days[own.count] = end - from;
			own.endings[own.count] = outcome === WON ? CAUSE : outcome === LOST ? COMPETING : CENSORED;
			own.count++;
			if (outcome === WON) own.won++;
			if (outcome === LOST) own.lost++;
		}
	});
	return seen;
}

function verdictOf(set: number, n: number, low: number, high: number): Verdict {
	if (n < FEW) return 'few';
	return set > high ? 'high' : set < low ? 'low' : 'within';
}

export function stageCalibration(pipeline: Pipeline, selection: Selection): StageChance[] {
	const { open, all } = pipeline.stages;
	const rows = seenByRank(pipeline, selection).map(({ days, endings, count, won, lost }, rank) => {
		const position = existing(open[rank]);
		const { cause, causeVariance, unresolved, low, high } = incidenceAt(
			aalenJohansen(countEvents(days, endings, count)),
			Number.POSITIVE_INFINITY,
		);
		const size = effectiveSize(cause, causeVariance, count);
		return {
			position,
			set: existing(all[position]).probability,
			n: count,
			won,
			lost,
			cause,
			low,
			high,
			unresolved,
			size,
		};
	});
	const told = rows.filter(({ n }) => n > 0);
	const fitted = nonDecreasing(
		told.map(({ cause }) => cause),
		told.map(({ size }) => size),
	);
	return rows.map(({ cause, low, high, unresolved, size, ...row }): StageChance => {
		if (row.n === 0) {
			const verdict = pipeline.history === null ? 'unseen' : 'few';
			return { ...row, seen: null, low: null, high: null, unresolved: null, verdict, offer: null };
		}
		const offer = existing(fitted[told.findIndex(({ position }) => position === row.position)]);
		return { ...row, seen: cause, low, high, unresolved, verdict: verdictOf(row.set, row.n, low, high), offer };
	});
}
