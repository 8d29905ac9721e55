/** Bottleneck: the step that holds most money back, and whether any step changed beyond chance. */

import { type Bottleneck, bottleneckOf, stepCounts } from '../funnel/bottleneck.ts';
import { timeInStage } from '../funnel/time-in-stage.ts';
import type { Measure, TableCell } from '../model/metric-result.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import type { Selection } from '../statistics/selection.ts';
import { statisticsOf } from '../statistics/statistics.ts';
import { averageDealSize } from './average-deal-size.ts';
import { defineMetric, words } from './metric.ts';
import { rankNames } from './shared/funnel-steps.ts';
import { compute } from './shared/request.ts';
import { MIXED } from './shared/table-words.ts';

const CHANGED = words('changed beyond chance', '变化超出偶然范围');
const UNCHANGED = words('within chance', '属于偶然波动');
const MOST = words('most money at stake', '潜在收益最大');

/** @param earlier selections of the periods before, the latest first; without one, the owners are compared instead */
export function bottleneckIn(pipeline: Pipeline, selection: Selection, earlier: readonly Selection[]): Bottleneck {
	const { columns } = pipeline.opportunities;
	const owners = columns.owner === undefined ? null : pipeline.opportunities.dimension(columns.owner);
	const statistics = statisticsOf(pipeline, selection);
	const periods = earlier.map((period) => stepCounts(statisticsOf(pipeline, period).reached()));
	return bottleneckOf({
		current: stepCounts(statistics.reached()),
		previous: periods[0] ?? null,
		earlier: periods,
		groups: owners === null || periods.length > 0 ? [] : statistics.reachedBy(owners).map(stepCounts),
		averageWon: (compute(averageDealSize, pipeline, { selection }) as Measure).value,
	});
}

export const bottleneck = defineMetric({
	id: 'bottleneck',
	unit: 'table',
	label: words('Bottleneck', '瓶颈'),
	summary: words(
		'The steps of the funnel by the money that they hold back, and whether one changed beyond chance.',
		'按潜在收益排列漏斗的各个步骤，并判断变化是否超出偶然范围。',
	),
	formula: words(
		'money at stake = deals × (attainable − own conversion) × later conversions × average won deal',
		'潜在收益 = 商机数 ×（可达转化率 − 当前转化率）× 后续转化率 × 平均成交额',
	),
	denominator: words(
		'deals that reached the step; the test counts those that passed or were lost',
		'到达该步骤的商机；检验只计已通过或输单的商机',
	),
	source:
		'Attainable: best earlier period, else the median of the owners; test: Fisher 1935, Benjamini & Hochberg 1995',
	headings: {
		previous: words('Period before', '上一期间'),
		change: words('Change', '变化'),
		money: words('Money at stake', '潜在收益'),
		verdict: words('Verdict', '结论'),
		needed: words('Deals needed to tell', '判断所需商机数'),
		days: words('Median days', '天数中位数'),
	},
	compute({ pipeline, selection, earlier }) {
		const { steps, hint, verdict } = bottleneckIn(pipeline, selection, earlier);
		const names = rankNames(pipeline);
		const isMixed = (compute(averageDealSize, pipeline, { selection }) as Measure).reason === 'mixedCurrencies';
		const order = [...steps].sort((a, b) => (b.moneyAtStake ?? -1) - (a.moneyAtStake ?? -1) || a.rank - b.rank);
		const rows = order.map(
			({ rank, reached, conversion, previous, change, adjustedP, moneyAtStake, dealsNeeded }): TableCell[] => [
				existing(names[rank]),
				existing(names[rank + 1]),
				reached,
				conversion,
				previous,
				change,
				adjustedP === null ? null : rank === verdict ? CHANGED : UNCHANGED,
				dealsNeeded,
				moneyAtStake,
				timeInStage(pipeline, rank, selection.deals)?.median ?? null,
				isMixed ? MIXED : rank === hint ? MOST : null,
			],
		);
		return {
			kind: 'table',
			columns: [
				{ key: 'from', unit: 'text' },
				{ key: 'to', unit: 'text' },
				{ key: 'n', unit: 'count' },
				{ key: 'conversion', unit: 'ratio' },
				{ key: 'previous', unit: 'ratio' },
				{ key: 'change', unit: 'ratio' },
				{ key: 'verdict', unit: 'text' },
				{ key: 'needed', unit: 'count' },
				{ key: 'money', unit: 'currency' },
				{ key: 'days', unit: 'days' },
				{ key: 'note', unit: 'text' },
			],
			rows,
		};
	},
});
