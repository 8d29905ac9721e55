/**
 * Why deals ended: one row per reason, the blank one always among them. Not here: the tables made of it
 * (loss-reasons.ts, win-reasons.ts).
 */

import { existing } from '../speed/existing.ts';
import { amountTotal } from './amount-sums.ts';
import type { ReasonCounts } from './reason-counts.ts';

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

/** Most frequent first, the blank reason last. */
export function reasonRows({ labels, counts, amounts, deals: all }: ReasonCounts): ReasonRow[] {
	const rows = labels.map((reason, code): ReasonRow => {
		const deals = existing(counts[code]);
		const total = amounts === null ? null : amountTotal(amounts, (slot) => slot === code);
		return {
			reason,
			deals,
			share: all === 0 ? 0 : deals / all,
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
