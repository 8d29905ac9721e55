/**
 * Amounts by currency and slot, and totals over slots: over several currencies there is no sum.
 * Not here: adding them up (slot-sums.ts), which slots a metric wants.
 */
import { isSeveral } from '../cells/format-currency.ts';
import { existing } from '../speed/existing.ts';

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

/** A currency as it is shown; some amounts of a table may have none. */
export function currencyName(code: string): string {
	return code === '' ? '?' : code;
}

/** Indices of the currencies that have an amount in these slots. */
export function currenciesOf({ counts, slots, currencies }: AmountSums, isIn: (slot: number) => boolean): number[] {
	return currencies
		.map((_, c) => c)
		.filter((c) => counts.some((count, cell) => count > 0 && Math.floor(cell / slots) === c && isIn(cell % slots)));
}

/** The same amounts in other slots. @param slotOf new slot of a slot */
export function regrouped(
	{ slots, sums, counts, currencies }: AmountSums,
	size: number,
	slotOf: (slot: number) => number,
): AmountSums {
	const moved = { sums: new Float64Array(size * currencies.length), counts: new Int32Array(size * currencies.length) };
	counts.forEach((count, cell) => {
		const to = Math.floor(cell / slots) * size + slotOf(cell % slots);
		moved.sums[to] = existing(moved.sums[to]) + existing(sums[cell]);
		moved.counts[to] = existing(moved.counts[to]) + count;
	});
	return { slots: size, ...moved, currencies };
}

/** @param currency index of the only currency that is wanted; every one when left out */
export function amountTotal(
	{ slots, sums, counts, currencies }: AmountSums,
	isIn: (slot: number) => boolean,
	currency?: number,
): AmountTotal {
	let present = 0;
	let n = 0;
	let sum = 0;
	for (let c = currency ?? 0; c < (currency === undefined ? currencies.length : currency + 1); c++) {
		let own = 0;
		for (let slot = 0; slot < slots; slot++) {
			if (!isIn(slot)) continue;
			own += existing(counts[c * slots + slot]);
			sum += existing(sums[c * slots + slot]);
		}
		n += own;
		// One name of several that only number formats tell apart counts as several.
		if (own > 0) present += isSeveral(existing(currencies[c])) ? 2 : 1;
	}
	return { n, sum: present === 1 ? sum : null, isMixed: present > 1 };
}
