/**
 * The page's state and how it changes: the ways to ask the server, the way from view to view, the first answer and the
 * figures.
 * Not here: words (messages), markup (components/), transport (server.ts), what a single view asks for (check.ts,
 * deals.ts, records.ts).
 */
import type { Answer } from '../src/addon/contract/answer.ts';
import type { OpenAnswer } from '../src/addon/contract/sheet-and-settings.ts';
import type { ReportFilter } from '../src/core/report/report.ts';
import type { Server } from './server.ts';
import { type Calls, type DataOf, FIRST_STATE, isTab, type State, type Status, type View } from './state.ts';

const SLOW_MS = 8_000;

export class Session {
	state: State = FIRST_STATE;
	/** Asks for what a view shows beside the figures, whenever these are new; set by the views' own modules. */
	readonly loaders = new Map<View, () => unknown>();
	/** The page was opened on a sheet of statistics. */
	isOfStatistics = false;
	private readonly waiting = new Set<string>();
	/** When the last filter was chosen; two choices never have the same time. */
	private chosenAt = 0;
	private slowTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		readonly server: Server,
		private readonly onChange: () => void,
	) {}

	/** The first call: settings, report and the count of problems in one answer. */
	open(filter: ReportFilter | null = null): Promise<void> {
		this.set({ failure: null });
		const request = this.isOfStatistics ? { filter, isOfStatistics: true } : { filter };
		return this.ask('page', 'sidebarOpen', request, (open) => this.enter(open));
	}

	/** Asks for the figures again; an answer to an older question is dropped. */
	refresh(filter: ReportFilter | null = this.state.filter, isChosen = false): Promise<void> {
		this.set({ failure: null });
		return this.reload(filter, isChosen);
	}

	/** As `refresh`, after an action: what went wrong with that one stays on the page. */
	async reload(filter: ReportFilter | null = this.state.filter, isChosen = false): Promise<void> {
		const { open, ready } = this.state;
		// Which sheet is open now decides whether there are statistics to show.
		if (open?.state !== 'ready' || filter === null || ready?.isCounted === true) return this.open(filter);
		this.set({ filter });
		if (isChosen) this.chosenAt = Math.max(Date.now(), this.chosenAt + 1);
		const request = { filter, ...(isChosen && { chosenAt: this.chosenAt }) };
		await this.ask('page', 'sidebarReport', request, (ready) => {
			this.set({
				ready,
				isStale: false,
				filter: ready.report.filter,
				history: null,
				forecast: this.state.view === 'forecast' ? this.state.forecast : null,
			});
			return this.loaders.get(this.state.view)?.();
		});
	}

	filterBy(change: Partial<ReportFilter>): void {
		const { filter, ready } = this.state;
		if (filter === null) return;
		// Statistics were counted by one column or by months, not by both together.
		const before = ready?.isCounted === true ? { ...filter, period: null, columns: {} } : filter;
		void this.refresh({ ...before, ...change }, true);
	}

	/** On window focus: a cheap look whether anything has changed; the figures only when something has. */
	async look(): Promise<void> {
		const { ready, isLoading, busy, view } = this.state;
		if (ready === null || isLoading || busy !== '' || !isTab(view)) return;
		const answer = await this.server.call('sidebarRevision', undefined, 'look');
		if (answer?.ok && answer.data !== this.state.ready?.revision) await this.refresh();
	}

	/**
	 * While the window is seen: whether the sheet has changed since these figures. It is said, and nothing is asked for,
	 * so that the page does not move under the eye.
	 */
	async watch(): Promise<void> {
		const { ready, isLoading, busy, view, isStale } = this.state;
		if (ready === null || isStale || isLoading || busy !== '' || !isTab(view)) return;
		const answer = await this.server.call('sidebarRevision', undefined, 'watch');
		const now = this.state.ready;
		if (answer?.ok && now === ready && answer.data !== now.revision) this.set({ isStale: true });
	}

	/** A tab, beginning again. */
	show(view: View): void {
		this.set({ view, trail: [], focus: '', failure: null, status: null });
		void this.loaders.get(view)?.();
	}

	/** A panel over this view. @param from id of the control that gets the focus back */
	enterPanel(view: View, from: string, change: Partial<State> = {}): void {
		const { trail, view: before } = this.state;
		this.set({ ...change, view, trail: [...trail, { view: before, from }], failure: null, status: null });
		void this.loaders.get(view)?.();
	}

	back(): void {
		const { trail } = this.state;
		const last = trail[trail.length - 1] ?? { view: 'funnel' as const, from: '' };
		this.set({ view: last.view, trail: trail.slice(0, -1), focus: last.from, failure: null, status: null });
	}

	say(status: Status | null): void {
		this.set({ status });
	}

	/**
	 * A question whose answer is shown: an answer to an older one of the same lane is dropped, and so is a failure of a
	 * view that was left.
	 */
	async ask<Name extends keyof Calls>(
		lane: string,
		name: Name,
		request: Parameters<Calls[Name]>[0],
		done: (data: DataOf<Name>) => unknown,
	): Promise<void> {
		const { view } = this.state;
		this.waiting.add(lane);
		clearTimeout(this.slowTimer);
		this.slowTimer = setTimeout(() => this.set({ isSlow: true }), SLOW_MS);
		this.set({ isLoading: true });
		const answer = (await this.server.call(name, request, lane)) as Answer<DataOf<Name>> | null;
		if (answer === null) return;
		this.waiting.delete(lane);
		if (this.waiting.size === 0) clearTimeout(this.slowTimer);
		this.set({ isLoading: this.waiting.size > 0, isSlow: false });
		if (lane !== 'page' && !answer.ok && this.state.view !== view) return;
		if (this.accept(answer, () => this.ask(lane, name, request, done))) await done(answer.data);
	}

	/** One action at a time: a second press, and any other change meanwhile, does nothing. */
	async act<Name extends keyof Calls>(
		key: string,
		name: Name,
		request: Parameters<Calls[Name]>[0],
		done: (data: DataOf<Name>) => unknown,
	): Promise<void> {
		if (this.state.busy !== '') return;
		this.set({ busy: key, failure: null, status: null });
		const answer = (await this.server.call(name, request)) as Answer<DataOf<Name>> | null;
		this.set({ busy: '' });
		if (answer !== null && this.accept(answer, () => this.act(key, name, request, done))) await done(answer.data);
	}

	accept<T>(answer: Answer<T>, again: () => void): answer is Extract<Answer<T>, { ok: true }> {
		const repeat = () => {
			this.set({ failure: null });
			again();
		};
		if (!answer.ok) this.set({ failure: { answer, again: repeat } });
		return answer.ok;
	}

	/** Everything again from an answer of the server; the view stays where it can. */
	enter(open: OpenAnswer, status: Status | null = null): void {
		const { view, trail } = this.state;
		const isReady = open.state === 'ready';
		const isOver = view === 'set-up' || !isReady;
		this.set({
			open,
			ready: open.ready,
			isStale: false,
			filter: open.ready?.report.filter ?? null,
			proposal: open.proposal,
			check: null,
			histories: null,
			history: isOver ? null : this.state.history,
			forecast: null,
			changes: null,
			view: !isReady ? 'set-up' : isOver ? 'funnel' : view,
			trail: isOver ? [] : trail,
			status,
		});
	}

	set(change: Partial<State>): void {
		this.state = { ...this.state, ...change };
		this.onChange();
	}
}
