/** A stage that says won or lost beside an outcome column that says something else. The stage counts. */

import { issueAt } from '../cells/cell-text.ts';
import type { Issue } from '../cells/issue.ts';
import { existing } from '../speed/existing.ts';
import { stageOfStatus } from '../table/effective-stage.ts';
import { flagValue, isWonFlag } from '../vocabulary/outcome-flag.ts';
import { statusMeaning } from '../vocabulary/stage-words.ts';
import type { Rule } from './rule.ts';

export const stageAgainstOutcome: Rule = ({ opportunities, stages }) => {
	const column = opportunities.columns.status;
	const outcome = column === undefined ? null : opportunities.dimension(column);
	if (column === undefined || outcome === null) return [];
	const isFlag = isWonFlag(outcome.heading);
	const issues: Issue[] = [];
	const kindByLabel = outcome.labels.map((label) => {
		const closed = stageOfStatus(label, stages, isFlag);
		if (closed >= 0) return stages.all[closed]?.kind ?? null;
		if (isFlag && flagValue(label) === false) return 'notWon';
		return statusMeaning(label) === 'open' ? 'open' : null;
	});
	opportunities.stages().codes.forEach((code, deal) => {
		const stage = code < 0 ? undefined : stages.all[code];
		const said = kindByLabel[existing(outcome.codes[deal])];
		if (stage === undefined || said === null || said === undefined) return;
		const kind = stage.kind === 'parked' ? 'open' : stage.kind;
		// An end that did not move the deal is contradicted by another column, and listed with it.
		if (kind === 'open' && said !== 'notWon') return;
		if (said === 'notWon' ? kind === 'won' : kind !== said)
			issues.push(
				issueAt(
					'stageAgainstOutcome',
					existing(opportunities.gridRows[deal]),
					column,
					outcome.labels[existing(outcome.codes[deal])],
					null,
					{ stage: stage.name },
				),
			);
	});
	return issues;
};
