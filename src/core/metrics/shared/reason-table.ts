/** The table of reasons that lossReasons and winReasons share. */
import type { MeasureTable, TableCell } from '../../model/metric-result.ts';
import type { ReasonCounts } from '../../statistics/reason-counts.ts';
import { type ReasonRow, reasonRows } from '../../statistics/reason-rows.ts';
import { words } from '../metric.ts';
import { MIXED } from './table-words.ts';

const NO_REASON = words('No reason given', '未填写原因');

/**
 * @param parts as the statistics count them; null without a reason column.
 * @param stageName by funnel rank; null where the stages are not distinguished
 */
export function reasonTable(
	parts: readonly ReasonCounts[] | null,
	stageName: ((rank: number) => TableCell) | null,
): MeasureTable {
	const isByStage = stageName !== null;
	const found = (parts ?? []).map((counts) => ({ counts, reasons: reasonRows(counts) }));
	const isMixed = found.some(({ reasons }) => reasons.some((row) => row.isMixed));
	const rows = found.flatMap(({ counts, reasons }) =>
		reasons.map((row: ReasonRow): TableCell[] => [
			...(stageName === null ? [] : [stageName(counts.rank ?? -1)]),
			row.reason === '' ? NO_REASON : row.reason,
			row.deals,
			counts.deals === 0 ? null : row.share,
			row.amount,
			...(isMixed ? [row.isMixed ? MIXED : null] : []),
		]),
	);
	return {
		kind: 'table',
		columns: [
			...(isByStage ? [{ key: 'stage', unit: 'text' } as const] : []),
			{ key: 'reason', unit: 'text' },
			{ key: 'deals', unit: 'count' },
			{ key: 'share', unit: 'ratio' },
			{ key: 'amount', unit: 'currency' },
			...(isMixed ? [{ key: 'note', unit: 'text' } as const] : []),
		],
		rows,
	};
}
