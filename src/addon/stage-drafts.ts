/** Stages as the sidebar edits them, from and to the list that is stored. */

import type { Stage, StageKind } from '../core/stage.ts';
import type { DetectedStage } from '../core/stage-detection.ts';
import { textKey } from '../core/text-key.ts';
import type { StageDraft } from './rpc-contract.ts';

type Classified = StageDraft & { readonly kind: StageKind };

export function draftOf(stage: Stage, deals: number): StageDraft {
	const { id, name, kind, probability, aliases, usualDays, exitRule, tasks } = stage;
	return { id, name, kind, probability, aliases: [...aliases], usualDays, exitRule, tasks: [...tasks], deals };
}

export function draftOfDetected({ name, kind, probability, deals, aliases }: DetectedStage): StageDraft {
	return { id: '', name, kind, probability: probability ?? 0, aliases: [...aliases], usualDays: null, exitRule: '', tasks: [], deals };
}

/**
 * The stages to store. A draft without a kind is left out: its deals stay "unknown stage" until the user classifies it.
 * A renamed stage keeps its former name as an alias, so that its deals and its history stay with it.
 * @param stamp makes the ids of new stages different from every earlier one
 */
export function stagesOf(drafts: readonly StageDraft[], before: readonly Stage[], stamp: string): Stage[] {
	const former = new Map(before.map((stage) => [stage.id, stage]));
	const kept = drafts.filter((draft): draft is Classified => draft.kind !== null);
	const names = new Set(kept.map((draft) => textKey(draft.name)));
	return kept.map((draft, position) => {
		const old = former.get(draft.id);
		const aliases = [...draft.aliases];
		const oldKey = old === undefined ? '' : textKey(old.name);
		if (old !== undefined && !names.has(oldKey) && !aliases.some((alias) => textKey(alias) === oldKey)) aliases.push(old.name);
		const { name, kind, probability, usualDays, exitRule, tasks } = draft;
		return {
			id: draft.id === '' ? `s-${stamp}-${position + 1}` : draft.id,
			name: name.trim(),
			kind,
			probability,
			aliases,
			usualDays,
			exitRule,
			tasks,
		};
	});
}
