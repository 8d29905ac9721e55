/** Weighted pipeline: what the open deals are worth when each counts with its chance of being won. */

import { slotOf } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import { type AmountSums, amountTotal } from '../statistics/amount-sums.ts';
import { currentStages, slotKind } from '../statistics/stage-counts.ts';
import { aalenJohansen, incidenceAt } from '../stats/aalen-johansen.ts';
import { compensatedSum } from '../stats/compensated-sum.ts';
import { type AskedDeals, defineMetric, type MetricRequest, mode, words } from './metric.ts';
import { measured, unmeasured } from './shared/measured.ts';

/**
 * Chance of winning by funnel rank in the sense of the mode: of the stage list, or as observed over all deals of the
 * table; NaN where nothing was observed.
 */
function chancesByRank({ stageList, modes, statistics }: MetricRequest): number[] {
	const { open, all, openCount } = stageList;
	if (!modes.has('observed')) return open.map((position) => existing(all[position]).probability);
	const whole = statistics().whole();
	return open.map((_, rank) => {
		const events = whole.passing(rank, openCount);
		if (events === null || events.n === 0) return Number.NaN;
		return incidenceAt(aalenJohansen(events), Number.POSITIVE_INFINITY).cause;
	});
}

/** Chance of winning of one deal in the sense of the mode; NaN when it has none. */
function chanceOf(request: MetricRequest, { pipeline }: AskedDeals): (deal: number, position: number) => number {
	if (request.modes.has('own')) {
		const own = pipeline.opportunities.probabilities()?.values;
		return (deal) => own?.[deal] ?? Number.NaN;
	}
	const chances = chancesByRank(request);
	return (_, position) => existing(chances[existing(pipeline.stages.rankOf[position])]);
}

/** Expected amount of the open deals, and how many of them it is based on. */
function expectedAmount(request: MetricRequest, amounts: AmountSums): { readonly sum: number; readonly n: number } {
	const { stageList, modes, statistics } = request;
	if (modes.has('own')) return statistics().ownChances() ?? { sum: 0, n: 0 };
	const chances = chancesByRank(request);
	const parts = stageList.open.map((position, rank) => {
		const { n, sum } = amountTotal(amounts, (slot) => slot === slotOf(position));
		const chance = existing(chances[rank]);
		return sum === null || Number.isNaN(chance) ? { sum: 0, n: 0 } : { sum: sum * chance, n };
	});
	return { sum: compensatedSum(parts.map((part) => part.sum)), n: parts.reduce((all, part) => all + part.n, 0) };
}

export const weightedPipeline = defineMetric({
	id: 'weightedPipeline',
	unit: 'currency',
	modes: [
		[
			mode('stage', 'probability from the stage list', '阶段列表中的概率'),
			mode('own', "the deal's own probability", '商机自身的概率', { needs: ['probability'] }),
			mode('observed', 'probability observed in the history', '历史中观察到的概率', { needsHistory: true }),
		],
	],
	needs: ['stage', 'amount'],
	better: 1,
	label: words('Weighted pipeline', '加权商机金额'),
	summary: words(
		'Amount of the open deals, each multiplied by its chance of being won.',
		'进行中商机的金额乘以各自的赢单概率之和。',
	),
	formula: words('sum of amount × probability over the open deals', '进行中商机的（金额 × 概率）之和'),
	denominator: words('open deals with an amount and a probability', '填有金额和概率的进行中商机'),
	source: 'Expected value; observed: Aalen & Johansen 1978',
	partOf(request, deals) {
		const { pipeline } = deals;
		const { all } = pipeline.stages;
		const values = pipeline.opportunities.amounts()?.values;
		const codes = currentStages(pipeline);
		const chance = chanceOf(request, deals);
		return (deal) => {
			const position = existing(codes[deal]);
			if (all[position]?.kind !== 'open') return null;
			if (Number.isNaN(values?.[deal] ?? Number.NaN)) return 'noAmount';
			return Number.isNaN(chance(deal, position)) ? 'noChance' : 'numerator';
		};
	},
	compute(request) {
		const { stageList, statistics } = request;
		const amounts = statistics().amounts();
		if (amounts === null) return unmeasured('noColumn');
		const { open } = statistics().stages();
		const { sum, isMixed } = amountTotal(amounts, (slot) => slotKind(stageList, slot) === 'open');
		if (isMixed) return unmeasured('mixedCurrencies');
		const { sum: value, n } = expectedAmount(request, amounts);
		const basis = { n, excluded: open - n, denominator: sum };
		if (n === 0) return unmeasured(open === 0 ? 'noDeals' : 'noAmounts', basis);
		return measured({ ...basis, value, numerator: value });
	},
});
