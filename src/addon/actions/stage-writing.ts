/** The cells of the stage list as they shall be, checked before anything is written: what is saved reads back as what was chosen. */
import type { Grid } from '../../core/cells/cell.ts';
import type { Stage } from '../../core/model/stage.ts';
import { changedStageRows, type StageRows } from '../../core/stage-list/stage-rows.ts';
import { readStageTable } from '../../core/stage-list/stage-table.ts';
import { Failure } from '../../sheet/failure.ts';
import type { Execution } from '../execution.ts';
import { formerNamesIn, stageListOf } from '../pipeline-source.ts';

/** @param former what is in the sheet @throws Failure that names what makes the list unusable */
export function plannedStageRows({ document, language }: Execution, former: Grid, stages: readonly Stage[]): StageRows {
	stageListOf(stages);
	const rows = changedStageRows(former, stages, language, formerNamesIn(document));
	const kept = new Map(readStageTable(rows.cells).stages.map((stage) => [stage.id, told(stage)]));
	const lost = stages.find((stage) => kept.get(stage.id) !== told(stage));
	if (lost !== undefined) throw new Failure('stageNotKept', { stage: lost.name });
	return rows;
}

function told({ id, name, kind, aliases, tasks }: Stage): string {
	return JSON.stringify([id, name, kind, aliases, tasks]);
}
