/**
 * Which rows of a table are deals: every row that is not blank is either a deal or listed as a totals or note row.
 * Not here: what is wrong with a deal (validation/).
 */
import { type Cell, type Grid, isBlank, isDate } from './cell.ts';
import { issueAt } from './cell-text.ts';
import type { Issue } from './issue.ts';
import type { ColumnMap, Field } from './opportunity.ts';
import { textKey } from './text-key.ts';

const TOTAL =
	/^(?:grand total|sub ?total|totals?|sum|summe|gesamt|gesamtsumme|zwischensumme|total général|somme|suma|total geral|soma|average|合计|總計|总计|小计|小計|總和|总和|合計|計|共计|汇总|平均)\s*[:：]?$/u;
/** A row that has one of these is somebody's deal even when it is called "Total". */
const TELLING: readonly Field[] = ['stage', 'created', 'closed', 'owner'];

function hasText(cell: Cell | undefined): boolean {
	if (cell === '' || cell === undefined || cell === false) return false;
	return typeof cell !== 'string' || !isBlank(cell);
}

/** A cell that alone does not make a row: blank, an unticked box, a zero that a formula left. */
const isEmptyish = (cell: Cell | undefined): boolean => cell === 0 || !hasText(cell);

function isTotal(row: readonly Cell[]): boolean {
	return row.some((cell) => typeof cell === 'string' && cell.length < 30 && TOTAL.test(textKey(cell)));
}

/** The same for one cell, remembering texts: stage names repeat. */
function totalTexts(): (cell: Cell | undefined) => boolean {
	const known = new Map<string, boolean>();
	return (cell) => {
		if (typeof cell !== 'string') return false;
		let answer = known.get(cell);
		if (answer === undefined) {
			answer = isTotal([cell]);
			known.set(cell, answer);
		}
		return answer;
	};
}

/** Last row with an id, a name or a stage: formulas dragged below it make no deals. */
function lastTellingRow(grid: Grid, headerRow: number, columns: ColumnMap): number {
	const telling = (['stage', 'id', 'name'] as const)
		.map((field) => columns[field])
		.filter((column): column is number => column !== undefined);
	for (let row = grid.length - 1; row > headerRow; row--) {
		const cells = grid[row] as readonly Cell[];
		if (telling.some((column) => hasText(cells[column])) && !(isTotal(cells) && isTotalsRow(cells, columns))) return row;
	}
	return headerRow;
}

const isTotalsRow = (cells: readonly Cell[], columns: ColumnMap): boolean =>
	TELLING.every(
		(field) =>
			columns[field] === undefined || !hasText(cells[columns[field] as number]) || isTotal([cells[columns[field] as number] as Cell]),
	) && isTotal(cells);

/**
 * @param known columns of fields and stage dates: content there makes a row a deal
 * @returns grid rows of the deals, and the rows that are none
 */
export function dealRows(
	grid: Grid,
	headerRow: number,
	columns: ColumnMap,
	known: ReadonlySet<number>,
): { rows: Int32Array; issues: Issue[] } {
	const rows = new Int32Array(Math.max(0, grid.length - headerRow - 1));
	const issues: Issue[] = [];
	const stage = columns.stage ?? -1;
	const named = [columns.id, columns.name].filter((column): column is number => column !== undefined);
	const [first = stage, second = first] = named;
	const hasNames = named.length > 0;
	const last = lastTellingRow(grid, headerRow, columns);
	const isTotalText = totalTexts();
	let count = 0;
	for (let row = headerRow + 1; row < grid.length; row++) {
		const cells = grid[row] as readonly Cell[];
		// The common case: a row with a stage and a name or id is a deal, whatever else it has.
		if (
			row <= last &&
			stage >= 0 &&
			hasText(cells[stage]) &&
			((hasNames && (hasText(cells[first]) || hasText(cells[second]))) || !isTotalText(cells[stage]))
		) {
			rows[count++] = row;
			continue;
		}
		if (cells.every(isEmptyish)) continue;
		const note = notADeal(cells, columns, known, row > last);
		if (note === null) rows[count++] = row;
		else
			issues.push(
				issueAt(
					note,
					row,
					null,
					cells.find((other) => typeof other === 'string' && !isBlank(other)) ?? cells.find((other) => !isEmptyish(other)),
				),
			);
	}
	return { rows: rows.slice(0, count), issues };
}

function notADeal(
	cells: readonly Cell[],
	columns: ColumnMap,
	known: ReadonlySet<number>,
	isAfterLast: boolean,
): 'totalsRow' | 'noteRow' | null {
	if (isTotalsRow(cells, columns)) return 'totalsRow';
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
