/**
 * Counts the deals of a selection, or adds their amounts, by slot: slots are stages, months or reasons.
 * Currencies are never added. Not here: which slots a figure wants, totals over slots (amount-sums.ts).
 */

import type { AmountColumn, Codes } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import type { AmountSums } from './amount-sums.ts';
import type { Selection } from './selection.ts';

/** Writes the slot of each deal from entry `from` to `to` (exclusive) of the selection to `slots`, beginning at 0. */
export type SlotBlock = (from: number, to: number, slots: Int32Array) => void;

/** Calls `use` with the slots of one block after the other. */
function inSlotBlocks(
	count: number,
	fill: SlotBlock,
	use: (from: number, to: number, slots: Int32Array) => void,
): void {
	let slots = new Int32Array(0);
	inBlocks(0, count, (from, to) => {
		if (slots.length < to - from) slots = new Int32Array(to - from);
		fill(from, to, slots);
		use(from, to, slots);
	});
}

function countBlock(slots: Int32Array, length: number, counts: Int32Array): void {
	for (let i = 0; i < length; i++) counts[existing(slots[i])] = existing(counts[existing(slots[i])]) + 1;
}

/** Deals by slot. */
export function slotCounts({ count }: Selection, slotCount: number, fill: SlotBlock): Int32Array {
	const counts = new Int32Array(slotCount);
	inSlotBlocks(count, fill, (from, to, slots) => countBlock(slots, to - from, counts));
	return counts;
}

/** Plain sums of one block: short enough to lose nothing that counts. */
function addBlock(
	values: Float64Array,
	deals: Int32Array | null,
	from: number,
	to: number,
	slots: Int32Array,
	sums: Float64Array,
	counts: Int32Array,
): void {
	for (let i = from; i < to; i++) {
		const value = existing(values[deals === null ? i : existing(deals[i])]);
		if (Number.isNaN(value)) continue;
		const slot = existing(slots[i - from]);
		sums[slot] = existing(sums[slot]) + value;
		counts[slot] = existing(counts[slot]) + 1;
	}
}

/** Moves each slot to the place of its deal's currency. */
function placeByCurrency(
	currencyCodes: Codes,
	deals: Int32Array | null,
	from: number,
	to: number,
	slots: Int32Array,
	slotCount: number,
): void {
	for (let i = from; i < to; i++) {
		const deal = deals === null ? i : existing(deals[i]);
		slots[i - from] = existing(slots[i - from]) + existing(currencyCodes[deal]) * slotCount;
	}
}

/** Adds the sums of a block to the whole and keeps what rounding drops (Neumaier 1974); empties the block. */
function fold(block: Float64Array, sums: Float64Array, lost: Float64Array): void {
	for (let cell = 0; cell < block.length; cell++) {
		const value = existing(block[cell]);
		const before = existing(sums[cell]);
		const next = before + value;
		lost[cell] =
			existing(lost[cell]) + (Math.abs(before) >= Math.abs(value) ? before - next + value : value - next + before);
		sums[cell] = next;
	}
	block.fill(0);
}

/** Amounts by currency and slot. */
export function slotAmounts(
	{ deals, count }: Selection,
	slotCount: number,
	fill: SlotBlock,
	column: AmountColumn,
): AmountSums {
	const { values, currencyCodes, currencies } = column;
	const size = slotCount * currencies.length;
	const [sums, lost, block] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
	const counts = new Int32Array(size);
	inSlotBlocks(count, fill, (from, to, slots) => {
		if (currencyCodes !== null) placeByCurrency(currencyCodes, deals, from, to, slots, slotCount);
		addBlock(values, deals, from, to, slots, block, counts);
		fold(block, sums, lost);
	});
	return { slots: slotCount, sums: sums.map((sum, cell) => sum + existing(lost[cell])), counts, currencies };
}

/** Slot `code + offset` of each deal. */
export function slotsOfCodes({ deals }: Selection, codes: Codes, offset: number): SlotBlock {
	return (from, to, slots) => codeBlock(codes, offset, deals, from, to, slots);
}

function codeBlock(
	codes: Codes,
	offset: number,
	deals: Int32Array | null,
	from: number,
	to: number,
	slots: Int32Array,
): void {
	for (let i = from; i < to; i++) slots[i - from] = existing(codes[deals === null ? i : existing(deals[i])]) + offset;
}
