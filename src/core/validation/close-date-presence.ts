/** A close date on an open deal, and a closed deal without one. */

import { issueAt } from '../cells/cell-text.ts';
import type { Issue } from '../cells/issue.ts';
import { isEnded } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { dayText } from '../time/calendar-day.ts';
import { dayAt, kindsOf, type Rule } from './rule.ts';

/**
 * Beyond this share of open deals with a date, the column holds the expected date of open deals (Salesforce, HubSpot):
 * nothing is wrong with it.
 */
const EXPECTED_SHARE = 0.5;
/**
 * This many lost deals without a single date, where won ones have theirs, make a date of winning (`Conversion date`):
 * nothing is missing.
 */
const FEWEST_LOST = 5;

export const closeDatePresence: Rule = (pipeline) => {
	const { opportunities } = pipeline;
	const { closed: column = null, expectedClose } = opportunities.columns;
	const closed = opportunities.date('closed');
	if (closed === null) return [];
	const kinds = kindsOf(pipeline);
	const unreadable = new Set(closed.issues.filter(({ code }) => code !== 'placeholderText').map(({ row }) => row));
	const dated: number[] = [];
	let openCount = 0;
	const issues: Issue[] = [];
	const isDated = (wanted: string): boolean =>
		kinds.some((kind, deal) => kind === wanted && !Number.isNaN(existing(closed.days[deal])));
	const isOfWinning =
		kinds.filter((kind) => kind === 'lost').length >= FEWEST_LOST && isDated('won') && !isDated('lost');
	kinds.forEach((kind, deal) => {
		const hasDate = !Number.isNaN(existing(closed.days[deal]));
		const row = existing(opportunities.gridRows[deal]);
		if (kind === 'open' || kind === 'parked') {
			openCount++;
			if (hasDate) dated.push(deal);
		} else if (isEnded(kind) && !hasDate && !(kind === 'lost' && isOfWinning) && !unreadable.has(row))
			issues.push(issueAt('closedWithoutDate', row, column, ''));
	});
	const isOnlyCloseColumn = expectedClose === undefined || expectedClose === column;
	if (isOnlyCloseColumn && dated.length >= openCount * EXPECTED_SHARE) return issues;
	for (const deal of dated)
		issues.push(
			issueAt(
				'closedWhileOpen',
				existing(opportunities.gridRows[deal]),
				column,
				dayText(dayAt(closed, deal, pipeline)),
			),
		);
	return issues;
};
