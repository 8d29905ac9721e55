/** Sales cycle: how long a deal takes from creation to closing. */

import { hasCycle } from '../statistics/cycle-days.ts';
import { kindsOf } from '../statistics/stage-counts.ts';
import { defineMetric, mode, words } from './metric.ts';
import { wonDays } from './shared/difference.ts';
import { measured, unmeasured } from './shared/measured.ts';

export const salesCycle = defineMetric({
	id: 'salesCycle',
	unit: 'days',
	modes: [
		[
			mode('mean', 'mean', '平均值'),
			mode('median', 'median', '中位数'),
			mode('p90', 'nine deals in ten take no longer', '九成商机不超过的天数'),
		],
		[mode('won', 'won deals', '赢单商机'), mode('closed', 'won and lost deals', '赢单和输单商机')],
	],
	needs: ['stage', 'created', 'closed'],
	reserved: ['against'],
	better: -1,
	label: words('Sales cycle', '销售周期'),
	summary: words('Days from creation to closing of the won deals.', '赢单商机从创建到成交的天数。'),
	formula: words(
		'sum of (closed − created) ÷ deals with both dates',
		'（成交或关闭日期 − 创建日期）合计 ÷ 两个日期齐全的商机数',
	),
	denominator: words('won deals with both dates, in the right order', '两个日期齐全且先后正确的赢单商机'),
	source: 'Calendar days; fractional days for timestamps; quantiles by linear interpolation (type 7)',
	exampleArguments: ['median'],
	partOf({ modes }, { pipeline }) {
		const kindOf = kindsOf(pipeline);
		const isUsable = hasCycle(pipeline);
		return (deal) => {
			const kind = kindOf(deal);
			if (kind !== 'won' && (kind !== 'lost' || modes.has('won'))) return null;
			return isUsable?.(deal) ? 'numerator' : 'noDates';
		};
	},
	meanOf: ({ pipeline, selection }) => wonDays(pipeline, selection),
	compute({ modes, statistics }) {
		const { stages, cycle } = statistics();
		const isWon = modes.has('won');
		const [won, lost] = [cycle('won'), isWon ? null : cycle('lost')];
		if (won === null) return unmeasured('noColumn');
		const days = lost === null ? won : won.with(lost);
		const excluded = stages().won + (isWon ? 0 : stages().lost) - days.count;
		if (days.count === 0)
			return unmeasured(excluded > 0 ? 'noDates' : isWon ? 'noWonDeals' : 'noClosedDeals', { excluded });
		const value = modes.has('mean') ? days.mean : days.quantile(modes.has('median') ? 0.5 : 0.9);
		return measured({ value, n: days.count, numerator: days.sum, denominator: days.count, excluded });
	},
});
