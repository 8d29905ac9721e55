/**
 * What the Check tab asks for: problems, fixes in steps, undo, ignoring. Not here: how an answer is awaited
 * (session.ts).
 */
import type { Answer } from '../src/addon/contract/answer.ts';
import type { Fix, FixAnswer, Problem } from '../src/addon/contract/sheet-and-settings.ts';
import type { DealLines } from '../src/core/model/settings.ts';
import { loadHistory, withBefore } from './records.ts';
import type { Session } from './session.ts';

/** Cells in one call of a long change: well below five seconds at the platform's pace. */
const STEP = 500;

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

/** What has one candidate only, as changes of cells. */
export const safeFixes = (problems: readonly Problem[]): Fix[] =>
	problems.flatMap(({ row, column, value, suggestion }) =>
		row === null || column === null || suggestion === null ? [] : [{ row, column, from: value, to: suggestion }],
	);

/** What steps have done so far. */
interface Done {
	/** What takes it back. */
	readonly back: readonly Fix[];
	readonly fixed: number;
	readonly skipped: number;
	/** A cell whose formula fills some of them; '' means none. */
	readonly cell: string;
}

/** Says what was written, with the way back; nothing when nothing was tried. @param whole where no cell was skipped */
function tellDone(session: Session, { back, fixed: n, skipped, cell }: Done, whole: 'fixed' | 'namesWritten'): void {
	if (n + skipped === 0) return;
	session.say({
		key: skipped === 0 ? whole : cell === '' ? 'fixedSkipped' : 'fixedFormula',
		params: { n, skipped, cell },
		...(n > 0 && { remedy: { key: 'undo', action: 'undo', run: () => void undo(session, back) } }),
	});
}

/**
 * Changes cells in steps; what was done stays done when it is stopped or a step fails.
 * @param all how many there are in the end @param again after a failure @param more what comes after these
 */
async function inSteps(
	session: Session,
	action: string,
	first: readonly Fix[],
	all: number,
	send: (part: readonly Fix[]) => Promise<Answer<FixAnswer> | null>,
	again: () => void,
	more: () => Promise<readonly Fix[]> = async () => [],
): Promise<Done> {
	const back: Fix[] = [];
	let fixed = 0;
	let skipped = 0;
	let cell = '';
	isStopped = false;
	const show = () => all > STEP && session.set({ progress: { done: fixed + skipped, all } });
	session.set({ busy: action, failure: null, status: null });
	show();
	for (let left = first; left.length > 0 && !isStopped; ) {
		const answer = await send(left.slice(0, STEP));
		if (answer === null || !session.accept(answer, again)) break;
		back.push(...(answer.data.undo ?? []));
		fixed += answer.data.fixed;
		skipped += answer.data.skipped;
		cell ||= answer.data.formulaCell;
		show();
		left = left.slice(STEP);
		if (left.length === 0 && answer.data.fixed > 0 && fixed + skipped < all) left = await more();
	}
	session.set({ busy: '', progress: null });
	return { back, fixed, skipped, cell };
}

const sendFixes = (session: Session) => (part: readonly Fix[]) => session.server.call('sidebarFix', { fixes: part });

/** @param all more than the problems that are listed, when those beyond the list are fixed too */
export async function fix(session: Session, problems: readonly Problem[], action: string, all = 1): Promise<void> {
	const fixes = safeFixes(problems);
	if (session.state.busy !== '' || fixes.length === 0) return;
	const send = sendFixes(session);
	const look = () => runCheck(session);
	const next = async () => {
		const answer = await session.server.call('sidebarCheck', undefined);
		return answer !== null && session.accept(answer, look) ? safeFixes(answer.data.problems) : [];
	};
	tellDone(session, await inSteps(session, action, fixes, all, send, look, next), 'fixed');
	await session.reload();
}

/** Writes the names of the stage list over former ones, as far as the cells still hold them. */
export async function writeNames(session: Session): Promise<void> {
	const { busy, formerNames } = session.state;
	if (busy !== '' || formerNames.length === 0) return;
	const send = sendFixes(session);
	const again = () => void writeNames(session);
	const done = await inSteps(session, 'names', formerNames, formerNames.length, send, again);
	session.set({ formerNames: [] });
	tellDone(session, done, 'namesWritten');
	await session.reload();
}

export function stop(): void {
	isStopped = true;
}

async function undo(session: Session, back: readonly Fix[]): Promise<void> {
	if (session.state.busy !== '') return;
	const send = (part: readonly Fix[]) => session.server.call('sidebarUndo', { undo: part });
	const { fixed: n, skipped } = await inSteps(session, 'undo', back, back.length, send, () => void undo(session, back));
	if (n + skipped > 0) session.say({ key: skipped === 0 ? 'undone' : 'undoneSkipped', params: { n, skipped } });
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

/** Reads rows with one id in another way; the answer changes every figure. @param before to go back to */
export const readLines = (session: Session, dealLines: DealLines, before: DealLines): Promise<void> =>
	session.act(`lines:${dealLines}`, 'sidebarSaveSettings', withBefore(session, { dealLines }), (open) => {
		session.enter(open, {
			key: 'linesChanged',
			params: { n: open.ready?.report.rows ?? 0 },
			remedy: { key: 'undo', action: 'undo', run: () => void readLines(session, before, dealLines) },
		});
		return runCheck(session);
	});

/** @param row 0-based @param column 0-based */
export const goTo = (
	session: Session,
	row: number,
	column: number,
	action: string,
	isInStages = false,
): Promise<void> =>
	session.act(action, 'sidebarGoTo', { row, column, ...(isInStages && { isInStages }) }, () => undefined);

export const reapply = (session: Session): Promise<void> =>
	session.act('reapply', 'sidebarReapply', undefined, ({ cells }) =>
		session.say({ key: 'reapplied', params: { n: cells } }),
	);
