/**
 * What other columns say about the stages of a table: the status of a two-level export, the flags `IsClosed` and `IsWon`.
 * Not here: the stages' own names (stage-detection.ts).
 */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { textKey } from '../cells/text-key.ts';
import { flagValue, isClosedFlag, isWonFlag } from '../vocabulary/outcome-flag.ts';
import { type StageMeaning, stagePlace, statusMeaning } from '../vocabulary/stage-words.ts';
import { isOpenPlace } from './closing-dates.ts';
import type { TableDetection } from './table-detection.ts';

export interface StatusStage {
	readonly name: string;
	readonly kind: 'won' | 'lost';
	deals: number;
	/** Rows by the text key of their stage column. */
	readonly byStage: Map<string, number>;
}

/** Deals that these stages took from the stage of this name. */
export const closedIn = (statusStages: readonly StatusStage[], name: string): number =>
	statusStages.reduce((sum, { byStage }) => sum + (byStage.get(textKey(name)) ?? 0), 0);

/**
 * Won and lost stages that only the status column of a two-level export knows.
 * @param hasKind the stage column has a stage of this kind itself
 */
export function closedByStatus(
	grid: Grid,
	detection: TableDetection,
	hasKind: (kind: 'won' | 'lost') => boolean,
): StatusStage[] {
	const status = detection.columns.get('status')?.column;
	const stage = detection.columns.get('stage')?.column;
	if (status === undefined || stage === undefined) return [];
	const isFlag = isWonFlag(detection.headings[status] ?? '');
	const closed = new Map<string, StatusStage>();
	for (let row = detection.headerRow + 1; row < grid.length; row++) {
		const cells = grid[row] as readonly Cell[];
		const cell = cells[status];
		const isWon = isFlag && flagValue(cell) === true;
		if (!isWon && (typeof cell !== 'string' || cell === '')) continue;
		const kind = isWon ? 'won' : statusMeaning(cell as string);
		if ((kind !== 'won' && kind !== 'lost') || hasKind(kind)) continue;
		const name = isWon ? 'Won' : (cell as string).trim();
		const key = textKey(name);
		const found = closed.get(key) ?? { name, kind, deals: 0, byStage: new Map<string, number>() };
		closed.set(key, found);
		found.deals++;
		const stageKey = textKey(cellText(cells[stage]));
		found.byStage.set(stageKey, (found.byStage.get(stageKey) ?? 0) + 1);
	}
	return [...closed.values()];
}

/** Deals that a flag must speak for. */
const FEWEST_FLAGGED = 2;

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
	const counts = new Map<string, { all: number; closed: number; won: number }>();
	for (let row = headerRow + 1; row < grid.length; row++) {
		const cells = grid[row] as readonly Cell[];
		if (isBlank(cells[stage])) continue;
		const key = textKey(cellText(cells[stage]));
		const count = counts.get(key) ?? { all: 0, closed: 0, won: 0 };
		counts.set(key, count);
		count.all++;
		if (flagValue(cells[closedColumn]) === true) count.closed++;
		if (flagValue(cells[wonColumn]) === true) count.won++;
	}
	for (const [key, { all, closed, won }] of counts)
		if (all >= FEWEST_FLAGGED && closed === all && (won === all || won === 0))
			found.set(key, won === 0 ? 'lost' : 'won');
	return found;
}

/** Deals that a stage must have before its closing dates say something. */
const FEWEST_DATED = 3;

/**
 * Stages whose name says nothing and whose deals have nearly all a closing date, where those of other open stages have hardly any:
 * ends of the sale in words that we do not know. The user says which.
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
