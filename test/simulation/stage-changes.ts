/** What a person changes in the list of stages that a page shows. */
import type { StageDraft } from '../../src/addon/contract/answer.ts';
import type { Dice } from './dice.ts';

const MOST_STAGES = 9;

/** One stage renamed, two swapped, or an open one removed, merged into another or added. */
export function changedStages(
	shown: readonly StageDraft[],
	dice: Dice,
): { readonly stages: readonly StageDraft[]; readonly merges: Readonly<Record<string, string>> } {
	const stages = [...shown];
	const open = stages.filter(({ kind }) => kind === 'open');
	const change = dice.weighted({ rename: 5, swap: 3, add: 2, remove: 1, merge: 1 });
	const chosen = dice.pick(open);
	const at = stages.indexOf(chosen);
	if (change === 'rename') stages[at] = { ...chosen, name: `Step ${dice.whole(1, 1e6)}` };
	else if (change === 'swap') stages.splice(0, 0, ...stages.splice(at, 1));
	else if (change === 'add' && stages.length < MOST_STAGES)
		stages.unshift({ ...chosen, id: '', name: `New ${dice.whole(1, 1e6)}`, aliases: [] });
	else if ((change === 'remove' || change === 'merge') && open.length > 2) {
		stages.splice(at, 1);
		if (change === 'merge') return { stages, merges: { [chosen.id]: dice.pick(stages).id } };
	}
	return { stages, merges: {} };
}
