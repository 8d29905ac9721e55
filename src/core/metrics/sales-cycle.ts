/** Sales cycle: how long a deal takes from creation to closing. */
import { compensatedSum } from '../stats/compensated-sum.ts';
import { cycleDays, meanDays, quantileDays } from './cycle-days.ts';
import { measured, unmeasured } from './measured.ts';
import { defineMetric, mode, words } from './metric.ts';
import { NO_DEALS } from './selection.ts';
import { currentStages, FIRST_STAGE_SLOT, slotKind } from './stage-counts.ts';

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
	better: -1,
	label: words('Sales cycle', '销售周期'),
	summary: words('Days from creation to closing of the won deals.', '赢单商机从创建到结束的天数。'),
	formula: words('sum of (closed − created) ÷ deals with both dates', '（结束日期 − 创建日期）合计 ÷ 两个日期齐全的商机数'),
	denominator: words('won deals with both dates in order', '两个日期齐全且先后正确的赢单商机'),
	source: 'Calendar days; fractional days for timestamps; quantiles by linear interpolation (type 7)',
	exampleArguments: ['median'],
	partOf({ pipeline, modes }) {
		const codes = currentStages(pipeline);
		return (deal) => {
			const kind = slotKind(pipeline.stages, (codes[deal] as number) + FIRST_STAGE_SLOT);
			if (kind !== 'won' && (kind !== 'lost' || modes.has('won'))) return null;
			const cycle = cycleDays(pipeline, { won: { deals: Int32Array.of(deal), count: 1 }, lost: NO_DEALS });
			return (cycle?.won.length ?? 0) + (cycle?.lost.length ?? 0) > 0 ? 'numerator' : 'noDates';
		};
	},
	compute({ modes, statistics }) {
		const cycle = statistics().cycle();
		if (cycle === null) return unmeasured('noColumn');
		const { won, lost, excludedWon, excludedLost } = cycle;
		const isWon = modes.has('won');
		const days = isWon ? won : new Float64Array([...won, ...lost]);
		const excluded = excludedWon + (isWon ? 0 : excludedLost);
		if (days.length === 0) return unmeasured(excluded > 0 ? 'noDates' : isWon ? 'noWonDeals' : 'noClosedDeals', { excluded });
		const value = modes.has('mean') ? meanDays(days) : quantileDays(days, modes.has('median') ? 0.5 : 0.9);
		return measured({ value, n: days.length, numerator: compensatedSum(days), denominator: days.length, excluded });
	},
});
