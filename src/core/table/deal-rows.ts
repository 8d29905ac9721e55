/**
 * Which rows of a table are deals: every row that is not blank is either a deal or listed as a totals or note row.
 * Not here: what is wrong with a deal (validation/).
 */

import { withoutAccents } from '../cells/accents.ts';
import { type Cell, type Grid, isBlank, isDate } from '../cells/cell.ts';
import { issueAt } from '../cells/cell-text.ts';
import type { Issue } from '../cells/issue.ts';
import { textKey } from '../cells/text-key.ts';
import { type ColumnMap, codeOfSlot, type Field, slotCount, slotOf } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import { isTotalWord, totalOf } from '../vocabulary/total-words.ts';
import type { Block } from './column-reader.ts';
import type { LineSearch } from './deal-lines.ts';
import { groupRows, groupSums } from './group-rows.ts';
import { isDealAside, isSumOfGroup, startsOtherTable } from './other-rows.ts';
import { prefilledRows } from './prefilled-rows.ts';
import { isAboveHeadings, isAgainHeadings, repeatsHeadings } from './repeated-headings.ts';
import { rowsBelow } from './rows-below.ts';

/** A footnote, also where it stands in the column of the names. */
const FOOTNOTE =
	/^(?:[*※†‡]|(?:note|n\.?b\.?|nota|hinweis|anmerkung|remarque|opmerking|uwaga|примечание|备注|備註|注|注意|说明|비고|참고) ?[:：])/u;
/** A row that has one of these is somebody's deal even when it is called "Total". */
const TELLING: readonly Field[] = ['stage', 'created', 'closed', 'owner'];

function hasText(cell: Cell | undefined): boolean {
	if (cell === '' || cell === undefined || cell === false) return false;
	return typeof cell !== 'string' || !isBlank(cell);
}

/** A cell that alone does not make a row: blank, an unticked box, a zero that a formula left. */
const isEmptyish = (cell: Cell | undefined): boolean => cell === 0 || !hasText(cell);

/** `Subtotal Q1`, `合计 2024`, `Итого: Анна`; a longer name is a deal's. */
const isTotalOf = (text: string): boolean => {
	const rest = text.length < 30 ? totalOf(text) : null;
	return rest !== null && rest.split(' ').length <= 2;
};

function isTotal(row: readonly Cell[], isWord = isTotalWord): boolean {
	return row.some((cell) => typeof cell === 'string' && isWord(cell));
}

/** Last row with an id, a name or a stage: formulas dragged below it make no deals. */
function lastTellingRow(grid: Grid, headerRow: number, columns: ColumnMap, below: ReadonlySet<number>): number {
	const telling = (['stage', 'id', 'name'] as const)
		.map((field) => columns[field])
		.filter((column): column is number => column !== undefined);
	for (let row = grid.length - 1; row > headerRow; row--) {
		const cells = existing(grid[row]);
		if (below.has(row) || !telling.some((column) => hasText(cells[column])) || isFootnote(cells)) continue;
		if (!isTotalsRow(cells, columns) || isNamedInTotal(cells, columns)) return row;
	}
	return headerRow;
}

/** A sentence alone in its row, as programs write it below an export; Chinese says as much in half the letters. */
const SENTENCE = 25;
const DENSE_SENTENCE = 15;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
function isFootnote(cells: readonly Cell[]): boolean {
	const filled = cells.filter(hasText);
	if (filled.length !== 1 || typeof filled[0] !== 'string') return false;
	return filled[0].trim().length >= (DENSE.test(filled[0]) ? DENSE_SENTENCE : SENTENCE);
}

const isTotalsRow = (cells: readonly Cell[], columns: ColumnMap): boolean =>
	TELLING.every(
		(field) =>
			columns[field] === undefined ||
			!hasText(cells[existing(columns[field])]) ||
			isTotal([existing(cells[existing(columns[field])])]),
	) &&
	(isTotal(cells) || ((columns.id === undefined || !hasText(cells[columns.id])) && isTotal(cells, isTotalOf)));

/** A deal with an id or a name whose stage is called "Total", or like any other sum. */
function isNamedInTotal(cells: readonly Cell[], { stage, id, name }: ColumnMap): boolean {
	const has = (column: number | undefined): boolean =>
		column !== undefined && hasText(cells[column]) && !isTotal([existing(cells[column])]);
	return stage !== undefined && hasText(cells[stage]) && (has(id) || has(name));
}

/**
 * Which rows are deals, found block by block. Their stages are read on the way: a row with one is a deal, and nobody
 * looks at the column again.
 */
