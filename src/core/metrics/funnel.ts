/** The whole funnel as one table. */

import type { TableCell } from '../model/metric-result.ts';
import { existing } from '../speed/existing.ts';
import { amountTotal } from '../statistics/amount-sums.ts';
import { defineMetric, words } from './metric.ts';
import { proportion } from './shared/measured.ts';
import { stageRows } from './shared/stage-rows.ts';
import { FEW, FEW_DEALS, MIXED } from './shared/table-words.ts';

export const funnel = defineMetric({
	id: 'funnel',
	unit: 'table',
	better: 0,
	label: words('Funnel', '销售漏斗'),
	summary: words(
		'The whole funnel as a table: deals that reached each stage, moved on, are still there or were lost there, and conversion.',
		'整个销售漏斗：各阶段到达、已推进、仍在此、在此输单的商机数和转化率。',
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
		still: words('Still here', '仍在此'),
		now: words('Now', '当前'),
		lostHere: words('Lost here', '在此输单'),
	},
	compute({ stageList, statistics }) {
		const all = statistics();
		const { reached, still, lost, assumed } = all.reached();
		const amounts = all.amounts();
		const last = stageList.openCount;
		const rows = stageRows(stageList, all.stages()).map(({ label, slot, rank, deals }): TableCell[] => {
			const total = amounts === null ? null : amountTotal(amounts, (candidate) => candidate === slot);
			const step =
				rank >= 0 && rank < last
					? proportion(existing(reached[rank + 1]), existing(reached[rank]), 'emptyStage')
					: null;
			const note = total?.isMixed ? MIXED : step !== null && step.n < FEW_DEALS ? FEW : null;
			const parts =
				rank < 0
					? [null, null, null, null]
					: rank < last
						? [existing(reached[rank]), existing(reached[rank + 1]), existing(still[rank]), existing(lost[rank])]
						: [existing(reached[rank]), 0, deals, 0];
			return [
				label,
				...parts,
				deals,
				total?.sum ?? null,
				step?.value ?? null,
				step?.low ?? null,
				step?.high ?? null,
				rank >= 0 ? existing(assumed[rank]) : null,
				note,
			];
		});
		return {
			kind: 'table',
			columns: [
				{ key: 'stage', unit: 'text' },
				{ key: 'reached', unit: 'count' },
				{ key: 'movedOn', unit: 'count' },
				{ key: 'still', unit: 'count' },
				{ key: 'lostHere', unit: 'count' },
				{ key: 'now', unit: 'count' },
				{ key: 'amount', unit: 'currency' },
				{ key: 'conversion', unit: 'ratio' },
				{ key: 'low', unit: 'ratio' },
				{ key: 'high', unit: 'ratio' },
				{ key: 'assumed', unit: 'count' },
				{ key: 'note', unit: 'text' },
			],
			rows,
		};
	},
});
