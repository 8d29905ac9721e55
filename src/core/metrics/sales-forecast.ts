/** Sales forecast: what the next months or quarters will bring, how sure that is, and how right it was before. */
import { backtestRows } from '../forecast/backtest-rows.ts';
import type { CountedForecast, ForecastBasis, ForecastSpan } from '../forecast/forecast.ts';
import { FEW_WINS } from '../forecast/forecast.ts';
import { chancesInTheEnd, rangeDrivers } from '../forecast/range-drivers.ts';
import {
	countedSalesForecast,
	type ForecastLine,
	salesForecast as forecastLines,
	type SalesForecast,
} from '../forecast/sales-forecast.ts';
import type { MeasureTable, TableCell, TableColumn } from '../model/metric-result.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { amountTotal } from '../statistics/amount-sums.ts';
import { currentStages, slotKind } from '../statistics/stage-counts.ts';
import { dayText } from '../time/calendar-day.ts';
import { defineMetric, type MetricRequest, mode, words } from './metric.ts';
import { forecastNotes } from './shared/forecast-words.ts';
import { unmeasured } from './shared/measured.ts';
import { FEW, NO, YES } from './shared/table-words.ts';

const ALL_PERIODS = words('All periods', '合计');
const DEFAULT_PERIODS = { month: 3, quarter: 2 } as const;

function spanOf({ modes, periods }: MetricRequest): ForecastSpan {
	const unit = modes.has('quarter') ? 'quarter' : 'month';
	return { periods: periods ?? DEFAULT_PERIODS[unit], months: unit === 'quarter' ? 3 : 1 };
}

function column(key: string, unit: TableColumn['unit']): TableColumn {
	return { key, unit };
}

function outlookTable({ lines, together, isCount }: SalesForecast): MeasureTable {
	const unit = isCount ? 'count' : 'currency';
	const money = ['wonSoFar', 'low', 'middle', 'high', 'fromOpen', 'fromNew', 'byExpectedDates'] as const;
	const row = (line: ForecastLine): TableCell[] => [
		line.period ?? ALL_PERIODS,
		...money.map((key) => line[key]),
		line.targetChance,
		forecastNotes(line.notes),
	];
	return {
		kind: 'table',
		columns: [
			column('period', 'text'),
			...money.map((key) => column(key, unit)),
			column('targetChance', 'ratio'),
			column('note', 'text'),
		],
		rows: [...lines, together].map(row),
	};
}

/** One row for each earlier day, the latest first; a range is stretched by what was known of earlier misses then. */
function backtestTable(forecast: CountedForecast | null, { together, isCount }: SalesForecast): MeasureTable {
	const unit = isCount ? 'count' : 'currency';
	const columns = [
		column('asOf', 'text'),
		column('until', 'text'),
		...['low', 'middle', 'high', 'came'].map((key) => column(key, unit)),
		column('inside', 'text'),
		column('fourBefore', unit),
		column('note', 'text'),
	];
	if (forecast === null) {
		const rows = [[...columns.slice(1).map(() => null), forecastNotes(together.notes)]];
		return { kind: 'table', columns, rows };
	}
	const rows = backtestRows(forecast).map(
		({ asOf, until, low, middle, high, came, isInside, fourBefore, wins }): TableCell[] => [
			dayText(asOf),
			dayText(until),
			low,
			middle,
			high,
			came,
			isInside ? YES : NO,
			fourBefore,
			wins < FEW_WINS ? FEW : null,
		],
	);
	return { kind: 'table', columns, rows };
}

function dealsTable(pipeline: Pipeline, { forecast, isCount, together }: SalesForecast<ForecastBasis>): MeasureTable {
	const unit = isCount ? 'count' : 'currency';
	const columns = [
		column('deal', 'text'),
		column('stage', 'text'),
		column('amount', unit),
		column('chanceByEnd', 'ratio'),
		column('chanceInTheEnd', 'ratio'),
		column('expected', unit),
		column('rangeShare', 'ratio'),
	];
	if (forecast === null) {
		const rows = [[...columns.map(() => null), forecastNotes(together.notes)]];
		return { kind: 'table', columns: [...columns, column('note', 'text')], rows };
	}
	const { opportunities, stages } = pipeline;
	const codes = currentStages(pipeline);
	const inTheEnd = chancesInTheEnd(forecast);
	const rows = rangeDrivers(forecast)
		.map((driver, i) => ({ ...driver, inTheEnd: existing(inTheEnd[i]) }))
		.sort((a, b) => b.expected - a.expected || a.deal - b.deal)
		.map(({ deal, amount, chance, expected, share, inTheEnd: end }): TableCell[] => [
			opportunities.label(deal),
			stages.all[existing(codes[deal])]?.name ?? null,
			Number.isNaN(amount) ? null : amount,
			chance,
			end,
			expected,
			share,
		]);
	return { kind: 'table', columns, rows };
}

