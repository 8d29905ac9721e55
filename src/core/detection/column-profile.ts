/** What the cells of one column look like, from a sample of its rows. Not here: which field the column is. */

import { parseAmountText } from '../cells/amount-text.ts';
import { type Cell, type Grid, isBlank, isDate, isFormulaError } from '../cells/cell.ts';
import { isPlaceholder } from '../cells/cell-text.ts';
import { parseDateText } from '../cells/date-text.ts';
import { textKey } from '../cells/text-key.ts';
import { stageMeaning, stagePlace, statusMeaning } from '../vocabulary/stage-words.ts';

const SAMPLE = 250;

export interface ColumnProfile {
	/** Sampled rows with a value in this column; placeholders and formula errors do not count. */
	readonly filled: number;
	readonly sampled: number;
	readonly dates: number;
	readonly numbers: number;
	readonly booleans: number;
	/** Amounts that are written with their currency. */
	readonly money: number;
	/** Filled cells by text key. */
	readonly distinct: ReadonlyMap<string, number>;
	/** First spelling by text key. */
	readonly spellings: ReadonlyMap<string, string>;
	/** Filled cells whose text is a won or lost word, and cells with any known stage word. */
	readonly endings: number;
	readonly stageWords: number;
	/** Filled cells that a status column would have: open, won, lost. */
	readonly statusWords: number;
}

/** Rows after `headerRow`, at most 250 spread over the whole table. */
export function sampleRows(grid: Grid, headerRow: number): number[] {
	const rows: number[] = [];
	const count = grid.length - headerRow - 1;
	const step = Math.max(1, count / SAMPLE);
	for (let at = 0; at < count; at += step) rows.push(headerRow + 1 + Math.floor(at));
	return rows;
}

type CellKind = 'date' | 'number' | 'boolean' | 'text';

function kindOfValue(cell: Exclude<Cell, string>): CellKind {
	if (isDate(cell)) return 'date';
	return typeof cell === 'number' ? 'number' : 'boolean';
}

function kindOfText(text: string, key: string): CellKind {
	if (key === 'true' || key === 'false') return 'boolean';
	// Without a digit it is neither; most names end here.
	if (!/\p{Nd}/u.test(text)) return 'text';
	if (parseDateText(text) !== null) return 'date';
	return parseAmountText(text) === null ? 'text' : 'number';
}

export function profileColumn(grid: Grid, rows: readonly number[], column: number): ColumnProfile {
	const counts = { date: 0, number: 0, boolean: 0, text: 0 };
	let filled = 0;
	let money = 0;
	const distinct = new Map<string, number>();
	const spellings = new Map<string, string>();
	const kinds = new Map<string, CellKind>();
	for (const row of rows) {
		const cell = (grid[row] as readonly Cell[])[column];
		if (cell === undefined || isBlank(cell) || isPlaceholder(cell) || isFormulaError(cell)) continue;
		filled++;
		const text = String(cell);
		const key = typeof cell === 'string' ? textKey(cell) : text;
		distinct.set(key, (distinct.get(key) ?? 0) + 1);
		if (!spellings.has(key)) spellings.set(key, text.trim());
		const kind = typeof cell === 'string' ? (kinds.get(cell) ?? kindOfText(cell, key)) : kindOfValue(cell);
		if (typeof cell === 'string') kinds.set(cell, kind);
		counts[kind]++;
		if (kind === 'number' && /\p{Sc}/u.test(text)) money++;
	}
	return {
		filled,
		sampled: rows.length,
		dates: counts.date,
		numbers: counts.number,
		booleans: counts.boolean,
		money,
		distinct,
		spellings,
		...(distinct.size <= MOST_WORDS ? countStageWords(distinct) : { endings: 0, stageWords: 0, statusWords: 0 }),
	};
}

/** More different texts than this are not stages, and are not looked up. */
const MOST_WORDS = 60;

function countStageWords(
	distinct: ReadonlyMap<string, number>,
): Pick<ColumnProfile, 'endings' | 'stageWords' | 'statusWords'> {
	let endings = 0;
	let stageWords = 0;
	let statusWords = 0;
	for (const [key, count] of distinct) {
		if (!/\p{L}/u.test(key)) continue;
		const meaning = stageMeaning(key);
		if (meaning === 'won' || meaning === 'lost') endings += count;
		if (statusMeaning(key, meaning) !== null) statusWords += count;
		if (meaning !== 'open' || stagePlace(key) >= 0) stageWords += count;
	}
	return { endings, stageWords, statusWords };
}
