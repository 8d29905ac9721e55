/**
 * What the columns beside the stage say about the end of a deal, row by row: status, flags, dates, reason, probability.
 * Each column says a few facts; the facts of a row together are its outcome, or contradict each other.
 */
import { type Cell, type Grid, isBlank, isDate, isFormulaError } from '../cells/cell.ts';
import { isPlaceholder } from '../cells/cell-text.ts';
import { readProbabilities } from '../cells/probability-text.ts';
import type { ColumnMap } from '../model/opportunity.ts';
import type { OutcomeColumn, OutcomeEnd, OutcomeEvidence } from '../model/outcome.ts';
import { flagValue, isWonFlag } from '../vocabulary/outcome-flag.ts';
import { statusMeaning } from '../vocabulary/stage-words.ts';

/** Facts, as bits that add up. */
export const SAYS = { nothing: 0, won: 1, lost: 2, ended: 4, notWon: 8, notLost: 16, open: 32 } as const;

export type Outcome = OutcomeEnd | 'open' | 'conflict' | null;

const has = (facts: number, fact: number): boolean => (facts & fact) !== 0;

/** Facts that no deal has both of. */
const CONFLICTS: readonly number[] = [SAYS.won | SAYS.lost, SAYS.won | SAYS.notWon, SAYS.lost | SAYS.notLost];

/** Ended in one way and in no other; null where nothing is said. */
export function outcomeOf(facts: number): Outcome {
	const isWon = has(facts, SAYS.won);
	const isLost = has(facts, SAYS.lost);
	const isEnded = isWon || isLost || has(facts, SAYS.ended);
	if (CONFLICTS.some((pair) => (facts & pair) === pair) || (isEnded && has(facts, SAYS.open))) return 'conflict';
	if (isWon) return 'won';
	if (isLost) return 'lost';
	const isNotWon = has(facts, SAYS.notWon);
	const isNotLost = has(facts, SAYS.notLost);
	if (isEnded) return isNotWon === isNotLost ? 'ended' : isNotWon ? 'lost' : 'won';
	return has(facts, SAYS.open) || (isNotWon && isNotLost) ? 'open' : null;
}

/** A day is written there, and no words for "not yet". */
export function hasDay(cell: Cell | undefined): boolean {
	if (isDate(cell) || typeof cell === 'number') return true;
	return typeof cell === 'string' && !isBlank(cell) && !isPlaceholder(cell) && /\p{Nd}/u.test(cell);
}

const isWritten = (cell: Cell | undefined): boolean => !isBlank(cell) && !isPlaceholder(cell) && !isFormulaError(cell);

const answered =
	(yes: number, no: number) =>
	(cell: Cell | undefined): number => {
		const answer = flagValue(cell);
		return answer === null ? SAYS.nothing : answer ? yes : no;
	};
const filled =
	(fact: number, isFilled: (cell: Cell | undefined) => boolean) =>
	(cell: Cell | undefined): number =>
		isFilled(cell) ? fact : SAYS.nothing;

/** A deal that is active may be won anyway, and one that is not archived may have ended. */
const READERS: Readonly<Record<Exclude<OutcomeEvidence, 'probability'>, (cell: Cell | undefined) => number>> = {
	won: answered(SAYS.won, SAYS.notWon),
	lost: answered(SAYS.lost, SAYS.notLost),
	closed: answered(SAYS.ended, SAYS.open),
	active: answered(SAYS.nothing, SAYS.ended),
	archived: answered(SAYS.ended, SAYS.nothing),
	wonDate: filled(SAYS.won, hasDay),
	lostDate: filled(SAYS.lost, hasDay),
	reason: filled(SAYS.lost, isWritten),
};

/** What a status says by its words alone. */
export function factsOfStatus(cell: Cell | undefined): number {
	const meaning = typeof cell === 'string' && !isBlank(cell) ? statusMeaning(cell) : null;
	return meaning === null ? SAYS.nothing : SAYS[meaning === 'ending' ? 'ended' : meaning];
}

/** One column that says something about the end of a deal. */
export interface OutcomeSource {
	readonly evidence: OutcomeEvidence | 'status';
	readonly column: number;
	readonly isDeciding: boolean;
	/** Facts of a grid row. */
	facts(row: number): number;
}

/** 0 and 100 % say something only beside a closing date, which an open deal with a bad chance has not. */
function probabilityFacts(grid: Grid, headerRow: number, column: number, closed: number | undefined) {
	const { values } = readProbabilities(grid.map((cells, row) => (row > headerRow ? cells[column] : '')));
	return (row: number): number => {
		const value = values[row];
		if (value !== 0 && value !== 1) return SAYS.nothing;
		const fact = value === 0 ? SAYS.notWon : SAYS.notLost;
		return closed !== undefined && hasDay(grid[row]?.[closed]) ? fact | SAYS.ended : fact;
	};
}

/**
 * The status column and the other columns of the table that tell ends.
 * @param ofStatus what a status says; by its words alone unless the stage list knows it
 */
export function outcomeSources(
	grid: Grid,
	headerRow: number,
	headings: readonly string[],
	columns: ColumnMap,
	outcomes: readonly OutcomeColumn[],
	ofStatus: (cell: Cell | undefined) => number = factsOfStatus,
): OutcomeSource[] {
	const byCell = (column: number, read: (cell: Cell | undefined) => number): ((row: number) => number) => {
		const known = new Map<Cell | undefined, number>();
		return (row) => {
			const cell = grid[row]?.[column];
			if (typeof cell === 'object') return read(cell);
			const facts = known.get(cell) ?? read(cell);
			known.set(cell, facts);
			return facts;
		};
	};
	const { status, stage } = columns;
	const sources: OutcomeSource[] = [];
	if (status !== undefined && status !== stage) {
		const isFlag = isWonFlag(headings[status] ?? '');
		const read = (cell: Cell | undefined): number =>
			isFlag && flagValue(cell) !== null ? READERS.won(cell) : ofStatus(cell);
		sources.push({ evidence: 'status', column: status, isDeciding: true, facts: byCell(status, read) });
	}
	for (const { evidence, column, isDeciding } of outcomes) {
		if (column === status || column === stage) continue;
		const facts =
			evidence === 'probability'
				? probabilityFacts(grid, headerRow, column, columns.closed)
				: byCell(column, READERS[evidence]);
		sources.push({ evidence, column, isDeciding, facts });
	}
	return sources;
}
