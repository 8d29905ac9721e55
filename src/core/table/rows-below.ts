/**
 * Rows below the deals that belong to another table, known by their shape in any language: they stand below a gap or
 * the sums, after the last row that is a whole deal, and lack what each deal has. Not here: tables with headings that
 * we know (other-rows.ts).
 */

import { type Cell, type Grid, isBlank, isDate } from '../cells/cell.ts';
import { isCompactDay, parseDateText } from '../cells/date-text.ts';
import { textKey } from '../cells/text-key.ts';
import type { ColumnMap, Field } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import { onFirstUse } from '../speed/lazy.ts';
import { epochMs } from '../time/epoch-time.ts';
import { isTotalWord } from '../vocabulary/total-words.ts';

/** Deals that must stand above before a row can be unlike them. */
const FEWEST_DEALS = 3;
/** Cells that a row of a summary does not have, of those that the table has. */
const FEWEST_MISSING = 2;
/** Serial numbers of days in 1982 and 2119. */
const EARLIEST = 30_000;
const LATEST = 80_000;
const NONE: ReadonlySet<number> = new Set();

const DAYS: readonly Field[] = ['created', 'closed', 'expectedClose'];
const isText = (cell: Cell | undefined): boolean => typeof cell === 'string' && !isBlank(cell);
const isEmpty = (cell: Cell | undefined): boolean => isBlank(cell) || cell === false;
/** A serial number, a day written in one go, or a moment. */
const isDayNumber = (value: number): boolean =>
	(value >= EARLIEST && value < LATEST) || isCompactDay(value) || !Number.isNaN(epochMs(value));
const isPlainDay = (cell: Cell | undefined): boolean =>
	isDate(cell) || (typeof cell === 'string' && parseDateText(cell) !== null);
/** A smaller number under a date is a count, a greater one a sum. */
const isBareDay = (cell: Cell | undefined): boolean => typeof cell === 'number' && isDayNumber(cell);

/** The signs of a deal that the columns of a table can show. */
class DealSigns {
	private readonly columns: ColumnMap;
	/** Day columns in which the deals write no numbers: a sum of money may look like the number of a day. */
	private readonly withoutNumbers: () => ReadonlySet<Field>;
	/** Keys of the stages of the first deals. */
	private readonly stages: () => ReadonlySet<string>;
	constructor(grid: Grid, headerRow: number, columns: ColumnMap) {
		this.columns = columns;
		const deals = onFirstUse(() => this.firstDeals(grid, headerRow));
		this.stages = onFirstUse(() => new Set(deals().map((cells) => keyOf(this.cell(cells, 'stage')))));
		this.withoutNumbers = onFirstUse(() => {
			const cells = (field: Field) => deals().map((row) => this.cell(row, field));
			const isWritten = (field: Field): boolean =>
				cells(field).filter(isPlainDay).length >= FEWEST_DEALS && !cells(field).some(isBareDay);
			// What is written in one day column is written so in the other, where few deals have a day as yet.
			const hasNumbers = DAYS.some((field) => cells(field).some(isBareDay));
			return new Set(hasNumbers || !DAYS.some(isWritten) ? DAYS.filter(isWritten) : DAYS);
		});
	}

	/** The rows from the heading to the first gap, after so many that days can be known by them. */
	private firstDeals(grid: Grid, headerRow: number): readonly (readonly Cell[])[] {
		const deals: (readonly Cell[])[] = [];
		for (const cells of grid.slice(headerRow + 1)) {
			if (!isGap(cells)) deals.push(cells);
			else if (deals.length >= FEWEST_DEALS) break;
		}
		return deals;
	}

	/** A date, or a number where the deals write days so, or where the row is named as a deal is. */
	private isDay(cells: readonly Cell[], field: Field): boolean {
		const cell = this.cell(cells, field);
		if (isPlainDay(cell)) return true;
		return isBareDay(cell) && (!this.withoutNumbers().has(field) || this.hasOwnName(cells));
	}

