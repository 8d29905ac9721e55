/** Stages that a funnel cannot do without. Not here: whether a list can be used as it is (model/stage.ts). */
import type { StageKind } from '../model/stage.ts';

/**
 * A funnel needs an open and a won stage; where no deal is in one yet, one without deals is added: the open one first,
 * the won one before the lost. Of an empty list nothing is known, so it stays empty.
 */
export function withNeededKinds<S extends { readonly kind: StageKind | null }>(
	found: readonly S[],
	make: (kind: 'open' | 'won', probability: number) => S,
): S[] {
	const stages = [...found];
	if (stages.length === 0) return stages;
	const add = (kind: 'open' | 'won', probability: number, at: number): void => {
		if (!stages.some((stage) => stage.kind === kind)) stages.splice(at, 0, make(kind, probability));
	};
	add('open', 0.5, 0);
	const lost = stages.findIndex(({ kind }) => kind === 'lost');
	add('won', 1, lost < 0 ? stages.length : lost);
	return stages;
}
