/** Win rate: which part of the deals is won. */

import { winMeasure } from '../funnel/resolved.ts';
import type { Measure } from '../model/metric-result.ts';
import { amountTotal } from '../statistics/amount-sums.ts';
import { slotKind } from '../statistics/stage-counts.ts';
import { aalenJohansen } from '../stats/aalen-johansen.ts';
import { defineMetric, type MetricRequest, mode, words } from './metric.ts';
import { durationPart } from './shared/duration-part.ts';
import { measured, resolvedRate, unmeasured } from './shared/measured.ts';
import { type KindParts, partByKind, shareByKind } from './shared/share-by-kind.ts';

/** Of all deals: what is open or in an unknown stage is not won either. */
const OF_ALL: KindParts = {
	won: 'numerator',
	lost: 'denominator',
	open: 'denominator',
	parked: 'denominator',
	unknown: 'denominator',
	noStage: 'denominator',
};

/** Of the deals that have ended. */
const OF_ENDED: KindParts = {
	won: 'numerator',
	lost: 'denominator',
	open: null,
	parked: null,
	unknown: 'unknownStage',
	noStage: 'unknownStage',
};

/** Won amount over won and lost amount. */
function byValue({ stageList, statistics }: MetricRequest): Measure {
	const amounts = statistics().amounts();
	const { won, lost, unknown, noStage } = statistics().stages();
	if (amounts === null) return unmeasured('noColumn');
	const of = (kinds: readonly string[]) => amountTotal(amounts, (slot) => kinds.includes(slotKind(stageList, slot)));
	const closed = of(['won', 'lost']);
	const basis = { n: closed.n, excluded: won + lost - closed.n + unknown + noStage };
	if (closed.isMixed) return unmeasured('mixedCurrencies', basis);
	if (closed.sum === null || closed.sum <= 0)
		return unmeasured(won + lost === 0 ? 'noClosedDeals' : 'noAmounts', basis);
	const numerator = of(['won']).sum ?? 0;
	return measured({ ...basis, value: numerator / closed.sum, numerator, denominator: closed.sum });
}

export const winRate = defineMetric({
	id: 'winRate',
	unit: 'ratio',
	modes: [
		[
			mode('all', 'won ÷ all deals', '赢单 ÷ 全部商机'),
			mode('closed', 'won ÷ (won + lost)', '赢单 ÷（赢单 + 输单）'),
			mode('value', 'won amount ÷ (won + lost amount)', '赢单金额 ÷（赢单 + 输单金额）', { needs: ['amount'] }),
			mode(
				'resolved',
				'chance that a deal is eventually won, counting open deals up to now',
				'商机最终赢单的概率，进行中的商机计至目前',
				{ needs: ['created', 'closed'] },
			),
		],
	],
	defaultMode: ({ winRateMode }) => winRateMode,
	reserved: ['within', 'against'],
	better: 1,
	label: words('Win rate', '赢单率'),
	summary: words('Share of the deals that are won.', '赢单的商机占比。'),
	formula: words('won deals ÷ all deals', '赢单数 ÷ 商机总数'),
	denominator: words(
		'all deals of the selection, those with an unknown stage included',
		'所选的全部商机，包括阶段未知的商机',
	),
	source:
		'Two common definitions that differ in the open deals; interval: Wilson 1927; resolved: Aalen & Johansen 1978',
	headings: { numerator: words('Won', '赢单'), denominator: words('Out of', '基数') },
	exampleArguments: ['closed'],
	partOf({ modes }, deals) {
		const { pipeline } = deals;
		const byKind = partByKind(modes.has('all') ? OF_ALL : OF_ENDED, deals);
		const amounts = modes.has('value') ? pipeline.opportunities.amounts()?.values : undefined;
		const resolved = modes.has('resolved') ? durationPart(winMeasure(pipeline)) : null;
		return (deal) => {
			const part = byKind(deal);
			if (part === 'unknownStage') return part;
			if (resolved !== null) return resolved(deal);
			return part !== null && amounts !== undefined && Number.isNaN(amounts[deal]) ? 'noAmount' : part;
		};
	},
	compute(request) {
		const { modes, statistics, withinDays } = request;
		const { count } = statistics();
		if (modes.has('resolved'))
			return resolvedRate(aalenJohansen(statistics().winning()), withinDays ?? Number.POSITIVE_INFINITY, count === 0);
		if (modes.has('value')) return byValue(request);
		const counts = statistics().stages();
		return modes.has('all') ? shareByKind(OF_ALL, counts, 'noDeals') : shareByKind(OF_ENDED, counts, 'noClosedDeals');
	},
});
