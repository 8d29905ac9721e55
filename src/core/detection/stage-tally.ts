/**
 * What the rows of a table say about each stage: its spellings, deals, probabilities, closing dates and reasons.
 * Not here: what a stage is (stage-detection.ts).
 */
import { type Cell, type Grid, isBlank, isDate, isFormulaError } from '../cells/cell.ts';
import { cellText, isPlaceholder } from '../cells/cell-text.ts';
import { readProbabilities } from '../cells/probability-text.ts';
import { textKey } from '../cells/text-key.ts';
import { NO_STAGE } from '../model/opportunity.ts';
import { dealRows } from '../table/deal-rows.ts';
import { hasDay } from '../table/outcome.ts';
import { isStageSequence } from '../vocabulary/headings.ts';
import { isWonFlag } from '../vocabulary/outcome-flag.ts';
import type { TableDetection } from './table-detection.ts';

export interface Tally {
	readonly spellings: Map<string, number>;
	readonly first: number;
	count: number;
	probabilities: number[];
	sequence: number;
	/** Rows with a closing date. */
	dated: number;
	/** Rows with a reason. */
	reasons: number;
}

/** The rows that a table of these columns takes for deals. */
export function rowsOfDeals(
	grid: Grid,
	{ headerRow, headings, columns: found, stageDates }: TableDetection,
): Int32Array {
	const columns = Object.fromEntries([...found].map(([field, { column }]) => [field, column]));
	const known = new Set([...Object.values(columns), ...stageDates.map(({ column }) => column)]);
	const deals = dealRows(grid, headerRow, columns, known, headings, 0, () => NO_STAGE);
	deals.read(headerRow + 1, grid.length, []);
	return deals.rows();
}

/** Nothing counted yet. @param first row of the first use */
export const tallyOf = (spelling: string, first: number): Tally => ({
	spellings: new Map([[spelling, 0]]),
	first,
	count: 0,
	probabilities: [],
	sequence: Number.NaN,
	dated: 0,
	reasons: 0,
});

/** Several spellings of one stage counted together. */
export function mergedTallies(tallies: readonly Tally[]): Tally {
	const sum = (pick: (tally: Tally) => number): number => tallies.reduce((part, tally) => part + pick(tally), 0);
	return {
		spellings: new Map(tallies.flatMap(({ spellings }) => [...spellings])),
		first: Math.min(...tallies.map(({ first }) => first)),
		count: sum(({ count }) => count),
		probabilities: tallies.flatMap(({ probabilities }) => probabilities),
		sequence: tallies.find(({ sequence }) => !Number.isNaN(sequence))?.sequence ?? Number.NaN,
		dated: sum(({ dated }) => dated),
		reasons: sum(({ reasons }) => reasons),
	};
}

/**
 * @param rows grid rows of the deals
 * @param isEnded whether other columns say that the deal of a grid row has ended: its probability is then not that of
 * its stage
 */
export function tallyStages(
	grid: Grid,
	detection: TableDetection,
	column: number,
	rows: Int32Array,
	isEnded: (row: number) => boolean,
): Map<string, Tally> {
	const tallies = new Map<string, Tally>();
	const byText = new Map<string, Tally>();
	const addTo = tallyRow(grid, detection, isEnded);
	const isFlag = isWonFlag(detection.headings[column] ?? '');
	const texts = rows.filter((row) => typeof grid[row]?.[column] === 'string').length;
	for (const row of rows) {
		const cell = grid[row]?.[column];
		// Among names a number is a slip, and stays to be listed.
		if (typeof cell === 'number' && texts * 2 > rows.length) continue;
		if (isBlank(cell) || isDate(cell) || (typeof cell === 'boolean' && !isFlag)) continue;
		const raw = cellText(cell);
		if (raw.trim() === detection.headings[column]) continue;
		let tally = byText.get(raw);
		if (tally === undefined) {
			if (isPlaceholder(cell) || isFormulaError(cell)) continue;
			const key = textKey(raw);
			tally = tallies.get(key) ?? tallyOf(raw, row);
			tallies.set(key, tally);
			byText.set(raw, tally);
		}
		tally.spellings.set(raw, (tally.spellings.get(raw) ?? 0) + 1);
		addTo(tally, row);
	}
	return tallies;
}

/** Adds what the other columns of a row say about its stage. */
function tallyRow(
	grid: Grid,
	{ columns, headings, headerRow }: TableDetection,
	isEnded: (row: number) => boolean,
): (tally: Tally, row: number) => void {
	const probability = columns.get('probability')?.column;
	const closed = columns.get('closed')?.column ?? -1;
	const reason = columns.get('reason')?.column ?? -1;
	const sequence = headings.findIndex(isStageSequence);
	const { values } = readProbabilities(
		probability === undefined ? [] : grid.map((row, i) => (i > headerRow ? row[probability] : '')),
	);
	return (tally, row) => {
		const cells = grid[row] as readonly Cell[];
		tally.count++;
		if (hasDay(cells[closed])) tally.dated++;
		if (!isBlank(cells[reason]) && !isPlaceholder(cells[reason])) tally.reasons++;
		const own = isEnded(row) ? Number.NaN : (values[row] ?? Number.NaN);
		if (!Number.isNaN(own)) tally.probabilities.push(own);
		if (Number.isNaN(tally.sequence)) tally.sequence = placeIn(cells[sequence]);
	};
}

/** The number in a column that numbers the stages; NaN for none. */
function placeIn(cell: Cell | undefined): number {
	if (typeof cell === 'number') return cell;
	return typeof cell === 'string' && /^\d{1,3}$/u.test(cell.trim()) ? Number(cell) : Number.NaN;
}

/** The value that most entries have; of equally frequent ones the first. NaN for none. */
function mode(values: readonly number[]): number {
	const counts = new Map<number, number>();
	let best = Number.NaN;
	for (const value of values) {
		const count = (counts.get(value) ?? 0) + 1;
		counts.set(value, count);
		if (Number.isNaN(best) || count > (counts.get(best) as number)) best = value;
	}
	return best;
}

/**
 * The probability of a stage: what at least half of its rows say. People's own estimates, which differ from row to row,
 * say nothing about a stage.
 */
export function stageProbability({ probabilities }: Tally): number {
	const usual = mode(probabilities);
	return probabilities.filter((value) => value === usual).length * 2 >= probabilities.length ? usual : Number.NaN;
}

export const mostUsed = (spellings: ReadonlyMap<string, number>): string =>
	[...spellings].sort((a, b) => b[1] - a[1])[0]?.[0].trim() ?? '';
