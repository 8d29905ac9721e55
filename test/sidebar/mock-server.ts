/**
 * A server for the sidebar's tests: every call of the contract over made-up deals in memory, with switches for failures and delays.
 * Not here: the real server's behaviour (test/addon/), the page (page.ts).
 */

import type { Calls } from '../../sidebar/state.ts';
import type { Answer, HistorySource, Recording, StageDraft } from '../../src/addon/contract/answer.ts';
import type { DealListRequest, ForecastRequest, FormulaRequest } from '../../src/addon/contract/deals.ts';
import type {
	CheckAnswer,
	Fix,
	OpenAnswer,
	Problem,
	ReadyState,
	SetUpProposal,
} from '../../src/addon/contract/sheet-and-settings.ts';
import type { ForecastNote } from '../../src/core/forecast/forecast-notes.ts';
import { COMMON_WORDS } from '../../src/core/metrics/metric.ts';
import { noteWords } from '../../src/core/metrics/shared/forecast-words.ts';
import type { Settings } from '../../src/core/model/settings.ts';
import type { StageKind } from '../../src/core/model/stage.ts';
import type {
	Figure,
	FunnelReport,
	ReportChoices,
	ReportFilter,
	ReportGroups,
	ReportStage,
} from '../../src/core/report/report.ts';
import {
	DEAL_WORDS,
	dealDetail,
	dealLine,
	dealList,
	forecast,
	formulaPreview,
	history,
	renamed,
} from './mock-deals.ts';

export interface MockOptions {
	readonly language: 'en' | 'zh-CN';
	readonly theme?: Settings['theme'];
	readonly isSetUp?: boolean;
	/** The sample is being tried. */
	readonly hasSample?: boolean;
	/** Names of stages in order; the last two are won and lost. */
	readonly stages?: readonly string[];
	readonly deals?: number;
	readonly rows?: number;
	readonly problems?: number;
	readonly owners?: readonly string[];
	readonly reasons?: readonly string[];
	readonly obstacle?: string;
	readonly stageOffer?: SetUpProposal['stageOffer'];
	readonly currency?: string;
	readonly isMixed?: boolean;
	/** Why there is no forecast. */
	readonly noOutlook?: ForecastNote;
	/** Takes the place of made-up parts of the deals, by position. */
	readonly dealNames?: readonly { readonly name: string; readonly owner: string }[];
	/** The history sheet was changed by hand, or cannot be written. */
	readonly isHistoryBroken?: boolean;
	/** Whether stage changes are recorded, and how many deals have no id of their own. */
	readonly recording?: Recording['state'];
	readonly leftOut?: number;
	/** Stage histories that are found for these deals. */
	readonly histories?: readonly HistorySource[];
	/** A ready stage list is offered as a beginning. */
	readonly canStartEmpty?: boolean;
	/** Cells that hold a former name of a stage. */
	readonly formerNames?: number;
	/** Lost deals of which nothing tells the stage. */
	readonly lostUnknown?: number;
	/** A stage of the proposal is not classified. */
	readonly hasUnclassified?: boolean;
}