/** Amounts of several currencies make no sum. */
function isMixed({ statistics, stageList }: MetricRequest): boolean {
	const amounts = statistics().amounts();
	const isWanted = (slot: number): boolean => ['open', 'won'].includes(slotKind(stageList, slot));
	return amounts !== null && amountTotal(amounts, isWanted).isMixed;
}

export const salesForecast = defineMetric(
	{
		id: 'salesForecast',
		unit: 'table',
		modes: [
			[
				mode('month', 'one row per calendar month', '每个自然月一行'),
				mode('quarter', 'one row per calendar quarter', '每个自然季度一行'),
			],
			[
				mode('outlook', 'what the next periods will bring', '未来各期的预测'),
				mode(
					'backtest',
					'the same forecast made on earlier days, and the actual result',
					'以往各日的同一预测与实际结果',
				),
				mode('deals', 'the open deals with their chances', '进行中的商机及其概率'),
			],
		],
		number: words('Target per period', '每期目标金额'),
		isNumberOptional: true,
		reserved: ['periods'],
		needs: ['stage'],
		better: 1,
		label: words('Sales forecast', '销售预测'),
		summary: words(
			'Money that the next months or quarters will bring, with the range that holds it in 8 of 10 cases.',
			'未来各月或各季度的预计赢单金额，以及有 80% 可能落入的区间。',
		),
		formula: words(
			'open deals × their chance of being won by then + deals still to come, at past rates',
			'进行中的商机 × 届时赢单概率 + 尚未出现的新商机，按以往速度推算',
		),
		denominator: words(
			'deals with a creation date, and a close date when won or lost',
			'有创建日期的商机；赢单和输单还须有成交或关闭日期',
		),
		source: 'Aalen & Johansen 1978; Panjer 1981; Hong 2013; range widened by the errors of earlier forecasts',
		headings: {
			period: words('Period', '时间范围'),
			wonSoFar: words('Won so far', '已赢单'),
			low: words('Low (P10)', '低（P10）'),
			middle: words('Middle (P50)', '中（P50）'),
			high: words('High (P90)', '高（P90）'),
			fromOpen: words('From open deals', '来自进行中的商机'),
			fromNew: words('From new deals', '来自新商机'),
			byExpectedDates: words('By expected dates', '按预计成交日期'),
			targetChance: words('Chance of target', '达成目标的概率'),
			asOf: words('As of', '截至'),
			until: words('Until', '预测至'),
			came: words('Actual', '实际'),
			inside: words('In range', '是否落入区间'),
			fourBefore: words('Mean of last four', '前四段均值'),
			deal: words('Deal', '商机'),
			chanceByEnd: words('Chance by the end', '期末前赢单概率'),
			chanceInTheEnd: words('Chance eventually', '最终赢单概率'),
			expected: words('Expected', '期望金额'),
			rangeShare: words('Share of the range', '占区间的份额'),
		},
		compute(request) {
			if (request.modes.has('deals')) return unmeasured('needsDeals');
			if (isMixed(request)) return unmeasured('mixedCurrencies');
			const counts = request.statistics().forecast();
			if (counts === null) return unmeasured('needsDeals');
			const found = countedSalesForecast(counts, request.stageList, spanOf(request), request.number);
			return request.modes.has('backtest') ? backtestTable(found.forecast, found) : outlookTable(found);
		},
		ofDeals(request, { pipeline, selection }) {
			if (isMixed(request)) return unmeasured('mixedCurrencies');
			const found = forecastLines(pipeline, selection, spanOf(request), request.number);
			if (request.modes.has('backtest')) return backtestTable(found.forecast, found);
			return request.modes.has('deals') ? dealsTable(pipeline, found) : outlookTable(found);
		},
	},
	['period', 'cohort', 'shrink'],
);
