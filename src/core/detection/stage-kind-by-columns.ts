/**
 * What other columns say about the stages of a table: the flags `IsClosed` and `IsWon`, closing dates, reasons.
 * Not here: the stages' own names (stage-detection.ts), the ends of single deals (outcome-rule.ts).
 */
import { type Grid, isBlank } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { textKey } from '../cells/text-key.ts';
import { flagValue, isClosedFlag, isWonFlag } from '../vocabulary/outcome-flag.ts';
import { type StageMeaning, stageMeaning, stagePlace } from '../vocabulary/stage-words.ts';
import { isOpenPlace } from './closing-dates.ts';
import type { TableDetection } from './table-detection.ts';

/** Deals that a flag must speak for where the name of their stage does not say that they have ended. */
const FEWEST_FLAGGED = 2;
/** One deal of this many may be a slip. */
const MANY = 10;

const isPart = (count: number, all: number): boolean => count > 0 && count < all;
const sumOf = (counts: readonly { readonly all: number }[]): number => counts.reduce((sum, { all }) => sum + all, 0);

/** Stages by text key all of whose deals are closed by the flags `IsClosed` and `IsWon`, which only count as a pair. */
export function kindsByFlags(
	grid: Grid,
	{ headings, headerRow, columns }: TableDetection,
): ReadonlyMap<string, 'won' | 'lost'> {
	const stage = columns.get('stage')?.column as number;
	const closedColumn = headings.findIndex(isClosedFlag);
	const wonColumn = headings.findIndex(isWonFlag);
	const found = new Map<string, 'won' | 'lost'>();
	if (closedColumn < 0 || wonColumn < 0 || wonColumn === stage) return found;
	const counts = countFlags(grid.slice(headerRow + 1), stage, closedColumn, wonColumn);
	// Where deals of one stage end differently the flags speak of each deal, and a stage whose deals end alike does so by
	// chance.
	const all = [...counts.values()];
	const mixed = all.filter((count) => isPart(count.closed, count.all) || isPart(count.won, count.all));
	if (sumOf(mixed) * MANY > sumOf(all)) return found;
	for (const [key, { all: deals, closed, won }] of counts)
		if ((deals >= FEWEST_FLAGGED || stageMeaning(key) === 'ending') && closed === deals && (won === deals || won === 0))
			found.set(key, won === 0 ? 'lost' : 'won');
	return found;
}

interface FlagCount {
	all: number;
	closed: number;
	won: number;
}

/** Deals of each stage, by text key, and how many of them each flag names. */
function countFlags(rows: Grid, stage: number, closedColumn: number, wonColumn: number): Map<string, FlagCount> {
	const counts = new Map<string, FlagCount>();
	for (const cells of rows) {
		if (isBlank(cells[stage])) continue;
		const key = textKey(cellText(cells[stage]));
		const count = counts.get(key) ?? { all: 0, closed: 0, won: 0 };
		counts.set(key, count);
		count.all++;
		if (flagValue(cells[closedColumn]) === true) count.closed++;
		if (flagValue(cells[wonColumn]) === true) count.won++;
	}
	return counts;
}

/** Deals that a stage must have before its closing dates say something. */
const FEWEST_DATED = 3;

/**
 * Stages whose name says nothing and whose deals have nearly all a closing date, where those of other open stages have
 * hardly any: ends of the sale in words that we do not know. The user says which.
 */
export function endingsByDates<
	T extends { readonly name: string; readonly meaning: StageMeaning; readonly tally: DatedTally },
>(stages: readonly T[]): T[] {
	const open = stages.filter(({ meaning }) => meaning === 'open');
	const undated = open
		.filter(({ tally }) => tally.dated <= tally.count * 0.2)
		.reduce((sum, { tally }) => sum + tally.count, 0);
	if (undated < FEWEST_DATED) return [];
	return open.filter(
		({ name, tally: { count, dated } }) =>
			dated >= FEWEST_DATED && dated >= count * 0.9 && !isOpenPlace(stagePlace(name)),
	);
}

/** Most deals of the stage have a reason, and hardly any of the others has: reasons are given for losses. */
export function hasLossReasons(
	{ count, reasons }: DatedTally,
	others: readonly { readonly tally: DatedTally }[],
): boolean {
	return reasons * 2 > count && others.every(({ tally }) => tally.reasons * 10 <= tally.count);
}

interface DatedTally {
	readonly count: number;
	/** Rows with a closing date. */
	readonly dated: number;
	readonly reasons: number;
}
