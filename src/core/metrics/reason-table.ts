/** The table of reasons that lossReasons and winReasons share. */
import type { MeasureTable, TableCell } from '../measure.ts';
import { type MetricRequest, words } from './metric.ts';
import { type ReasonRow, reasonRows } from './reason-rows.ts';
import type { Selection } from './selection.ts';

const NO_REASON = words('(blank)', '（空白）');

/** @param parts the deals of the kind, in one part, or one part a stage with its label */
export function reasonTable(
	{ pipeline }: MetricRequest,
	parts: readonly { readonly label: TableCell; readonly selection: Selection }[],
	isByStage: boolean,
): MeasureTable {
	const rows = parts.flatMap(({ label, selection }) =>
		(reasonRows(pipeline, selection) ?? []).map(({ reason, deals, share, amount }: ReasonRow): TableCell[] => [
			...(isByStage ? [label] : []),
			reason === '' ? NO_REASON : reason,
			deals,
			selection.count === 0 ? null : share,
			amount,
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
		],
		rows,
	};
}
