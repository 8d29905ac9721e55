/**
 * Keeping the formulas in the sheet fresh: after what no argument of theirs shows, and once a day, because days pass as
 * well.
 * Not here: the cell (sheet/revision-cell.ts), putting it into formulas (formulas/formula-completion.ts).
 */
import { asFailure } from '../sheet/failure.ts';
import { raiseRevision } from '../sheet/revision-cell.ts';
import { saveFreshDay } from '../sheet/settings-store.ts';
import type { Execution } from './execution.ts';
import { foundStagesSheet } from './pipeline-source.ts';

/**
 * Makes Google recalculate the formulas. A user who may not write there can still do and see everything else.
 * @returns false when it failed
 */
export function refreshFormulas(execution: Execution): boolean {
	try {
		const stages = foundStagesSheet(execution.document);
		if (stages !== null) raiseRevision(stages, execution.instant());
		return true;
	} catch (thrown) {
		console.error(`formulas not refreshed: ${asFailure(thrown).code}`);
		return false;
	}
}

/** The first time on each day of the file's zone. Costs nothing on all later times. */
export function refreshFormulasDaily(execution: Execution): void {
	const { document } = execution;
	const { settings, freshDay } = document.stored;
	if (settings === null) return;
	const day = document.usualZone.dayOf(execution.now);
	if (day === freshDay || !refreshFormulas(execution)) return;
	try {
		saveFreshDay(day, document.usualZone.name);
	} catch (thrown) {
		console.error(`formulas refreshed again later: ${asFailure(thrown).code}`);
	}
}
