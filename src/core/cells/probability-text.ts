/**
 * Probabilities from cells: 35, `35%` and 0.35 are all 35 %. Used for the deals' own column and for the stage table.
 * Not here: the stage's kind (won is always 100 %, lost 0 %).
 */
import { existing } from '../speed/existing.ts';
import { amountOf, parseAmountText } from './amount-text.ts';
import { type Cell, isBlank, isFormulaError } from './cell.ts';
import { isPlaceholder } from './cell-text.ts';

export interface ProbabilityReading {
	/** 0..1 by position; NaN blank or refused. */
	readonly values: Float64Array;
	/** Positions of cells outside 0–100 % or no number. */
	readonly refused: readonly number[];
	/**
	 * Position of the first plain number strictly between 0 and 1: 0.35 may be 35 % or 0.35 %, so it is asked once; -1
	 * none.
	 */
	readonly unclear: number;
}

/** The number in a cell and whether it names percent; NaN where there is none. */
function writtenNumber(cell: Cell | undefined): { value: number; isPercent: boolean } {
	if (typeof cell === 'number') return { value: cell, isPercent: false };
	const text = typeof cell === 'string' ? parseAmountText(cell) : null;
	if (text === null) return { value: Number.NaN, isPercent: false };
	const value = text.currency === '' ? amountOf(text, text.mark === 'open,' ? ',' : '.') : Number.NaN;
	return { value, isPercent: text.isPercent };
}

function divideWholeNumbers(values: Float64Array, positions: readonly number[]): void {
	for (const i of positions) {
		const value = existing(values[i]);
		if (value >= 1 || value === 0) values[i] = value / 100;
	}
}

/** Reads the cells of one column together, so that `1` is 100 % beside 0.35 and 1 % beside 35. */
export function readProbabilities(cells: readonly (Cell | undefined)[]): ProbabilityReading {
	const values = new Float64Array(cells.length).fill(Number.NaN);
	const plain: number[] = [];
	const refused: number[] = [];
	let highest = 0;
	let unclear = -1;
	for (let i = 0; i < cells.length; i++) {
		const cell = cells[i];
		if (isBlank(cell) || isPlaceholder(cell) || isFormulaError(cell)) continue;
		const { value, isPercent } = writtenNumber(cell);
		if (!(value >= 0 && value <= 100)) {
			refused.push(i);
			continue;
		}
		values[i] = isPercent ? value / 100 : value;
		if (isPercent) continue;
		plain.push(i);
		if (value > highest) highest = value;
		if (unclear < 0 && value > 0 && value < 1) unclear = i;
	}
	// 1 alone says nothing; a fraction beside it makes it 100 %, a number above it makes it 1 %.
	if (highest > 1) divideWholeNumbers(values, plain);
	return { values, refused, unclear };
}
