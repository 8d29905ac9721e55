/** How far each open deal, or one stage, is from being won. */

import { dealDistances } from '../forecast/deal-distances.ts';
import { type Distance, stageDistance } from '../funnel/distance-to-win.ts';
import type { MeasureTable, TableCell, TableColumn } from '../model/metric-result.ts';
import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { stagesLeft } from '../statistics/processes.ts';
import { forEachDeal } from '../statistics/selection.ts';
import { currentStages } from '../statistics/stage-counts.ts';
import { aalenJohansen } from '../stats/aalen-johansen.ts';
import { type AskedDeals, defineMetric, words } from './metric.ts';
import { unmeasured } from './shared/measured.ts';
import { FEW, FEW_DEALS } from './shared/table-words.ts';

/** Too few deals of the history stand behind it to say more than the stages that are left. */
export const isThin = ({ isConfigured, n, hasThinTail }: Distance): boolean =>
	!isConfigured && (n < FEW_DEALS || hasThinTail);

const COLUMNS: readonly TableColumn[] = [
	{ key: 'stage', unit: 'text' },
	{ key: 'stagesLeft', unit: 'count' },
	{ key: 'chance', unit: 'ratio' },
	{ key: 'daysLeft', unit: 'days' },
	{ key: 'n', unit: 'count' },
	{ key: 'note', unit: 'text' },
];

function distanceRow({ all }: StageList, position: number, distance: Distance): TableCell[] {
	const { chance, medianDays, n } = distance;
	return [existing(all[position]).name, distance.stagesLeft, chance, medianDays, n, isThin(distance) ? FEW : null];
}

/** One row for each open deal of the selection. */
function openDeals({ pipeline, selection }: AskedDeals): MeasureTable {
	const codes = currentStages(pipeline);
	const deals: number[] = [];
	forEachDeal(selection, (deal) => deals.push(deal));
	const rows = dealDistances(pipeline, deals).flatMap((distance, i): TableCell[][] => {
		const deal = existing(deals[i]);
		if (distance === null) return [];
		return [[pipeline.opportunities.label(deal), ...distanceRow(pipeline.stages, existing(codes[deal]), distance)]];
	});
	return { kind: 'table', columns: [{ key: 'deal', unit: 'text' }, ...COLUMNS], rows };
}

export const distanceToWin = defineMetric({
	id: 'distanceToWin',
	unit: 'table',
	stageNames: 1,
	isFunnelOrdered: true,
	label: words('Distance to win', '距离赢单'),
	summary: words(
		'Stages left, chance of winning and median days left of each open deal, or of one stage.',
		'每个进行中商机（或某一阶段）的剩余阶段数、赢单概率和剩余天数中位数。',
	),
	formula: words(
		'chance that a deal is eventually won, given the days it has been in its stage',
		'商机在当前阶段已停留若干天时的最终赢单概率',
	),
	denominator: words(
		'deals of the history that were in the stage; without a history, the probability of the stage list',
		'历史中曾处于该阶段的商机；没有历史时采用阶段列表中的概率',
	),
	source: 'Aalen & Johansen 1978; without a history the stage list',
	headings: {
		deal: words('Deal', '商机'),
		stagesLeft: words('Stages left', '剩余阶段数'),
		chance: words('Chance of winning', '赢单概率'),
		daysLeft: words('Median days left', '剩余天数中位数'),
	},
	compute({ stageList, statistics, stages: [position], elsewhere }) {
		if (position === undefined) return unmeasured('needsDeals');
		const rank = existing(stageList.rankOf[position]);
		if (rank < 0 || rank >= stageList.openCount) return { kind: 'table', columns: COLUMNS, rows: [] };
		const events = statistics().passing(rank, stageList.openCount);
		const curve = events === null ? null : aalenJohansen(events);
		const distance = stageDistance(stageList, curve, rank, stagesLeft(stageList, elsewhere(), rank));
		return { kind: 'table', columns: COLUMNS, rows: [distanceRow(stageList, position, distance)] };
	},
	ofDeals: ({ stages }, deals) => (stages.length === 0 ? openDeals(deals) : null),
});
