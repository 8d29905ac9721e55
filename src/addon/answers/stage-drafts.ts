/** Stages as the sidebar edits them, from and to the list that is stored. */

import { textKey } from '../../core/cells/text-key.ts';
import type { DetectedStage } from '../../core/detection/stage-detection.ts';
import type { Stage, StageKind } from '../../core/model/stage.ts';
import type { StageTemplate } from '../../core/stage-list/stage-templates.ts';
import type { Language, StageDraft } from '../contract/answer.ts';
import type { StageEdit } from '../contract/request-shape.ts';

type Classified = StageEdit & { readonly kind: StageKind };

export function draftOf(stage: Stage, deals: number): StageDraft {
	const { id, name, kind, probability, aliases, usualDays, exitRule, tasks } = stage;
	return { id, name, kind, probability, aliases: [...aliases], usualDays, exitRule, tasks: [...tasks], deals };
}

export function draftOfDetected({ name, kind, probability, deals, aliases }: DetectedStage): StageDraft {
	return {
		id: '',
		name,
		kind,
		probability: probability ?? 0,
		aliases: [...aliases],
		usualDays: null,
		exitRule: '',
		tasks: [],
		deals,
	};
}

/** The stages of a ready list, in the language of the file. */
export function draftsOfTemplate({ stages }: StageTemplate, language: Language): StageDraft[] {
	return stages.map((stage) => draftOfDetected({ ...stage, name: stage.name[language], aliases: [], deals: 0 }));
}

/** Id of a stage that is left out → id of the stage that takes its deals. */
export type Merges = Readonly<Record<string, string>>;

/** Where each left-out stage ends, over several merges in a row; what leads to no stage of the list is left out. */
export function mergeTargets(drafts: readonly StageEdit[], merges: Merges): ReadonlyMap<string, string> {
	const kept = new Set(drafts.filter(({ kind }) => kind !== null).map(({ id }) => id));
	const next = new Map(Object.entries(merges));
	const targets = new Map<string, string>();
	for (const id of next.keys()) {
		const seen = new Set<string>();
		let target = id;
		while (!kept.has(target) && next.has(target) && !seen.has(target)) {
			seen.add(target);
			target = next.get(target) as string;
		}
		if (target !== id && kept.has(target)) targets.set(id, target);
	}
	return targets;
}

/**
 * The stages to store. A draft without a kind is left out: its deals stay "unknown stage" until the user classifies it.
 * A renamed stage keeps its former name as an alias, so that its deals and its history stay with it; a merged one
 * leaves its names to the other.
 * @param stamp makes the ids of new stages different from every earlier one
 */
export function stagesOf(
	drafts: readonly StageEdit[],
	before: readonly Stage[],
	stamp: string,
	merges: Merges = {},
): Stage[] {
	const former = new Map(before.map((stage) => [stage.id, stage]));
	const kept = drafts.filter((draft): draft is Classified => draft.kind !== null);
	const names = new Set(kept.map((draft) => textKey(draft.name)));
	const inherited = new Map<string, string[]>();
	for (const [id, target] of mergeTargets(drafts, merges)) {
		const stage = former.get(id);
		if (stage !== undefined) inherited.set(target, [...(inherited.get(target) ?? []), stage.name, ...stage.aliases]);
	}
	return kept.map((draft, position) => {
		const old = former.get(draft.id);
		const candidates = [
			...filled(draft.aliases),
			...(old === undefined ? [] : [old.name]),
			...(inherited.get(draft.id) ?? []),
		];
		// A name of the list is never another stage's alias; spelled the same way it is there once.
		const aliases = candidates.filter(
			(alias, i) =>
				!names.has(textKey(alias)) && candidates.findIndex((other) => textKey(other) === textKey(alias)) === i,
		);
		const { name, kind, probability, usualDays, exitRule, tasks } = draft;
		return {
			id: draft.id === '' ? newId(`s-${stamp}-${position + 1}`, former) : draft.id,
			name: name.replace(/\s+/gu, ' ').trim(),
			kind,
			probability,
			aliases,
			usualDays,
			exitRule,
			tasks: filled(tasks),
		};
	});
}

function filled(texts: readonly string[]): string[] {
	return texts.map((text) => text.trim()).filter((text) => text !== '');
}

function newId(wanted: string, taken: ReadonlyMap<string, Stage>): string {
	return taken.has(wanted) ? newId(`${wanted}x`, taken) : wanted;
}
