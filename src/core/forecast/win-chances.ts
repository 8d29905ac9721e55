/**
 * The chance to be won by a day, for every state and day of the stay, going back from that day; and the chance in the
 * end. Aalen & Johansen 1978 with days in the present state. Not here: the rates (exit-rates.ts).
 */
import { at } from '../speed/numbers.ts';
import type { ExitRates, StateRates } from './exit-rates.ts';
import { type MonthFactors, monthOfQuarter } from './month-factors.ts';

/** Chances of one state by days spent in it; the last entry holds for all longer stays. */
export type StateChances = Float64Array;

export interface ChancesByDay {
	/** Seen from the as-of day. */
	readonly now: readonly StateChances[];
	/** Chance of a deal that enters a state, summed over the days of entry from the day after the as-of day on. */
	readonly entered: Float64Array;
}

/** What is left for winning and staying. */
export function capOf({ lost, moved }: StateRates): Float64Array {
	return lost.map(
		(rate, day) => 1 - rate - moved.reduce((sum, rates) => sum + (rates === null ? 0 : at(rates, day)), 0),
	);
}

/** @param lastDay the day by which the win must come, after the as-of day */
export function chancesUntil(rates: ExitRates, factors: MonthFactors, asOf: number, lastDay: number): ChancesByDay {
	const chances = rates.map(({ support }) => new Float64Array(support + 1));
	const caps = rates.map(capOf);
	const entered = new Float64Array(rates.length);
	const fresh = new Float64Array(rates.length);
	for (let day = lastDay; day > asOf; day--) {
		chances.forEach((chance, state) => {
			fresh[state] = at(chance, 0);
			entered[state] = at(entered, state) + at(chance, 0);
		});
		const factor = factors[monthOfQuarter(day)] ?? 1;
		rates.forEach((own, state) => {
			const chance = chances[state];
			const cap = caps[state];
			if (chance !== undefined && cap !== undefined) oneDayBack(own, cap, factor, fresh, chance);
		});
	}
	return { now: chances, entered };
}

/** From the chances of the next day to those of this one, in place: an entry needs only itself and the one after it. */
export function oneDayBack(
	{ support, won, moved }: StateRates,
	cap: Float64Array,
	factor: number,
	fresh: Float64Array,
	chance: Float64Array,
): void {
	for (let spent = 0; spent <= support; spent++) {
		const left = cap[spent + 1] ?? 0;
		const w = Math.min((won[spent + 1] ?? 0) * factor, left);
		chance[spent] = w + (left - w) * (chance[spent < support ? spent + 1 : spent] ?? 0);
	}
	for (let to = 0; to < moved.length; to++) {
		const rates = moved[to];
		const there = fresh[to] ?? 0;
		if (rates === null || rates === undefined || there === 0) continue;
		for (let spent = 0; spent <= support; spent++)
			chance[spent] = (chance[spent] ?? 0) + (rates[spent + 1] ?? 0) * there;
	}
}

/**
 * The chance to be won in the end of a deal that is still in its state.
 * Each is a part of its own plus a multiple of the chances on entering the states, which solve a small linear system.
 */
export function finalChances(rates: ExitRates): StateChances[] {
	const size = rates.length;
	// Row 0 is the part won from the state itself, row j + 1 the part that goes on by entering state j.
	const parts = rates.map((own) => {
		const cap = capOf(own);
		return [own.won, ...own.moved].map((gone) => throughStay(own, cap, gone));
	});
	const system = parts.map((rows, state) =>
		Array.from({ length: size + 1 }, (_, column) => {
			if (column === size) return at(rows[0] ?? [], 0);
			return (column === state ? 1 : 0) - at(rows[column + 1] ?? [], 0);
		}),
	);
	const fresh = solved(system);
	return parts.map(([won = new Float64Array(0), ...moved]) =>
		won.map((share, spent) => moved.reduce((sum, part, to) => sum + at(part, spent) * at(fresh, to), share)),
	);
}

/** Chance to leave by one kind of exit in the end, by days spent. */
function throughStay({ support, won }: StateRates, cap: Float64Array, gone: Float64Array | null): Float64Array {
	const share = new Float64Array(support + 1);
	if (gone === null) return share;
	const isWin = gone === won;
	const rateAt = (day: number): number => (isWin ? Math.min(at(won, day), at(cap, day)) : at(gone, day));
	const staysAt = (day: number): number => at(cap, day) - Math.min(at(won, day), at(cap, day));
	const leaving = 1 - staysAt(support + 1);
	share[support] = leaving > 0 ? rateAt(support + 1) / leaving : 0;
	for (let spent = support - 1; spent >= 0; spent--)
		share[spent] = rateAt(spent + 1) + staysAt(spent + 1) * at(share, spent + 1);
	return share;
}

/**
 * Solves the rows of [coefficients, right side] by elimination; what no row decides is 0 (states that only lead to one
 * another).
 */
function solved(system: readonly number[][]): number[] {
	const size = system.length;
	const rows = system.map((row) => [...row]);
	for (let column = 0; column < size; column++) {
		const pivot = rows
			.slice(column)
			.reduce(
				(best, row, i) => (Math.abs(at(row, column)) > Math.abs(at(rows[best] ?? [], column)) ? i + column : best),
				column,
			);
		const chosen = rows[pivot] ?? [];
		rows[pivot] = rows[column] ?? [];
		rows[column] = chosen;
		const divisor = at(chosen, column);
		if (Math.abs(divisor) < 1e-12) {
			rows[column] = chosen.map((_, i) => (i === column ? 1 : 0));
			continue;
		}
		for (let i = 0; i < size; i++) {
			const row = rows[i];
			if (i === column || row === undefined) continue;
			const multiple = at(row, column) / divisor;
			for (let j = column; j <= size; j++) row[j] = at(row, j) - multiple * at(chosen, j);
		}
	}
	return rows.map((row, i) => at(row, size) / (at(row, i) || 1));
}
