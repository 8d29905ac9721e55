/** The open deals on a day, each with the state that it is in and the days spent there. */
import { at } from '../speed/numbers.ts';
import type { DealPaths } from './deal-paths.ts';

export interface OpenDeals {
	/** Entry of the deal in the paths that they come from. */
	readonly entries: Int32Array;
	readonly state: Int16Array;
	readonly spent: Int32Array;
	/** NaN blank. */
	readonly amount: Float64Array;
}

export function openDeals({ stays, amount }: DealPaths, asOf: number): OpenDeals {
	const most = stays.deal.length;
	const found = { entries: new Int32Array(most), state: new Int16Array(most), spent: new Int32Array(most) };
	let count = 0;
	for (let i = 0; i < most; i++) {
		const entry = at(stays.from, i);
		if (entry > asOf || at(stays.to, i) <= asOf) continue;
		found.entries[count] = at(stays.deal, i);
		found.state[count] = at(stays.state, i);
		found.spent[count] = asOf - entry;
		count++;
	}
	const entries = found.entries.subarray(0, count);
	return {
		entries,
		state: found.state.subarray(0, count),
		spent: found.spent.subarray(0, count),
		amount: Float64Array.from(entries, (deal) => at(amount, deal)),
	};
}