const WORDS = {
	en: {
		stages: [
			'Initial contact',
			'Needs confirmed',
			'Proposal / price quote',
			'Negotiation',
			'Contract review',
			'Won',
			'Lost',
		],
		owners: ['Ana Brito', 'Ben Okafor', 'Wang Fang'],
		reasons: ['Price too high', 'No decision made', 'Chose a competitor', 'Missing feature', '', 'Timing', 'No budget'],
		metrics: ['Win rate', 'Sales velocity', 'Average deal', 'Sales cycle'],
		headings: ['Deal ID', 'Deal', 'Stage', 'Amount', 'Created', 'Closed', 'Owner', 'Region', 'Notes'],
		sheet: 'Deals',
		formulas: [
			'won deals ÷ all deals',
			'open deals × win rate × average won amount ÷ cycle',
			'won amount ÷ won deals',
			'mean days from created to closed',
		],
		modes: ['won ÷ all deals', 'won ÷ (won + lost)', 'won amount ÷ (won + lost amount)'],
		denominators: ['all deals', 'days', 'won deals with an amount', 'won deals with both dates'],
		check: [
			['unknownStage', 'Stages that are not in the list', 'error'],
			['closedWithoutDate', 'Won, but no close date', 'warning'],
			['placeholderText', 'Text instead of an amount', 'info'],
		],
		text: (name: string) => `Stage “${name}” is not in the stage list.`,
		texts: ['The deal is won, but its close date is blank.', 'The amount is the text “TBD”; it is counted as blank.'],
		templates: ['Found in the sheet', 'B2B, six stages', 'B2C, short'],
		failed: 'The column “Stage” is missing. It may have been renamed or deleted. Nothing has been changed.',
	},
	'zh-CN': {
		stages: ['初步接触', '需求确认', '方案报价', '谈判审核', '合同审批', '赢单', '输单'],
		owners: ['王芳', '李强', 'Ana Brito'],
		reasons: ['价格过高', '客户未决策', '选择竞品', '功能不满足', '', '时机不合适', '没有预算'],
		metrics: ['赢单率', '销售速度', '平均成交额', '销售周期'],
		headings: ['编号', '商机', '阶段', '金额', '创建日期', '成交或关闭日期', '负责人', '地区', '备注'],
		sheet: '商机表',
		formulas: [
			'赢单数 ÷ 全部商机数',
			'进行中商机 × 赢单率 × 平均赢单金额 ÷ 周期',
			'赢单金额 ÷ 赢单数',
			'创建到结束的平均天数',
		],
		modes: ['赢单 ÷ 全部商机', '赢单 ÷（赢单 + 输单）', '赢单金额 ÷（赢单 + 输单金额）'],
		denominators: ['全部商机', '天数', '有金额的赢单', '两个日期齐全的赢单'],
		check: [
			['unknownStage', '不在列表中的阶段', 'error'],
			['closedWithoutDate', '已赢单但没有成交或关闭日期', 'warning'],
			['placeholderText', '金额处为文字', 'info'],
		],
		text: (name: string) => `阶段“${name}”不在阶段列表中。`,
		texts: ['该商机已赢单，但成交或关闭日期为空。', '金额为文字“待定”，按空白处理。'],
		templates: ['表格中找到的阶段', 'B2B 六阶段', 'B2C 简版'],
		failed: '找不到“阶段”列，可能已被重命名或删除。没有改动任何内容。',
	},
} as const;

const IDS = ['winRate', 'salesVelocity', 'averageDealSize', 'salesCycle'];
const WIN_RATE_MODES = ['all', 'closed', 'value'] as const;
const UNITS = ['ratio', 'currencyPerDay', 'currency', 'days'] as const;
const FUNCTIONS = ['WIN_RATE', 'SALES_VELOCITY', 'AVERAGE_DEAL_SIZE', 'SALES_CYCLE'];

export type Call = { readonly name: keyof Calls; readonly request: unknown };

export class MockServer {
	readonly calls: Call[] = [];
	/** The next answer of this call is a failure with this action; `throw` stands for a transport failure with this text. */
	readonly failing = new Map<
		string,
		{ readonly action?: 'choose-columns' | 'retry' | 'reload' | 'reset' | 'set-up' | null; readonly throws?: string }
	>();
	private readonly words: (typeof WORDS)['en' | 'zh-CN'];
	private readonly owners: readonly string[];
	private settings: Settings;
	private stages: readonly StageDraft[];
	private isReady: boolean;
	private hasSample: boolean;
	private ignored: string[] = [];
	private revision = 1;
	private problems: Problem[];