export interface DealRows {
	/**
	 * Looks at the grid rows `from` to `to` (exclusive).
	 * @param block takes the rows that are deals, from its beginning
	 */
	read(from: number, to: number, block: Block): void;
	/** Deals found up to now. */
	readonly count: number;
	/** Stage codes by deal, as the stage column's; longer than `count`. */
	readonly stageCodes: Int16Array;
	/** How many deals have each code, by its slot. */
	readonly stageCounts: Int32Array;
	/** Grid row by deal, of those found up to now. */
	rows(): Int32Array;
	/** The rows that are none. */
	readonly issues: readonly Issue[];
}

/** Stands for "no deal" where the slot of a stage is expected. */
const NO_DEAL = -2;

/** What the search writes. */
type Found = Pick<DealRows, 'stageCodes' | 'stageCounts'>;

/**
 * @param judge the slot of a row whose stage is not known from an earlier one
 * @param left rows that are judged whatever their stage
 * @returns deals found in this block
 */
function readBlock(
	grid: Grid,
	from: number,
	to: number,
	column: number,
	known: ReadonlyMap<string, number>,
	{ stageCodes, stageCounts }: Found,
	first: number,
	judge: (row: number) => number,
	block: Block,
	aside: { readonly isAside: boolean },
	search: LineSearch | null,
	left: ReadonlySet<number>,
): number {
	let count = 0;
	for (let row = from; row < to; row++) {
		const cells = existing(grid[row]);
		const cell = cells[column];
		const isKnown = typeof cell === 'string' && !aside.isAside && search === null && !left.has(row);
		let slot = isKnown ? known.get(cell) : undefined;
		if (slot === undefined) {
			slot = judge(row);
			if (slot === NO_DEAL) continue;
		}
		stageCodes[first + count] = codeOfSlot(slot);
		stageCounts[slot] = existing(stageCounts[slot]) + 1;
		block[count++] = cells;
	}
	return count;
}

/** Rows from `firstRow` on without those that are left out. @param leftOut ascending */
function rowsWithout(leftOut: readonly number[], firstRow: number, count: number): Int32Array {
	const rows = new Int32Array(count);
	let next = 0;
	for (let deal = 0, row = firstRow; deal < count; row++) {
		if (row === leftOut[next]) next++;
		else rows[deal++] = row;
	}
	return rows;
}

/**
 * @param known columns of fields and stage dates: content there makes a row a deal
 * @param stageCount stages of the list
 * @param readStage the code of a stage cell
 * @param search finds the rows that go on with a deal; null where each row is one
 */
