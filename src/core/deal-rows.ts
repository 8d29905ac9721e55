/**
 * Which rows of a table are deals: every row that is not blank is either a deal or listed as a totals or note row.
 * Not here: what is wrong with a deal (validation/).
 */
import { withoutAccents } from './accents.ts';
import { type Cell, type Grid, isBlank, isDate } from './cell.ts';
import { issueAt } from './cell-text.ts';
import type { Issue } from './issue.ts';
import type { ColumnMap, Field } from './opportunity.ts';
import { NO_CODE, TextCodes } from './text-codes.ts';
import { textKey } from './text-key.ts';

const TOTAL_WORDS =
	'grand total|sub ?total|sub ?totals|totals?|sum|summe|gesamt|gesamtsumme|zwischensumme|total general|somme|suma|total geral|soma|totale|subtotale|totaal|razem|toplam|tong(?: cong)?|jumlah|итого|всего|average|合计|總計|总计|小计|小計|總和|总和|合計|計|共计|汇总|平均|합계|총계|소계';
const TOTAL = new RegExp(`^(?:${TOTAL_WORDS})\\s*[:：]?$`, 'u');
/** `Subtotal Q1`, `合计 2024`, `Итого: Анна`; a longer name is a deal's. */
const TOTAL_OF = new RegExp(`^(?:${TOTAL_WORDS})(?:\\s*[:：]\\s*|\\s+)\\S+(?: \\S+)?$`, 'u');
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

const keyOf = (cell: string): string => withoutAccents(textKey(cell));

function isTotal(row: readonly Cell[], pattern = TOTAL): boolean {
	return row.some((cell) => typeof cell === 'string' && cell.length < 30 && pattern.test(keyOf(cell)));
}

/** Last row with an id, a name or a stage: formulas dragged below it make no deals. */
function lastTellingRow(grid: Grid, headerRow: number, columns: ColumnMap): number {
	const telling = (['stage', 'id', 'name'] as const)
		.map((field) => columns[field])
		.filter((column): column is number => column !== undefined);
	for (let row = grid.length - 1; row > headerRow; row--) {
		const cells = grid[row] as readonly Cell[];
		if (telling.some((column) => hasText(cells[column])) && !isTotalsRow(cells, columns) && !isFootnote(cells)) return row;
	}
	return headerRow;
}

/** A sentence alone in its row, as programs write it below an export. */
const SENTENCE = 25;
function isFootnote(cells: readonly Cell[]): boolean {
	const filled = cells.filter(hasText);
	return filled.length === 1 && typeof filled[0] === 'string' && filled[0].trim().length >= SENTENCE;
}

const isTotalsRow = (cells: readonly Cell[], columns: ColumnMap): boolean =>
	TELLING.every(
		(field) =>
			columns[field] === undefined || !hasText(cells[columns[field] as number]) || isTotal([cells[columns[field] as number] as Cell]),
	) &&
	(isTotal(cells) || ((columns.id === undefined || !hasText(cells[columns.id])) && isTotal(cells, TOTAL_OF)));

/** The stage texts of the deals, looked up on the way: a row with one is a deal, and the stage column need not look again. */
export interface StageTexts {
	/** Index into `texts` by deal; NO_CODE for a cell that is no text, blank or the name of a total. */
	readonly codes: Int32Array;
	readonly texts: readonly string[];
}

/** Which rows are deals, found block by block. */
export interface DealRows {
	/** Looks at the grid rows `from` to `to` (exclusive). */
	read(from: number, to: number): void;
	/** Deals found up to now. */
	readonly count: number;
	/** Grid row by deal; longer than `count`. */
	readonly rows: Int32Array;
	readonly stageTexts: StageTexts;
	/** The rows that are none. */
	readonly issues: readonly Issue[];
}

/** Stands for "no deal" where the code of a stage text is expected. */
const NO_DEAL = -2;

