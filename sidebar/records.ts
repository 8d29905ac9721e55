/** What setup, Settings and the history section ask for. Not here: how an answer is awaited (session.ts). */
import type { StageDraft } from '../src/addon/contract/answer.ts';
import type { HistoryState } from '../src/addon/contract/history.ts';
import type { OpenAnswer, SetUpChoice } from '../src/addon/contract/sheet-and-settings.ts';
import type { Settings } from '../src/core/model/settings.ts';
import type { ReportFilter } from '../src/core/report/report.ts';
import { loadForecast } from './deals.ts';
import type { Session } from './session.ts';
import type { Status } from './state.ts';

type Merges = Readonly<Record<string, string>>;

/** Reads a sheet for setup; nothing is written. */
export const propose = (
	session: Session,
	sheetId: number,
	headerRow: number | null,
	stageColumn: number | null,
): Promise<void> =>
	session.act('propose', 'sidebarPropose', { sheetId, headerRow, stageColumn }, (proposal) => {
		if (session.state.view === 'set-up') session.set({ proposal });
		else session.enterPanel('set-up', 'columns', { proposal });
	});

/** Adds a column with the last stage of each deal, by the table of stage changes beside them. */
export const addStages = (session: Session, sheetId: number, headerRow: number): Promise<void> =>
	session.act('add-stages', 'sidebarAddStages', { sheetId, headerRow }, (proposal) => session.set({ proposal }));

/** Setup again with the sheet in use. */
export function changeColumns(session: Session): Promise<void> {
	const settings = session.state.open?.settings;
	return settings ? propose(session, settings.dealSheetId, settings.headerRow, null) : session.open();
}

const entering = (session: Session, key?: Status['key']) => (open: OpenAnswer) =>
	session.enter(open, key === undefined ? null : { key });

/**
 * With what the page showed; which sheet was set up before belongs to it.
 * @param source sheet whose stage changes are imported as soon as the deals are known; null means none
 * @param columns the filter with which the funnel begins
 */
export function setUp(
	session: Session,
	choice: SetUpChoice,
	shown: Pick<NonNullable<SetUpChoice['shown']>, 'headings' | 'stages'>,
	source: number | null,
	columns: ReportFilter['columns'] = {},
): Promise<void> {
	const known = session.state.open?.settings;
	const settings = known ? { dealSheetId: known.dealSheetId, headerRow: known.headerRow, columns: known.columns } : {};
	return session.act('set-up', 'sidebarSetUp', { ...choice, shown: { ...shown, settings } }, async (open) => {
		session.enter(open);
		const { filter } = session.state;
		if (filter !== null && Object.keys(columns).length > 0) await session.reload({ ...filter, columns }, true);
		if (source !== null) await importHistory(session, source);
	});
}

/** Adds the values that the page showed, so that a change by someone else is reported, not overwritten. */
export function withBefore(session: Session, settings: Partial<Settings>) {
	const shown = session.state.open?.settings;
	const before = shown
		? Object.fromEntries(Object.keys(settings).map((part) => [part, shown[part as keyof Settings]]))
		: {};
	return { settings, before };
}

export const startTemplate = (session: Session, sheetId: number, template: 'b2b' | 'b2c'): Promise<void> =>
	session.act('template', 'sidebarStartTemplate', { sheetId, template }, entering(session));

export const saveSettings = (session: Session, settings: Partial<Settings>): Promise<void> =>
	session.act('settings', 'sidebarSaveSettings', withBefore(session, settings), entering(session, 'saved'));

export const previewStages = (session: Session, stages: readonly StageDraft[], merges: Merges): Promise<void> =>
	session.act('stages', 'sidebarPreviewStages', { stages, merges }, (changes) => session.set({ changes }));

/** The stages as they are kept: one that takes over another's deals knows that one's names too. */
export function mergedStages(
	stages: readonly StageDraft[],
	merges: Merges,
	saved: readonly StageDraft[],
): StageDraft[] {
	return stages.map((stage) => {
		const taken = saved.filter(({ id }) => stage.id !== '' && merges[id] === stage.id);
		return {
			...stage,
			aliases: [...new Set([...stage.aliases, ...taken.flatMap(({ name, aliases }) => [name, ...aliases])])],
		};
	});
}

