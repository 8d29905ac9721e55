/**
 * Keeps a page from undoing a change that someone else made after the page was opened: nothing is saved, and the page
 * learns what changed.
 */
import type { Cell } from '../../core/cells/cell.ts';
import { columnLetters } from '../../core/cells/cell-name.ts';
import { cellText } from '../../core/cells/cell-text.ts';
import type { Settings } from '../../core/model/settings.ts';
import type { Stage } from '../../core/model/stage.ts';
import { stageListChanges } from '../../core/stage-list/stage-list-changes.ts';
import { Failure } from '../../sheet/failure.ts';
import { draftOf } from '../answers/stage-drafts.ts';
import type { StageEdit } from '../contract/request-shape.ts';

const MOST_TOLD = 5;

/** @param shown as the page showed the settings @throws Failure `settingsChanged`, or the other code that is given */
export function requireSame(
	now: Partial<Settings>,
	shown: Partial<Settings>,
	code: 'settingsChanged' | 'setUpChanged' = 'settingsChanged',
): void {
	const changed = (Object.keys(shown) as (keyof Settings)[]).filter(
		(part) => JSON.stringify(now[part]) !== JSON.stringify(shown[part]),
	);
	if (changed.length === 0) return;
	throw new Failure(code, { changes: changed.map((part) => settingText(now, part)).join(', ') });
}

/** A sheet by its name, which people know; other settings as they are stored. */
function settingText(now: Partial<Settings>, part: keyof Settings): string {
	if (part === 'dealSheetId') return `“${now.dealSheetName ?? ''}”`;
	return `${part} = ${(JSON.stringify(now[part]) ?? '–').slice(0, 100)}`;
}

/**
 * @param shown the list as the page showed it; undefined from a page that does not send it
 * @throws Failure `stagesChanged`, or the other code that is given
 */
export function requireSameStages(
	now: readonly Stage[],
	shown: readonly StageEdit[] | undefined,
	code: 'stagesChanged' | 'setUpChanged' = 'stagesChanged',
): void {
	if (shown === undefined || told(now.map((stage) => draftOf(stage, 0))) === told(shown)) return;
	const before = shown.flatMap(({ kind, ...stage }) => (kind === null ? [] : [{ ...stage, kind }]));
	const changes = stageListChanges(before, now, new Map()).map(({ kind, stage, to }) => {
		if (kind === 'renamed') return `“${stage.name}” → “${to?.name ?? ''}”`;
		return `${kind === 'added' ? '+ ' : kind === 'removed' ? '− ' : ''}“${stage.name}”`;
	});
	const old = new Map(before.map((stage) => [stage.id, told([draftOf(stage, 0)])]));
	const others = now.flatMap((stage) => (old.get(stage.id) === told([draftOf(stage, 0)]) ? [] : [`“${stage.name}”`]));
	const list = [...new Set(changes.length > 0 ? changes : others)];
	throw new Failure(code, { changes: list.slice(0, MOST_TOLD).join(', ') });
}

/**
 * @param now the heading row as it is
 * @param shown as the page showed it
 * @param chosen 0-based columns
 * @throws Failure `setUpChanged`
 */
export function requireSameHeadings(now: readonly Cell[], shown: readonly string[], chosen: readonly number[]): void {
	// When two columns share a heading, the first is used, so no column up to the last chosen one may have moved.
	const last = Math.max(-1, ...chosen);
	const changes = Array.from({ length: last + 1 }, (_, column) => [shown[column] ?? '', cellText(now[column])] as const)
		.map(([before, after], column) => [before.trim(), after.trim(), columnLetters(column)] as const)
		.filter(([before, after]) => before !== after)
		.map(([before, after, letters]) => `${letters}: “${before}” → “${after}”`);
	if (changes.length > 0) throw new Failure('setUpChanged', { changes: changes.slice(0, MOST_TOLD).join(', ') });
}

function told(drafts: readonly StageEdit[]): string {
	return JSON.stringify(
		drafts.map(({ id, name, kind, probability, aliases, usualDays, exitRule, tasks }) => [
			...[id, name, kind, probability],
			...[aliases, usualDays, exitRule, tasks],
		]),
	);
}
