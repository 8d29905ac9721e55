/** Several sales processes in one table: a funnel over all of them is none of theirs. One problem for the table. */
import { issueAt } from '../cells/cell-text.ts';
import { processesOf } from '../statistics/processes.ts';
import type { Rule } from './rule.ts';

export const severalPipelines: Rule = (pipeline) => {
	const found = processesOf(pipeline);
	if (found === null) return [];
	const { column, heading, names } = found;
	const list = names.join(', ');
	return [issueAt('severalPipelines', null, column, list, null, { heading, list, count: names.length })];
};
