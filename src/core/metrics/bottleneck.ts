/** Bottleneck: the step that holds most money back, and whether any step changed beyond chance. */

import { type Bottleneck, bottleneckOf, type FunnelCounts, type StepCounts, stepCounts } from '../funnel/bottleneck.ts';
import { timeSpent } from '../funnel/time-in-stage.ts';
import type { Measure, TableCell } from '../model/metric-result.ts';
import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { ownRanks } from '../statistics/processes.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { averageDealSize } from './average-deal-size.ts';
import { defineMetric, words } from './metric.ts';
import { rankNames } from './shared/funnel-steps.ts';
import { requestFrom } from './shared/request.ts';
import { MIXED } from './shared/table-words.ts';

const CHANGED = words('changed beyond chance', '变化超出随机波动');
const UNCHANGED = words('within chance', '属于随机波动');
const MOST = words('most money at stake', '潜在收益最大');

/**
 * @param earlier statistics of the periods before, the latest first; without one, the owners are compared instead
 * @param ranks of the stages between which the steps are, the won one included
 */
export function bottleneckIn(
	stageList: StageList,
	statistics: Statistics,
	earlier: readonly Statistics[],
	ranks: readonly number[],
): Bottleneck {
	const steps = (counts: FunnelCounts): StepCounts[] => stepCounts(counts, ranks);
	const periods = earlier.map((period) => steps(period.reached()));
	return bottleneckOf({
		current: steps(statistics.reached()),
		previous: periods[0] ?? null,
		earlier: periods,
		groups: periods.length > 0 ? [] : statistics.byOwner().map(steps),
		averageWon: averageWon(stageList, statistics).value,
	});
}

function averageWon(stageList: StageList, statistics: Statistics): Measure {
	return averageDealSize.compute(requestFrom(averageDealSize, stageList, () => statistics)) as Measure;
}

export const bottleneck = defineMetric({
	id: 'bottleneck',
	unit: 'table',
	label: words('Bottleneck', '瓶颈'),
	summary: words(
		'The steps of the funnel by the money that they hold back, and whether one changed beyond chance.',
		'按潜在收益排列漏斗的各个步骤，并判断变化是否超出随机波动。',
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
		previous: words('Period before', '上一时段'),
		change: words('Change', '变化'),
		money: words('Money at stake', '潜在收益'),
		verdict: words('Verdict', '结论'),
		needed: words('Deals needed to tell', '判断所需商机数'),
		days: words('Median days', '天数中位数'),
	},
	compute({ stageList, statistics, earlier, elsewhere }) {
		const all = statistics();
		const ranks = ownRanks(stageList, elsewhere());
		const { steps, hint, verdict } = bottleneckIn(stageList, all, earlier(), ranks);
		const allNames = rankNames(stageList);
		const names = ranks.map((rank) => existing(allNames[rank]));
		const isMixed = averageWon(stageList, all).reason === 'mixedCurrencies';
		const medianDays = (rank: number): number | null => {
			const events = all.stays(existing(ranks[rank]));
			return events === null ? null : timeSpent(events).median;
		};
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
				medianDays(rank),
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