	constructor(private readonly options: MockOptions) {
		this.words = WORDS[options.language];
		this.owners = options.owners ?? this.words.owners;
		this.isReady = options.isSetUp ?? true;
		this.hasSample = options.hasSample ?? false;
		const names: readonly string[] = options.stages ?? this.words.stages;
		this.stages = names.map((name, at) => {
			const kind: StageKind = at === names.length - 2 ? 'won' : at === names.length - 1 ? 'lost' : 'open';
			const probability = kind === 'won' ? 1 : kind === 'lost' ? 0 : Math.round(((at + 1) / names.length) * 100) / 100;
			return {
				id: `s${at}`,
				name,
				kind,
				probability,
				aliases: [],
				usualDays: kind === 'open' ? 14 : null,
				exitRule: '',
				tasks: [],
				deals: 40 - at,
			};
		});
		this.settings = {
			version: 1,
			dealSheetId: 7,
			dealSheetName: this.words.sheet,
			headerRow: 1,
			columns: Object.fromEntries(
				['id', 'name', 'stage', 'amount', 'created', 'closed', 'owner'].map((field, at) => [
					field,
					this.words.headings[at] as string,
				]),
			),
			stageDateColumns: {},
			outcomes: [],
			outcomeStages: {},
			currency: '',
			dealLines: 'each',
			winRateMode: 'all',
			language: 'auto',
			theme: options.theme ?? 'light',
			completeFormulas: true,
			stageColors: false,
			strictStages: false,
			recordEditor: false,
			ignoredIssues: [],
		};
		const wrong = [
			'Negotiaton',
			'Wonn',
			'<img src=x onerror="window.hacked=1">',
			'=HYPERLINK("http://x","y")',
			'__proto__',
		];
		this.problems = Array.from({ length: options.problems ?? 8 }, (_, at): Problem => {
			const kind = at % 4 < 2 ? 0 : (at % 4) - 1;
			const [code, , severity] = this.words.check[kind] as readonly [string, string, Problem['severity']];
			const value = kind === 0 ? (wrong[(at >> 1) % wrong.length] as string) : kind === 1 ? '' : 'TBD';
			const suggestion =
				kind === 0 && value.length < 12 ? (this.stages[3 % this.stages.length] as StageDraft).name : null;
			const text = kind === 0 ? this.words.text(value) : (this.words.texts[kind - 1] as string);
			return {
				id: `p${at}`,
				code,
				severity,
				text,
				cell: `${this.words.sheet}!C${at + 12}`,
				row: at + 11,
				column: 2,
				value,
				suggestion,
				isInStages: false,
			};
		});
	}

	/** Answers as the server would; throws what the transport would report. */
	answer(name: keyof Calls, request: unknown): Answer<unknown> {
		this.calls.push({ name, request });
		const failing = this.failing.get(name);
		if (failing !== undefined) {
			this.failing.delete(name);
			if (failing.throws !== undefined) throw new Error(failing.throws);
			return { ok: false, code: 'test', text: this.words.failed, action: failing.action ?? null };
		}
		return { ok: true, data: this.data(name, request as never) };
	}

	/** The active cell is in a deal's row; it holds something. */
	isDealSelected = true;
	isCellFilled = false;
	/** The rows of a list are too scattered to be selected. */
	isScattered = false;
	private isRecording = true;
	private missingIds = 6;

	/** Something changed in the sheet behind the page's back. */
	touch(): void {
		this.revision++;
	}

	/** Somebody else edits the stage list. */
	renameStage(at: number, name: string): void {
		this.stages = this.stages.map((stage, position) => (position === at ? { ...stage, name } : stage));
	}

