/**
 * A stage history from per-stage date columns ("Proposal date") and the closing date, so that it can be imported into
 * the log or stand in for one.
 * Belongs here: dates to transitions. Not here: finding the columns (stage-date-columns.ts), importing (reconcile.ts).
 */

import { dayOn } from '../funnel/as-of.ts';
import type { DateColumn, Opportunities } from '../model/opportunity.ts';
import { isEnded, type StageList } from '../model/stage.ts';
import type { StageHistory } from '../model/stage-history.ts';
import { existing } from '../speed/existing.ts';
import type { TimeZone } from '../time/time-zone.ts';
import { emptyChanges, historyInOrder } from './change-order.ts';

/**
 * Null without per-stage date columns. Dates of one instant go forward; the closing date stands for the win or loss of
 * a deal that is closed now and whose column is not among the dates.
 */
export function stageDateHistory(
	opportunities: Opportunities,
	stages: StageList,
	timeZone: TimeZone,
): StageHistory | null {
	const dates = [...opportunities.stageDates()];
	if (dates.length === 0) return null;
	const closed = opportunities.date('closed');
	const { codes } = opportunities.stages();
	const columns: DateColumn[] = dates.map(([, column]) => column);
	if (closed !== null) columns.push(closed);
	const changes = emptyChanges(columns.length * opportunities.count);
	changes.hasTime = columns.some((column) => column.hasTime);
	const add = (deal: number, position: number, column: DateColumn): void => {
		const at = dayOn(column, deal, changes.hasTime, timeZone);
		if (Number.isNaN(at)) return;
		const n = changes.count++;
		changes.deal[n] = deal;
		changes.to[n] = position;
		changes.from[n] = -1;
		changes.at[n] = at;
		changes.notBefore[n] = Number.NaN;
	};
	const dated = new Set(dates.map(([position]) => position));
	for (let deal = 0; deal < opportunities.count; deal++) {
		for (const [position, column] of dates) add(deal, position, column);
		const now = existing(codes[deal]);
		const kind = stages.all[now]?.kind;
		if (closed !== null && isEnded(kind) && !dated.has(now)) add(deal, now, closed);
	}
	return historyInOrder(changes, opportunities.count, stages, changes.count, false);
}