export const saveStages = (session: Session, stages: readonly StageDraft[]): Promise<void> =>
	session.act('stages', 'sidebarSaveStages', { stages, before: session.state.open?.stages ?? [] }, (open) => {
		const { changes } = session.state;
		const named = new Set(
			(changes ?? []).flatMap(({ kind, to, deals }) =>
				(kind === 'renamed' || kind === 'merged') && deals > 0 ? [to] : [],
			),
		);
		session.enter(open, { key: 'saved' });
		const stageIds = open.stages.flatMap(({ id, name }) => (named.has(name) ? [id] : []));
		return stageIds.length === 0 ? undefined : findFormerNames(session, stageIds);
	});

/** In silence: the cells count anyway, and what cannot be found is not offered. */
async function findFormerNames(session: Session, stageIds: readonly string[]): Promise<void> {
	const answer = await session.server.call('sidebarFormerNames', { stageIds }, 'names');
	if (answer?.ok) session.set({ formerNames: answer.data });
}

/** Writes the probabilities that were seen into the stage list; the answer offers to put the old ones back. */
export function takeObserved(
	session: Session,
	offers: readonly { readonly id: string; readonly offer: number }[],
): Promise<void> {
	const before = session.state.open?.stages ?? [];
	const offered = new Map(offers.map(({ id, offer }) => [id, offer]));
	const after = before.map((stage) => ({ ...stage, probability: offered.get(stage.id) ?? stage.probability }));
	const write = (stages: readonly StageDraft[], status: Status): Promise<void> =>
		session.act('stages', 'sidebarSaveStages', { stages, before: session.state.open?.stages ?? [] }, (open) => {
			session.enter(open, status);
			return loadForecast(session);
		});
	return write(after, {
		key: 'observedUsed',
		remedy: { key: 'undo', action: 'stages', run: () => void write(before, { key: 'saved' }) },
	});
}

export const reset = (session: Session): Promise<void> =>
	session.act('reset', 'sidebarReset', undefined, entering(session));

export const exportSettings = (session: Session, take: (text: string) => void): Promise<void> =>
	session.act('export', 'sidebarExportSettings', undefined, take);

export const importSettings = (session: Session, text: string): Promise<void> =>
	session.act('import', 'sidebarImportSettings', { text }, entering(session, 'saved'));

export const trySample = (session: Session): Promise<void> =>
	session.act('sample', 'sidebarTrySample', undefined, entering(session, 'sampleAdded'));

export const removeSample = (session: Session): Promise<void> =>
	session.act('sample', 'sidebarRemoveSample', undefined, entering(session, 'sampleRemoved'));

export const loadHistory = (session: Session): Promise<void> =>
	session.ask('history', 'sidebarHistory', undefined, (history: HistoryState) => session.set({ history }));

/** In silence, beside figures that are there already: what cannot be found is not offered. */
export async function findHistories(session: Session): Promise<void> {
	const answer = await session.server.call('sidebarHistorySources', undefined, 'histories');
	if (answer?.ok) session.set({ histories: answer.data });
}

export const startHistory = (session: Session): Promise<void> =>
	session.act('history', 'sidebarStartHistory', undefined, (history) =>
		session.set({ history, status: { key: 'historyStarted' } }),
	);

export const importHistory = (session: Session, sheetId: number | null): Promise<void> =>
	session.act(`import:${sheetId}`, 'sidebarImportHistory', { sheetId }, ({ added, known, ignored }) => {
		session.set({ status: { key: 'imported', params: { n: added, known, ignored } }, histories: [] });
		return session.reload().then(() => loadHistory(session));
	});

export const fillIds = (session: Session): Promise<void> =>
	session.act('ids', 'sidebarFillIds', undefined, ({ filled }) => {
		session.say({ key: 'filledIds', params: { n: filled } });
		return session.reload().then(() => loadHistory(session));
	});