	private data(name: keyof Calls, request: never): unknown {
		const given = request as {
			filter: ReportFilter | null;
			fixes: Fix[];
			undo: Fix[];
			ids: string[];
			isIgnored: boolean;
			settings: Partial<Settings>;
			stages: StageDraft[];
			sheetId: number;
			row: number | null;
			target: number | null;
			isReplacing: boolean;
			text: string;
		};
		const words = DEAL_WORDS[this.options.language];
		const line = (at: number) => ({
			...dealLine(at, words, this.owners, this.options.isMixed ?? false),
			...this.options.dealNames?.[at],
		});
		switch (name) {
			case 'sidebarOpen':
				return this.open(given.filter);
			case 'sidebarReport':
				return this.ready(given.filter as ReportFilter);
			case 'sidebarPropose':
			case 'sidebarAddStages':
				return this.proposal(given.sheetId);
			case 'sidebarSetUp':
				this.isReady = true;
				this.stages = given.stages;
				return this.open(null);
			case 'sidebarRevision':
				return String(this.revision);
			case 'sidebarCheck':
				return this.check();
			case 'sidebarFix':
				return this.change(given.fixes, true);
			case 'sidebarUndo':
				return this.change(given.undo, false);
			case 'sidebarIgnore':
				this.ignored = given.isIgnored ? [...this.ignored, ...given.ids] : [];
				return this.check();
			case 'sidebarGoTo':
				return null;
			case 'sidebarSaveSettings':
				this.settings = { ...this.settings, ...given.settings };
				return this.open(null);
			case 'sidebarSaveStages':
				this.stages = given.stages.map((stage, at) => ({ ...stage, id: stage.id || `new${at}` }));
				return this.open(null);
			case 'sidebarReapply':
				return { cells: 1500 };
			case 'sidebarReset':
				this.isReady = false;
				return this.open(null);
			case 'sidebarRemoveSample':
				this.isReady = false;
				this.hasSample = false;
				return this.open(null);
			case 'sidebarTrySample':
				this.isReady = true;
				this.hasSample = true;
				return this.open(null);
			case 'sidebarDeals': {
				const asked = request as DealListRequest;
				const stage = this.report(asked.filter).stages.find(({ id }) => id === asked.stageId);
				const total =
					asked.part === 'lost'
						? stage?.lostHere
						: asked.part === 'movedOn'
							? stage?.movedOn
							: (stage?.still ?? stage?.now);
				return dealList(asked, total ?? 0, line);
			}
			case 'sidebarDeal':
				if (given.row === null && !this.isDealSelected) return null;
				return dealDetail(line((given.row ?? 12) - 12), this.stages, words);
			case 'sidebarSelectRows':
				return { rows: this.isScattered ? 1503 : 7, isSelected: !this.isScattered };
			case 'sidebarFilterSheet':
				return null;
			case 'sidebarCopyDeals':
				return { sheetName: 'Negotiation 2025-10-01', rows: 7 };
			case 'sidebarForecast':
				return forecast(
					given.target,
					this.report(given.filter as ReportFilter).kinds.open,
					this.options.isMixed ?? false,
					line,
					request as ForecastRequest,
					this.options.noOutlook === undefined ? '' : noteWords(this.options.noOutlook)[this.options.language],
				);
			case 'sidebarPreviewFormula': {
				const asked = request as FormulaRequest;
				return formulaPreview(asked, FUNCTIONS[IDS.indexOf(asked.metric)] as string, words.wrong);
			}
			case 'sidebarInsertFormula':
				return given.isReplacing || !this.isCellFilled
					? { cell: 'K2', occupied: [], more: 0, isInserted: true }
					: { cell: 'K2', occupied: [{ cell: 'K2', text: '<b>42</b>' }], more: 7, isInserted: false };
			case 'sidebarReportSheet':
				return { sheetName: 'Funnel report' };
			case 'sidebarHistory':
				return {
					...history(this.isRecording, this.missingIds),
					...(this.options.isHistoryBroken ? { isReadable: false, unrecorded: 12 } : {}),
				};
			case 'sidebarHistorySources':
				return this.options.histories ?? [];
			case 'sidebarFormerNames':
				return Array.from({ length: this.options.formerNames ?? 0 }, (_, at) => ({
					row: at + 1,
					column: 2,
					from: 'Old name',
					to: 'First talk',
				}));
			case 'sidebarStartTemplate':
				this.isReady = true;
				return this.open(null);
			case 'sidebarStartHistory':
				this.isRecording = true;
				return history(true, this.missingIds);
			case 'sidebarImportHistory':
				return { added: 866, known: 12, ignored: 3 };
			case 'sidebarFillIds': {
				const filled = this.missingIds;
				this.missingIds = 0;
				return { filled };
			}
			case 'sidebarPreviewStages':
				return renamed(this.stages, given.stages, words);
			case 'sidebarExportSettings':
				return JSON.stringify({ settings: this.settings, stages: this.stages });
			case 'sidebarImportSettings':
				this.settings = { ...this.settings, ...(JSON.parse(given.text) as { settings: Settings }).settings };
				return this.open(null);
		}
	}

