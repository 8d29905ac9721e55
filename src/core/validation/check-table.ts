/** Every problem of a table, in the order of its rows and columns. */
import type { Issue } from '../cells/issue.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { RULES } from './rules.ts';

/** All problems, sorted by row, then column; problems of the whole table come first. */
export function checkTable(pipeline: Pipeline): readonly Issue[] {
	const issues: Issue[] = [];
	for (const rule of RULES) for (const issue of rule(pipeline)) issues.push(issue);
	return issues.sort((a, b) => (a.row ?? -1) - (b.row ?? -1) || (a.column ?? -1) - (b.column ?? -1));
}
