/** Why deals ended: one row a reason, the blank one always among them. Not here: the tables made of it (loss-reasons.ts, win-reasons.ts). */

import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { amountTotal } from './amount-sums.ts';
import type { Selection } from './selection.ts';
import { slotAmounts, slotCounts, slotsOfCodes } from './slot-sums.ts';

export interface ReasonRow {
	/** '' is the blank reason. */
	readonly reason: string;
	readonly deals: number;
	/** Of the deals of the kind; 0 when there are none. */
	readonly share: number;
	/** Null without amounts and over several currencies. */
	readonly amount: number | null;
	readonly isMixed: boolean;
}

/** Most frequent first, the blank reason last; null without a reason column. */
export function reasonRows(pipeline: Pipeline, ended: Selection): ReasonRow[] | null {
	const { columns } = pipeline.opportunities;
	const reasons = columns.reason === undefined ? null : pipeline.opportunities.dimension(columns.reason);
	if (reasons === null) return null;
	const [size, slots] = [reasons.labels.length, slotsOfCodes(ended, reasons.codes, 0)];
	const counts = slotCounts(ended, size, slots);
	const column = pipeline.opportunities.amounts();
	const amounts = column === null ? null : slotAmounts(ended, size, slots, column);
	const rows = reasons.labels.map((reason, code): ReasonRow => {
		const deals = existing(counts[code]);
		const total = amounts === null ? null : amountTotal(amounts, (slot) => slot === code);
		return {
			reason,
			deals,
			share: ended.count === 0 ? 0 : deals / ended.count,
			amount: total?.sum ?? null,
			isMixed: total?.isMixed ?? false,
		};
	});
	const blank = rows.find(({ reason }) => reason === '') ?? {
		reason: '',
		deals: 0,
		share: 0,
		amount: null,
		isMixed: false,
	};
	const named = rows.filter(({ reason, deals }) => reason !== '' && deals > 0);
	named.sort((a, b) => b.deals - a.deals || (a.reason < b.reason ? -1 : 1));
	return [...named, blank];
}