	private readonly fixed = new Set<number>();

	private change(fixes: readonly Fix[], isFix: boolean) {
		for (const { row } of fixes) {
			if (isFix) this.fixed.add(row);
			else this.fixed.delete(row);
		}
		this.revision++;
		return {
			fixed: fixes.length,
			skipped: 0,
			formulaCell: '',
			undo: isFix ? fixes.map(({ row, column, from, to }) => ({ row, column, from: to, to: from })) : null,
		};
	}

	/** Each deal of the table has several rows, and nobody has said yet how they are read. */
	hasDealLines = false;

	private openProblems(): Problem[] {
		return this.problems.filter(({ id, row }) => !this.ignored.includes(id) && !this.fixed.has(row ?? -1));
	}

	private check(): CheckAnswer {
		const problems = this.openProblems();
		// In the order of the sheet, as the server has them.
		const counts: CheckAnswer['counts'][number][] = [...this.words.check]
			.reverse()
			.flatMap(([code, title, severity]) => {
				const some = problems.filter((problem) => problem.code === code);
				return some.length === 0
					? []
					: [
							{
								code,
								title,
								severity,
								count: some.length,
								safe: some.filter(({ suggestion }) => suggestion !== null).length,
							},
						];
			});
		const rows = this.options.rows ?? this.options.deals ?? 214;
		if (this.hasDealLines) {
			const code = this.settings.dealLines === 'each' ? 'dealLines' : 'dealLinesRead';
			const severity = code === 'dealLines' ? 'error' : 'info';
			counts.unshift({ code, title: 'Several rows per deal', severity, count: 1, safe: 0 });
			problems.unshift({
				id: code,
				code,
				severity,
				text: 'IDs repeat from Deals!A3 on: 100 deals have 214 rows.',
				cell: 'Deals!A3',
				row: 2,
				column: 0,
				value: 'D-1',
				suggestion: null,
				isInStages: false,
			});
		}
		return {
			problems: [true, false].flatMap((isSafe) =>
				problems.filter(({ suggestion }) => (suggestion !== null) === isSafe).slice(0, 500),
			),
			counts,
			ignored: this.ignored.length,
			quality: rows === 0 ? null : Math.max(0, 1 - problems.length / rows),
			rows,
		};
	}

	private open(filter: ReportFilter | null): OpenAnswer {
		const { language } = this.options;
		const shown = this.settings.language === 'auto' ? language : this.settings.language;
		return {
			language: shown,
			locale: shown === 'en' ? 'en-US' : 'zh-CN',
			state: this.isReady ? 'ready' : 'set-up',
			proposal: this.isReady ? null : this.proposal(7),
			settings: this.settings,
			stages: this.isReady ? this.stages : [],
			ready: this.isReady ? this.ready(filter ?? { period: '2025-Q3', cohort: 'created', columns: {} }) : null,
			hasSample: this.hasSample,
			metrics: IDS.map((id, at) => ({
				id,
				definedMode: id === 'winRate' ? this.settings.winRateMode : '',
				name: FUNCTIONS[at] as string,
				label: this.words.metrics[at] as string,
				summary: this.words.formulas[at] as string,
				formula: this.words.formulas[at] as string,
				denominator: this.words.denominators[at] as string,
				unit: UNITS[at] as string,
				modes:
					at === 0
						? [this.words.modes.map((meaning, place) => ({ word: WIN_RATE_MODES[place] as string, meaning }))]
						: [],
				stageNames: at === 3 ? (1 as const) : 0,
				number: null,
				reserved: [...COMMON_WORDS, 'against'],
			})),
		};
	}

