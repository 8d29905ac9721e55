/** Funnel findings: where to look, as a table. Not here: the tests (statistics/findings.ts). */
import type { TableCell } from '../model/metric-result.ts';
import { type Finding, findings, segmentColumns } from '../statistics/findings.ts';
import { defineMetric, type Words, words } from './metric.ts';
import { unmeasured } from './shared/measured.ts';

const KINDS: Readonly<Record<Finding['kind'], Words>> = {
	start: words('Start: wins less than the others', '起点：赢单率低于其他'),
	process: words('Process: step got worse', '过程：该步骤变差'),
	result: words('Result: loss reason grew', '结果：输单原因增多'),
};
const NOTHING = words('Nothing beyond chance', '没有超出随机波动的发现');

export const funnelFindings = defineMetric(
	{
		id: 'funnelFindings',
		unit: 'table',
		choosesPeriod: true,
		label: words('Where to look', '诊断'),
		summary: words(
			'At most three tested findings: a source or segment that wins less, a step that got worse, a loss reason that grew.',
			'最多三条经检验的发现：赢单率偏低的来源或分组、变差的步骤、增多的输单原因。',
		),
		formula: words(
			'share of the closed deals, compared with the other groups or with up to four earlier periods at the same age',
			'已结束商机中的占比，与其他分组或此前最多四个时段的同期比较',
		),
		denominator: words(
			'closed deals; for reasons, lost deals with a reason; at least 20 on each side',
			'已结束的商机；原因只计填有原因的输单；两侧各至少 20 个',
		),
		source:
			'Pooled z test or Fisher’s exact test; interval: Newcombe 1998; false alarms held at 10 %: Benjamini & Hochberg 1995',
		headings: {
			finding: words('Finding', '发现'),
			subject: words('Of', '对象'),
			column: words('Column', '列'),
			closed: words('Deals counted', '计入商机数'),
			share: words('Share', '占比'),
			reference: words('Reference', '参照'),
			lostAmount: words('Amount lost', '输单金额'),
		},
		compute: () => unmeasured('needsDeals'),
		ofDeals({ period }, { pipeline, selection, filter }) {
			const found = findings(pipeline, { ...filter, period }, segmentColumns(pipeline));
			const rows = found.map(({ kind, subject, heading, deals, value, reference, amount }): TableCell[] => [
				KINDS[kind],
				subject,
				heading,
				deals,
				value,
				reference,
				amount,
			]);
			return {
				kind: 'table',
				columns: [
					{ key: 'finding', unit: 'text' },
					{ key: 'subject', unit: 'text' },
					{ key: 'column', unit: 'text' },
					{ key: 'closed', unit: 'count' },
					{ key: 'share', unit: 'ratio' },
					{ key: 'reference', unit: 'ratio' },
					{ key: 'lostAmount', unit: 'currency' },
				],
				rows: rows.length > 0 ? rows : [[NOTHING, null, null, selection.count, null, null, null]],
			};
		},
	},
	['by', 'shrink'],
);
