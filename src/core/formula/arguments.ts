/**
 * The first look at a formula's arguments: ranges apart from the words.
 * Not here: the meaning of the words, which needs the stages and headings (words.ts).
 */

import type { Cell, Grid } from '../cells/cell.ts';
import { textKey } from '../cells/text-key.ts';
import type { MetricDefinition } from '../metrics/metric.ts';
import { existing } from '../speed/existing.ts';
import { type MisusedCall, misused } from './misuse.ts';
import { revisionOf } from './revision.ts';
import { prefixed } from './spelling.ts';

export interface SplitCall {
	readonly ok: true;
	/** The deal range with its header row; null when the configured table is meant. */
	readonly deals: Grid | null;
	readonly stages: Grid | null;
	readonly history: Grid | null;
	/** What is left, in order. */
	readonly words: Cell[];
}

const isGrid = (value: unknown): value is Grid => Array.isArray(value) && Array.isArray(value[0]);

/**
 * Splits the arguments of a custom function as Google passes them (a range is an array of rows, an omitted argument
 * undefined).
 * @param definition the metric whose function is called; its `reserved` decides which words take a range.
 */
export function splitCall(definition: MetricDefinition, args: readonly unknown[]): SplitCall | MisusedCall {
	const tables: { stages: Grid | null; history: Grid | null } = { stages: null, history: null };
	const words: Cell[] = [];
	const deals = isGrid(args[0]) ? args[0] : null;
	for (let i = deals === null ? 0 : 1; i < args.length; i++) {
		const argument = args[i] ?? null;
		if (argument === null) continue;
		const cell = isGrid(argument) ? onlyCell(argument) : (argument as Cell);
		if (cell === null) return misused('unexpectedRange', { position: i + 1 });
		if (revisionOf(cell) !== null) continue;
		const word = wordIn(cell);
		const range = args[i + 1];
		// Only a reserved word takes a range: with another argument after it, the text may be a stage, a heading or a
		// value.
		if ((word === 'stages' || word === 'history') && isGrid(range) && onlyCell(range) === null) {
			if (!definition.reserved.includes(word)) return misused('notForThisFunction', { word });
			if (tables[word] !== null) return misused('repeatedWord', { word });
			tables[word] = range;
			i++;
		} else words.push(cell);
	}
	return { ok: true, deals, ...tables, words };
}

/** The key of a word, without its prefix; '' for what is not a text. */
const wordIn = (cell: Cell): string => (typeof cell === 'string' ? textKey(prefixed(cell)?.name ?? cell) : '');

/** A reference to one cell may arrive as a range of one cell; null for a larger range. */
function onlyCell(grid: Grid): Cell | null {
	return grid.length === 1 && existing(grid[0]).length === 1 ? existing(existing(grid[0])[0]) : null;
}
