/** What keeps a list of stages from being saved, found before the server is asked. */
import type { StageDraft } from '../src/addon/contract/answer.ts';
import { textKey } from '../src/core/cells/text-key.ts';
import type { SidebarKey } from '../src/messages/sidebar.words.ts';

export interface StageFault {
	readonly key: SidebarKey;
	/** Position of the stage to change; -1 when it is the list's fault. */
	readonly at: number;
	readonly stage: string;
}

/** The first fault; null for a list that can be saved. */
export function stageFault(stages: readonly StageDraft[]): StageFault | null {
	const seen = new Set<string>();
	for (const [at, { name, kind }] of stages.entries()) {
		const key = textKey(name);
		if (key === '') return { key: 'needName', at, stage: name };
		if (seen.has(key)) return { key: 'sameName', at, stage: name };
		seen.add(key);
		if (kind === null) return { key: 'needKind', at, stage: name };
	}
	if (!stages.some(({ kind }) => kind === 'open')) return { key: 'needOpen', at: -1, stage: '' };
	return stages.some(({ kind }) => kind === 'won') ? null : { key: 'needWon', at: -1, stage: '' };
}