	private hasOwnName(cells: readonly Cell[]): boolean {
		return (['id', 'name'] as const).some((field) => {
			const key = keyOf(this.cell(cells, field));
			return key !== '' && !this.stages().has(key);
		});
	}

	cell(cells: readonly Cell[], field: Field): Cell | undefined {
		const column = this.columns[field];
		return column === undefined ? undefined : cells[column];
	}

	hasDay(cells: readonly Cell[]): boolean {
		return DAYS.some((field) => this.isDay(cells, field));
	}

	/** In a stage, named, and with a day or an owner where each deal of the table has one. */
	isWhole(cells: readonly Cell[]): boolean {
		const { id, name, amount, created, owner } = this.columns;
		const stage = this.cell(cells, 'stage');
		if (isBlank(stage) || (typeof stage === 'string' && isTotalWord(stage))) return false;
		if (this.hasDay(cells) || isText(this.cell(cells, 'owner'))) return this.isNamed(cells);
		// A closing date is not found on an open deal.
		if (created !== undefined || owner !== undefined) return false;
		if (id !== undefined || name !== undefined) return this.isNamed(cells);
		return amount === undefined || !isEmpty(cells[amount]);
	}

	private isNamed(cells: readonly Cell[]): boolean {
		const { id, name } = this.columns;
		return (id === undefined && name === undefined) || this.has(cells, 'id') || this.has(cells, 'name');
	}

	/** How much of what each deal has is missing here. */
	missing(cells: readonly Cell[]): number {
		const { id, owner, created, name } = this.columns;
		return (
			(id !== undefined && isEmpty(cells[id]) ? 1 : 0) +
			(name !== undefined && !isText(cells[name]) ? 1 : 0) +
			(owner !== undefined && !isText(cells[owner]) ? 1 : 0) +
			(created !== undefined && !this.isDay(cells, 'created') ? 1 : 0)
		);
	}

	private has(cells: readonly Cell[], field: Field): boolean {
		return !isEmpty(this.cell(cells, field));
	}
}

const isBlankRow = (cells: readonly Cell[]): boolean => cells.every((cell) => isEmpty(cell) || cell === 0);

/** Nothing stands here, or a sum that is not a deal's. */
const isGap = (cells: readonly Cell[]): boolean =>
	isBlankRow(cells) || cells.some((cell) => typeof cell === 'string' && isTotalWord(cell));

/** Grid rows of other tables below the deals. */
export function rowsBelow(grid: Grid, headerRow: number, columns: ColumnMap): ReadonlySet<number> {
	if (columns.stage === undefined) return NONE;
	const signs = new DealSigns(grid, headerRow, columns);
	const last = lastWholeRow(grid, headerRow, columns.stage, signs);
	const gap = grid.findIndex((cells, row) => row > last && isGap(cells));
	if (gap < 0 || !isBelowDeals(grid, headerRow, signs)) return NONE;
	const rows: number[] = [];
	for (let row = gap; row < grid.length; row++) if (!isBlankRow(existing(grid[row]))) rows.push(row);
	const names = new Set<string>();
	for (let row = headerRow + 1; row <= last; row++) names.add(keyOf(grid[row]?.[columns.stage]));
	const isOther = (row: number): boolean => isUnlikeDeals(existing(grid[row]), columns, signs, names);
	const stages = rows.map((row) => keyOf(existing(grid[row])[existing(columns.stage)])).filter((key) => key !== '');
	// One for each stage: a summary. The same stage over and over was dragged down or typed.
	const areSummed = stages.length > 1 && new Set(stages).size === stages.length;
	const others = new Set(
		rows.filter((row) => isOther(row) && (areSummed || keyOf(grid[row]?.[existing(columns.stage)]) === '')),
	);
	// One row is not a table: somebody has begun to type a deal.
	if (others.size < 2) return NONE;
	for (const row of rows.reverse())
		if (others.has(row + 1) && isHeading(existing(grid[row]), columns, signs)) others.add(row);
	return others;
}

