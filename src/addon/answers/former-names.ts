/**
 * Cells that still hold a former name of their stage, or that of a stage that was merged into it. Not here: writing
 * them (sheet/cell-changes.ts).
 */
import type { Fix } from '../contract/sheet-and-settings.ts';
import type { Configured } from '../pipeline-source.ts';

/** In one answer of the page: more are offered again after these. */
const MOST = 10_000;

export function formerNames({ pipeline, table }: Configured, stageIds: readonly string[]): Fix[] {
	const { opportunities, stages } = pipeline;
	const names = new Map(
		stageIds.flatMap((id) => {
			const stage = stages.all[stages.positionOfId(id)];
			return stage === undefined ? [] : [[stages.positionOfId(id), stage.name] as const];
		}),
	);
	const column = table.columns.stage;
	const fixes: Fix[] = [];
	if (column === undefined) return fixes;
	const { codes } = opportunities.stages();
	opportunities.gridRows.forEach((row, deal) => {
		const to = names.get(codes[deal] ?? -1);
		const cell = table.grid[row]?.[column];
		if (to !== undefined && typeof cell === 'string' && cell !== to && fixes.length < MOST)
			fixes.push({ row, column, from: cell, to });
	});
	return fixes;
}
