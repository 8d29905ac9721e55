/** How many new deals it takes to win a target amount. */
import type { Measure } from '../model/metric-result.ts';
import { averageDealSize } from './average-deal-size.ts';
import { type Definitions, defineMetric, mode, words } from './metric.ts';
import { measured, unmeasured } from './shared/measured.ts';
import { winRate } from './win-rate.ts';

/** The win rate that the settings define; a share of money is not a share of deals. */
export function leadsMode({ winRateMode }: Definitions): 'all' | 'closed' {
	return winRateMode === 'closed' ? 'closed' : 'all';
}

export const leadsNeeded = defineMetric({
	id: 'leadsNeeded',
	unit: 'count',
	modes: [
		[
			mode('all', 'win rate of all deals', '按全部商机的赢单率'),
			mode('closed', 'win rate of the closed deals', '按已结束商机的赢单率'),
		],
	],
	defaultMode: leadsMode,
	number: words('Target amount', '目标金额'),
	needs: ['stage', 'amount'],
	better: -1,
	label: words('Leads needed', '所需新商机数'),
	summary: words('New deals needed to win a target amount.', '达成目标金额所需的新商机数。'),
	formula: words('target ÷ (win rate × average won deal), rounded up', '目标金额 ÷（赢单率 × 平均成交额），向上取整'),
	denominator: words(
		'win rate (won ÷ all deals, or ÷ closed deals) × average won deal',
		'赢单率（赢单 ÷ 全部商机，或 ÷ 已结束商机）× 平均成交额',
	),
	source: 'The range is that of the win rate: Wilson 1927',
	exampleArguments: [100],
	partOf(request, deals) {
		const isWon = winRate.partOf?.(request, deals);
		const ofSize = averageDealSize.partOf?.({ ...request, modes: new Set(['won', 'mean']) }, deals);
		return (deal) => ofSize?.(deal) ?? isWon?.(deal) ?? null;
	},
	compute(request) {
		const target = request.number ?? 0;
		const rate = winRate.compute(request) as Measure;
		const size = averageDealSize.compute({ ...request, modes: new Set(['won', 'mean']) }) as Measure;
		const basis = { n: rate.n, excluded: size.excluded };
		if (rate.value === null || size.value === null) return unmeasured(size.reason ?? rate.reason ?? 'noDeals', basis);
		if (rate.value * size.value <= 0) return unmeasured('noAmounts', basis);
		const needed = (share: number | null): number | null =>
			share === null || share === 0 ? null : Math.max(0, Math.ceil(target / (share * (size.value as number)) - 1e-9));
		return measured({
			...basis,
			value: needed(rate.value),
			low: needed(rate.high),
			high: needed(rate.low),
			numerator: target,
			denominator: rate.value * size.value,
		});
	},
});
