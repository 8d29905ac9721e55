/** What is to be done in each stage, and when a deal may leave it. */

import type { TableCell } from '../model/metric-result.ts';
import { slotOf } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import { defineMetric, words } from './metric.ts';

export const stageTasks = defineMetric({
	id: 'stageTasks',
	unit: 'table',
	stageNames: 1,
	label: words('Stage tasks', '阶段任务'),
	summary: words('Tasks and exit rule of each stage, or of one stage.', '列出各阶段（或某一阶段）的任务和推进条件。'),
	formula: words('one row per task of the stage list', '阶段列表中的每项任务一行'),
	denominator: words('the stage list; deals are those in the stage now', '阶段列表；商机数为当前处于该阶段的商机'),
	source: 'The stage list',
	exampleArguments: ['Needs'],
	headings: {
		usualDays: words('Usual days', '通常天数'),
		exitRule: words('Exit rule', '推进条件'),
		task: words('Task', '任务'),
	},
	compute({ stageList, stages: [named], statistics }) {
		const { bySlot } = statistics().stages();
		const rows = stageList.all.flatMap(({ name, usualDays, exitRule, tasks }, position): TableCell[][] => {
			if (named !== undefined && named !== position) return [];
			const deals = existing(bySlot[slotOf(position)]);
			return (tasks.length === 0 ? [null] : tasks).map((task) => [name, deals, usualDays, exitRule, task]);
		});
		return {
			kind: 'table',
			columns: [
				{ key: 'stage', unit: 'text' },
				{ key: 'deals', unit: 'count' },
				{ key: 'usualDays', unit: 'days' },
				{ key: 'exitRule', unit: 'text' },
				{ key: 'task', unit: 'text' },
			],
			rows,
		};
	},
});
