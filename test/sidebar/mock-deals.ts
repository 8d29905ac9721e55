/** Made-up answers about single deals, the forecast, formulas and the stage history, for MockServer. Not here: its state and switches. */

import type { StageDraft } from '../../src/addon/contract/answer.ts';
import type {
	DealDetail,
	DealLine,
	DealList,
	DealListRequest,
	Forecast,
	ForecastRequest,
	FormulaPreview,
	FormulaRequest,
	Outlook,
	OutlookLine,
} from '../../src/addon/contract/deals.ts';
import type { HistoryState, StageChange } from '../../src/addon/contract/history.ts';
import { prefixed } from '../../src/core/formula/spelling.ts';

export interface MockDealWords {
	readonly deals: readonly string[];
	readonly headings: readonly string[];
	readonly tasks: readonly string[];
	readonly exitRule: string;
	readonly stays: (from: string) => string;
	readonly wrong: string;
}

export const DEAL_WORDS: Readonly<Record<'en' | 'zh-CN', MockDealWords>> = {
	en: {
		deals: [
			'Northwind retrofit',
			'Contoso spare parts',
			'Fabrikam service plan',
			'Adventure Works pilot',
			'Tailspin renewal',
			'华东精工 MES 二期',
		],
		headings: ['Deal ID', 'Region', 'Notes'],
		tasks: ['Send the quote', 'Walk through the price with the buyer'],
		exitRule: 'The buyer has confirmed the budget in writing.',
		stays: (from) => `“${from}” is renamed; its deals and its history stay with it.`,
		wrong: 'This stage is not in the list.',
	},
	'zh-CN': {
		deals: [
			'华东精工 MES 二期',
			'远航物流升级',
			'北辰医疗年度服务',
			'金穗食品试点',
			'星河传媒续约',
			'Northwind retrofit',
		],
		headings: ['编号', '地区', '备注'],
		tasks: ['发送报价', '与采购方逐项确认价格'],
		exitRule: '客户已书面确认预算。',
		stays: (from) => `“${from}”将被重命名，其商机和历史保持不变。`,
		wrong: '这个阶段不在列表中。',
	},
};

export function dealLine(at: number, words: MockDealWords, owners: readonly string[], isMixed: boolean): DealLine {
	const ageDays = Math.max(1, 61 - at * 7);
	return {
		row: 12 + at,
		name: words.deals[at % words.deals.length] as string,
		owner: owners[at % owners.length] ?? '',
		amount: at === 3 ? null : 84_000 - at * 700,
		currency: isMixed && at % 2 === 1 ? 'EUR' : 'USD',
		ageDays: at === 4 ? null : ageDays,
		isStageAge: at % 3 !== 2,
		overdueDays: at === 1 ? 9 : 0,
		usualDays: at === 4 ? null : 24,
		isSlow: ageDays > 24 && at !== 4,
	};
}

/** As many deals as the funnel says, a page of 100 at a time. */
export function dealList({ offset }: DealListRequest, total: number, line: (at: number) => DealLine): DealList {
	return {
		total,
		amount: total * 20_450,
		currency: 'USD',
		deals: Array.from({ length: Math.max(0, Math.min(100, total - offset)) }, (_, at) => line(offset + at)),
	};
}

export function dealDetail(line: DealLine, stages: readonly StageDraft[], words: MockDealWords): DealDetail {
	const way = stages.filter(({ kind }) => kind === 'open').slice(0, 3);
	return {
		row: line.row,
		name: line.name,
		stage: way[way.length - 1]?.name ?? '',
		probability: 0.4,
		amount: line.amount,
		currency: line.currency,
		createdDays: null,
		overdueDays: line.overdueDays,
		timeline: way.map(({ name }, at) => ({
			stage: name,
			days: [12, 20, 31][at] as number,
			isNow: at === way.length - 1,
			usualDays: [6, 11, 24][at] as number,
			isAssumed: at === 0,
		})),
		exitRule: words.exitRule,
		tasks: words.tasks,
		distance: { stagesLeft: 3, chance: 0.28, medianDaysLeft: 38 },
		cells: words.headings.map((heading, at) => ({ heading, text: at === 2 ? '' : `${heading} ${line.row}` })),
	};
}

