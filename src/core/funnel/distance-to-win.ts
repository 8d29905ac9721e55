/** How far a stage or a deal is from being won: stages left, chance, days. From resolved rates where there is a history, else from the configured probability. */

import type { Pipeline } from '../model/pipeline.ts';
import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { type Incidence, incidenceAt } from '../stats/aalen-johansen.ts';
import { daysBetween } from './as-of.ts';
import { journeysOf } from './journeys.ts';
import { reachedStages } from './reached.ts';
import { winIncidence } from './resolved.ts';

export interface Distance {
	/** Steps to won: 1 in the last open stage. */
	readonly stagesLeft: number;
	/** Chance of being won in the end, 0..1. */
	readonly chance: number;
	/** Median days to the win of those that will be won; null without a history or without wins. */
	readonly medianDays: number | null;
	/** Deals that the chance stands on; 0 for a configured probability. */
	readonly n: number;
	readonly isConfigured: boolean;
	/** The curve moves on after fewer than five are left at risk: its end is a guess. */
	readonly hasThinTail: boolean;
}

/** Of the open stage of a rank, counted from entering it. @param curve null without a history */
export function stageDistance(stages: StageList, curve: Incidence | null, rank: number): Distance {
	return distanceOf(stages, curve, rank, 0);
}

/** One entry per deal given, from where it is now and how long it has been since it first came there; null for deals that are not open in a stage of the funnel. */
export function dealDistances(pipeline: Pipeline, deals: ArrayLike<number>): (Distance | null)[] {
	const { stages } = pipeline;
	const { now } = reachedStages(pipeline);
	const journeys = journeysOf(pipeline);
	const curves = stages.open.map((_, rank) => winIncidence(pipeline, rank, null));
	return Array.from(deals, (deal) => {
		const rank = stages.rankOf[existing(now[deal])] ?? -1;
		if (rank < 0 || rank >= stages.openCount) return null;
		const entered = journeys === null ? Number.NaN : existing(journeys.enteredAt[deal * journeys.width + rank]);
		const age = journeys === null || Number.isNaN(entered) ? 0 : daysBetween(entered, journeys.asOf, journeys.hasTime);
		return distanceOf(stages, curves[rank] ?? null, rank, age);
	});
}

function distanceOf(stages: StageList, curve: Incidence | null, rank: number, age: number): Distance {
	const stagesLeft = stages.openCount - rank;
	const chance = stages.all[existing(stages.open[rank])]?.probability ?? 0;
	const byList = { stagesLeft, chance, medianDays: null, n: 0, isConfigured: true, hasThinTail: false };
	if (curve === null) return byList;
	const start = incidenceAt(curve, age);
	const end = incidenceAt(curve, Number.POSITIVE_INFINITY);
	// No win was ever seen, or nothing after as long a wait as this deal's: the curve says nothing about it.
	if (end.cause === 0 || (age > 0 && start.unresolved - end.unresolved < 1e-12)) return byList;
	const supported = incidenceAt(curve, curve.supportedUntil ?? -1);
	const before = age === 0 ? 0 : start.cause;
	const left = age === 0 ? 1 : start.unresolved;
	const half = before + (end.cause - before) / 2;
	const at =
		end.cause > before
			? curve.times.findIndex((time, i) => time >= age && existing(curve.cause[i]) >= half - 1e-12)
			: -1;
	return {
		stagesLeft,
		chance: Math.min(1, (end.cause - before) / left),
		medianDays: at < 0 ? null : existing(curve.times[at]) - age,
		n: curve.n,
		isConfigured: false,
		hasThinTail: supported.unresolved - end.unresolved > 1e-12,
	};
}
