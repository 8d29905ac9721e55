/**
 * Counts the deals of a selection, and adds their amounts, by slot in one pass: slots are stages, months or reasons.
 * Currencies are never added. Not here: which slots a figure wants, totals over slots (amount-sums.ts).
 */
import { inBlocks } from '../blocks.ts';
import type { AmountColumn } from '../opportunity.ts';
import type { AmountSums } from './amount-sums.ts';
import type { Selection } from './selection.ts';

/** Writes the slot of each deal from entry `from` to `to` (exclusive) of the selection to `slots`, beginning at 0. */
export type SlotBlock = (from: number, to: number, slots: Int32Array) => void;

export interface Tally {
	/** Deals by slot. */
	readonly counts: Int32Array;
	/** Null without an amount column. */
	readonly amounts: AmountSums | null;
}

function countBlock(slots: Int32Array, length: number, counts: Int32Array): void {
	for (let i = 0; i < length; i++) counts[slots[i] as number] = (counts[slots[i] as number] as number) + 1;
}

/** Plain sums of one block: short enough to lose nothing that counts. */
function addBlock(
	{ values, currencyCodes }: AmountColumn,
	deals: Int32Array | null,
	from: number,
	to: number,
	slots: Int32Array,
	slotCount: number,
	sums: Float64Array,
	counts: Int32Array,
): void {
	for (let i = from; i < to; i++) {
		const deal = deals === null ? i : (deals[i] as number);
		const value = values[deal] as number;
		if (Number.isNaN(value)) continue;
		const cell = (currencyCodes === null ? 0 : (currencyCodes[deal] as number) * slotCount) + (slots[i - from] as number);
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

/** @param column null: amounts are not wanted, or there are none */
export function tally({ deals, count }: Selection, slotCount: number, fill: SlotBlock, column: AmountColumn | null): Tally {
	const size = column === null ? 0 : slotCount * column.currencies.length;
	const [sums, lost, block] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
	const [counts, withAmount] = [new Int32Array(slotCount), new Int32Array(size)];
	let slots = new Int32Array(0);
	inBlocks(0, count, (from, to) => {
		if (slots.length < to - from) slots = new Int32Array(to - from);
		fill(from, to, slots);
		countBlock(slots, to - from, counts);
		if (column === null) return;
		addBlock(column, deals, from, to, slots, slotCount, block, withAmount);
		fold(block, sums, lost);
	});
	if (column === null) return { counts, amounts: null };
	const amounts = {
		slots: slotCount,
		sums: sums.map((sum, cell) => sum + (lost[cell] as number)),
		counts: withAmount,
		currencies: column.currencies,
	};
	return { counts, amounts };
}

/** Slot `code + offset` of each deal. */
export function slotsOfCodes({ deals }: Selection, codes: Int32Array | Int16Array, offset: number): SlotBlock {
	return (from, to, slots) => codeBlock(codes, offset, deals, from, to, slots);
}

function codeBlock(
	codes: Int32Array | Int16Array,
	offset: number,
	deals: Int32Array | null,
	from: number,
	to: number,
	slots: Int32Array,
): void {
	for (let i = from; i < to; i++) slots[i - from] = (codes[deals === null ? i : (deals[i] as number)] as number) + offset;
}