/** @param judge the code of a row whose stage is not known from an earlier one @returns deals found up to now */
function readBlock(
	grid: Grid,
	from: number,
	to: number,
	column: number,
	known: TextCodes,
	{ rows, stageTexts }: Pick<DealRows, 'rows' | 'stageTexts'>,
	before: number,
	judge: (row: number) => number,
): number {
	const { codes } = stageTexts;
	let count = before;
	for (let row = from; row < to; row++) {
		const cell = (grid[row] as readonly Cell[])[column];
		let code = typeof cell === 'string' ? known.codeOf(cell) : NO_CODE;
		if (code === NO_CODE) {
			code = judge(row);
			if (code === NO_DEAL) continue;
		}
		rows[count] = row;
		codes[count] = code;
		count++;
	}
	return count;
}

/** @param known columns of fields and stage dates: content there makes a row a deal */
export function dealRows(
	grid: Grid,
	headerRow: number,
	columns: ColumnMap,
	known: ReadonlySet<number>,
	headings: readonly string[],
): DealRows {
	const size = Math.max(0, grid.length - headerRow - 1);
	const texts: string[] = [];
	const found = { rows: new Int32Array(size), stageTexts: { codes: new Int32Array(size), texts } };
	const issues: Issue[] = [];
	const stage = columns.stage ?? -1;
	const named = [columns.id, columns.name].filter((column): column is number => column !== undefined);
	const last = lastTellingRow(grid, headerRow, columns);
	const tellingTexts = new TextCodes();
	const judge = (row: number): number => {
		const cells = grid[row] as readonly Cell[];
		const cell = stage < 0 ? undefined : cells[stage];
		if (row <= last && hasText(cell)) {
			// Whoever has such a stage is a deal, whatever else the row has.
			if (typeof cell === 'string' && cell.trim() === headings[stage] && repeatsHeadings(cells, headings)) {
				issues.push(issueAt('repeatedHeadings', row, null, cell));
				return NO_DEAL;
			}
			if (typeof cell === 'string' && !isTotal([cell])) {
				tellingTexts.add(cell, texts.length);
				return texts.push(cell) - 1;
			}
			if (typeof cell !== 'string' || named.some((column) => hasText(cells[column]))) return NO_CODE;
		}
		if (cells.every(isEmptyish)) return NO_DEAL;
		const isBetween = !hasText(cell) && isAboveHeadings(grid, row, stage, headings);
		const note = isBetween ? (cells.some(isWord) ? 'noteRow' : 'totalsRow') : notADeal(cells, columns, known, row > last);
		if (note === null) return NO_CODE;
		const first = cells.find((other) => typeof other === 'string' && !isBlank(other)) ?? cells.find((other) => !isEmptyish(other));
		issues.push(issueAt(note, row, null, first));
		return NO_DEAL;
	};
	let count = 0;
	return {
		...found,
		issues,
		get count() {
			return count;
		},
		read(from, to) {
			count = readBlock(grid, from, to, Math.max(0, stage), tellingTexts, found, count, judge);
		},
	};
}

/** More than half of the row's texts stand under the same text as heading, as where lists were put one below the other. */
function repeatsHeadings(cells: readonly Cell[], headings: readonly string[]): boolean {
	const filled = cells.filter(hasText).length;
	const same = cells.filter((cell, column) => typeof cell === 'string' && hasText(cell) && cell.trim() === headings[column]).length;
	return same >= 2 && same * 2 > filled;
}

const isWord = (cell: Cell): boolean => typeof cell === 'string' && !isBlank(cell);

/** Rows between two lists in which their titles and sums stand. */
const GAP = 6;

/** The next row with something in the stage column repeats the headings: what is above belongs to no deal. */
function isAboveHeadings(grid: Grid, row: number, stage: number, headings: readonly string[]): boolean {
	for (let next = row + 1; next < Math.min(grid.length, row + GAP); next++) {
		const cells = grid[next] as readonly Cell[];
		const cell = cells[stage];
		if (hasText(cell)) return typeof cell === 'string' && cell.trim() === headings[stage] && repeatsHeadings(cells, headings);
	}
	return false;
}

function notADeal(
	cells: readonly Cell[],
	columns: ColumnMap,
	known: ReadonlySet<number>,
	isAfterLast: boolean,
): 'totalsRow' | 'noteRow' | null {
	if (isTotalsRow(cells, columns)) return 'totalsRow';
	const filled = cells.filter((cell) => !isEmptyish(cell));
	if (filled.length === 1 && typeof filled[0] === 'string' && FOOTNOTE.test(keyOf(filled[0]))) return 'noteRow';
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
