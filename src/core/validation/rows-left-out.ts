/**
 * More rows that were read as something else than deals than deals: the table may have been misunderstood. One problem
 * for the table.
 */
import { issueAt } from '../cells/cell-text.ts';
import type { IssueCode } from '../cells/issue.ts';
import type { Rule } from './rule.ts';

/** What a row was taken for. Rows that wait for a deal are none of these: many sheets have hundreds. */
const OTHERS: ReadonlySet<IssueCode> = new Set(['totalsRow', 'noteRow', 'otherTable', 'repeatedHeadings']);

/** Titles and sums of a small list are not a misreading. */
const FEWEST = 8;

export const rowsLeftOut: Rule = ({ opportunities }) => {
	const { count, tableIssues } = opportunities;
	const rows = tableIssues.filter(({ code }) => OTHERS.has(code)).length;
	return rows >= FEWEST && rows > count
		? [issueAt('mostRowsLeftOut', null, null, '', null, { rows, deals: count })]
		: [];
};
