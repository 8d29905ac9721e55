/** How long deals stay in a stage. */

import { journeysOf } from '../funnel/journeys.ts';
import { reachedStages } from '../funnel/reached.ts';
import { type TimeInStage, timeSpent } from '../funnel/time-in-stage.ts';
import type { TableCell } from '../model/metric-result.ts';
import { existing } from '../speed/existing.ts';
import { defineMetric, mode, words } from './metric.ts';
import { namedRanks, rankNames } from './shared/funnel-steps.ts';
import { measured, unmeasured } from './shared/measured.ts';
import { FEW, FEW_DEALS } from './shared/table-words.ts';

export const timeInStage = defineMetric({
	id: 'timeInStage',
	unit: 'days',
	modes: [
		[
			mode('median', 'median, counting deals still there up to now', '中位数，仍在该阶段的商机计至目前', {
				needsHistory: true,
			}),
			mode('mean', 'mean of the deals that left', '已离开该阶段的商机的平均值', { needsHistory: true }),
			mode('completed', 'median of the deals that left', '已离开该阶段的商机的中位数', { needsHistory: true }),
		],
	],
	stageNames: 1,
	isFunnelOrdered: true,
	better: -1,
	label: words('Time in stage', '阶段停留时间'),
	summary: words(
		'Days that deals stay in a stage, or one row per stage.',
		'商机在某阶段停留的天数；不指定阶段时逐阶段列出。',
	),
	formula: words('median of the days in the stage, all visits of a deal added up', '商机在该阶段累计停留天数的中位数'),
	denominator: words('deals that were in the stage', '曾处于该阶段的商机'),
	source: 'Kaplan & Meier 1958; deals still there are censored',
	headings: { days: words('Days', '天数'), still: words('Still here', '仍在本阶段') },
	partOf({ stages, modes }, { pipeline }) {
		const [rank = 0] = namedRanks(pipeline.stages, stages);
		const journeys = journeysOf(pipeline);
		const { now, touched } = reachedStages(pipeline);
		return (deal) => {
			const days = journeys?.daysIn[deal * journeys.width + rank] ?? Number.NaN;
			if (Number.isNaN(days)) return (existing(touched[deal]) >>> rank) % 2 === 1 ? 'noDates' : null;
			if (pipeline.stages.rankOf[existing(now[deal])] !== rank) return 'numerator';
			return modes.has('median') ? 'denominator' : 'stillThere';
		};
	},
	compute({ stageList, statistics, stages, modes }) {
		const spent = (rank: number): TimeInStage | null => {
			const events = statistics().stays(rank);
			return events === null ? null : timeSpent(events);
		};
		const value = (time: TimeInStage): number | null =>
			modes.has('median') ? time.median : modes.has('mean') ? time.completedMean : time.completedMedian;
		const count = (time: TimeInStage): number => time.completed + (modes.has('median') ? time.still : 0);
		const [rank] = namedRanks(stageList, stages);
		if (rank !== undefined) {
			const time = spent(rank);
			if (time === null) return unmeasured('noHistory');
			const basis = { n: count(time), excluded: modes.has('median') ? 0 : time.still };
			return value(time) === null
				? unmeasured(count(time) === 0 ? 'emptyStage' : 'tooFewAtRisk', basis)
				: measured({ ...basis, value: value(time) });
		}
		const rows = rankNames(stageList)
			.slice(0, -1)
			.map((name, r): TableCell[] => {
				const time = spent(r);
				return time === null
					? [name, null, 0, 0, null]
					: [name, value(time), count(time), time.still, count(time) < FEW_DEALS ? FEW : null];
			});
		return {
			kind: 'table',
			columns: [
				{ key: 'stage', unit: 'text' },
				{ key: 'days', unit: 'days' },
				{ key: 'n', unit: 'count' },
				{ key: 'still', unit: 'count' },
				{ key: 'note', unit: 'text' },
			],
			rows,
		};
	},
});
