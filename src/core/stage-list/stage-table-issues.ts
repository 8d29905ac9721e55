/** The cells of the stage list that could not be read, as problems with their places. */
import { issueAt } from '../cells/cell-text.ts';
import type { Issue, IssueCode } from '../cells/issue.ts';
import type { StageColumn, StageTable } from './stage-table.ts';

const CODES: Readonly<Record<string, readonly [IssueCode, StageColumn]>> = {
	noName: ['stageWithoutName', 'name'],
	badKind: ['stageKindUnknown', 'kind'],
	badProbability: ['stageProbabilityUnreadable', 'probability'],
	probabilityUnitUnclear: ['stageProbabilityUnclear', 'probability'],
	badDays: ['stageDaysUnreadable', 'usualDays'],
};

/**
 * By row and column, which are those of the sheet that was read; problems of the list as a whole have no cell and are
 * not here.
 */
export function stageTableIssues({ problems, layout }: StageTable): Issue[] {
	const issues = problems.flatMap((problem) => {
		const [code, role] = CODES[problem.code] ?? [];
		if (code === undefined || role === undefined || !('row' in problem)) return [];
		const { row, stage, value } = problem;
		const column = layout.columns.get(role) ?? layout.columns.get('name') ?? 0;
		return [issueAt(code, row, column, value, null, { stage })];
	});
	return issues.sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
