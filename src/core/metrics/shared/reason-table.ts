/** The table of reasons that lossReasons and winReasons share. */
import type { MeasureTable, TableCell } from '../../model/metric-result.ts';
import { type ReasonRow, reasonRows } from '../../statistics/reason-rows.ts';
import type { Selection } from '../../statistics/selection.ts';
import { type MetricRequest, words } from '../metric.ts';
import { MIXED } from './table-words.ts';

const NO_REASON = words('(blank)', '（空白）');

/** @param parts the deals of the kind, in one part, or one part a stage with its label */
export function reasonTable(
	{ pipeline }: MetricRequest,
	parts: readonly { readonly label: TableCell; readonly selection: Selection }[],
	isByStage: boolean,
): MeasureTable {
	const found = parts.map(({ label, selection }) => ({
		label,
		selection,
		reasons: reasonRows(pipeline, selection) ?? [],
	}));
	const isMixed = found.some(({ reasons }) => reasons.some((row) => row.isMixed));
	const rows = found.flatMap(({ label, selection, reasons }) =>
		reasons.map((row: ReasonRow): TableCell[] => [
			...(isByStage ? [label] : []),
			row.reason === '' ? NO_REASON : row.reason,
			row.deals,
			selection.count === 0 ? null : row.share,
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