/** The last row that is a whole deal: one with a day, or in a stage of such a deal, or not by itself below a gap. */
function lastWholeRow(grid: Grid, headerRow: number, stage: number, signs: DealSigns): number {
	const dated = onFirstUse(() => {
		const stages = new Set<string>();
		for (let row = headerRow + 1; row < grid.length; row++)
			if (signs.hasDay(existing(grid[row]))) stages.add(keyOf(grid[row]?.[stage]));
		return stages;
	});
	const isDeal = (row: number): boolean => {
		const cells = existing(grid[row]);
		if (!signs.isWhole(cells)) return false;
		// The words above a summary stand where a deal has its stage, its name and its owner.
		const areWords = cells.every((cell) => isEmpty(cell) || (isText(cell) && !/\d/u.test(String(cell))));
		return !areWords || signs.hasDay(cells) || dated().has(keyOf(cells[stage])) || !isGap(existing(grid[row - 1]));
	};
	let last = grid.length - 1;
	while (last > headerRow && !isDeal(last)) last--;
	return last;
}

/** Words right above such rows, and nothing of a deal. */
const isHeading = (cells: readonly Cell[], { stage, amount }: ColumnMap, signs: DealSigns): boolean =>
	!signs.hasDay(cells) &&
	cells.every((cell) => isEmpty(cell) || (isText(cell) && !/^\d/u.test(String(cell)))) &&
	(isEmpty(cells[stage ?? -1]) || isEmpty(cells[amount ?? -1]) || isText(cells[amount ?? -1]));

/** '' for what is not a name: nothing, a number, `40 %`. */
const keyOf = (cell: Cell | undefined): string =>
	typeof cell === 'string' && /\p{L}/u.test(cell) ? textKey(cell) : '';

function isBelowDeals(grid: Grid, headerRow: number, signs: DealSigns): boolean {
	let whole = 0;
	for (let row = headerRow + 1; row < grid.length && whole < FEWEST_DEALS; row++)
		if (signs.isWhole(existing(grid[row]))) whole++;
	return whole >= FEWEST_DEALS;
}

/**
 * Without a day, and without most of what each deal has; or a stage, a sum's word or a number where its name should be.
 */
function isUnlikeDeals(
	cells: readonly Cell[],
	columns: ColumnMap,
	signs: DealSigns,
	stages: ReadonlySet<string>,
): boolean {
	// One cell alone was typed or pasted: a summary says what and how many.
	if (cells.filter((cell) => !isEmpty(cell)).length < 2) return false;
	// Whoever has an id is a deal wherever it stands: sorting the rows changes no figure.
	const id = signs.cell(cells, 'id');
	if (signs.hasDay(cells) || (typeof id === 'string' && /\d/u.test(id))) return false;
	if (signs.missing(cells) >= FEWEST_MISSING) return true;
	const hasNoStage = keyOf(signs.cell(cells, 'stage')) === '';
	return (hasNoStage && standsForNoDeal(cells, columns, stages)) || holdsASum(cells, columns, signs, stages);
}

/** Neither a stage nor money, or a stage's name in another column. */
function standsForNoDeal(cells: readonly Cell[], { amount }: ColumnMap, stages: ReadonlySet<string>): boolean {
	return (amount !== undefined && isEmpty(cells[amount])) || cells.some((cell) => stages.has(keyOf(cell)));
}

function holdsASum(
	cells: readonly Cell[],
	{ name, amount }: ColumnMap,
	signs: DealSigns,
	stages: ReadonlySet<string>,
): boolean {
	const named = signs.cell(cells, name === undefined ? 'id' : 'name');
	const hasWords = amount !== undefined && isText(cells[amount]) && !/\d/u.test(String(cells[amount]));
	const stage = signs.cell(cells, 'stage');
	const isCount = stages.size > 0 && !isEmpty(stage) && keyOf(stage) === '';
	// A number where the days stand, and no day: how many there are.
	const isCountForDay = DAYS.some((field) => typeof signs.cell(cells, field) === 'number');
	return isCount || isCountForDay || typeof named === 'number' || stages.has(keyOf(named)) || hasWords;
}
