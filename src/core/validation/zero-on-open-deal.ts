/** An amount of exactly zero on an open deal: mostly typed for "not known yet". */

import { issueAt } from '../cells/cell-text.ts';
import type { Issue } from '../cells/issue.ts';
import { existing } from '../speed/existing.ts';
import { kindsOf, type Rule } from './rule.ts';

export const zeroOnOpenDeal: Rule = (pipeline) => {
	const { opportunities } = pipeline;
	const amounts = opportunities.amounts();
	if (amounts === null) return [];
	const issues: Issue[] = [];
	kindsOf(pipeline).forEach((kind, deal) => {
		if ((kind === 'open' || kind === 'parked') && amounts.values[deal] === 0) {
			issues.push(
				issueAt('zeroOnOpenDeal', existing(opportunities.gridRows[deal]), opportunities.columns.amount ?? null, 0),
			);
		}
	});
	return issues;
};
