/**
 * Which open deals make the range of a forecast wide, and which share of it comes from deals that are not there yet.
 */
import { at } from '../speed/numbers.ts';
import type { Forecast } from './forecast.ts';
import { chancesOf } from './forecast-periods.ts';
import { finalChances } from './win-chances.ts';

export interface RangeDriver {
	/** Deal of the table. */
	readonly deal: number;
	/** NaN blank: it counts as a win of average size. */
	readonly amount: number;
	/** Chance by the end of the last period. */
	readonly chance: number;
	/** Expected money. */
	readonly expected: number;
	/** Share of the variance of all periods together. */
	readonly share: number;
}

/** One entry for each open deal, in the order of the basis. */
export function rangeDrivers({ basis, learned, together, outlooks }: Forecast): RangeDriver[] {
	const { open, paths } = basis;
	const { meanAmount, meanSquare } = learned.window;
	const { variance } = together.outlook;
	const chances = outlooks.chances[outlooks.chances.length - 1];
	return Array.from(open.entries, (entry, i) => {
		const amount = at(open.amount, i);
		const chance = at(chances ?? [], i);
		const isBlank = Number.isNaN(amount);
		const own = isBlank ? chance * meanSquare : amount * amount * chance * (1 - chance);
		return {
			deal: at(paths.deals, entry),
			amount,
			chance,
			expected: chance * (isBlank ? meanAmount : amount),
			share: variance > 0 ? own / variance : 0,
		};
	});
}

/** Share of the variance of all periods together that deals still to come carry, and open ones without an amount. */
export function shareOfNewDeals({ learned, together }: Forecast): number {
	const { newWins, variance } = together.outlook;
	return variance > 0 ? (newWins * learned.window.meanSquare) / variance : 0;
}

/** Drivers with the largest share first; those without any are left out. */
export function largestDrivers(drivers: readonly RangeDriver[], count: number): RangeDriver[] {
	const known = drivers.filter(({ amount, share }) => share > 0 && !Number.isNaN(amount));
	return known.sort((a, b) => b.share - a.share || a.deal - b.deal).slice(0, count);
}

/** Chance of each open deal to be won in the end, whenever that is; in the order of the basis. */
export function chancesInTheEnd({ basis, learned, outlooks }: Forecast): Float64Array {
	const { open, stageChances } = basis;
	const chances = chancesOf(open, finalChances(learned.deals?.rates ?? []));
	const { tilt } = outlooks;
	if (tilt === null || stageChances === null) return chances;
	return chances.map((chance, i) => tilt.tilted(chance, at(stageChances, i)));
}
