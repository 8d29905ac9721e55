/**
 * The edits of a simulated document by kind, and how often each happens.
 * Each act takes its chances from its own seed, so that a script stays meaningful when acts are taken out of it.
 */
import { BRIEF_STATES, BRIEF_WEIGHTS } from './brief-states.ts';
import { type Act, DEAL_EDITS, DEAL_WEIGHTS } from './deal-edits.ts';
import type { Dice } from './dice.ts';
import { LOG_EDITS, LOG_WEIGHTS } from './log-edits.ts';
import { STAGE_EDITS, STAGE_WEIGHTS } from './stage-edits.ts';
import type { World } from './world.ts';
import type { WorldKind } from './world-kind.ts';

const EDITS: Readonly<Record<string, Act>> = { ...DEAL_EDITS, ...LOG_EDITS, ...BRIEF_STATES, ...STAGE_EDITS };

/** What nobody can do to cells that a formula fills, or what would take the formula away. */
const NOT_WHERE_FED = [
	...['rowsAbove', 'insertColumn', 'deleteColumn', 'moveColumn', 'renameHeading', 'formula', 'pasteHeader', 'cutRow'],
	...['twinHeading', 'duplicateSheet', 'pasteMany', 'undo', 'redo'],
];

export function editWeights(kind: WorldKind): Readonly<Record<string, number>> {
	return {
		...DEAL_WEIGHTS,
		...LOG_WEIGHTS,
		...BRIEF_WEIGHTS,
		...(kind.isListTyped ? STAGE_WEIGHTS : {}),
		...(kind.isNarrow ? { narrowHistory: 0.4, narrowStages: 0.4 } : {}),
		...(kind.isFed ? { ...Object.fromEntries(NOT_WHERE_FED.map((name) => [name, 0])), reload: 0.5 } : {}),
	};
}

/** In one of so many the other deal sheet is edited. */
const ELSEWHERE = 0.2;

/** One edit by one person; says whether the kind is known. */
export function edit(world: World, kind: string, dice: Dice): void {
	const editor = dice.pick(world.editors);
	world.counts.edits++;
	if (world.kind.hasTwoTables) {
		world.turnToSetUp();
		if (dice.isLucky(ELSEWHERE)) world.table = world.tables.find((table) => table !== world.table) ?? world.table;
	}
	world.isSilent = world.kind.isFed && kind in DEAL_EDITS;
	world.now += dice.isLucky(0.5) ? dice.whole(1, 900) : dice.whole(1000, 400_000);
	(EDITS[kind] as Act)(world, dice, editor);
	world.isSilent = false;
	world.look();
	world.step();
	if (world.kind.hasTwoTables) world.turnToSetUp();
}
