/** A page that was opened before somebody else made a change must not undo it unseen: it is told what changed, and nothing is saved. */
import type { Settings } from '../../core/model/settings.ts';
import type { Stage } from '../../core/model/stage.ts';
import { stageListChanges } from '../../core/stage-list/stage-list-changes.ts';
import { Failure } from '../../sheet/failure.ts';
import { draftOf } from '../answers/stage-drafts.ts';
import type { StageEdit } from '../contract/request-shape.ts';

const MOST_TOLD = 5;

/** @param shown as the page showed them @throws Failure `settingsChanged` */
export function requireSame(now: Settings, shown: Partial<Settings>): void {
	const changed = (Object.keys(shown) as (keyof Settings)[]).filter(
		(part) => JSON.stringify(now[part]) !== JSON.stringify(shown[part]),
	);
	if (changed.length === 0) return;
	const changes = changed.map((part) => `${part} = ${JSON.stringify(now[part]).slice(0, 100)}`).join(', ');
	throw new Failure('settingsChanged', { changes });
}

/** @param shown the list as the page showed it; undefined from a page that does not tell @throws Failure `stagesChanged` */
export function requireSameStages(now: readonly Stage[], shown: readonly StageEdit[] | undefined): void {
	if (shown === undefined || told(now.map((stage) => draftOf(stage, 0))) === told(shown)) return;
	const before = shown.flatMap(({ kind, ...stage }) => (kind === null ? [] : [{ ...stage, kind }]));
	const changes = stageListChanges(before, now, new Map()).map(({ kind, stage, to }) => {
		if (kind === 'renamed') return `“${stage.name}” → “${to?.name ?? ''}”`;
		return `${kind === 'added' ? '+ ' : kind === 'removed' ? '− ' : ''}“${stage.name}”`;
	});
	const old = new Map(before.map((stage) => [stage.id, told([draftOf(stage, 0)])]));
	const others = now.flatMap((stage) => (old.get(stage.id) === told([draftOf(stage, 0)]) ? [] : [`“${stage.name}”`]));
	const list = [...new Set(changes.length > 0 ? changes : others)];
	throw new Failure('stagesChanged', { changes: list.slice(0, MOST_TOLD).join(', ') });
}

function told(drafts: readonly StageEdit[]): string {
	return JSON.stringify(
		drafts.map(({ id, name, kind, probability, aliases, usualDays, exitRule, tasks }) => [
			...[id, name, kind, probability],
			...[aliases, usualDays, exitRule, tasks],
		]),
	);
}
