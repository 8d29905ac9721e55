/** Deals in each stage now. */
import { defineMetric, words } from './metric.ts';
import { measured } from './measured.ts';
import { NO_STAGE_ROW, UNKNOWN_STAGE_ROW } from './headings.ts';
import { FIRST_STAGE_SLOT } from './stage-counts.ts';

export const stageCount = defineMetric({
	id: 'stageCount',
	unit: 'count',
	stageNames: 1,
	label: words('Deals in stage', '阶段商机数'),
	summary: words('Deals that are in a stage now, or one row a stage.', '当前处于某阶段的商机数；不指定阶段时逐阶段列出。'),
	formula: words('number of deals whose stage is this one', '阶段为该阶段的商机数'),
	denominator: words('none', '无'),
	source: 'Count of the stage column',
	exampleArguments: ['Needs'],
	compute({ pipeline, stages, statistics, selection }) {
		const { bySlot } = statistics().stages();
		const count = (slot: number): number => bySlot[slot] as number;
		const [position] = stages;
		if (position !== undefined) {
			const value = count(position + FIRST_STAGE_SLOT);
			return measured({ value, n: value, numerator: value, denominator: selection.count });
		}
		const rows: [string | typeof NO_STAGE_ROW, number][] = pipeline.stages.all.map((stage, s) => [stage.name, count(s + FIRST_STAGE_SLOT)]);
		[UNKNOWN_STAGE_ROW, NO_STAGE_ROW].forEach((label, slot) => {
			if (count(slot) > 0) rows.push([label, count(slot)]);
		});
		return { kind: 'table', columns: [{ key: 'stage', unit: 'text' }, { key: 'deals', unit: 'count' }], rows };
	},
});
