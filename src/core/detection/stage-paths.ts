/**
 * In how many deals one stage was entered before another, by a table of stage changes or by date columns of the stages.
 * Not here: what that means for the order (order-rules.ts), reading a history into a pipeline (history/).
 */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { textKey } from '../cells/text-key.ts';
import { existing } from '../speed/existing.ts';
import { knownRows, readAll } from '../table/column-reader.ts';
import { dateReader } from '../table/date-column.ts';
import { timeZone } from '../time/time-zone.ts';
import { historyColumns } from './history-columns.ts';

export interface PairCounts {
	/** Deals in which the first stage was entered before the second. */
	readonly before: readonly (readonly number[])[];
}

/** When each deal entered which stages first: day by stage key. */
export type StagePath = ReadonlyMap<string, number>;

export const daysOf = (grid: Grid, column: number, rows: Int32Array): ArrayLike<number> =>
	readAll(dateReader(knownRows(grid, rows), column, timeZone('UTC'), ''), knownRows(grid, rows)).days;

export interface HistoryPaths {
	/** By deal: the day of the first entry by stage key. */
	readonly paths: readonly StagePath[];
	/** Spelling and number of deals by stage key. */
	readonly stages: ReadonlyMap<string, { readonly name: string; readonly deals: number }>;
}

/** Markers of our own log and blanks are not stages. */
const isStage = (cell: Cell | undefined): boolean => !isBlank(cell) && !cellText(cell).startsWith('(');

/** Null where the table names no deal, stage and time. @param ids text keys of the deals; others are not looked at */
export function historyPaths(history: Grid, ids: ReadonlySet<string>): HistoryPaths | null {
	const found = historyColumns(history);
	if (found === null) return null;
	const [deal, to, at] = (['deal', 'to', 'at'] as const).map((role) => existing(found.column.get(role)));
	if (deal === undefined || to === undefined || at === undefined) return null;
	const rows = Int32Array.from(history.keys()).filter(
		(row) => row > found.headerRow && isStage(history[row]?.[to]) && ids.has(textKey(cellText(history[row]?.[deal]))),
	);
	const days = daysOf(history, at, rows);
	const entries = Array.from(rows, (row, i): Entry => {
		const name = cellText(history[row]?.[to]).trim();
		return { deal: textKey(cellText(history[row]?.[deal])), name, key: textKey(name), at: existing(days[i]) };
	});
	const paths = pathsOf(entries, direction(entries));
	const stages = new Map<string, { readonly name: string; readonly deals: number }>();
	for (const { key, name } of entries)
		if (!stages.has(key)) stages.set(key, { name, deals: paths.filter((path) => path.has(key)).length });
	return { paths, stages };
}

interface Entry {
	readonly deal: string;
	readonly name: string;
	readonly key: string;
	readonly at: number;
}

/**
 * 1 where the rows of most deals go forward in time, -1 where they go back; two changes of one day are distinguished by
 * it.
 */
export function direction(entries: readonly Pick<Entry, 'deal' | 'at'>[]): number {
	const last = new Map<string, number>();
	let sum = 0;
	for (const { deal, at } of entries) {
		sum += Math.sign(at - (last.get(deal) ?? at)) || 0;
		last.set(deal, at);
	}
	return sum < 0 ? -1 : 1;
}

function pathsOf(entries: readonly Entry[], sign: number): StagePath[] {
	const byDeal = new Map<string, Map<string, number>>();
	entries.forEach(({ deal, key, at }, i) => {
		if (Number.isNaN(at)) return;
		const path = byDeal.get(deal) ?? new Map<string, number>();
		byDeal.set(deal, path);
		const moment = at + (sign * i) / (entries.length + 1);
		if (!(moment >= (path.get(key) ?? Number.POSITIVE_INFINITY))) path.set(key, moment);
	});
	return [...byDeal.values()];
}

/** The same from the date columns of the stages. */
export function stageDatePaths(
	grid: Grid,
	rows: Int32Array,
	stageDates: readonly { readonly stage: string; readonly column: number }[],
): readonly StagePath[] {
	const columns = stageDates.map(({ stage, column }) => ({ key: textKey(stage), days: daysOf(grid, column, rows) }));
	return Array.from(rows, (_, i) => {
		const entered = columns.flatMap(({ key, days }): [string, number][] => {
			const day = existing(days[i]);
			return Number.isNaN(day) ? [] : [[key, day]];
		});
		return new Map(entered);
	});
}

/** @param names of the stages whose pairs are counted */
export function countPairs(paths: readonly StagePath[], names: readonly string[]): PairCounts | null {
	const keys = names.map(textKey);
	const before = keys.map(() => keys.map(() => 0));
	let isAny = false;
	for (const path of paths) {
		const entered = keys.map((key) => path.get(key) ?? Number.NaN);
		entered.forEach((first, a) => {
			entered.forEach((second, b) => {
				if (!(first < second)) return;
				const row = existing(before[a]);
				row[b] = existing(row[b]) + 1;
				isAny = true;
			});
		});
	}
	return isAny ? { before } : null;
}
