/**
 * Tables in which a deal has several rows, one for each of its products: the first row is the deal, the others are its
 * lines.
 * Not here: the sign that a table is one (validation/deal-lines.ts), which rows are deals otherwise (deal-rows.ts).
 */

import { type Cell, type Grid, isBlank, isFormulaError } from '../cells/cell.ts';
import { cellText, isPlaceholder, issueAt, trimmedText } from '../cells/cell-text.ts';
import type { Issue } from '../cells/issue.ts';
import { textKey } from '../cells/text-key.ts';
import type { AmountColumn, ColumnMap, Field } from '../model/opportunity.ts';
import type { DealLines } from '../model/settings.ts';
import { existing } from '../speed/existing.ts';
import { type ColumnReader, knownRows, type ReadRows, readAll } from './column-reader.ts';

/**
 * What the lines of a deal must have in common; where they do not, the deal's first row counts and the others are
 * listed.
 */
const SHARED: readonly Field[] = ['stage', 'status', 'created', 'closed'];

/** A row that belongs to the deal of an earlier one. */
interface Line {
	readonly row: number;
	readonly first: number;
}

/** Tells lines from deals, row by row from top to bottom. */
export class LineSearch {
	readonly lines: Line[] = [];
	private readonly firstRows = new Map<string, number>();

	/** @param column of the ids */
	constructor(private readonly column: number) {}

	/** Whether the row goes on with a deal that was met before; a row without an id is a deal of its own. */
	isLine(row: number, cells: readonly Cell[]): boolean {
		const cell = cells[this.column];
		if (isBlank(cell) || isPlaceholder(cell) || isFormulaError(cell)) return false;
		const id = trimmedText(cell);
		const first = this.firstRows.get(id);
		if (first === undefined) this.firstRows.set(id, row);
		else this.lines.push({ row, first });
		return first !== undefined;
	}
}

/** What is said of the lines: that they were read with their deals, and where one says something else than its deal. */
export function lineIssues(
	grid: Grid,
	lines: readonly Line[],
	columns: ColumnMap,
	idColumn: number,
	mode: DealLines,
): Issue[] {
	const [line] = lines;
	if (line === undefined) return [];
	const deals = new Set(lines.map(({ first }) => first)).size;
	const said = issueAt('dealLinesRead', line.row, idColumn, existing(grid[line.row])[idColumn], null, {
		rows: lines.length,
		deals,
		sum: mode === 'sum' ? 1 : 0,
	});
	const fields: readonly Field[] = mode === 'once' ? [...SHARED, 'amount'] : SHARED;
	const shared = [...new Set(fields.map((field) => columns[field]))].filter((column) => column !== undefined);
	const differing = lines.flatMap(({ row, first }) =>
		shared.flatMap((column) => {
			const cell = existing(grid[row])[column];
			const text = textKey(cellText(cell));
			if (text === '' || text === textKey(cellText(existing(grid[first])[column]))) return [];
			return [
				issueAt('dealLineDiffers', row, column, cell, null, {
					first: cellText(existing(grid[first])[column]),
					other: first + 1,
				}),
			];
		}),
	);
	return [said, ...differing];
}

/**
 * The amount of each deal with the amounts of its lines added. A deal has none where the amount of one of its rows
 * cannot be read, or where its rows are in several currencies: both are listed.
 * @param source the deals @param lines asked for after all rows were read @param readerOf reads amounts of such rows
 */
export function summedAmounts(
	source: ReadRows,
	column: number,
	lines: () => readonly Line[],
	readerOf: (source: ReadRows) => ColumnReader<AmountColumn>,
): ColumnReader<AmountColumn> {
	return {
		read: () => undefined,
		finish() {
			const rows = source.rows();
			const all = Int32Array.from([...rows, ...lines().map(({ row }) => row)]);
			const whole = knownRows(source.grid, all);
			const read = readAll(readerOf(whole), whole);
			const dealOf = new Map([...rows].map((row, deal) => [row, deal]));
			const owners = [...rows.keys(), ...lines().map(({ first }) => existing(dealOf.get(first)))];
			return addedUp(source.grid, column, all, owners, rows.length, read);
		},
	};
}

/** @param owners the deal of each entry of `read` @param count deals, whose own entries come first */
function addedUp(
	grid: Grid,
	column: number,
	rows: Int32Array,
	owners: readonly number[],
	count: number,
	{ values, currencyCodes, currencies, issues }: AmountColumn,
): AmountColumn {
	const sums = new Float64Array(count).fill(Number.NaN);
	const codes = currencyCodes === null ? null : new Int32Array(count);
	const isBroken = new Uint8Array(count);
	const differing: Issue[] = [];
	owners.forEach((deal, entry) => {
		const value = existing(values[entry]);
		const cell = existing(grid[existing(rows[entry])])[column];
		if (Number.isNaN(value)) {
			if (!isBlank(cell) && !isPlaceholder(cell)) isBroken[deal] = 1;
			return;
		}
		const isFirst = Number.isNaN(existing(sums[deal]));
		if (codes !== null && currencyCodes !== null) {
			const code = existing(currencyCodes[entry]);
			if (!isFirst && codes[deal] !== code) {
				isBroken[deal] = 1;
				const params = { first: currencies[existing(codes[deal])] ?? '', other: existing(rows[deal]) + 1 };
				differing.push(issueAt('dealLineDiffers', existing(rows[entry]), column, cell, null, params));
			}
			codes[deal] = code;
		}
		// Cents of a few lines: rounding takes away what binary fractions add.
		sums[deal] = isFirst ? value : Math.round((existing(sums[deal]) + value) * 1e6) / 1e6;
	});
	isBroken.forEach((broken, deal) => {
		if (broken === 1) sums[deal] = Number.NaN;
	});
	return { values: sums, currencyCodes: codes, currencies, issues: [...issues, ...differing] };
}