	private proposal(sheetId: number): SetUpProposal {
		const { headings, sheet, templates } = this.words;
		const { obstacle = null, hasUnclassified } = this.options;
		const isObstacle = obstacle !== null && sheetId === 7;
		const found = this.stages.map((stage, at) =>
			hasUnclassified && at === this.stages.length - 1 ? { ...stage, name: 'Passed', kind: null } : stage,
		);
		const fields = [
			'stage',
			'amount',
			'created',
			'closed',
			'owner',
			'reason',
			'id',
			'name',
			'source',
			'currency',
		] as const;
		const columns = [2, 3, 4, 5, 6, null, 0, 1, null, null];
		const examples = [
			this.stages[1]?.name ?? '',
			'12,400',
			'2025-07-01',
			'2025-08-14',
			this.owners[0] ?? '',
			'',
			'D-1001',
			'Northwind retrofit',
			'',
			'',
		];
		const sure = ['sure', 'sure', 'likely', 'unsure', 'sure', 'none', 'sure', 'likely', 'none', 'none'] as const;
		return {
			sheets: [
				{ id: 7, name: sheet },
				{ id: 8, name: 'Archive' },
			],
			sheetId,
			sheetName: sheetId === 7 ? sheet : 'Archive',
			rows: isObstacle ? 0 : (this.options.rows ?? 214),
			deals: isObstacle ? 0 : (this.options.rows ?? 214),
			headerRow: 1,
			headings: isObstacle ? [] : headings,
			columns: isObstacle
				? []
				: fields.map((field, at) => ({
						field,
						column: columns[at] as number | null,
						confidence: sure[at] as 'sure',
						example: examples[at] as string,
						reason: sure[at] === 'none' ? null : ('heading' as const),
						runnerUp: null,
					})),
			stageDates: [],
			outcomes: [],
			outcomeStages: {},
			pipelines: null,
			orderDoubts: [],
			stages: isObstacle ? [] : found,
			templates: [
				{ id: 'sheet', name: templates[0], stages: found },
				{ id: 'b2b', name: templates[1], stages: this.stages },
				{ id: 'b2c', name: templates[2], stages: this.stages.slice(-4) },
			],
			obstacle: isObstacle ? obstacle : null,
			history: this.options.histories?.find(({ sheetId }) => sheetId !== null) ?? null,
			stageOffer: this.options.stageOffer ?? null,
			canStartEmpty: this.options.canStartEmpty ?? isObstacle,
			stagesFromSheet: false,
		};
	}

	private ready(filter: ReportFilter): ReadyState {
		return {
			report: this.report(filter),
			choices: this.choices(),
			groups: this.groups(filter),
			problemCount: this.openProblems().length,
			updatedAt: '14:05',
			recording: {
				state: this.options.isHistoryBroken === true ? 'behind' : (this.options.recording ?? 'on'),
				leftOut: this.options.leftOut ?? 0,
			},
			isCounted: false,
			revision: String(this.revision),
		};
	}

	private groups(filter: ReportFilter): ReportGroups[] {
		const { deals } = this.report(filter);
		const column = (heading: string, field: string | null, values: readonly string[]): ReportGroups => ({
			heading,
			field,
			more: 0,
			rows: values.map((value, at) => {
				const n = Math.max(1, Math.round(deals / (at + 2)));
				const rate = 0.3 - at * 0.05;
				return {
					value,
					deals: n,
					won: Math.round(n * rate),
					lost: Math.round(n * 0.4),
					open: Math.round(n * 0.3),
					rate,
					low: Math.max(0, rate - 0.1),
					high: rate + 0.1,
					n,
					pulled: 0.25 - at * 0.02,
					wonAmount: this.options.isMixed ? null : (3 - (at % 3)) * 100_000,
					cycleDays: 40 + at,
				};
			}),
		});
		return deals === 0
			? []
			: [
					column(this.words.headings[6] as string, 'owner', this.owners),
					column(this.words.headings[7] as string, null, ['North', '']),
				];
	}

