/** The whole funnel as one table. */

import type { Measure, TableCell } from '../model/metric-result.ts';
import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { amountTotal } from '../statistics/amount-sums.ts';
import { countsFrom, firstOwnRank, reachedFrom } from '../statistics/processes.ts';
import type { ReachedCounts } from '../statistics/reached-counts.ts';
import { slotKind } from '../statistics/stage-counts.ts';
import { defineMetric, mode, words } from './metric.ts';
import { proportion } from './shared/measured.ts';
import { stageRows } from './shared/stage-rows.ts';
import { joinedNotes, stepNotes } from './shared/step-notes.ts';
import { MIXED } from './shared/table-words.ts';

export const funnel = defineMetric({
	id: 'funnel',
	unit: 'table',
	modes: [
		[
			mode('full', 'all columns', '全部列'),
			mode('brief', 'ten columns, as in the report sheet', '十列，与报告工作表相同'),
		],
	],
	better: 0,
	label: words('Funnel', '销售漏斗'),
	summary: words(
		'The whole funnel as a table: deals that reached each stage, moved on, are still there or were lost there, conversion to the next stage and overall.',
		'整个销售漏斗：各阶段到达、已推进、仍在本阶段、本阶段输单的商机数，到下一阶段的转化率和占全部的比例。',
	),
	formula: words(
		'conversion = deals that reached the next stage ÷ deals that reached this one',
		'转化率 = 到达下一阶段的商机数 ÷ 到达本阶段的商机数',
	),
	denominator: words('deals that reached the stage', '到达该阶段的商机'),
	source: 'Furthest stage reached; interval: Wilson 1927',
	headings: {
		reached: words('Reached', '到达'),
		movedOn: words('Moved on', '已推进'),
		still: words('Still here', '仍在本阶段'),
		now: words('Now', '当前'),
		lostHere: words('Lost here', '本阶段输单'),
		amountNow: words('Amount now', '当前金额'),
		amountReached: words('Amount reached', '到达金额'),
		cumulative: words('Of all', '占全部'),
		won: words('Won', '赢单'),
	},
	compute({ stageList, modes, statistics, elsewhere }) {
		const all = statistics();
		const isElsewhere = elsewhere();
		const firstRank = firstOwnRank(stageList, isElsewhere);
		const counts = countsFrom(all.reached(), firstRank);
		const [amounts, reachedAmounts] = [all.amounts(), all.reachedAmounts()];
		const isBrief = modes.has('brief');
		// No deal of this pipeline stops there, so that the step before leads to the stage behind.
		const shown = stageRows(stageList, all.stages()).filter((_, position) => isElsewhere[position] !== true);
		const rows = shown.map(({ label, slot, rank, deals }): TableCell[] => {
			const total = amounts === null ? null : amountTotal(amounts, (candidate) => candidate === slot);
			const reached =
				reachedAmounts === null || rank < 0
					? null
					: amountTotal(reachedAmounts, (candidate) => reachedFrom(candidate, rank, firstRank));
			const step = stepOf(counts, rank, stageList.openCount);
			const isMixed = [isBrief ? null : total, reached].some((sum) => sum?.isMixed === true);
			const ofAll = shareOfAll(counts, rank);
			const stepNote = step === null ? [] : stepNotes(counts, rank - firstRank, step);
			const note = joinedNotes(isMixed ? [MIXED, ...stepNote] : stepNote);
			if (isBrief) {
				const parts = briefParts(counts, rank, stageList, slot, deals);
				return [label, ...parts, reached?.sum ?? null, step?.value ?? null, ofAll, note];
			}
			return [
				label,
				...partsOf(counts, rank, stageList.openCount, deals),
				deals,
				total?.sum ?? null,
				reached?.sum ?? null,
				...bounds(step),
				ofAll,
				rank >= 0 ? existing(counts.assumed[rank]) : null,
				note,
			];
		});
		return { kind: 'table', columns: COLUMNS.filter(({ key }) => (isBrief ? BRIEF : FULL).has(key)), rows };
	},
});

const COLUMNS = [
	{ key: 'stage', unit: 'text' },
	{ key: 'reached', unit: 'count' },
	{ key: 'movedOn', unit: 'count' },
	{ key: 'still', unit: 'count' },
	{ key: 'lostHere', unit: 'count' },
	{ key: 'won', unit: 'count' },
	{ key: 'now', unit: 'count' },
	{ key: 'amountNow', unit: 'currency' },
	{ key: 'amountReached', unit: 'currency' },
	{ key: 'conversion', unit: 'ratio' },
	{ key: 'low', unit: 'ratio' },
	{ key: 'high', unit: 'ratio' },
	{ key: 'cumulative', unit: 'ratio' },
	{ key: 'assumed', unit: 'count' },
	{ key: 'note', unit: 'text' },
] as const;
const FULL = new Set<string>(COLUMNS.flatMap(({ key }) => (key === 'won' ? [] : [key])));
const BRIEF = new Set<string>(
	COLUMNS.flatMap(({ key }) => (['now', 'amountNow', 'low', 'high', 'assumed'].includes(key) ? [] : [key])),
);

/**
 * Reached, moved on, still here, lost here, won. Deals outside of the funnel stand under what they are: lost, or still
 * there.
 */
function briefParts(counts: ReachedCounts, rank: number, stages: StageList, slot: number, deals: number): TableCell[] {
	if (rank < 0)
		return slotKind(stages, slot) === 'lost' ? [null, null, null, deals, null] : [null, null, deals, null, null];
	if (rank === stages.openCount) return [existing(counts.reached[rank]), null, null, null, deals];
	return [...partsOf(counts, rank, stages.openCount, deals), null];
}

/** Conversion with its interval. */
function bounds(step: Measure | null): TableCell[] {
	return step === null ? [null, null, null] : [step.value, step.low, step.high];
}

function shareOfAll({ reached }: ReachedCounts, rank: number): number | null {
	const all = existing(reached[0]);
	return rank < 0 || all === 0 ? null : existing(reached[rank]) / all;
}

/** To the next stage; null at the end of the funnel and outside of it. */
function stepOf({ reached }: ReachedCounts, rank: number, last: number): Measure | null {
	return rank >= 0 && rank < last
		? proportion(existing(reached[rank + 1]), existing(reached[rank]), 'emptyStage')
		: null;
}

/** Reached, moved on, still here, lost here. @param deals in the stage now */
function partsOf({ reached, still, lost }: ReachedCounts, rank: number, last: number, deals: number): TableCell[] {
	if (rank < 0) return [null, null, null, null];
	return rank < last
		? [existing(reached[rank]), existing(reached[rank + 1]), existing(still[rank]), existing(lost[rank])]
		: [existing(reached[rank]), 0, deals, 0];
}
