/**
 * Rows that head a group of deals, the name of a stage, an owner or a source alone in its row, perhaps with a number;
 * and those that sum a group up while its stage stands beside. Not here: sums without a stage (other-rows.ts).
 */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { textKey } from '../cells/text-key.ts';
import type { ColumnMap, Field } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import { isTotalWord } from '../vocabulary/total-words.ts';

/** A heading has this many cells fewer than the fullest row: a table of few columns has deals with as little. */
const FEWER = 2;
/** Its name, the number of its deals, their sum and share. */
const MOST_CELLS = 4;
const NEARLY_ALL = 0.8;
const GROUPING: readonly Field[] = ['stage', 'owner', 'source'];
const NONE: ReadonlySet<number> = new Set();

const isEmpty = (cell: Cell | undefined): boolean => isBlank(cell) || cell === false;
/** A number, also as text with the sign of a currency: `1.250,00 €`, `EUR 300`, `12 %`. */
const FIGURE =
	/^(?:\p{Sc}\s?|\p{L}{1,3}\$|\p{L}{2,3}\.?\s)?-?\d(?:[\d.,'’\s]*\d)?\s?(?:%|\p{Sc}|kr|zł|tl|eur|usd|gbp|chf|pln|[km万元円원])?$/iu;
const isFigure = (cell: Cell | undefined): boolean =>
	typeof cell === 'number' || (typeof cell === 'string' && FIGURE.test(cell.trim()));
/** `Lead (12)` heads the group `Lead`. */
const keyOf = (cell: Cell | undefined): string =>
	typeof cell === 'string' ? textKey(cell.replace(/\s*[(（]\d+[)）]\s*$/u, '')) : '';

interface Heading {
	readonly row: number;
	readonly column: number;
	readonly key: string;
}

/** One text and perhaps figures; null where there is more. */
function headingOf(cells: readonly Cell[], row: number, most: number, end: number): Heading | null {
	let text = -1;
	let filled = 0;
	for (let column = 0; column < end; column++) {
		const cell = cells[column];
		if (isEmpty(cell)) continue;
		if (++filled > most) return null;
		if (isFigure(cell)) continue;
		if (text >= 0 || typeof cell !== 'string') return null;
		text = column;
	}
	return text < 0 ? null : { row, column: text, key: keyOf(cells[text]) };
}

/** The first column without a heading right of all fields: a list of its own may stand behind it. */
function endOf(headings: readonly Cell[], columns: ColumnMap): number {
	const last = Math.max(...Object.values(columns));
	const end = headings.findIndex((heading, column) => column > last && isBlank(heading));
	return end < 0 ? headings.length : end;
}

/** Adds the title above a list of groups and the sum below it. */
function addFrames(grid: Grid, headerRow: number, headings: readonly Heading[], end: number, rows: Set<number>): void {
	for (const { row, key } of headings) if (rows.has(row - 1) && isTotalWord(key)) rows.add(row);
	for (const row of [...rows])
		if (row - 1 > headerRow && rows.has(row + 1) && isTitle(existing(grid[row - 1]), end)) rows.add(row - 1);
}

/** Words alone, as above a list of the groups. */
function isTitle(cells: readonly Cell[], end: number): boolean {
	const filled = cells.slice(0, end).filter((cell) => !isEmpty(cell));
	const areWords = filled.every((cell) => typeof cell === 'string' && !/\d/u.test(cell));
	return filled.length > 0 && filled.length <= MOST_CELLS && areWords;
}

function fullest(grid: Grid, headerRow: number, end: number): number {
	let most = 0;
	for (let row = headerRow + 1; row < grid.length; row++) {
		const cells = existing(grid[row]);
		let filled = 0;
		for (let column = 0; column < end; column++) if (!isEmpty(cells[column])) filled++;
		if (filled > most) most = filled;
	}
	return most;
}

/** Grid rows of the headings. */
export function groupRows(grid: Grid, headerRow: number, columns: ColumnMap): ReadonlySet<number> {
	const { stage } = columns;
	const end = endOf(grid[headerRow] ?? [], columns);
	const most = Math.min(MOST_CELLS, fullest(grid, headerRow, end) - FEWER);
	if (stage === undefined || most < 1) return NONE;
	const headings: Heading[] = [];
	for (let row = headerRow + 1; row < grid.length; row++) {
		const heading = headingOf(existing(grid[row]), row, most, end);
		if (heading !== null) headings.push(heading);
	}
	if (headings.length === 0) return NONE;
	const isHeading = new Set(headings.map(({ row }) => row));
	const names = new Map(
		GROUPING.flatMap((field) => (columns[field] === undefined ? [] : [[columns[field], new Set<string>()]])),
	);
	for (let row = headerRow + 1; row < grid.length; row++)
		if (!isHeading.has(row)) for (const [column, keys] of names) keys.add(keyOf(grid[row]?.[column]));
	// A stage in the column of the owners heads a group; an owner there is one.
	const others = headings.filter(
		({ column, key }) =>
			column !== stage && names.get(column)?.has(key) !== true && [...names.values()].some((keys) => keys.has(key)),
	);
	const rows = new Set([...others, ...ownStages(grid, headings, stage)].map(({ row }) => row));
	addFrames(grid, headerRow, headings, end, rows);
	return rows;
}

/**
 * Headings in the column of the stages: at least two, each of another stage, nearly all above the deals of that stage.
 * A row with a stage alone is a deal otherwise. Where there are such headings, a list of the stages below the deals is
 * none of theirs either.
 */
function ownStages(grid: Grid, headings: readonly Heading[], stage: number): readonly Heading[] {
	const own = headings.filter(({ column }) => column === stage);
	const isHeading = new Set(headings.map(({ row }) => row));
	let lastDeal = grid.length - 1;
	while (lastDeal >= 0 && (isHeading.has(lastDeal) || existing(grid[lastDeal]).every(isEmpty))) lastDeal--;
	const between = own.filter(({ row }) => row < lastDeal);
	const list = own.filter(({ row }) => row > lastDeal);
	if (between.length === 0) return isList(grid, list) ? list : [];
	if (between.length < 2 || new Set(between.map(({ key }) => key)).size < between.length) return [];
	const nextKey = (row: number, step: 1 | -1): string => {
		let at = row + step;
		while (grid[at]?.every(isEmpty) === true) at += step;
		return keyOf(grid[at]?.[stage]);
	};
	const above = between.filter(({ row, key }) => nextKey(row, 1) === key && nextKey(row, -1) !== key);
	return above.length >= between.length * NEARLY_ALL ? own : [];
}

const FEWEST_LISTED = 3;

/** Below a gap, one stage after the other and each once: what a list of choices is made of. */
function isList(grid: Grid, list: readonly Heading[]): boolean {
	const [first] = list;
	const isApart = first !== undefined && existing(grid[first.row - 1]).every(isEmpty);
	const isRun = list.every(({ row }, at) => at === 0 || row === existing(list[at - 1]).row + 1);
	return isApart && isRun && list.length >= FEWEST_LISTED && new Set(list.map(({ key }) => key)).size === list.length;
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
