/**
 * Close dates against creation dates and against the as-of day. Deals that fail stay in the funnel and are left out of
 * day counts.
 */

import { issueAt } from '../cells/cell-text.ts';
import type { Issue } from '../cells/issue.ts';
import { isEnded } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { dayText } from '../time/calendar-day.ts';
import { dayAt, kindsOf, type Rule } from './rule.ts';

export const closeDates: Rule = (pipeline) => {
	const { opportunities, asOfDay } = pipeline;
	const created = opportunities.date('created');
	const closed = opportunities.date('closed');
	const issues: Issue[] = [];
	const kinds = kindsOf(pipeline);
	const createdColumn = opportunities.columns.created ?? null;
	const closedColumn = opportunities.columns.closed ?? null;
	const areInstants = created?.hasTime === true && closed?.hasTime === true;
	for (let deal = 0; deal < opportunities.count; deal++) {
		const row = existing(opportunities.gridRows[deal]);
		const start = dayAt(created, deal, pipeline);
		const end = isEnded(kinds[deal]) ? dayAt(closed, deal, pipeline) : Number.NaN;
		const isReversed = areInstants
			? existing(closed?.days[deal]) < existing(created?.days[deal]) && !Number.isNaN(end)
			: end < start;
		if (isReversed)
			issues.push(issueAt('closedBeforeCreated', row, closedColumn, dayText(end), null, { created: dayText(start) }));
		if (start > asOfDay) issues.push(issueAt('createdInFuture', row, createdColumn, dayText(start)));
		if (end > asOfDay) issues.push(issueAt('closedInFuture', row, closedColumn, dayText(end)));
	}
	return issues;
};
