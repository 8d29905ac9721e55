/**
 * The edits of a simulated document by kind, and how often each happens.
 * Each act takes its chances from its own seed, so that a script stays meaningful when acts are taken out of it.
 */
import { BRIEF_STATES, BRIEF_WEIGHTS } from './brief-states.ts';
import { type Act, DEAL_EDITS, DEAL_WEIGHTS } from './deal-edits.ts';
import type { Dice } from './dice.ts';
import { LOG_EDITS, LOG_WEIGHTS } from './log-edits.ts';
import type { World } from './world.ts';

const EDITS: Readonly<Record<string, Act>> = { ...DEAL_EDITS, ...LOG_EDITS, ...BRIEF_STATES };

export const EDIT_WEIGHTS: Readonly<Record<string, number>> = { ...DEAL_WEIGHTS, ...LOG_WEIGHTS, ...BRIEF_WEIGHTS };

/** One edit by one person; says whether the kind is known. */
export function edit(world: World, kind: string, dice: Dice): void {
	const editor = dice.pick(world.editors);
	world.counts.edits++;
	world.now += dice.isLucky(0.5) ? dice.whole(1, 900) : dice.whole(1000, 400_000);
	(EDITS[kind] as Act)(world, dice, editor);
	world.look();
}
