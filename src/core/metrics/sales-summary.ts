/** Sales summary: deals, win rate, won amount and cycle side by side, for one selection or for each group. */
import type { Measure, TableCell } from '../model/metric-result.ts';
import { averageDealSize } from './average-deal-size.ts';
import { defineMetric, type MetricDefinition, type MetricRequest, mode, words } from './metric.ts';
import { salesCycle } from './sales-cycle.ts';
import { isThin } from './shared/measured.ts';
import { requestFrom } from './shared/request.ts';
import { MIXED } from './shared/table-words.ts';
import { winRate } from './win-rate.ts';

export const salesSummary = defineMetric({
	id: 'salesSummary',
	unit: 'table',
	modes: [
		[
			mode('all', 'win rate: won ÷ all deals', '赢单率：赢单 ÷ 全部商机'),
			mode('closed', 'win rate: won ÷ (won + lost)', '赢单率：赢单 ÷（赢单 + 输单）'),
			mode('value', 'win rate: won amount ÷ (won + lost amount)', '赢单率：赢单金额 ÷（赢单 + 输单金额）', {
				needs: ['amount'],
			}),
		],
	],
	defaultMode: ({ winRateMode }) => winRateMode,
	keepsEmptyUnits: true,
	label: words('Sales summary', '销售汇总'),
	summary: words(
		'Deals, won deals, win rate, won amount and sales cycle in one row, or one row per owner, source or month.',
		'商机数、赢单数、赢单率、赢单金额和销售周期汇成一行，或按负责人、来源、月份各一行。',
	),
	formula: words(
		'the definitions of WIN_RATE, AVERAGE_DEAL_SIZE and SALES_CYCLE',
		'定义与 WIN_RATE、AVERAGE_DEAL_SIZE、SALES_CYCLE 相同',
	),
	denominator: words(
		'all deals of the row; a win rate on fewer than 20 deals stands in a column of its own',
		'该行的全部商机；不足 20 个商机的赢单率另列一栏',
	),
	source: 'Interval: Wilson 1927',
	exampleArguments: ['by', 'Owner'],
	headings: {
		won: words('Won', '赢单'),
		rate: words('Win rate', '赢单率'),
		few: words('Under 20 deals', '不足 20 个商机'),
		wonAmount: words('Amount won', '赢单金额'),
		cycle: words('Cycle, days', '周期（天）'),
	},
	compute(request) {
		const { count, stages } = request.statistics();
		const rate = winRate.compute(request) as Measure;
		const amount = withDefaults(averageDealSize, request);
		const isFew = isThin(rate);
		const row: TableCell[] = [
			count,
			stages().won,
			isFew ? null : rate.value,
			isFew ? rate.value : null,
			rate.low,
			rate.high,
			amount.reason === 'mixedCurrencies' ? null : amount.numerator,
			withDefaults(salesCycle, request).value,
			amount.reason === 'mixedCurrencies' ? MIXED : null,
		];
		return {
			kind: 'table',
			columns: [
				{ key: 'deals', unit: 'count' },
				{ key: 'won', unit: 'count' },
				{ key: 'rate', unit: 'ratio' },
				{ key: 'few', unit: 'ratio' },
				{ key: 'low', unit: 'ratio' },
				{ key: 'high', unit: 'ratio' },
				{ key: 'wonAmount', unit: 'currency' },
				{ key: 'cycle', unit: 'days' },
				{ key: 'note', unit: 'text' },
			],
			rows: [row],
		};
	},
});

/** As the function answers without words. */
function withDefaults(definition: MetricDefinition, { stageList, statistics }: MetricRequest): Measure {
	return definition.compute(requestFrom(definition, stageList, statistics)) as Measure;
}
