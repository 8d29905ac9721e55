/** How far each open deal, or one stage, is from being won. */

import { type Distance, dealDistances, stageDistances } from '../funnel/distance-to-win.ts';
import type { TableCell } from '../model/metric-result.ts';
import { existing } from '../speed/existing.ts';
import { forEachDeal } from '../statistics/selection.ts';
import { currentStages } from '../statistics/stage-counts.ts';
import { defineMetric, words } from './metric.ts';
import { FEW, FEW_DEALS } from './shared/table-words.ts';

/** Too few deals of the history stand behind it to say more than the stages that are left. */
export const isThin = ({ isConfigured, n, hasThinTail }: Distance): boolean =>
	!isConfigured && (n < FEW_DEALS || hasThinTail);

export const distanceToWin = defineMetric({
	id: 'distanceToWin',
	unit: 'table',
	stageNames: 1,
	isFunnelOrdered: true,
	label: words('Distance to win', '距赢单'),
	summary: words(
		'Stages left, chance of winning and median days left of each open deal, or of one stage.',
		'每个进行中商机（或某一阶段）的剩余阶段数、赢单概率和剩余天数中位数。',
	),
	formula: words(
		'chance of being won in the end, from the stage and the days spent since',
		'根据所处阶段和已停留天数得出的最终赢单概率',
	),
	denominator: words(
		'deals of the history that were in the stage; without a history the configured probability',
		'历史中曾处于该阶段的商机；没有历史时采用设定的概率',
	),
	source: 'Aalen & Johansen 1978; without a history the stage list',
	headings: {
		deal: words('Deal', '商机'),
		stagesLeft: words('Stages left', '剩余阶段数'),
		chance: words('Chance of winning', '赢单概率'),
		daysLeft: words('Median days left', '剩余天数中位数'),
	},
	compute({ pipeline, selection, stages: named }) {
		const { stages, opportunities } = pipeline;
		const columns = [
			{ key: 'stage', unit: 'text' } as const,
			{ key: 'stagesLeft', unit: 'count' } as const,
			{ key: 'chance', unit: 'ratio' } as const,
			{ key: 'daysLeft', unit: 'days' } as const,
			{ key: 'n', unit: 'count' } as const,
			{ key: 'note', unit: 'text' } as const,
		];
		const row = (name: string, distance: ReturnType<typeof stageDistances>[number]): TableCell[] => {
			return [
				name,
				distance.stagesLeft,
				distance.chance,
				distance.medianDays,
				distance.n,
				isThin(distance) ? FEW : null,
			];
		};
		const nameOf = (position: number): string => existing(stages.all[position]).name;
		const [position] = named;
		if (position !== undefined) {
			const distance = stageDistances(pipeline, selection.deals)[existing(stages.rankOf[position])];
			return { kind: 'table', columns, rows: distance === undefined ? [] : [row(nameOf(position), distance)] };
		}
		const codes = currentStages(pipeline);
		const deals: number[] = [];
		forEachDeal(selection, (deal) => deals.push(deal));
		const rows = dealDistances(pipeline, deals).flatMap((distance, i): TableCell[][] => {
			const deal = existing(deals[i]);
			return distance === null ? [] : [[opportunities.label(deal), ...row(nameOf(existing(codes[deal])), distance)]];
		});
		return { kind: 'table', columns: [{ key: 'deal', unit: 'text' }, ...columns], rows };
	},
});