	private report(filter: ReportFilter): FunnelReport {
		const { deals: all = 214, isMixed = false } = this.options;
		const rows = this.options.rows ?? all;
		const deals = filter.period === '2024' ? 0 : Math.round(all / (Object.keys(filter.columns).length + 1));
		const open = this.stages.filter(({ kind }) => kind === 'open');
		const steps = [0.706, 0.636, 0.427, 0.805, 0.818];
		let reached = deals;
		let lostDeals = 0;
		const money = (count: number) => (isMixed ? null : count * 20_450);
		const stages = this.stages.map(({ id, name, kind, probability }, at): ReportStage => {
			if (kind === 'lost' || kind === 'parked' || kind === null) {
				return {
					...EMPTY_STAGE,
					id,
					name,
					kind: kind ?? 'lost',
					probability,
					now: lostDeals,
					amount: money(lostDeals),
				};
			}
			const here = reached;
			if (kind === 'won')
				return {
					...EMPTY_STAGE,
					id,
					name,
					kind,
					probability,
					now: here,
					amount: money(here),
					reached: here,
					reachedAmount: money(here),
				};
			const movedOn = Math.round(here * (steps[at % steps.length] as number));
			const lostHere = Math.round((here - movedOn) * ([0.27, 0.48, 0.6, 0.13, 0.3][at % 5] as number));
			reached = movedOn;
			lostDeals += lostHere;
			const still = here - movedOn - lostHere;
			return {
				id,
				name,
				kind,
				probability,
				now: still,
				amount: money(still),
				weighted: money(still) === null ? null : (money(still) ?? 0) * probability,
				overdue: Math.round(still / 5),
				stuck: at === 0 ? null : Math.round(still / 7),
				reached: here,
				reachedAmount: money(here),
				movedOn,
				still,
				lostHere,
				parkedHere: 0,
				skipped: at === 3 ? 4 : 0,
				assumed: at === 0 ? 12 : 0,
				cumulative: deals === 0 ? null : here / deals,
				conversion: here === 0 ? null : movedOn / here,
				conversionLow: here === 0 ? null : Math.max(0, movedOn / here - 0.09),
				conversionHigh: here === 0 ? null : Math.min(1, movedOn / here + 0.08),
				medianDays: here === 0 ? null : ([6, 11, 24, 9, 5][at % 5] as number),
				isElsewhere: false,
			};
		});
		const figure = (at: number, value: number | null, previous: number | null, rest: Partial<Figure>): Figure => ({
			id: IDS[at] as string,
			unit: UNITS[at] as Figure['unit'],
			currency: isMixed ? '' : (this.options.currency ?? 'USD'),
			mode: '',
			value,
			low: null,
			high: null,
			n: deals,
			numerator: null,
			denominator: null,
			excluded: 0,
			assumed: 0,
			reason: value === null ? 'noWonDeals' : null,
			previous,
			isClear: at === 1 || at === 3,
			deals:
				at === 1 && filter.period !== null ? { open: deals - reached - lostDeals, closed: reached + lostDeals } : null,
			better: at === 3 ? -1 : 1,
			...rest,
		});
		const isLittle = reached === 0;
		const reasons = this.options.reasons ?? this.words.reasons;
		const weightOf = (at: number) => reasons.length - at + (at === 0 ? 4 : 0);
		const total = reasons.reduce((sum, _, at) => sum + weightOf(at), 0);
		const worst = Math.min(2, open.length - 1);
		return {
			asOf: '2025-10-01',
			filter,
			kinds: {
				open: deals - reached - lostDeals,
				won: reached,
				lost: lostDeals,
				parked: 0,
				unknown: deals === 0 ? 0 : 2,
				noStage: 0,
			},
			rows,
			deals,
			currency: this.options.currency ?? 'USD',
			currencies: isMixed
				? [
						{ code: 'USD', deals: 120 },
						{ code: 'EUR', deals: 94 },
					]
				: [{ code: 'USD', deals }],
			figures: [
				figure(0, deals === 0 ? null : reached / deals, 0.105, {
					mode: this.settings.winRateMode,
					low: 0.088,
					high: 0.177,
					numerator: reached,
					denominator: deals,
					excluded: 2,
					assumed: 12,
				}),
				figure(1, isLittle || isMixed ? null : 7412, 6992, {
					reason: isMixed ? 'mixedCurrencies' : isLittle ? 'noWonDeals' : null,
				}),
				figure(2, isLittle || isMixed ? null : 20_450, 21_755, {
					numerator: reached * 20_450,
					denominator: reached,
					reason: isMixed ? 'mixedCurrencies' : isLittle ? 'noWonDeals' : null,
				}),
				figure(3, isLittle ? null : 54, 49, { numerator: reached * 54, denominator: reached }),
			],
			stages,
			lost: { deals: lostDeals, amount: money(lostDeals), unknown: this.options.lostUnknown ?? 0 },
			bottleneck:
				deals < 20
					? null
					: {
							stage: worst,
							period: filter.period ?? '2025-Q3',
							conversion: 0.43,
							reference: 0.58,
							pValue: 0.01,
						},
			mostLost: lostDeals === 0 ? null : { stage: worst, deals: stages[worst]?.lostHere ?? 0, amount: money(33) },
			findings:
				deals < 100
					? []
					: [
							{
								kind: 'start',
								subject: 'North',
								heading: this.words.headings[7] as string,
								stage: -1,
								deals: 60,
								value: 0.11,
								reference: 0.24,
								amount: money(20),
								pValue: 0.02,
							},
							{
								kind: 'process',
								subject: stages[worst]?.name ?? '',
								heading: '',
								stage: worst,
								deals: 88,
								value: 0.43,
								reference: 0.58,
								amount: null,
								pValue: 0.01,
							},
						],
			lossReasons:
				lostDeals === 0
					? []
					: reasons.map((reason, at) => ({
							reason,
							deals: weightOf(at),
							share: weightOf(at) / total,
							amount: money(weightOf(at)),
						})),
			winReasons: isLittle
				? []
				: [
						{ reason: reasons[1] ?? '', deals: 12, share: 0.8, amount: money(12) },
						{ reason: '', deals: 3, share: 0.2, amount: money(3) },
					],
			trend:
				deals < 20
					? []
					: [0.08, 0.11, 0.095, null, 0.12, 0.1, 0.13, 0.125, 0.14, 0.11, 0.135, 0.126].map((winRate, at) => ({
							month: (at < 3 ? '2024-' : '2025-') + String(((at + 9) % 12) + 1).padStart(2, '0'),
							won: winRate === null ? 0 : 3 + at,
							lost: winRate === null ? 0 : 9 + at,
							wonAmount: money(3),
							winRate,
						})),
			historySince: null,
			assumed: deals === 0 ? 0 : 12,
		};
	}

