/**
 * What a changed stage list changes. Belongs here: comparing two lists. Not here: wording it, building the new list
 * from what the sidebar sends.
 */

import type { Stage } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';

export interface StageListChange {
	readonly kind: 'added' | 'renamed' | 'moved' | 'reclassified' | 'merged' | 'removed';
	/** The stage as it was; as it will be when it is new. */
	readonly stage: Stage;
	/** The stage as it will be, or the one that it is merged into; null when it is removed. */
	readonly to: Stage | null;
	/** 0-based place in the new list; -1 when it is not in it. */
	readonly place: number;
}

/**
 * In the order of the new list, then what is left out. As few stages as possible count as moved.
 * @param merges id of a stage that is left out → id of the stage that takes it over
 */
export function stageListChanges(
	before: readonly Stage[],
	after: readonly Stage[],
	merges: ReadonlyMap<string, string>,
): StageListChange[] {
	const former = new Map(before.map((stage, place) => [stage.id, { stage, place }]));
	const now = new Map(after.map((stage) => [stage.id, stage]));
	const kept = after.filter(({ id }) => former.has(id));
	const places = kept.map(({ id }) => existing(former.get(id)).place);
	const staying = longestRising(places);
	const changes: StageListChange[] = [];
	after.forEach((to, place) => {
		const old = former.get(to.id)?.stage;
		if (old === undefined) {
			changes.push({ kind: 'added', stage: to, to, place });
			return;
		}
		if (old.name !== to.name) changes.push({ kind: 'renamed', stage: old, to, place });
		if (!staying.has(existing(former.get(to.id)).place)) changes.push({ kind: 'moved', stage: old, to, place });
		if (old.kind !== to.kind) changes.push({ kind: 'reclassified', stage: old, to, place });
	});
	for (const stage of before) {
		if (now.has(stage.id)) continue;
		const to = now.get(merges.get(stage.id) ?? '') ?? null;
		changes.push({ kind: to === null ? 'removed' : 'merged', stage, to, place: -1 });
	}
	return changes;
}

/**
 * The members of a longest rising run of the sequence, gaps allowed; quadratic, lists have at most a hundred stages.
 */
function longestRising(values: readonly number[]): ReadonlySet<number> {
	const length: number[] = [];
	const before: number[] = [];
	let last = -1;
	values.forEach((value, i) => {
		length[i] = 1;
		before[i] = -1;
		for (let j = 0; j < i; j++) {
			if (existing(values[j]) < value && existing(length[j]) >= existing(length[i])) {
				length[i] = existing(length[j]) + 1;
				before[i] = j;
			}
		}
		if (last < 0 || existing(length[i]) > existing(length[last])) last = i;
	});
	const members = new Set<number>();
	for (let i = last; i >= 0; i = existing(before[i])) members.add(existing(values[i]));
	return members;
}
