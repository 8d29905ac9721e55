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

function kindOfText(text: string): 'date' | 'number' | 'text' {
	// Without a digit it is neither; most names end here.
	if (!/\p{Nd}/u.test(text)) return 'text';
	if (parseDateText(text) !== null) return 'date';
	return parseAmountText(text) === null ? 'text' : 'number';
}

export function profileColumn(grid: Grid, rows: readonly number[], column: number): ColumnProfile {
	let filled = 0;
	let dates = 0;
	let numbers = 0;
	let booleans = 0;
	let money = 0;
	const distinct = new Map<string, number>();
	const spellings = new Map<string, string>();
	const kinds = new Map<string, 'date' | 'number' | 'text'>();
	for (const row of rows) {
		const cell = (grid[row] as readonly Cell[])[column];
		if (isBlank(cell) || isPlaceholder(cell) || isFormulaError(cell)) continue;
		filled++;
		const key = typeof cell === 'string' ? textKey(cell) : String(cell);
		distinct.set(key, (distinct.get(key) ?? 0) + 1);
		if (!spellings.has(key)) spellings.set(key, String(cell).trim());
		if (isDate(cell)) dates++;
		else if (typeof cell === 'number') numbers++;
		else if (typeof cell === 'boolean' || key === 'true' || key === 'false') booleans++;
		else {
			const kind = kinds.get(cell as string) ?? kindOfText(cell as string);
			kinds.set(cell as string, kind);
			if (kind === 'date') dates++;
			if (kind === 'number') numbers++;
			if (kind === 'number' && /\p{Sc}/u.test(cell as string)) money++;
		}
	}
	let endings = 0;
	let stageWords = 0;
	let statusWords = 0;
	if (distinct.size <= 60) {
		for (const [key, count] of distinct) {
			const meaning = stageMeaning(key);
			if (meaning === 'won' || meaning === 'lost') endings += count;
			if (statusMeaning(key) !== null) statusWords += count;
			if (meaning !== 'open' || stagePlace(key) >= 0) stageWords += count;
		}
	}
	return {
		filled,
		sampled: rows.length,
		dates,
		numbers,
		booleans,
		money,
		distinct,
		spellings,
		endings,
		stageWords,
		statusWords,
	};
}
