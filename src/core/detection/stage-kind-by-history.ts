/**
 * Stages that are called open, and in which deals stand that the history has seen won: the user says what they are. Not
 * here: the stages' own names.
 */
import { textKey } from '../cells/text-key.ts';
import type { StageMeaning } from '../vocabulary/stage-words.ts';
import type { StagePath } from './stage-paths.ts';

/** Deals that must stand in a stage before that says something; fewer may have been opened again. */
const FEWEST = 5;

/** Text keys of such stages. @param stages name and meaning of each */
export function openAfterWin(
	paths: readonly StagePath[],
	stages: readonly { readonly name: string; readonly meaning: StageMeaning }[],
): ReadonlySet<string> {
	const keysOf = (wanted: StageMeaning): Set<string> =>
		new Set(stages.filter(({ meaning }) => meaning === wanted).map(({ name }) => textKey(name)));
	const open = keysOf('open');
	// A word for nearly won stands for it where no other does.
	const won = keysOf('won').size > 0 ? keysOf('won') : keysOf('weakWon');
	const counts = new Map<string, { all: number; wonBefore: number }>();
	for (const path of paths) {
		let last = '';
		let latest = Number.NEGATIVE_INFINITY;
		for (const [key, at] of path) if (at >= latest) [last, latest] = [key, at];
		if (!open.has(last)) continue;
		const count = counts.get(last) ?? { all: 0, wonBefore: 0 };
		counts.set(last, count);
		count.all++;
		if ([...path.keys()].some((key) => won.has(key))) count.wonBefore++;
	}
	return new Set(
		[...counts].filter(([, { all, wonBefore }]) => all >= FEWEST && wonBefore * 2 >= all).map(([key]) => key),
	);
}
