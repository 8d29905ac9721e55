/**
 * How a made-up deal goes through its stages: when it enters each, where and when it ends. The same chance for every
 * sample.
 */
import type { Random } from './random.ts';

export interface StepPlan {
	readonly stage: string;
	/** Chance to reach the next stage. */
	readonly passes: number;
	/** Usual days in this stage. */
	readonly days: number;
}

export interface Journey {
	/** Stage by stage with the day it was entered. */
	readonly entered: readonly { readonly stage: string; readonly day: number }[];
	readonly outcome: 'open' | 'won' | 'lost';
	/** Day of the outcome; null while open. */
	readonly closedDay: number | null;
}

/** @param lift over 1: a better seller; the journey stops at `today`. */
export function journey(
	random: Random,
	steps: readonly StepPlan[],
	createdDay: number,
	today: number,
	lift: number,
): Journey {
	const entered: { stage: string; day: number }[] = [];
	let day = createdDay;
	for (const { stage, passes, days } of steps) {
		if (day > today) break;
		entered.push({ stage, day });
		const isPassed = random.chance(Math.min(0.97, passes * lift));
		day += Math.max(1, Math.round(days * Math.exp(random.normal() * 0.5) * (isPassed ? 1 : 1.3)));
		if (!isPassed)
			return day > today ? { entered, outcome: 'open', closedDay: null } : { entered, outcome: 'lost', closedDay: day };
	}
	return day > today ? { entered, outcome: 'open', closedDay: null } : { entered, outcome: 'won', closedDay: day };
}
