/** Tells whether a sheet of the sample holds anything that is not the sample's, which must not be deleted with it. */

import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { STAGE_COLUMNS } from '../stage-list/stage-table.ts';
import { sampleDeals } from './sample-deals.ts';

export type SamplePart = 'deals' | 'stages' | 'history';

/** Deals by id with their names in both languages; the names are the same on every day. */
function sampleNames(): ReadonlyMap<string, readonly string[]> {
	const [english, chinese] = [sampleDeals(0, 'en').rows, sampleDeals(0, 'zh-CN').rows];
	return new Map(english.map((row, at) => [String(row[0]), [String(row[1]), String(chinese[at]?.[1])]]));
}

/**
 * Row by row below the headings: a deal, stage or change that the sample has. Its stages, amounts and dates may have
 * been tried out.
 */
function ownRow(part: SamplePart): (row: readonly Cell[]) => boolean {
	if (part === 'stages') {
		const ids = new Set(sampleDeals(0, 'en').stages.map(({ id }) => id));
		return (row) => ids.has(cellText(row[STAGE_COLUMNS.indexOf('id')]));
	}
	const names = sampleNames();
	if (part === 'history') return (row) => names.has(cellText(row[0]));
	return (row) => names.get(cellText(row[0]))?.includes(cellText(row[1])) ?? false;
}

/** @param width columns that the part was made with @param grid everything in the sheet, from its first row on */
export function isOnlySample(part: SamplePart, width: number, grid: Grid): boolean {
	const isOwn = ownRow(part);
	return grid.every((row, at) => row.slice(width).every(isBlank) && (at === 0 || row.every(isBlank) || isOwn(row)));
}

/** Deals that are not the sample's stand in its deal sheet. */
export function hasOtherDeals(grid: Grid): boolean {
	const names = sampleNames();
	return grid.slice(1).some((row) => !row.every(isBlank) && !names.has(cellText(row[0])));
}
