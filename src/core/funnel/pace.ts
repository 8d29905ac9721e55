/**
 * How long a deal has been in its stage, and whether that is longer than usual there.
 * Without a time of entry all that is known is the age since creation: it is compared with the usual days of all stages
 * up to this one.
 */

import type { Pipeline } from '../model/pipeline.ts';
import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { asOfOn, daysBetween } from './as-of.ts';
import { journeysOf } from './journeys.ts';
import { reachedStages } from './reached.ts';
import { timeInStage } from './time-in-stage.ts';

export interface Pace {
	/** Whole days in the stage, else since creation; null for closed deals and where neither is known. */
	age(deal: number): number | null;
	/** The age is the time in the stage, not since creation. */
	isStageAge(deal: number): boolean;
	/**
	 * The stage's usual days by position: as set in the list, else the median seen; null neither, and for closed stages.
	 */
	readonly usual: readonly (number | null)[];
	/** Days beyond the usual; null when it cannot be told, 0 or less in time. */
	over(deal: number): number | null;
}

/** Usual days by stage position, see Pace. @param medianOf median seen in the stage of a rank; null unknown */
export function usualDays(stages: StageList, medianOf: (rank: number) => number | null): readonly (number | null)[] {
	return stages.all.map((stage, position) => {
		const rank = existing(stages.rankOf[position]);
		return stage.usualDays !== null || rank < 0 || rank >= stages.openCount ? stage.usualDays : medianOf(rank);
	});
}

/** Usual days of all stages up to one; null where those of one of them are not known. */
export function usualUpTo(stages: StageList, usual: Pace['usual'], rank: number): number | null {
	return stages.open.slice(0, rank + 1).reduce<number | null>((sum, position) => {
		const days = existing(usual[position]);
		return sum === null || days === null ? null : sum + days;
	}, 0);
}

/** @param seen deals whose times tell what is usual; null: all */
export function paceOf(pipeline: Pipeline, seen: Int32Array | null = null): Pace {
	const { stages, opportunities } = pipeline;
	const { now } = reachedStages(pipeline);
	const journeys = journeysOf(pipeline);
	const created = opportunities.date('created');
	const usual = usualDays(stages, (rank) => timeInStage(pipeline, rank, seen)?.median ?? null);
	const inStage = (deal: number): number => journeys?.age[deal] ?? Number.NaN;
	const rankOf = (deal: number): number => stages.rankOf[existing(now[deal])] ?? -1;
	const isOpen = (deal: number): boolean => rankOf(deal) >= 0 && rankOf(deal) < stages.openCount;
	const age = (deal: number): number | null => {
		if (!isOpen(deal)) return null;
		const known = inStage(deal);
		const since = created?.days[deal] ?? Number.NaN;
		const days =
			Number.isNaN(known) && created !== null
				? daysBetween(since, asOfOn(pipeline, created.hasTime), created.hasTime)
				: known;
		return Number.isNaN(days) || days < 0 ? null : Math.floor(days);
	};
	return {
		age,
		isStageAge: (deal) => !Number.isNaN(inStage(deal)),
		usual,
		over(deal) {
			const days = age(deal);
			if (days === null) return null;
			const limit = Number.isNaN(inStage(deal))
				? usualUpTo(stages, usual, rankOf(deal))
				: existing(usual[existing(now[deal])]);
			return limit === null ? null : days - limit;
		},
	};
}
