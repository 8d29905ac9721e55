/**
 * Rows that wait for a deal: a stage dragged down, a number, a box, and nothing that tells of a deal. Not here: the
 * walk over the rows (deal-rows.ts).
 */

import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { issueAt } from '../cells/cell-text.ts';
import type { Issue } from '../cells/issue.ts';
import { textKey } from '../cells/text-key.ts';
import type { ColumnMap, Field } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';

/** What nearly every deal of a table has, the first that is so. */
const KEYS: readonly Field[] = ['name', 'created', 'owner', 'amount'];
const NEARLY_ALL = 0.9;
/** Of fewer deals nothing can be said of all. */
const FEW = 5;
/** Filled by formulas and defaults: no sign of a deal. */
const DEFAULTS: readonly Field[] = ['stage', 'status', 'currency', 'probability'];

export interface PrefilledRows {
	readonly rows: ReadonlySet<number>;
	/** One for each run of neighboring rows. */
	readonly issues: readonly Issue[];
}

const NONE: PrefilledRows = { rows: new Set(), issues: [] };
const isEmpty = (cell: Cell | undefined): boolean => isBlank(cell) || cell === 0 || cell === false;

/** Only where all of them are in one stage: rows in several were filled by hand. */
export function prefilledRows(grid: Grid, headerRow: number, columns: ColumnMap): PrefilledRows {
	const { stage } = columns;
	if (stage === undefined) return NONE;
	for (const field of KEYS) {
		const key = columns[field];
		if (key === undefined || key === stage) continue;
		const keyless: number[] = [];
		let keyed = 0;
		inBlocks(headerRow + 1, grid.length, (from, to) => {
			for (let row = from; row < to; row++) {
				const cells = existing(grid[row]);
				if (!isEmpty(cells[key])) keyed++;
				else if (!isBlank(cells[stage])) keyless.push(row);
			}
		});
		if (keyless.length === 0) return NONE;
		const ignored = new Set(DEFAULTS.map((one) => columns[one]));
		const rows = keyless.filter((row) => isBare(existing(grid[row]), ignored, columns.id));
		if (keyed < (keyed + keyless.length - rows.length) * NEARLY_ALL || keyed < FEW) continue;
		const stages = new Set(rows.map((row) => textKey(String(existing(grid[row])[stage]))));
		return stages.size === 1 ? { rows: new Set(rows), issues: runsOf(grid, rows, stage) } : NONE;
	}
	return NONE;
}

/** A number in the column of ids may have been dragged down; an id in letters was given to a deal. */
function isBare(cells: readonly Cell[], ignored: ReadonlySet<number | undefined>, id: number | undefined): boolean {
	return cells.every(
		(cell, column) => isEmpty(cell) || (column === id ? typeof cell === 'number' : ignored.has(column)),
	);
}

function runsOf(grid: Grid, rows: readonly number[], stage: number): Issue[] {
	const issues: Issue[] = [];
	for (let from = 0; from < rows.length; ) {
		let end = from + 1;
		while (end < rows.length && rows[end] === existing(rows[end - 1]) + 1) end++;
		const [first, last] = [existing(rows[from]), existing(rows[end - 1])];
		const params = { count: end - from, lastRow: last + 1 };
		issues.push(issueAt('prefilledRows', first, null, existing(grid[first])[stage], null, params));
		from = end;
	}
	return issues;
}
