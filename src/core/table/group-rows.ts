/**
 * Rows that head a group of deals, the name of a stage, an owner or a source alone in its row, perhaps with a number;
 * and those that sum a group up while its stage stands beside. Not here: sums without a stage (other-rows.ts).
 */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { textKey } from '../cells/text-key.ts';
import type { ColumnMap, Field } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import { isTotalWord } from '../vocabulary/total-words.ts';

/** What a deal has at the least; a row with less may be a heading. */
const FEWEST_CELLS = 3;
const NEARLY_ALL = 0.8;
const GROUPING: readonly Field[] = ['stage', 'owner', 'source'];
const NONE: ReadonlySet<number> = new Set();

const isEmpty = (cell: Cell | undefined): boolean => isBlank(cell) || cell === false;
/** `Lead (12)` heads the group `Lead`. */
const keyOf = (cell: Cell | undefined): string =>
	typeof cell === 'string' ? textKey(cell.replace(/\s*[(（]\d+[)）]\s*$/u, '')) : '';

interface Heading {
	readonly row: number;
	readonly column: number;
	readonly key: string;
}

/** One text and perhaps a number; null where there is more. */
function headingOf(cells: readonly Cell[], row: number): Heading | null {
	let text = -1;
	let filled = 0;
	for (let column = 0; column < cells.length; column++) {
		const cell = cells[column];
		if (isEmpty(cell)) continue;
		if (++filled === FEWEST_CELLS || (typeof cell !== 'number' && text >= 0)) return null;
		if (typeof cell === 'string') text = column;
		else if (typeof cell !== 'number') return null;
	}
	return text < 0 ? null : { row, column: text, key: keyOf(cells[text]) };
}

/** Grid rows of the headings. */
export function groupRows(grid: Grid, headerRow: number, columns: ColumnMap): ReadonlySet<number> {
	const headings: Heading[] = [];
	for (let row = headerRow + 1; row < grid.length; row++) {
		const heading = headingOf(existing(grid[row]), row);
		if (heading !== null) headings.push(heading);
	}
	if (headings.length === 0 || columns.stage === undefined) return NONE;
	const isHeading = new Set(headings.map(({ row }) => row));
	const grouping = GROUPING.map((field) => columns[field]).filter((column) => column !== undefined);
	const cells = new Set<Cell | undefined>();
	for (let row = headerRow + 1; row < grid.length; row++)
		if (!isHeading.has(row)) for (const column of grouping) cells.add(grid[row]?.[column]);
	const names = new Set([...cells].map(keyOf));
	const others = headings.filter(({ column, key }) => !grouping.includes(column) && names.has(key));
	return new Set([...others, ...ownStages(grid, headings, columns.stage)].map(({ row }) => row));
}

/**
 * Headings in the column of the stages: at least two, each of another stage, nearly all above the deals of that stage.
 * A row with a stage alone is a deal otherwise.
 */
function ownStages(grid: Grid, headings: readonly Heading[], stage: number): readonly Heading[] {
	const own = headings.filter(({ column }) => column === stage);
	if (own.length < 2 || new Set(own.map(({ key }) => key)).size < own.length) return [];
	const nextKey = (row: number, step: 1 | -1): string => {
		let at = row + step;
		while (grid[at]?.every(isEmpty) === true) at += step;
		return keyOf(grid[at]?.[stage]);
	};
	const above = own.filter(({ row, key }) => nextKey(row, 1) === key && nextKey(row, -1) !== key);
	return above.length >= own.length * NEARLY_ALL ? own : [];
}

const OF_DEALS: readonly Field[] = ['id', 'owner', 'created'];

/**
 * Rows whose name is a word for a sum and that have an amount, a stage, and nothing of what else the deals of the table
 * have.
 */
export function groupSums(grid: Grid, headerRow: number, columns: ColumnMap): ReadonlySet<number> {
	const { name, amount, stage } = columns;
	const others = OF_DEALS.map((field) => columns[field]).filter((column) => column !== undefined);
	if (name === undefined || amount === undefined || stage === undefined || others.length === 0) return NONE;
	const rows = new Set<number>();
	for (let row = headerRow + 1; row < grid.length; row++) {
		const cells = existing(grid[row]);
		const label = cells[name];
		const isBare =
			others.every((column) => isEmpty(cells[column])) && !isEmpty(cells[amount]) && !isEmpty(cells[stage]);
		if (isBare && typeof label === 'string' && isTotalWord(label)) rows.add(row);
	}
	return rows;
}
