/** What the Check tab asks for: problems, fixes in steps, undo, ignoring. Not here: how an answer is awaited (session.ts). */
import type { Fix, Problem } from '../src/addon/rpc-contract.ts';
import { loadHistory } from './records.ts';
import type { Session } from './session.ts';

/** Cells in one call of a long fix: well below five seconds at the platform's pace. */
const FIX_STEP = 500;

let isStopped = false;

export async function runCheck(session: Session): Promise<void> {
	const answer = await session.server.call('sidebarCheck', undefined, 'check');
	if (answer !== null && session.accept(answer, () => runCheck(session))) session.set({ check: answer.data });
}

/** The problems, then the state of the history: the first is what the tab is opened for. */
export async function openCheck(session: Session): Promise<void> {
	await runCheck(session);
	if (session.state.view === 'check' && session.state.history === null) await loadHistory(session);
}

/** Fixes in steps; what was done stays done when it is stopped or a step fails. */
export async function fix(session: Session, problems: readonly Problem[], action: string): Promise<void> {
	const fixes = problems.flatMap(({ row, column, value, suggestion }) =>
		row === null || column === null || suggestion === null ? [] : [{ row, column, from: value, to: suggestion }],
	);
	if (session.state.busy !== '' || fixes.length === 0) return;
	isStopped = false;
	session.set({ busy: action, failure: null, status: null });
	const back: Fix[] = [];
	let skipped = 0;
	for (let done = 0; done < fixes.length && !isStopped; done += FIX_STEP) {
		if (fixes.length > FIX_STEP) session.set({ progress: { done, all: fixes.length } });
		const answer = await session.server.call('sidebarFix', { fixes: fixes.slice(done, done + FIX_STEP) });
		if (answer === null || !session.accept(answer, () => runCheck(session))) break;
		back.push(...(answer.data.undo ?? []));
		skipped += answer.data.skipped;
	}
	const n = back.length;
	session.set({
		busy: '',
		progress: null,
		status:
			n + skipped === 0
				? null
				: {
						key: skipped === 0 ? 'fixed' : 'fixedSkipped',
						params: { n, skipped },
						...(n > 0 && { remedy: { key: 'undo', action: 'undo', run: () => void undo(session, back) } }),
					},
	});
	await session.reload();
}

export function stop(): void {
	isStopped = true;
}

async function undo(session: Session, back: readonly Fix[]): Promise<void> {
	await session.act('undo', 'sidebarUndo', { undo: back }, ({ fixed, skipped }) =>
		session.say({ key: skipped === 0 ? 'undone' : 'undoneSkipped', params: { n: fixed, skipped } }),
	);
	await session.reload();
}

export const ignore = (session: Session, ids: readonly string[], isIgnored: boolean, action: string): Promise<void> =>
	session.act(action, 'sidebarIgnore', { ids, isIgnored }, (check) => {
		const problemCount = check.counts.reduce((sum, { count }) => sum + count, 0);
		const { ready, open } = session.state;
		const settings = open?.settings;
		// Remembered here too, so that what was just ignored can be shown again.
		const ignoredIssues = isIgnored ? [...(settings?.ignoredIssues ?? []), ...ids] : [];
		session.set({
			check,
			ready: ready && { ...ready, problemCount },
			open: settings ? { ...open, settings: { ...settings, ignoredIssues } } : open,
			status: isIgnored ? { key: 'ignoredDone', params: { n: ids.length } } : null,
		});
	});

/** @param row 0-based @param column 0-based */
export const goTo = (session: Session, row: number, column: number, action: string): Promise<void> =>
	session.act(action, 'sidebarGoTo', { row, column }, () => undefined);

export const reapply = (session: Session): Promise<void> =>
	session.act('reapply', 'sidebarReapply', undefined, ({ cells }) => session.say({ key: 'reapplied', params: { n: cells } }));