export function dealRows(
	grid: Grid,
	headerRow: number,
	columns: ColumnMap,
	known: ReadonlySet<number>,
	headings: readonly string[],
	stageCount: number,
	readStage: (cell: Cell | undefined) => number,
	search: LineSearch | null = null,
): DealRows {
	const size = Math.max(0, grid.length - headerRow - 1);
	const found = { stageCodes: new Int16Array(size), stageCounts: new Int32Array(slotCount(stageCount)) };
	const prefilled = prefilledRows(grid, headerRow, columns);
	const below = rowsBelow(grid, headerRow, columns);
	const groups = groupRows(grid, headerRow, columns);
	const sums = groupSums(grid, headerRow, columns);
	const judged = new Set([...prefilled.rows, ...below, ...groups, ...sums]);
	const issues: Issue[] = [...prefilled.issues];
	const leftOut: number[] = [];
	const stage = columns.stage ?? -1;
	const last = lastTellingRow(grid, headerRow, columns, below);
	const slots = new Map<string, number>();
	const leaveOut = (row: number): number => {
		leftOut.push(row);
		return NO_DEAL;
	};
	// Below the headings of another table each row is looked at, until our own headings come again.
	const aside = { isAside: false };
	const list = (code: 'otherTable' | 'totalsRow' | 'noteRow', row: number): number => {
		const cells = existing(grid[row]);
		const first =
			cells.find((other) => typeof other === 'string' && !isBlank(other)) ?? cells.find((other) => !isEmptyish(other));
		issues.push(issueAt(code, row, null, first));
		return leaveOut(row);
	};
	const otherRow = (row: number, cells: readonly Cell[]): 'otherTable' | 'totalsRow' | null => {
		const isAgain = isAgainHeadings(cells, headings);
		if (aside.isAside) aside.isAside = !isAgain && !isDealAside(cells, columns);
		else aside.isAside = !isAgain && startsOtherTable(grid, row, headings);
		if (aside.isAside) return 'otherTable';
		return isSumOfGroup(grid, headerRow, cells, columns) ? 'totalsRow' : null;
	};
	const judge = (row: number): number => {
		if (groups.has(row) && !below.has(row)) return list('noteRow', row);
		if (sums.has(row)) return list('totalsRow', row);
		const slot = judgeAlone(row);
		if (slot !== NO_DEAL && below.has(row)) return list('otherTable', row);
		const isLine = slot !== NO_DEAL && search?.isLine(row, existing(grid[row])) === true;
		return isLine ? leaveOut(row) : slot;
	};
	/** Slot of a row with something in its stage cell; null where the other cells decide. */
	const judgeByStage = (row: number, cells: readonly Cell[], cell: Cell, slot: number): number | null => {
		if (typeof cell !== 'string') return slot;
		// A row with a listed stage is a deal, whatever else it has.
		if (cell.trim() === headings[stage] && repeatsHeadings(cells, headings)) {
			issues.push(issueAt('repeatedHeadings', row, null, cell));
			return leaveOut(row);
		}
		if (!isTotal([cell])) {
			slots.set(cell, slot);
			return slot;
		}
		return isNamedInTotal(cells, columns) ? slot : null;
	};
	const judgeAlone = (row: number): number => {
		if (prefilled.rows.has(row)) return leaveOut(row);
		const cells = existing(grid[row]);
		const cell = stage < 0 ? undefined : cells[stage];
		const slot = slotOf(readStage(cell));
		// A listed stage is nobody's heading and no sum; only below another table it may be counted there.
		const other = codeOfSlot(slot) < 0 || aside.isAside ? otherRow(row, cells) : null;
		if (other !== null) return cells.every(isEmptyish) ? leaveOut(row) : list(other, row);
		if (codeOfSlot(slot) < 0 && isCountInTotal(cells, cell, columns)) return list('totalsRow', row);
		const slotByStage =
			row <= last && cell !== undefined && hasText(cell) ? judgeByStage(row, cells, cell, slot) : null;
		if (slotByStage !== null) return slotByStage;
		if (cells.every(isEmptyish)) return leaveOut(row);
		const note = noteOf(row, cells, !hasText(cell));
		return note === null ? slot : list(note, row);
	};
	const noteOf = (row: number, cells: readonly Cell[], hasNoStage: boolean): 'totalsRow' | 'noteRow' | null => {
		const isBetween = hasNoStage && isAboveHeadings(grid, row, stage, headings);
		if (isBetween) return cells.some(isWord) ? 'noteRow' : 'totalsRow';
		return notADeal(cells, columns, known, row > last);
	};
	let count = 0;
	let rows: Int32Array | null = null;
	return {
		...found,
		issues,
		get count() {
			return count;
		},
		read(from, to, block) {
			count += readBlock(grid, from, to, Math.max(0, stage), slots, found, count, judge, block, aside, search, judged);
		},
		rows() {
			if (rows?.length !== count) rows = rowsWithout(leftOut, headerRow + 1, count);
			return rows;
		},
	};
}

/**
 * `Total · Count · 30`, as programs end a report: a word for a sum, a number where the stage would stand, and no day.
 */
function isCountInTotal(cells: readonly Cell[], stage: Cell | undefined, { created, closed }: ColumnMap): boolean {
	const isNumber = typeof stage === 'number' || (typeof stage === 'string' && /^\d+$/u.test(stage.trim()));
	const isDated = [created, closed].some((column) => column !== undefined && hasText(cells[column]));
	return isNumber && !isDated && isTotal(cells);
}

const isWord = (cell: Cell): boolean => typeof cell === 'string' && !isBlank(cell);

function notADeal(
	cells: readonly Cell[],
	columns: ColumnMap,
	known: ReadonlySet<number>,
	isAfterLast: boolean,
): 'totalsRow' | 'noteRow' | null {
	if (isTotalsRow(cells, columns)) return 'totalsRow';
	const filled = cells.filter((cell) => !isEmptyish(cell));
	if (filled.length === 1 && typeof filled[0] === 'string' && FOOTNOTE.test(withoutAccents(textKey(filled[0]))))
		return 'noteRow';
	if (isAfterLast && isFootnote(cells)) return 'noteRow';
	let hasKnown = false;
	let hasAmount = false;
	cells.forEach((cell, column) => {
		if (isEmptyish(cell) || !known.has(column)) return;
		if (isAfterLast && (column === columns.amount || column === columns.probability) && !isDate(cell)) hasAmount = true;
		else hasKnown = true;
	});
	if (hasKnown) return null;
	return hasAmount ? 'totalsRow' : 'noteRow';
}
