/** Deals in each stage. */

import { reachedStages } from '../funnel/reached.ts';
import { existing } from '../speed/existing.ts';
import { currentStages } from '../statistics/stage-counts.ts';
import { defineMetric, mode, words } from './metric.ts';
import { measured, unmeasured } from './shared/measured.ts';
import { type StageRow, stageRows } from './shared/stage-rows.ts';

export const stageCount = defineMetric({
	id: 'stageCount',
	unit: 'count',
	modes: [
		[
			mode('now', 'deals in the stage now', '当前处于该阶段的商机'),
			mode('reached', 'deals that came at least this far', '至少到达该阶段的商机'),
		],
	],
	stageNames: 1,
	label: words('Deals in stage', '阶段商机数'),
	summary: words(
		'Deals that are in a stage now, or one row per stage.',
		'当前处于某阶段的商机数；不指定阶段时逐阶段列出。',
	),
	formula: words('number of deals whose stage is this one', '阶段为该阶段的商机数'),
	denominator: words('all deals of the selection', '所选的全部商机'),
	source: 'Count of the stage column',
	exampleArguments: ['Needs'],
	partOf({ stages: [position = -1], modes }, { pipeline }) {
		const { furthest } = reachedStages(pipeline);
		const codes = currentStages(pipeline);
		const rank = pipeline.stages.rankOf[position] ?? -1;
		if (!modes.has('reached')) return (deal) => (codes[deal] === position ? 'numerator' : 'denominator');
		return (deal) =>
			existing(furthest[deal]) < 0 ? 'unknownStage' : existing(furthest[deal]) >= rank ? 'numerator' : 'denominator';
	},
	compute({ stageList, stages, modes, statistics }) {
		const all = statistics();
		const rows = stageRows(stageList, all.stages());
		const isReached = modes.has('reached');
		const { reached, assumed, unplaced } = isReached ? all.reached() : { reached: null, assumed: null, unplaced: 0 };
		const dealsOf = (row: StageRow): number => (reached === null ? row.deals : existing(reached[row.rank]));
		const [position] = stages;
		if (position !== undefined) {
			const row = existing(rows[position]);
			if (isReached && row.rank < 0) return unmeasured('emptyStage');
			const value = dealsOf(row);
			return measured({
				value,
				n: value,
				numerator: value,
				denominator: all.count,
				excluded: unplaced,
				assumed: assumed?.[row.rank] ?? 0,
			});
		}
		return {
			kind: 'table',
			columns: [
				{ key: 'stage', unit: 'text' },
				{ key: 'deals', unit: 'count' },
			],
			rows: rows.filter(({ rank }) => !isReached || rank >= 0).map((row) => [row.label, dealsOf(row)]),
		};
	},
});
