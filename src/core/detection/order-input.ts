/**
 * What a table and its history tell about the order of stages, gathered for the rules. Not here: what it weighs
 * (order-rules.ts).
 */
import type { Grid } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { nearest } from '../cells/closest-word.ts';
import { textKey } from '../cells/text-key.ts';
import { existing } from '../speed/existing.ts';
import type { OrderedStage, OrderInput } from './order-rules.ts';
import { countPairs, daysOf, type HistoryPaths, stageDatePaths } from './stage-paths.ts';
import { mostUsed, type Tally, tallyOf } from './stage-tally.ts';
import type { TableDetection } from './table-detection.ts';

/** Deals by whose age a stage is judged, spread over the table. */
const AGED = 100;
/** A name of the history that fewer of its deals had is a slip, unless nothing like it is known. */
const FEWEST_PAST = 2;

/** Text keys of the ids of the deals; empty where the table has no ids. */
export function dealIds(grid: Grid, { columns }: TableDetection, rows: Int32Array): ReadonlySet<string> {
	const id = columns.get('id')?.column;
	return new Set(id === undefined ? [] : Array.from(rows, (row) => textKey(cellText(grid[row]?.[id]))));
}

/** Stages that only the history knows: no deal is in them now. */
export function stagesOfThePast({ stages }: HistoryPaths, known: ReadonlySet<string>): Tally[] {
	return [...stages].flatMap(([key, { name, deals }]) => {
		if (known.has(key) || deals === 0 || (deals < FEWEST_PAST && nearest(key, known) !== null)) return [];
		return [{ ...tallyOf(name, Number.NaN), count: 0 }];
	});
}

/** @param open the stages to order */
export function orderInput(
	grid: Grid,
	detection: TableDetection,
	rows: Int32Array,
	open: readonly { readonly name: string; readonly tally: Tally }[],
	past: HistoryPaths | null,
): OrderInput {
	const names = open.map(({ tally }) => mostUsed(tally.spellings));
	const { stageDates } = detection;
	return {
		stages: open.map(({ name, tally }): OrderedStage => ({ name, tally })),
		history: past === null ? null : countPairs(past.paths, names),
		stageDates: stageDates.length < 2 ? null : countPairs(stageDatePaths(grid, rows, stageDates), names),
		ages: agesOf(grid, detection, rows, names),
	};
}

/** Days from the beginning of the deals to that of the latest one. */
function agesOf(
	grid: Grid,
	{ columns }: TableDetection,
	rows: Int32Array,
	names: readonly string[],
): readonly (readonly number[])[] | null {
	const [stage, created] = [columns.get('stage')?.column, columns.get('created')?.column];
	if (stage === undefined || created === undefined) return null;
	const sample = rows.filter((_, i) => i % Math.ceil(rows.length / (AGED * Math.max(1, names.length))) === 0);
	const days = daysOf(grid, created, sample);
	const ages = new Map(names.map((name) => [textKey(name), [] as number[]]));
	sample.forEach((row, i) => {
		const day = existing(days[i]);
		if (!Number.isNaN(day)) ages.get(textKey(cellText(grid[row]?.[stage])))?.push(-day);
	});
	return [...ages.values()];
}
