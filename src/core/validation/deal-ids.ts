/**
 * Ids: missing, duplicate, several rows per deal, or the same number once as a number and once as text. All rows stay
 * counted; the history leaves duplicate ids out.
 */

import { isFormulaError } from '../cells/cell.ts';
import { isPlaceholder, issueAt } from '../cells/cell-text.ts';
import type { Issue } from '../cells/issue.ts';
import { existing } from '../speed/existing.ts';
import { linesOf, type Repeated } from './deal-lines.ts';
import type { Rule } from './rule.ts';

/** `007` and `7`: the same number, other text. */
function numberKey(id: string): string | null {
	// Most ids are not plain numbers: their first character tells.
	if (id.charCodeAt(0) > 0x39) return null;
	return /^0*\d{1,15}$/u.test(id) ? id.replace(/^0+(?=\d)/u, '') : null;
}

export const dealIds: Rule = ({ opportunities }) => {
	const ids = opportunities.ids();
	const column = opportunities.columns.id;
	if (ids === null || column === undefined) return [];
	const first = new Map<string, number>();
	const listed = new Set<number>();
	const byNumber = new Map<string, number>();
	const issues: Issue[] = [];
	const rowOf = (deal: number): number => existing(opportunities.gridRows[deal]);
	const repeated: Repeated[] = [];
	const listDouble = (deal: number, other: number): void => {
		if (!listed.has(deal))
			issues.push(issueAt('duplicateId', rowOf(deal), column, existing(ids[deal]), null, { other: rowOf(other) + 1 }));
		listed.add(deal);
	};
	ids.forEach((id, deal) => {
		if (isFormulaError(id)) return;
		if (id === '' || isPlaceholder(id)) {
			issues.push(issueAt('missingId', rowOf(deal), column, id));
			return;
		}
		const other = first.get(id);
		if (other !== undefined) {
			repeated.push([deal, other]);
			return;
		}
		first.set(id, deal);
		const key = numberKey(id);
		const alike = key === null ? undefined : byNumber.get(key);
		if (alike !== undefined)
			issues.push(
				issueAt('idNumberAndText', rowOf(deal), column, id, null, {
					other: rowOf(alike) + 1,
					otherId: existing(ids[alike]),
				}),
			);
		else if (key !== null) byNumber.set(key, deal);
	});
	const lines = linesOf(opportunities, repeated);
	if (lines !== null) {
		const [deal] = existing(repeated[0]);
		const params = { rows: lines.rows, deals: lines.deals, same: lines.isSameAmount ? 1 : 0 };
		issues.push(issueAt('dealLines', rowOf(deal), column, existing(ids[deal]), null, params));
	} else {
		for (const [deal, other] of repeated) {
			listDouble(other, deal);
			listDouble(deal, other);
		}
	}
	return issues;
};
