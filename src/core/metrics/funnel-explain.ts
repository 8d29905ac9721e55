/**
 * FUNNEL_EXPLAIN: what another figure means and is based on. Not here: how the explanation is made (explanation.ts).
 */

import { defineMetric, words } from './metric.ts';
import { explanation } from './shared/explanation.ts';
import { unmeasured } from './shared/measured.ts';
import { winRate } from './win-rate.ts';

export const funnelExplain = defineMetric({
	id: 'funnelExplain',
	unit: 'table',
	isExplanation: true,
	label: words('Explain a figure', '解释指标'),
	summary: words(
		'Definition of a figure and the rows behind it; name its function first.',
		'列出指标的定义及其所依据的行；请先写函数名。',
	),
	formula: words('the formula of the function that is named', '所指函数的公式'),
	denominator: words('the deals of the function that is named', '所指函数计入的商机'),
	source: 'The metric itself',
	exampleArguments: ['WIN_RATE', 'closed'],
	compute: () => unmeasured('needsDeals'),
	/** Without a name: the win rate. */
	ofDeals(request, deals) {
		const asked = { ...request, modes: new Set(['all']) };
		return explanation(winRate, asked, deals, winRate.compute(asked));
	},
});
