/**
 * For deals without a stage column: the current stages according to a table of stage changes in the same file. Not
 * here: writing them (actions/stage-column.ts).
 */
import { type Cell, type Grid, isBlank } from '../../core/cells/cell.ts';
import type { TableDetection } from '../../core/detection/table-detection.ts';
import { lastStages } from '../../core/history/last-stages.ts';
import { existing } from '../../core/speed/existing.ts';
import type { SetUpProposal } from '../contract/sheet-and-settings.ts';
import type { HistorySheet } from './history-beside.ts';

export interface StageOffer {
	/** Name of the sheet with the changes. */
	readonly sheetName: string;
	/** 0-based rows of the deals, and the stage of each; '' when no change of it is known. */
	readonly rows: readonly number[];
	readonly stages: readonly string[];
}

/**
 * Null when the deals have a stage, no ids or names, or no table of changes knows any of them.
 * @param histories asked for where it may help
 */
export function stageOffer(
	grid: Grid,
	{ obstacle, columns, headerRow }: TableDetection,
	histories: () => readonly HistorySheet[],
): StageOffer | null {
	const column = columns.get('id')?.column ?? columns.get('name')?.column;
	if (obstacle?.code !== 'noStageColumn' || column === undefined) return null;
	const rows = [...grid.keys()].filter((row) => row > headerRow && !isBlank(grid[row]?.[column]));
	const ids = rows.map((row): Cell => existing(existing(grid[row])[column]));
	for (const { sheet, grid: changes } of histories()) {
		const stages = lastStages(changes, ids);
		if (stages?.some((stage) => stage !== '')) return { sheetName: sheet.getSheetName(), rows, stages };
	}
	return null;
}

/** The part of it that the page gets. */
export const offerOf = (offer: StageOffer | null): SetUpProposal['stageOffer'] =>
	offer === null
		? null
		: {
				sheetName: offer.sheetName,
				deals: offer.rows.length,
				known: offer.stages.filter((stage) => stage !== '').length,
			};
