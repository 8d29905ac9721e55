/** Average amount of a deal. */

import { amountTotal } from '../statistics/amount-sums.ts';
import { kindsOf, slotKind } from '../statistics/stage-counts.ts';
import { defineMetric, mode, words } from './metric.ts';
import { wonAmounts } from './shared/difference.ts';
import { measured, unmeasured } from './shared/measured.ts';

export const averageDealSize = defineMetric({
	id: 'averageDealSize',
	unit: 'currency',
	modes: [
		[
			mode('won', 'won deals', '赢单商机'),
			mode('open', 'open deals', '进行中的商机'),
			mode('all', 'all deals', '全部商机'),
		],
		[mode('mean', 'mean', '平均值'), mode('median', 'median', '中位数')],
	],
	needs: ['stage', 'amount'],
	reserved: ['against'],
	better: 1,
	label: words('Average deal', '平均成交额'),
	summary: words('Average amount of the won deals.', '赢单商机的平均金额。'),
	formula: words('sum of the amounts ÷ deals with an amount', '金额合计 ÷ 填有金额的商机数'),
	denominator: words(
		'won deals with an amount (a zero counts, a blank does not)',
		'填有金额的赢单商机（零计入，空白不计）',
	),
	source: 'Arithmetic mean; median by linear interpolation (Hyndman & Fan 1996, type 7)',
	partOf({ modes }, { pipeline }) {
		const kindOf = kindsOf(pipeline);
		const amounts = pipeline.opportunities.amounts()?.values;
		const wanted = modes.has('won') ? 'won' : 'open';
		return (deal) => {
			if (!modes.has('all') && kindOf(deal) !== wanted) return null;
			return Number.isNaN(amounts?.[deal] ?? Number.NaN) ? 'noAmount' : 'numerator';
		};
	},
	meanOf: ({ pipeline, selection }) => wonAmounts(pipeline, selection),
	compute({ stageList, modes, statistics }) {
		const kind = modes.has('won') ? 'won' : 'open';
		const isWanted = (slot: number): boolean => modes.has('all') || slotKind(stageList, slot) === kind;
		const amounts = statistics().amounts();
		if (amounts === null) return unmeasured('noColumn');
		const deals = modes.has('all') ? statistics().count : statistics().stages()[kind];
		const { sum, n, isMixed } = amountTotal(amounts, isWanted);
		const basis = { n, numerator: sum, denominator: n, excluded: deals - n };
		if (isMixed) return unmeasured('mixedCurrencies', basis);
		if (sum === null) return unmeasured(deals > 0 ? 'noAmounts' : kind === 'won' ? 'noWonDeals' : 'noDeals', basis);
		return measured({
			...basis,
			value: modes.has('mean') ? sum / n : statistics().amountMedian(modes.has('all') ? 'all' : kind),
		});
	},
});
