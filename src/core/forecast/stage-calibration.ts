/**
 * The probabilities of the stage list compared with what the history saw: from first entering a stage or one beyond,
 * how many were won in the end.
 * Not here: probabilities of single deals (probability-check.ts), words (metrics/stage-calibration.ts).
 */

import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { sumOf } from '../speed/numbers.ts';
import { countedFrom, ownRanks } from '../statistics/processes.ts';
import { aalenJohansen, effectiveSize, incidenceAt } from '../stats/aalen-johansen.ts';
import type { EventTable } from '../stats/event-table.ts';
import { nonDecreasing } from '../stats/isotonic.ts';

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

function verdictOf(set: number, n: number, low: number, high: number): Verdict {
	if (n < FEW) return 'few';
	return set > high ? 'high' : set < low ? 'low' : 'within';
}

/**
 * @param fates by rank, as of Statistics
 * @param hasHistory asked only where nothing was seen
 * @param elsewhere by the position of the stages: only deals of other pipelines are in it
 */
export function stageCalibration(
	{ open, openCount, all }: StageList,
	fates: readonly EventTable[],
	hasHistory: () => boolean,
	elsewhere: readonly boolean[] = [],
): StageChance[] {
	const ranks = ownRanks({ open, openCount }, elsewhere);
	const rows = ranks.slice(0, -1).map((rank) => {
		const fate = existing(fates[countedFrom(rank, existing(ranks[0]))]);
		const { n: count } = fate;
		const [won, lost] = [sumOf(fate.cause), sumOf(fate.competing)];
		const position = existing(open[rank]);
		const { cause, causeVariance, unresolved, low, high } = incidenceAt(aalenJohansen(fate), Number.POSITIVE_INFINITY);
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
			const verdict = hasHistory() ? 'few' : 'unseen';
			return { ...row, seen: null, low: null, high: null, unresolved: null, verdict, offer: null };
		}
		const offer = existing(fitted[told.findIndex(({ position }) => position === row.position)]);
		return { ...row, seen: cause, low, high, unresolved, verdict: verdictOf(row.set, row.n, low, high), offer };
	});
}