	private choices(): ReportChoices {
		const rows = this.options.rows ?? this.options.deals ?? 214;
		return {
			firstDate: rows === 0 ? null : '2024-10-02',
			lastDate: rows === 0 ? null : '2025-09-28',
			filters: [
				{
					heading: this.words.headings[6],
					field: 'owner',
					values: this.owners.map((value, at) => ({ value, deals: 70 - at })),
				},
				{
					heading: this.words.headings[7],
					field: null,
					values: ['North', 'South', ''].map((value) => ({ value, deals: 50 })),
				},
			],
			pipelines: null,
			periods:
				rows === 0
					? []
					: ['2025-Q3', '2025-Q2', '2025', '2024', '2025-09', '2025-08', '2025-07'].map((period) => ({
							period,
							deals: period === '2024' ? 0 : 71,
						})),
		};
	}
}

const EMPTY_STAGE = {
	now: 0,
	amount: null,
	weighted: null,
	overdue: null,
	stuck: null,
	cumulative: null,
	reached: null,
	reachedAmount: null,
	movedOn: null,
	still: null,
	lostHere: null,
	parkedHere: null,
	skipped: null,
	assumed: 0,
	conversion: null,
	conversionLow: null,
	conversionHigh: null,
	medianDays: null,
	isElsewhere: false,
};