/** Too few wins without open deals; else as many periods as asked for, the far ones wider. */
function outlook(
	target: number | null,
	open: number,
	{ unit, periods }: Pick<ForecastRequest, 'unit' | 'periods'>,
	note: string,
): Outlook {
	const isTold = open > 0 && note === '';
	const size = unit === 'quarter' ? 460_000 : 160_000;
	const label = (at: number): string =>
		unit === 'quarter'
			? `${2025 + Math.floor((at + 3) / 4)}-Q${((at + 3) % 4) + 1}`
			: `${2025 + Math.floor((at + 9) / 12)}-${String(((at + 9) % 12) + 1).padStart(2, '0')}`;
	const line = (period: string | null, middle: number, spread: number, won: number): OutlookLine => ({
		period,
		wonSoFar: isTold ? won : null,
		low: isTold ? middle * (1 - spread) : null,
		middle: isTold ? middle : null,
		high: isTold ? middle * (1 + spread * 1.2) : null,
		fromOpen: isTold ? middle * 0.55 : null,
		fromNew: isTold ? middle * 0.3 : null,
		byExpectedDates: middle * 1.9,
		targetChance: isTold && target !== null ? Math.min(1, middle / (2 * target)) : null,
	});
	return {
		isCount: false,
		lines: Array.from({ length: periods }, (_, at) => line(label(at), size, 0.35 + at * 0.04, at === 0 ? 92_000 : 0)),
		together: line(null, size * periods, 0.2, 92_000),
		notes: note === '' ? [] : [note],
		overdue: { deals: 14, amount: 320_000 },
		drivers: isTold
			? [0.31, 0.18, 0.12].map((share, at) => ({
					row: 11 + at,
					name: ['Northwind renewal', '北风贸易续约', 'Contoso roll-out'][at] ?? '',
					amount: 150_000 - at * 30_000,
					chance: 0.44 + at * 0.1,
					share,
				}))
			: [],
		newShare: isTold ? 0.24 : null,
		backtest: isTold
			? ['2025-07-04', '2025-04-04', '2025-01-04', '2024-10-04'].map((asOf, at) => ({
					asOf,
					until: '2025-09-30',
					low: 380_000,
					middle: 470_000,
					high: 590_000,
					came: [455_000, 640_000, 410_000, 520_000][at] ?? 0,
					isInside: at !== 1,
					fourBefore: at === 3 ? null : 400_000,
				}))
			: [],
		calibration: isTold
			? [{ id: 's3', stage: 'Negotiation', set: 0.65, seen: 0.48, low: 0.31, high: 0.62, offer: 0.48 }]
			: [],
		change: isTold
			? {
					before: '2025-04-01..2025-06-30',
					now: '2025-07-01..2025-09-30',
					difference: -179_759,
					levers: [
						{ name: 'deals', effect: -88_927 },
						{ name: 'winRate', effect: -54_907 },
						{ name: 'size', effect: -35_925 },
					],
				}
			: null,
	};
}

export function forecast(
	target: number | null,
	open: number,
	isMixed: boolean,
	line: (at: number) => DealLine,
	span: Pick<ForecastRequest, 'unit' | 'periods'>,
	note: string,
): Forecast {
	const names = ['overdue', '2025-10', '2025-11', '2025-12', ''];
	return {
		currency: isMixed ? '' : 'USD',
		isMixed,
		outlook: isMixed ? null : outlook(target, open, span, note),
		months:
			open === 0 || isMixed
				? []
				: names.map((month, at) => {
						const amount = [120_000, 640_000, 910_000, 430_000, 85_000][at] as number;
						return { month, deals: 4 + at * 3, amount, weighted: amount * 0.44 };
					}),
		weighted: isMixed || open === 0 ? null : 961_400,
		open: isMixed || open === 0 ? null : 2_185_000,
		leads:
			target === null
				? null
				: {
						target,
						mode: 'all' as const,
						value: isMixed ? null : target / 2577,
						low: isMixed ? null : target / 3600,
						high: isMixed ? null : target / 1800,
					},
		stuck: Array.from({ length: Math.min(7, open) }, (_, at) => line(at)),
		stuckCount: Math.min(7, open),
	};
}

export function formulaPreview({ metric, words }: FormulaRequest, name: string, wrong: string): FormulaPreview {
	// The server shortens what needs no prefix; here nothing does.
	const bare = words.map((word) => (typeof word === 'number' ? word : (prefixed(word)?.name ?? word)));
	const text = bare.map((word) => (typeof word === 'number' ? word : `"${word}"`)).join(', ');
	const isTable = bare.includes('by');
	const problem = words.includes('?') ? wrong : '';
	const rows = isTable
		? [
				['Owner', 'Value'],
				['Ana Brito', 0.2134],
				['Ben Okafor', 0.1],
			]
		: [[metric === 'winRate' ? 0.126 : 20_450]];
	const formula = `=${name}(Deals!A1:L${text === '' ? '' : `, ${text}`})`;
	const unit = metric === 'winRate' ? 'ratio' : 'currency';
	return {
		formula,
		shown: formula,
		rows: problem === '' ? rows : null,
		units: isTable ? ['text', unit] : [unit],
		problem,
	};
}

export function history(isRecording: boolean, missingIds: number): HistoryState {
	return {
		sheetName: isRecording ? 'Stage history' : null,
		since: isRecording ? '2025-06-02' : null,
		events: isRecording ? 412 : 0,
		otherTables: 0,
		assumed: isRecording ? 38 : 0,
		medianSpanDays: isRecording ? 0.4 : null,
		damagedRows: isRecording ? 2 : 0,
		laterRows: isRecording ? 1 : 0,
		firstLaterRow: isRecording ? 211 : 0,
		isReadable: true,
		unrecorded: 0,
		duplicateIds: missingIds > 0 ? [{ id: 'D-1007', cells: ['A18', 'A44'] }] : [],
		missingIds,
		hasIdColumn: true,
		sources: [
			{ sheetId: null, name: '', rows: 190 },
			{ sheetId: 21, name: 'CRM export 2024', rows: 866 },
		],
	};
}

export const renamed = (
	before: readonly StageDraft[],
	after: readonly StageDraft[],
	words: MockDealWords,
): StageChange[] =>
	before.flatMap(({ id, name, deals }): StageChange[] => {
		const to = after.find((stage) => stage.id === id);
		if (to === undefined) return [{ kind: 'removed', stage: name, to: '', deals, text: `– ${name}` }];
		return to.name === name ? [] : [{ kind: 'renamed', stage: name, to: to.name, deals, text: words.stays(name) }];
	});
