/** Loss rate: which part of the deals is lost. */
import { FIRST_STAGE_SLOT } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import { currentStages, slotKind } from '../statistics/stage-counts.ts';
import { defineMetric, words } from './metric.ts';
import { proportion } from './shared/measured.ts';

export const lossRate = defineMetric({
	id: 'lossRate',
	unit: 'ratio',
	better: -1,
	label: words('Loss rate', '输单率'),
	summary: words('Share of the deals that are lost.', '输单的商机占比。'),
	formula: words('lost deals ÷ all deals', '输单数 ÷ 商机总数'),
	denominator: words('all deals of the selection', '所选的全部商机'),
	source: 'Interval: Wilson 1927',
	partOf({ pipeline }) {
		const codes = currentStages(pipeline);
		return (deal) =>
			slotKind(pipeline.stages, existing(codes[deal]) + FIRST_STAGE_SLOT) === 'lost' ? 'numerator' : 'denominator';
	},
	compute: ({ statistics, selection }) => proportion(statistics().stages().lost, selection.count, 'noDeals'),
});
