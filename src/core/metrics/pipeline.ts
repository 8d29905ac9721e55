/** The pipeline of today as one table. Not here: the funnel of what was reached (funnel.ts). */
import type { TableCell } from '../model/metric-result.ts';
import { existing } from '../speed/existing.ts';
import { defineMetric, words } from './metric.ts';
import { MIXED } from './shared/table-words.ts';

export const pipeline = defineMetric({
	id: 'pipeline',
	unit: 'table',
	label: words('Pipeline of today', '当前商机'),
	summary: words(
		'Open deals in each stage with amount, weighted amount, and how many are overdue or stuck.',
		'各阶段当前进行中的商机数、金额、加权金额，以及逾期和停滞的商机数。',
	),
	formula: words('weighted = amount × probability of the stage', '加权金额 = 金额 × 阶段概率'),
	denominator: words(
		'open deals; overdue: expected to close before today; stuck: longer in the stage than usual',
		'进行中的商机；逾期：预计成交日期早于今天；停滞：停留超过通常天数',
	),
	source: 'Count of the open deals',
	headings: {
		weighted: words('Weighted', '加权金额'),
		overdue: words('Overdue', '逾期'),
		stuck: words('Stuck', '停滞'),
	},
	compute({ stageList, statistics }) {
		const rows = statistics()
			.openStages()
			.map(({ position, deals, amount, weighted, isMixed, overdue, stuck }): TableCell[] => [
				existing(stageList.all[position]).name,
				deals,
				amount,
				weighted,
				overdue,
				stuck,
				isMixed ? MIXED : null,
			]);
		return {
			kind: 'table',
			columns: [
				{ key: 'stage', unit: 'text' },
				{ key: 'deals', unit: 'count' },
				{ key: 'amount', unit: 'currency' },
				{ key: 'weighted', unit: 'currency' },
				{ key: 'overdue', unit: 'count' },
				{ key: 'stuck', unit: 'count' },
				{ key: 'note', unit: 'text' },
			],
			rows,
		};
	},
});
