/** Why deals were won. */
import { defineMetric, words } from './metric.ts';
import { reasonTable } from './shared/reason-table.ts';

export const winReasons = defineMetric({
	id: 'winReasons',
	unit: 'table',
	needs: ['stage', 'reason'],
	label: words('Win reasons', '赢单原因'),
	summary: words('Reasons of the won deals with deals, share and amount.', '赢单原因及其商机数、占比和金额。'),
	formula: words('won deals with the reason ÷ won deals', '该原因的赢单数 ÷ 赢单总数'),
	denominator: words('won deals, those without a reason included', '全部赢单，包括未填原因的'),
	source: 'Count of the reason column',
	compute: ({ statistics }) => reasonTable(statistics().reasons('won', false), null),
});
