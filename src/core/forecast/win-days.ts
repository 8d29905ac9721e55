/**
 * Days until half of those that will be won are won, for deals still in their stage. Not here: the chance itself
 * (win-chances.ts).
 */
import { at } from '../speed/numbers.ts';
import type { ExitRates } from './exit-rates.ts';
import { capOf, oneDayBack, type StateChances } from './win-chances.ts';

interface Place {
	readonly state: number;
	/** Days in the state so far. */
	readonly spent: number;
}

/** Whatever takes longer has no median that helps anybody. */
const LONGEST = 3653;

/**
 * @param final chances in the end, as of finalChances
 * @param wanted the places that will be asked for
 * @returns null where there is no chance, or half is not reached within ten years
 */
export function daysToHalf(
	rates: ExitRates,
	final: readonly StateChances[],
	wanted: readonly Place[],
): (state: number, spent: number) => number | null {
	const keyOf = (state: number, spent: number): string => `${state} ${Math.min(spent, rates[state]?.support ?? 0)}`;
	const found = new Map<string, number>();
	let open = new Map<string, Place>();
	for (const { state, spent } of wanted) {
		const place = { state, spent: Math.min(spent, rates[state]?.support ?? 0) };
		if (at(final[state] ?? [], place.spent) > 0) open.set(keyOf(state, spent), place);
	}
	const caps = rates.map(capOf);
	const chances = rates.map(({ support }) => new Float64Array(support + 1));
	const fresh = new Float64Array(rates.length);
	for (let days = 1; days <= LONGEST && open.size > 0; days++) {
		chances.forEach((chance, state) => {
			fresh[state] = at(chance, 0);
		});
		rates.forEach((own, state) => {
			const [cap, chance] = [caps[state], chances[state]];
			if (cap !== undefined && chance !== undefined) oneDayBack(own, cap, 1, fresh, chance);
		});
		const left = new Map<string, Place>();
		for (const [key, place] of open) {
			const { state, spent } = place;
			if (at(chances[state] ?? [], spent) >= at(final[state] ?? [], spent) / 2 - 1e-12) found.set(key, days);
			else left.set(key, place);
		}
		open = left;
	}
	return (state, spent) => found.get(keyOf(state, spent)) ?? null;
}
