/** Formula errors in columns of names (owner, source, reason, id, name, currency, status); other columns list their own. */
import { isFormulaError } from '../cell.ts';
import { issueAt } from '../cell-text.ts';
import type { Issue } from '../issue.ts';
import type { Rule } from './rule.ts';

const FIELDS = ['id', 'name', 'status', 'owner', 'source', 'reason', 'currency', 'lostFrom'] as const;

export const formulaErrors: Rule = ({ opportunities }) => {
	const issues: Issue[] = [];
	for (const field of FIELDS) {
		const column = opportunities.columns[field];
		const names = column === undefined ? null : opportunities.dimension(column);
		if (column === undefined || names === null || !names.labels.some(isFormulaError)) continue;
		names.codes.forEach((code, deal) => {
			const label = names.labels[code] as string;
			if (isFormulaError(label)) issues.push(issueAt('formulaError', opportunities.gridRows[deal] as number, column, label));
		});
	}
	return issues;
};
