/**
 * Formula errors in columns of names (name, id, owner, source, reason, currency, status); the readers of other columns
 * list their own.
 */

import { isFormulaError } from '../cells/cell.ts';
import { issueAt } from '../cells/cell-text.ts';
import type { Issue } from '../cells/issue.ts';
import { existing } from '../speed/existing.ts';
import type { Rule } from './rule.ts';

const FEW_NAMES = ['status', 'owner', 'source', 'reason', 'currency', 'lostFrom'] as const;

export const formulaErrors: Rule = ({ opportunities }) => {
	const { columns, gridRows } = opportunities;
	const issues: Issue[] = [];
	const list = (deal: number, column: number | undefined, text: string): void => {
		if (column !== undefined && isFormulaError(text))
			issues.push(issueAt('formulaError', existing(gridRows[deal]), column, text));
	};
	const ids = opportunities.ids();
	for (let deal = 0; deal < opportunities.count; deal++) {
		if (ids !== null) list(deal, columns.id, existing(ids[deal]));
		// Names are nearly all different: no dictionary is made of them only to look for errors.
		if (columns.name !== undefined) {
			const label = opportunities.label(deal);
			if (label !== ids?.[deal]) list(deal, columns.name, label);
		}
	}
	for (const field of FEW_NAMES) {
		const column = columns[field];
		const names = column === undefined ? null : opportunities.dimension(column);
		if (names === null || !names.labels.some(isFormulaError)) continue;
		names.codes.forEach((code, deal) => {
			list(deal, column, existing(names.labels[code]));
		});
	}
	return issues;
};
