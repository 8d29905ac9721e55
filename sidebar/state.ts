/** What the page knows: one plain state. Not here: what changes it (session.ts, deals.ts, records.ts). */
import type { Answer, HistorySource } from '../src/addon/contract/answer.ts';
import type {
	DealDetail,
	DealList,
	DealListRequest,
	Forecast,
	ForecastRequest,
	FormulaInsertion,
	FormulaPreview,
	RpcDeals,
} from '../src/addon/contract/deals.ts';
import type { HistoryState, RpcHistory, StageChange } from '../src/addon/contract/history.ts';
import type { Rpc } from '../src/addon/contract/rpc.ts';
import type {
	CheckAnswer,
	Fix,
	MetricHelp,
	OpenAnswer,
	ReadyState,
	SetUpProposal,
} from '../src/addon/contract/sheet-and-settings.ts';
import type { ReportFilter } from '../src/core/report/report.ts';
import type { SidebarKey } from '../src/messages/sidebar.words.ts';

/** Everything that the page may ask. */
export type Calls = Rpc & RpcHistory & RpcDeals;
export type DataOf<Name extends keyof Calls> = Extract<ReturnType<Calls[Name]>, { ok: true }>['data'];

/** The tabs, then the panels that replace them and lead back. */
export type View =
	| 'funnel'
	| 'forecast'
	| 'check'
	| 'settings'
	| 'set-up'
	| 'deals'
	| 'deal'
	| 'insert'
	| 'formula'
	| 'report';
export type Failure = Extract<Answer<never>, { ok: false }>;

export const isTab = (view: View): boolean => view === 'funnel' || view === 'forecast' || view === 'check';

/** The stage whose deals are listed. */
export const listedStage = ({ ready, deals }: State) =>
	ready?.report.stages.find(({ id }) => id === deals?.request.stageId);

export interface Status {
	readonly key: SidebarKey;
	readonly params?: Readonly<Record<string, string | number>>;
	/** What can be done about it: to put it back, mostly. */
	readonly remedy?: { readonly key: SidebarKey; readonly action: string; readonly run: () => void };
}

export interface State {
	readonly view: View;
	/** The views behind this one, each with the id of the control that led on. */
	readonly trail: readonly { readonly view: View; readonly from: string }[];
	/** Id of the control that gets the focus after going back. */
	readonly focus: string;
	/** The first answer; null while loading. */
	readonly open: OpenAnswer | null;
	readonly ready: ReadyState | null;
	readonly proposal: SetUpProposal | null;
	readonly filter: ReportFilter | null;
	readonly check: CheckAnswer | null;
	readonly history: HistoryState | null;
	/** What the funnel offers to import; null until it was looked for. */
	readonly histories: readonly HistorySource[] | null;
	/** The list in the drill-down; `list` null until the first answer. */
	readonly deals: { readonly request: DealListRequest; readonly list: DealList | null } | null;
	readonly deal: DealDetail | null;
	readonly forecast: Forecast | null;
	readonly target: number | null;
	/** Months or quarters of the forecast, and how many. */
	readonly outlook: Pick<ForecastRequest, 'unit' | 'periods'>;
	/** The function whose form is open. */
	readonly metric: MetricHelp | null;
	readonly preview: FormulaPreview | null;
	/** The insertion that waits for a yes, because it would replace content. */
	readonly insertion: FormulaInsertion | null;
	/** Cells that hold a former name of a stage that was just renamed or merged. */
	readonly formerNames: readonly Fix[];
	/** What saving the edited stages would change; null when it was not asked. */
	readonly changes: readonly StageChange[] | null;
	/** What went wrong last, and how to do it again. */
	readonly failure: { readonly answer: Failure; readonly again: () => void } | null;
	readonly status: Status | null;
	/** The action that runs, so that it cannot be started twice; '' when none does. */
	readonly busy: string;
	/** New figures are on their way; the old ones stay, dimmed. */
	readonly isLoading: boolean;
	/** The sheet has changed since these figures. */
	readonly isStale: boolean;
	/** An answer is late enough to say so. */
	readonly isSlow: boolean;
	/** A long fix: cells done and to do. */
	readonly progress: { readonly done: number; readonly all: number } | null;
}

export const FIRST_STATE: State = {
	view: 'funnel',
	trail: [],
	focus: '',
	open: null,
	ready: null,
	proposal: null,
	filter: null,
	check: null,
	history: null,
	histories: null,
	deals: null,
	deal: null,
	forecast: null,
	target: null,
	outlook: { unit: 'month', periods: 3 },
	metric: null,
	preview: null,
	insertion: null,
	formerNames: [],
	changes: null,
	failure: null,
	status: null,
	busy: '',
	isLoading: true,
	isStale: false,
	isSlow: false,
	progress: null,
};
