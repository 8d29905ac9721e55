/** Sales velocity: the money that the pipeline earns a day. */

import type { Measure } from '../model/metric-result.ts';
import { kindsOf } from '../statistics/stage-counts.ts';
import { averageDealSize } from './average-deal-size.ts';
import { defineMetric, type MetricDefinition, mode, words } from './metric.ts';
import { salesCycle } from './sales-cycle.ts';
import { measured, unmeasured } from './shared/measured.ts';
import { periodVelocity } from './shared/period-velocity.ts';
import { requestOf } from './shared/request.ts';
import { winRate } from './win-rate.ts';

export const salesVelocity = defineMetric({
	id: 'salesVelocity',
	unit: 'currencyPerDay',
	modes: [
		[
			mode(
				'open',
				'open deals × win rate (closed) × average won deal ÷ won cycle',
				'进行中商机数 × 赢单率（已结束）× 平均成交额 ÷ 赢单周期',
			),
			mode(
				'all',
				'all deals × win rate (all) × average won deal ÷ won cycle',
				'商机总数 × 赢单率（全部）× 平均成交额 ÷ 赢单周期',
			),
		],
	],
	needs: ['stage', 'amount', 'created', 'closed'],
	better: 1,
	label: words('Sales velocity', '销售速度'),
	summary: words('Money that the pipeline earns per day.', '销售漏斗每天带来的金额。'),
	formula: words(
		'open deals × win rate (won ÷ closed) × average won deal ÷ mean won cycle',
		'进行中商机数 × 赢单率（赢单 ÷ 已结束）× 平均成交额 ÷ 平均赢单周期',
	),
	denominator: words(
		'mean days of the won cycle; of a period: deals open at its end, the others closed in it',
		'赢单周期的平均天数；指定时间范围时，进行中商机计期末，其余按期内结束的商机',
	),
	source: 'Published formulas differ in the deals and in the win rate: both are offered',
	partOf(request, deals) {
		const isAll = request.modes.has('all');
		const kindOf = kindsOf(deals.pipeline);
		const part = (metric: MetricDefinition, ...asked: string[]) =>
			metric.partOf?.({ ...request, modes: new Set(asked) }, deals);
		const [ofSize, ofCycle, ofRate] = [
			part(averageDealSize, 'won', 'mean'),
			part(salesCycle, 'mean', 'won'),
			part(winRate, isAll ? 'all' : 'closed'),
		];
		// A won deal stands in the average and in the cycle: what it lacks for one of them is said first.
		return (deal) => {
			const size = ofSize?.(deal) ?? null;
			if (size !== null) return size === 'numerator' ? (ofCycle?.(deal) ?? null) : size;
			return ofRate?.(deal) ?? (kindOf(deal) === 'open' ? 'denominator' : null);
		};
	},
	/** Of a period: deals open at its end, win rate, average and cycle of those closed in it. */
	ofPeriod(modes, pipeline, filter, period) {
		if (modes.has('all')) return null;
		const { measure, deals, isOpen } = periodVelocity(pipeline, filter, period);
		const part = salesVelocity.partOf?.(requestOf(salesVelocity, deals.pipeline, { ...deals, modes }), deals);
		return { measure, deals, partOf: (deal) => (isOpen(deal) ? 'denominator' : (part?.(deal) ?? null)) };
	},
	compute(request) {
		const { modes, statistics } = request;
		const isAll = modes.has('all');
		const ask = (metric: MetricDefinition, ...asked: string[]): Measure =>
			metric.compute({ ...request, modes: new Set(asked) }) as Measure;
		const parts = [
			ask(winRate, isAll ? 'all' : 'closed'),
			ask(averageDealSize, 'won', 'mean'),
			ask(salesCycle, 'mean', 'won'),
		] as const;
		const deals = isAll ? statistics().count : statistics().stages().open;
		const [rate, size, cycle] = parts;
		const basis = { n: deals, excluded: size.excluded + cycle.excluded };
		const lack = parts.find((part) => part.value === null);
		if (lack !== undefined) return unmeasured(lack.reason ?? 'noDeals', basis);
		if (cycle.value === 0) return unmeasured('noDates', basis);
		const numerator = deals * (rate.value as number) * (size.value as number);
		return measured({ ...basis, value: numerator / (cycle.value as number), numerator, denominator: cycle.value });
	},
});
