/**
 * What the page knows and what it can do: one plain state, one class of actions that call the server.
 * Belongs here: when to ask, what an answer changes. Not here: words (messages), markup (components/), transport (server.ts).
 */
import type {
	Answer,
	CheckAnswer,
	Fix,
	OpenAnswer,
	Problem,
	ReadyState,
	Rpc,
	SetUpChoice,
	SetUpProposal,
	StageDraft,
} from '../src/addon/rpc-contract.ts';
import type { ReportFilter } from '../src/core/funnel-report.ts';
import type { Settings } from '../src/core/settings.ts';
import type { SidebarKey } from '../src/messages/sidebar.en.ts';
import type { Server } from './server.ts';

export type View = 'funnel' | 'check' | 'settings' | 'set-up';
export type Failure = Extract<Answer<never>, { ok: false }>;

type DataOf<Name extends keyof Rpc> = Extract<ReturnType<Rpc[Name]>, { ok: true }>['data'];

export interface Status {
	readonly key: SidebarKey;
	readonly params?: Readonly<Record<string, string | number>>;
	/** There is something to put back. */
	readonly undo?: readonly Fix[];
}

export interface State {
	readonly view: View;
	/** The first answer; null while loading. */
	readonly open: OpenAnswer | null;
	readonly ready: ReadyState | null;
	readonly proposal: SetUpProposal | null;
	readonly filter: ReportFilter | null;
	readonly check: CheckAnswer | null;
	/** What went wrong last, and how to do it again. */
	readonly failure: { readonly answer: Failure; readonly again: () => void } | null;
	readonly status: Status | null;
	/** The action that runs, so that it can not be started twice; '' when none does. */
	readonly busy: string;
	/** New figures are on their way; the old ones stay, dimmed. */
	readonly isLoading: boolean;
	/** An answer is late enough to say so. */
	readonly isSlow: boolean;
	/** A long fix: cells done and to do. */
	readonly progress: { readonly done: number; readonly all: number } | null;
}

/** Cells in one call of a long fix: well below five seconds at the platform's pace. */
const FIX_STEP = 500;

const SLOW_MS = 8_000;

