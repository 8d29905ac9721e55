/**
 * The cells of the stage list as they shall be, checked before anything is written: what is saved reads back as what
 * was chosen.
 */
import type { Grid } from '../../core/cells/cell.ts';
import { STAGE_LIMITS, type Stage } from '../../core/model/stage.ts';
import { joinTexts } from '../../core/stage-list/listed-texts.ts';
import { changedStageRows, type StageRows } from '../../core/stage-list/stage-rows.ts';
import { readStageTable } from '../../core/stage-list/stage-table.ts';
import { Failure } from '../../sheet/failure.ts';
import type { Execution } from '../execution.ts';
import { formerNamesIn, stageListOf } from '../pipeline-source.ts';

/** @param former what is in the sheet @throws Failure that names what makes the list unusable */
export function plannedStageRows({ document, language }: Execution, former: Grid, stages: readonly Stage[]): StageRows {
	requireLimits(stages);
	stageListOf(stages);
	const rows = changedStageRows(former, stages, language, formerNamesIn(document));
	const kept = new Map(readStageTable(rows.cells).stages.map((stage) => [stage.id, told(stage)]));
	const lost = stages.find((stage) => kept.get(stage.id) !== told(stage));
	if (lost !== undefined) throw new Failure('stageNotKept', { stage: lost.name });
	return rows;
}

/** @throws Failure `stageTextTooLong`, `tooManyStages` */
export function requireLimits(stages: readonly Stage[]): void {
	const { stages: most, name: longest, task, exitRule, cell } = STAGE_LIMITS;
	if (stages.length > most) throw new Failure('tooManyStages', { count: stages.length, limit: most });
	for (const stage of stages) {
		const texts: readonly (readonly [string, number])[] = [
			[stage.name, longest],
			...stage.aliases.map((alias) => [alias, longest] as const),
			...stage.tasks.map((text) => [text, task] as const),
			[stage.exitRule, exitRule],
			[joinTexts(stage.aliases), cell],
			[joinTexts(stage.tasks), cell],
		];
		const found = texts.find(([text, limit]) => text.length > limit);
		if (found === undefined) continue;
		const [text, limit] = found;
		throw new Failure('stageTextTooLong', { text: text.slice(0, 40), length: text.length, limit });
	}
}

function told({ id, name, kind, aliases, tasks }: Stage): string {
	return JSON.stringify([id, name, kind, aliases, tasks]);
}
