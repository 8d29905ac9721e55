/** Weighted pipeline: what the open deals are worth when each counts with its chance of being won. */

import { winIncidence } from '../funnel/resolved.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { amountTotal } from '../statistics/amount-sums.ts';
import { forEachDeal } from '../statistics/selection.ts';
import { currentStages, slotKind } from '../statistics/stage-counts.ts';
import { incidenceAt } from '../stats/aalen-johansen.ts';
import { compensatedSum } from '../stats/compensated-sum.ts';
import { defineMetric, type MetricRequest, mode, words } from './metric.ts';
import { measured, unmeasured } from './shared/measured.ts';

/** Chance of winning by funnel rank, as observed over all deals of the table; NaN where nothing was observed. */
function observedChances(pipeline: Pipeline): number[] {
	return pipeline.stages.open.map((_, rank) => {
		const curve = winIncidence(pipeline, rank, null);
		return curve === null || curve.n === 0 ? Number.NaN : incidenceAt(curve, Number.POSITIVE_INFINITY).cause;
	});
}

/** Chance of winning of one deal in the sense of the mode; NaN when it has none. */
function chanceOf({ pipeline, modes }: MetricRequest): (deal: number, position: number) => number {
	const { stages, opportunities } = pipeline;
	if (modes.has('own')) {
		const own = opportunities.probabilities()?.values;
		return (deal) => own?.[deal] ?? Number.NaN;
	}
	const chances = modes.has('observed')
		? observedChances(pipeline)
		: stages.open.map((position) => existing(stages.all[position]).probability);
	return (_, position) => existing(chances[existing(stages.rankOf[position])]);
}

export const weightedPipeline = defineMetric({
	id: 'weightedPipeline',
	unit: 'currency',
	modes: [
		[
			mode('stage', 'chance of the stage list', '阶段列表中的概率'),
			mode('own', "the deal's own probability", '商机自身的概率', { needs: ['probability'] }),
			mode('observed', 'chance observed in the history', '历史中观察到的概率', { needsHistory: true }),
		],
	],
	needs: ['stage', 'amount'],
	better: 1,
	label: words('Weighted pipeline', '加权管道金额'),
	summary: words(
		'Amount of the open deals, each times its chance of being won.',
		'进行中商机的金额乘以各自的赢单概率之和。',
	),
	formula: words('sum of amount × probability over the open deals', '进行中商机的（金额 × 概率）之和'),
	denominator: words('open deals with an amount and a probability', '填有金额和概率的进行中商机'),
	source: 'Expected value; observed: Aalen & Johansen 1978',
	partOf(request) {
		const { all } = request.pipeline.stages;
		const values = request.pipeline.opportunities.amounts()?.values;
		const codes = currentStages(request.pipeline);
		const chance = chanceOf(request);
		return (deal) => {
			const position = existing(codes[deal]);
			if (all[position]?.kind !== 'open') return null;
			if (Number.isNaN(values?.[deal] ?? Number.NaN)) return 'noAmount';
			return Number.isNaN(chance(deal, position)) ? 'noChance' : 'numerator';
		};
	},
	compute(request) {
		const { pipeline, selection, statistics } = request;
		const amounts = statistics().amounts();
		if (amounts === null) return unmeasured('noColumn');
		const { open } = statistics().stages();
		const { sum, isMixed } = amountTotal(amounts, (slot) => slotKind(pipeline.stages, slot) === 'open');
		if (isMixed) return unmeasured('mixedCurrencies');
		const values = pipeline.opportunities.amounts()?.values as Float64Array;
		const codes = currentStages(pipeline);
		const chance = chanceOf(request);
		const weighted: number[] = [];
		forEachDeal(selection, (deal) => {
			const position = existing(codes[deal]);
			if (pipeline.stages.all[position]?.kind !== 'open') return;
			const product = existing(values[deal]) * chance(deal, position);
			if (!Number.isNaN(product)) weighted.push(product);
		});
		const basis = { n: weighted.length, excluded: open - weighted.length, denominator: sum };
		if (weighted.length === 0) return unmeasured(open === 0 ? 'noDeals' : 'noAmounts', basis);
		const value = compensatedSum(weighted);
		return measured({ ...basis, value, numerator: value });
	},
});
