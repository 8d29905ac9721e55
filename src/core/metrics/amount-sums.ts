/**
 * Amounts by currency and slot: the layer of the statistics that touches the amount column.
 * Currencies are never added: a total over several has no sum. Not here: which slots a metric wants.
 */
import type { AmountColumn } from '../opportunity.ts';
import { inBlocks } from './blocks.ts';
import type { Selection } from './selection.ts';

export interface AmountSums {
	readonly slots: number;
	/** Entry currency × slots + slot; compensated, so that a million amounts add up to the last digit. */
	readonly sums: Float64Array;
	/** Deals with an amount (zero is one, a blank is not), laid out in the same way. */
	readonly counts: Int32Array;
	readonly currencies: readonly string[];
}

export interface AmountTotal {
	/** Null without an amount and over several currencies. */
	readonly sum: number | null;
	/** Deals with an amount. */
	readonly n: number;
	readonly isMixed: boolean;
}

/** Plain sums of one block: short enough to lose nothing that counts. */
function addBlock(
	values: Float64Array,
	currencyCodes: Int32Array | null,
	codes: ArrayLike<number>,
	offset: number,
	slots: number,
	deals: Int32Array | null,
	from: number,
	to: number,
	sums: Float64Array,
	counts: Int32Array,
): void {
	for (let i = from; i < to; i++) {
		const deal = deals === null ? i : (deals[i] as number);
		const value = values[deal] as number;
		if (Number.isNaN(value)) continue;
		const cell = (currencyCodes === null ? 0 : (currencyCodes[deal] as number) * slots) + (codes[deal] as number) + offset;
		sums[cell] = (sums[cell] as number) + value;
		counts[cell] = (counts[cell] as number) + 1;
	}
}

/** Adds the sums of a block to the whole and keeps what rounding drops (Neumaier 1974); empties the block. */
function fold(block: Float64Array, sums: Float64Array, lost: Float64Array): void {
	for (let cell = 0; cell < block.length; cell++) {
		const value = block[cell] as number;
		const before = sums[cell] as number;
		const next = before + value;
		lost[cell] = (lost[cell] as number) + (Math.abs(before) >= Math.abs(value) ? before - next + value : value - next + before);
		sums[cell] = next;
	}
	block.fill(0);
}

/** @param codes by deal; `code + offset` is the slot */
export function amountSums(
	column: AmountColumn,
	codes: ArrayLike<number>,
	offset: number,
	slots: number,
	selection: Selection,
): AmountSums {
	const size = slots * column.currencies.length;
	const [sums, lost, block, counts] = [new Float64Array(size), new Float64Array(size), new Float64Array(size), new Int32Array(size)];
	inBlocks(selection.count, (from, to) => {
		addBlock(column.values, column.currencyCodes, codes, offset, slots, selection.deals, from, to, block, counts);
		fold(block, sums, lost);
	});
	return { slots, sums: sums.map((sum, cell) => sum + (lost[cell] as number)), counts, currencies: column.currencies };
}

/** Indices of the currencies that have an amount in these slots. */
export function currenciesOf({ counts, slots, currencies }: AmountSums, isIn: (slot: number) => boolean): number[] {
	return currencies
		.map((_, c) => c)
		.filter((c) => counts.some((count, cell) => count > 0 && Math.floor(cell / slots) === c && isIn(cell % slots)));
}

/** @param currency index of the only currency that is wanted; every one when left out */
export function amountTotal(amounts: AmountSums, isIn: (slot: number) => boolean, currency?: number): AmountTotal {
	const present = currenciesOf(amounts, isIn).filter((c) => currency === undefined || c === currency);
	let n = 0;
	let sum = 0;
	amounts.counts.forEach((count, cell) => {
		if (!isIn(cell % amounts.slots) || !present.includes(Math.floor(cell / amounts.slots))) return;
		n += count;
		sum += amounts.sums[cell] as number;
	});
	return { n, sum: present.length === 1 ? sum : null, isMixed: present.length > 1 };
}
