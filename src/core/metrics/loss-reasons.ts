/** Why deals were lost. */

import { existing } from '../speed/existing.ts';
import { defineMetric, mode, words } from './metric.ts';
import { rankNames } from './shared/funnel-steps.ts';
import { reasonTable } from './shared/reason-table.ts';
import { UNKNOWN_STAGE_ROW } from './shared/table-words.ts';

export const lossReasons = defineMetric({
	id: 'lossReasons',
	unit: 'table',
	modes: [
		[
			mode('together', 'all lost deals together', '全部输单合并'),
			mode('by stage', 'split by the stage in which the deal was lost', '按输单时所处的阶段分列'),
		],
	],
	needs: ['stage', 'reason'],
	label: words('Loss reasons', '输单原因'),
	summary: words('Reasons of the lost deals with deals, share and amount.', '输单原因及其商机数、占比和金额。'),
	formula: words('lost deals with the reason ÷ lost deals', '该原因的输单数 ÷ 输单总数'),
	denominator: words('lost deals, those without a reason included', '全部输单，包括未填原因的'),
	source: 'Count of the reason column',
	compute({ stageList, modes, statistics }) {
		if (modes.has('together')) return reasonTable(statistics().reasons('lost', false), null);
		const names = rankNames(stageList);
		return reasonTable(statistics().reasons('lost', true), (rank) =>
			rank < 0 ? UNKNOWN_STAGE_ROW : existing(names[rank]),
		);
	},
});
