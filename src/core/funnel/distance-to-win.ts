/**
 * How far a deal that comes to a stage is from being won: stages left, chance, days. From resolved rates where there is
 * a history, else from the configured probability.
 */

import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { type Incidence, incidenceAt } from '../stats/aalen-johansen.ts';

export interface Distance {
	/** Steps to won: 1 in the last open stage. */
	readonly stagesLeft: number;
	/** Chance of being won in the end, 0..1. */
	readonly chance: number;
	/** Median days to the win of those that will be won; null without a history or without wins. */
	readonly medianDays: number | null;
	/** Deals that the chance is based on; 0 for a configured probability. */
	readonly n: number;
	readonly isConfigured: boolean;
	/** The curve moves on after fewer than five are left at risk: its end is a guess. */
	readonly hasThinTail: boolean;
}

/** Of a deal that comes to the open stage of a rank. @param curve null without a history */
export function stageDistance(
	stages: StageList,
	curve: Incidence | null,
	rank: number,
	stagesLeft = stages.openCount - rank,
): Distance {
	const chance = stages.all[existing(stages.open[rank])]?.probability ?? 0;
	const byList = { stagesLeft, chance, medianDays: null, n: 0, isConfigured: true, hasThinTail: false };
	if (curve === null) return byList;
	const end = incidenceAt(curve, Number.POSITIVE_INFINITY);
	// No win was ever seen: the curve says nothing.
	if (end.cause === 0) return byList;
	const supported = incidenceAt(curve, curve.supportedUntil ?? -1);
	const at = curve.times.findIndex((_, i) => existing(curve.cause[i]) >= end.cause / 2 - 1e-12);
	return {
		stagesLeft,
		chance: Math.min(1, end.cause),
		medianDays: at < 0 ? null : existing(curve.times[at]),
		n: curve.n,
		isConfigured: false,
		hasThinTail: supported.unresolved - end.unresolved > 1e-12,
	};
}
