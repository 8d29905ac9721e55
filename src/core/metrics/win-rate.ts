/** Win rate: which part of the deals is won. */
import { defineMetric, mode, words } from './metric.ts';
import { proportion } from './measured.ts';

export const winRate = defineMetric({
	id: 'winRate',
	unit: 'ratio',
	modes: [
		[
			mode('all', 'won ÷ all deals', '赢单 ÷ 全部商机'),
			mode('closed', 'won ÷ (won + lost)', '赢单 ÷（赢单 + 输单）'),
		],
	],
	better: 1,
	label: words('Win rate', '赢单率'),
	summary: words('Share of the deals that are won.', '赢单的商机占比。'),
	formula: words('won deals ÷ all deals', '赢单数 ÷ 商机总数'),
	denominator: words('all deals of the selection, those with an unknown stage included', '所选的全部商机，包括阶段未知的商机'),
	source: 'Two common definitions that differ in the open deals; interval: Wilson 1927',
	exampleArguments: ['closed'],
	compute({ modes, statistics, selection }) {
		const { won, lost, unknown, noStage } = statistics().stages();
		if (modes.has('all')) return proportion(won, selection.count, 'noDeals');
		return proportion(won, won + lost, 'noClosedDeals', { excluded: unknown + noStage });
	},
});
