/**
 * The first look at a formula's arguments: ranges and the as-of cell apart from the words.
 * Not here: the meaning of the words, which needs the stages and headings (call.ts).
 */

import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { textKey } from '../cells/text-key.ts';
import type { MetricDefinition } from '../metrics/metric.ts';
import { existing } from '../speed/existing.ts';
import { type MisusedCall, misused } from './misuse.ts';

export interface SplitCall {
	readonly ok: true;
	/** The deal range with its header row; null when the configured table is meant. */
	readonly deals: Grid | null;
	readonly stages: Grid | null;
	readonly history: Grid | null;
	readonly asOf: Cell | null;
	/** What is left, in order. */
	readonly words: Cell[];
}

const isGrid = (value: unknown): value is Grid => Array.isArray(value) && Array.isArray(value[0]);

/**
 * Splits the arguments of a custom function as Google passes them (a range is an array of rows, an omitted argument undefined).
 * @param definition the metric whose function is called; its `reserved` decides which words take a range.
 */
export function splitCall(definition: MetricDefinition, args: readonly unknown[]): SplitCall | MisusedCall {
	const tables: { stages: Grid | null; history: Grid | null } = { stages: null, history: null };
	let asOf: Cell | null = null;
	const words: Cell[] = [];
	const first = args[0];
	const deals = isGrid(first) ? first : null;
	for (let i = deals === null ? 0 : 1; i < args.length; i++) {
		const argument = args[i];
		if (argument === undefined || argument === null) continue;
		if (isGrid(argument)) {
			// A reference to one cell may arrive as a range of one cell.
			const only = argument.length === 1 && existing(argument[0]).length === 1;
			if (!only) return misused('unexpectedRange', { position: i + 1 });
			words.push(existing(existing(argument[0])[0]));
			continue;
		}
		const word = typeof argument === 'string' ? textKey(argument) : '';
		if (word === 'stages' || word === 'history') {
			if (!definition.reserved.includes(word)) return misused('notForThisFunction', { word });
			const range = args[++i];
			if (!isGrid(range)) return misused('notARange', { word });
			if (tables[word] !== null) return misused('repeatedWord', { word });
			tables[word] = range;
		} else if (word === 'as of') {
			const cell = args[++i];
			if (cell === undefined || isBlank(cell as Cell)) return misused('missingArgument', { word });
			if (asOf !== null) return misused('repeatedWord', { word });
			asOf = isGrid(cell) ? existing(existing(cell[0])[0]) : (cell as Cell);
		} else words.push(argument as Cell);
	}
	return { ok: true, deals, ...tables, asOf, words };
}
