/** Why deals ended: one row a reason, the blank one always among them. Not here: the tables made of it (loss-reasons.ts, win-reasons.ts). */
import type { Pipeline } from '../pipeline.ts';
import { amountTotal } from './amount-sums.ts';
import { type Selection, splitSelection, withCodes } from './selection.ts';
import { currentStages } from './stage-counts.ts';
import { statisticsOf } from './statistics.ts';

export interface ReasonRow {
	/** '' is the blank reason. */
	readonly reason: string;
	readonly deals: number;
	/** Of the deals of the kind; 0 when there are none. */
	readonly share: number;
	/** Null without amounts and over several currencies. */
	readonly amount: number | null;
	readonly isMixed: boolean;
	readonly selection: Selection;
}

/** The deals of a selection that are won, or lost, now. */
export function endedAs(pipeline: Pipeline, selection: Selection, kind: 'won' | 'lost'): Selection {
	return withCodes(
		selection,
		currentStages(pipeline),
		Uint8Array.from(pipeline.stages.all, (stage) => (stage.kind === kind ? 1 : 0)),
	);
}

/** Most frequent first, the blank reason last; null without a reason column. */
export function reasonRows(pipeline: Pipeline, ended: Selection): ReasonRow[] | null {
	const { columns } = pipeline.opportunities;
	const reasons = columns.reason === undefined ? null : pipeline.opportunities.dimension(columns.reason);
	if (reasons === null) return null;
	const rows = splitSelection(ended, reasons.codes, reasons.labels.length).map((selection, code): ReasonRow => {
		const amounts = selection.count === 0 ? null : statisticsOf(pipeline, selection).amounts();
		const total = amounts === null ? null : amountTotal(amounts, () => true);
		return {
			reason: reasons.labels[code] as string,
			deals: selection.count,
			share: ended.count === 0 ? 0 : selection.count / ended.count,
			amount: total?.sum ?? null,
			isMixed: total?.isMixed ?? false,
			selection,
		};
	});
	const blank = rows.find(({ reason }) => reason === '') ?? {
		reason: '',
		deals: 0,
		share: 0,
		amount: null,
		isMixed: false,
		selection: { deals: new Int32Array(0), count: 0 },
	};
	const named = rows.filter(({ reason, deals }) => reason !== '' && deals > 0);
	named.sort((a, b) => b.deals - a.deals || (a.reason < b.reason ? -1 : 1));
	return [...named, blank];
}