export class Session {
	state: State = {
		view: 'funnel',
		open: null,
		ready: null,
		proposal: null,
		filter: null,
		check: null,
		failure: null,
		status: null,
		busy: '',
		isLoading: true,
		isSlow: false,
		progress: null,
	};
	private isStopped = false;
	private slowTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly server: Server,
		private readonly onChange: () => void,
	) {}

	/** The first call: settings, report and the count of problems in one answer. */
	async open(filter: ReportFilter | null = null): Promise<void> {
		this.set({ failure: null });
		this.wait();
		const answer = await this.server.call('sidebarOpen', { filter }, 'page');
		if (answer === null) return;
		this.rest();
		if (this.accept(answer, () => this.open(filter))) this.enter(answer.data);
	}

	/** Asks for the figures anew; an answer to an older question is dropped. */
	refresh(filter: ReportFilter | null = this.state.filter): Promise<void> {
		this.set({ failure: null });
		return this.reload(filter);
	}

	/** As `refresh`, after an action: what went wrong with that one stays on the page. */
	private async reload(filter: ReportFilter | null = this.state.filter): Promise<void> {
		if (this.state.open?.state !== 'ready' || filter === null) return this.open(filter);
		this.set({ filter });
		this.wait();
		const answer = await this.server.call('sidebarReport', { filter }, 'page');
		if (answer === null) return;
		this.rest();
		if (this.accept(answer, () => this.refresh(filter))) this.set({ ready: answer.data, filter: answer.data.report.filter });
		if (this.state.view === 'check') await this.runCheck();
	}

	filterBy(change: Partial<ReportFilter>): void {
		const { filter } = this.state;
		if (filter !== null) void this.refresh({ ...filter, ...change });
	}

	/** On window focus: a cheap look whether anything has changed; the figures only when something has. */
	async look(): Promise<void> {
		const { ready, isLoading, busy, view } = this.state;
		if (ready === null || isLoading || busy !== '' || view === 'settings' || view === 'set-up') return;
		const answer = await this.server.call('sidebarRevision', undefined, 'look');
		if (answer?.ok && answer.data !== this.state.ready?.revision) await this.refresh();
	}

	show(view: View): void {
		this.set({ view, failure: null, status: null });
		if (view === 'check') void this.runCheck();
	}

	/** Reads a sheet for set-up; nothing is written. */
	propose(sheetId: number, headerRow: number | null, stageColumn: number | null): Promise<void> {
		return this.act('propose', 'sidebarPropose', { sheetId, headerRow, stageColumn }, (proposal) => this.set({ proposal, view: 'set-up' }));
	}

	/** Set-up again with the sheet in use. */
	changeColumns(): Promise<void> {
		const settings = this.state.open?.settings;
		return settings ? this.propose(settings.dealSheetId, settings.headerRow, null) : this.open();
	}

	setUp(choice: SetUpChoice): Promise<void> {
		return this.act('set-up', 'sidebarSetUp', choice, (open) => this.enter(open));
	}

	saveSettings(settings: Partial<Settings>): Promise<void> {
		return this.act('settings', 'sidebarSaveSettings', { settings }, (open) => this.enter(open, { key: 'saved' }));
	}

	saveStages(stages: readonly StageDraft[]): Promise<void> {
		return this.act('stages', 'sidebarSaveStages', { stages }, (open) => this.enter(open, { key: 'saved' }));
	}

	reset(): Promise<void> {
		return this.act('reset', 'sidebarReset', undefined, (open) => this.enter(open));
	}

	async runCheck(): Promise<void> {
		const answer = await this.server.call('sidebarCheck', undefined, 'check');
		if (answer !== null && this.accept(answer, () => this.runCheck())) this.set({ check: answer.data });
	}

	/** Fixes in steps; what was done stays done when it is stopped or a step fails. */
	async fix(problems: readonly Problem[], key: string): Promise<void> {
		const fixes = problems.flatMap(({ row, column, value, suggestion }) =>
			row === null || column === null || suggestion === null ? [] : [{ row, column, from: value, to: suggestion }],
		);
		if (this.state.busy !== '' || fixes.length === 0) return;
		this.isStopped = false;
		this.set({ busy: key, failure: null, status: null });
		const undo: Fix[] = [];
		let skipped = 0;
		for (let done = 0; done < fixes.length && !this.isStopped; done += FIX_STEP) {
			if (fixes.length > FIX_STEP) this.set({ progress: { done, all: fixes.length } });
			const answer = await this.server.call('sidebarFix', { fixes: fixes.slice(done, done + FIX_STEP) });
			if (answer === null || !this.accept(answer, () => this.runCheck())) break;
			undo.push(...(answer.data.undo ?? []));
			skipped += answer.data.skipped;
		}
		const key2 = skipped === 0 ? 'fixed' : 'fixedSkipped';
		const isDone = undo.length + skipped > 0;
		this.set({
			busy: '',
			progress: null,
			status: isDone ? { key: key2, params: { n: undo.length, skipped }, undo: undo.length > 0 ? undo : undefined } : null,
		});
		await this.reload();
	}

	stop(): void {
		this.isStopped = true;
	}

	async undo(undo: readonly Fix[]): Promise<void> {
		await this.act('undo', 'sidebarUndo', { undo }, ({ fixed, skipped }) =>
			this.set({ status: { key: skipped === 0 ? 'undone' : 'undoneSkipped', params: { n: fixed, skipped } } }),
		);
		await this.reload();
	}

	ignore(ids: readonly string[], isIgnored: boolean, key: string): Promise<void> {
		return this.act(key, 'sidebarIgnore', { ids, isIgnored }, (check) => {
			const problemCount = check.counts.reduce((sum, { count }) => sum + count, 0);
			const { ready, open } = this.state;
			const settings = open?.settings;
			// Remembered here too, so that what was just ignored can be shown again.
			const ignoredIssues = isIgnored ? [...(settings?.ignoredIssues ?? []), ...ids] : [];
			this.set({
				check,
				ready: ready && { ...ready, problemCount },
				open: settings ? { ...open, settings: { ...settings, ignoredIssues } } : open,
				status: isIgnored ? { key: 'ignoredDone', params: { n: ids.length } } : null,
			});
		});
	}

	goTo({ row, column, id }: Problem): Promise<void> {
		return this.act(`go:${id}`, 'sidebarGoTo', { row: row ?? 0, column: column ?? 0 }, () => undefined);
	}

	reapply(): Promise<void> {
		return this.act('reapply', 'sidebarReapply', undefined, ({ cells }) =>
			this.set({ status: { key: 'reapplied', params: { n: cells } } }),
		);
	}

	say(status: Status | null): void {
		this.set({ status });
	}

	forgetFailure(): void {
		this.set({ failure: null });
	}

	/** One action at a time: a second press, and any other change meanwhile, does nothing. */
	private async act<Name extends keyof Rpc>(
		key: string,
		name: Name,
		request: Parameters<Rpc[Name]>[0],
		done: (data: DataOf<Name>) => void,
	): Promise<void> {
		if (this.state.busy !== '') return;
		this.set({ busy: key, failure: null, status: null });
		const answer = (await this.server.call(name, request)) as Answer<DataOf<Name>> | null;
		this.set({ busy: '' });
		if (answer !== null && this.accept(answer, () => this.act(key, name, request, done))) done(answer.data);
	}

	private accept<T>(answer: Answer<T>, again: () => void): answer is Extract<Answer<T>, { ok: true }> {
		const repeat = () => {
			this.set({ failure: null });
			again();
		};
		if (!answer.ok) this.set({ failure: { answer, again: repeat } });
		return answer.ok;
	}

	private enter(open: OpenAnswer, status: Status | null = null): void {
		const isReady = open.state === 'ready';
		const stay = this.state.view === 'set-up' || !isReady ? 'funnel' : this.state.view;
		this.set({
			open,
			ready: open.ready,
			filter: open.ready?.report.filter ?? null,
			proposal: open.proposal,
			check: null,
			view: isReady ? stay : 'set-up',
			status,
		});
	}

	private wait(): void {
		clearTimeout(this.slowTimer);
		this.slowTimer = setTimeout(() => this.set({ isSlow: true }), SLOW_MS);
		this.set({ isLoading: true });
	}

	private rest(): void {
		clearTimeout(this.slowTimer);
		this.set({ isLoading: false, isSlow: false });
	}

	private set(change: Partial<State>): void {
		this.state = { ...this.state, ...change };
		this.onChange();
	}
}
