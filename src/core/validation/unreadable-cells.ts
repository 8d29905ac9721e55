/**
 * What the readers of the columns could not read or had to remark: stages, dates, amounts, probabilities, rows that are
 * no deals.
 */
import type { Issue } from '../cells/issue.ts';
import type { Rule } from './rule.ts';

export const unreadableCells: Rule = ({ opportunities }) => {
	const { columns } = opportunities;
	const lists: (readonly Issue[] | undefined)[] = [
		opportunities.tableIssues,
		opportunities.stages().issues,
		opportunities.amounts()?.issues,
		opportunities.date('created')?.issues,
		opportunities.date('closed')?.issues,
		columns.expectedClose === columns.closed ? undefined : opportunities.date('expectedClose')?.issues,
		opportunities.probabilities()?.issues,
	];
	const readColumns = new Set([columns.created, columns.closed, columns.expectedClose]);
	for (const column of opportunities.stageDates().values())
		lists.push(column.issues.filter((issue) => !readColumns.has(issue.column ?? -1)));
	return lists.flatMap((list) => list ?? []);
};
