/**
 * The forecast once more, written from its definition and from nothing else: day by day, deal by deal, forward in time, with sums on whole numbers.
 * It shares no code with the product and is hundreds of times slower. Not here: what is learned (slow-rates.ts), audits and changes (slow-audit.ts).
 */
import { dateOf, dayAt, type Learned, learn, type PlainDeal, type PlainTable, stateOn, sum } from './slow-rates.ts';

function monthEnds(table: PlainTable, asOf: number): number[] {
	const next = dateOf(asOf + 1);
	const first = table.months === 3 ? Math.floor(next.getUTCMonth() / 3) * 3 : next.getUTCMonth();
	return Array.from(
		{ length: table.periods },
		(_, i) => dayAt(next.getUTCFullYear(), first + (i + 1) * table.months, 1) - 1,
	);
}

/** Chance to be won by each of the coming days, of a deal in a state for so many days. */
function chanceByDay(
	{ rateOf, support, factors }: Learned,
	state: number,
	spent: number,
	from: number,
	last: number,
): number[] {
	const states = support.map((_, i) => i);
	let mass = new Map<string, number>([[`${state} ${spent}`, 1]]);
	let won = 0;
	const byDay: number[] = [];
	for (let day = from + 1; day <= last; day++) {
		const after = new Map<string, number>();
		const put = (own: number, days: number, share: number): void => {
			const at = `${own} ${Math.min(days, (support[own] ?? 0) + 1)}`;
			after.set(at, (after.get(at) ?? 0) + share);
		};
		for (const [at, share] of mass) {
			const [own = 0, days = 0] = at.split(' ').map(Number);
			const lost = rateOf(own, days + 1, 'lost');
			const moves = states.map((to) => (to === own ? 0 : rateOf(own, days + 1, to)));
			const left = 1 - lost - sum(moves);
			const wins = Math.min(rateOf(own, days + 1, 'won') * (factors[dateOf(day).getUTCMonth() % 3] ?? 1), left);
			won += share * wins;
			for (const [to, move] of moves.entries()) if (move > 0) put(to, 0, share * move);
			put(own, days + 1, share * (left - wins));
		}
		mass = after;
		byDay.push(won);
	}
	return byDay;
}

/** Chances on whole sums of money. */
function distribution(
	bets: readonly (readonly [amount: number, chance: number])[],
	others: number,
	drawn: readonly number[],
): number[] {
	const convolved = (a: readonly number[], b: readonly number[]): number[] => {
		const all = new Array<number>(a.length + b.length - 1).fill(0);
		for (const [i, x] of a.entries())
			if (x > 0) for (const [j, y] of b.entries()) if (y > 0) all[i + j] = (all[i + j] ?? 0) + x * y;
		return all;
	};
	const single = new Array<number>(Math.max(0, ...drawn) + 1).fill(0);
	for (const amount of drawn) single[amount] = (single[amount] ?? 0) + 1 / drawn.length;
	let mass = [0];
	let term = Math.exp(-others);
	let power = [1];
	for (let k = 0; k < others + 10 * Math.sqrt(others) + 12 && (k === 0 || drawn.length > 0); k++) {
		for (const [i, share] of power.entries()) mass[i] = (mass[i] ?? 0) + term * share;
		power = drawn.length > 0 ? convolved(power, single) : [];
		term *= others / (k + 1);
	}
	for (const [amount, chance] of bets) {
		const bet = new Array<number>(amount + 1).fill(0);
		bet[0] = 1 - chance;
		bet[amount] = (bet[amount] ?? 0) + chance;
		mass = convolved(mass, bet);
	}
	return mass;
}

export interface SlowPeriod {
	readonly first: number;
	readonly last: number;
	readonly fromOpen: number;
	readonly others: number;
	readonly meanWon: number;
	readonly mean: number;
	readonly variance: number;
	/** Chance of each whole sum. */
	readonly mass: () => readonly number[];
}

export interface SlowForecast {
	readonly learned: Learned;
	readonly open: readonly PlainDeal[];
	/** Chance by the end of each period, by deal. */
	readonly chances: readonly number[][];
	readonly periods: readonly SlowPeriod[];
	readonly together: SlowPeriod;
}

export function slowForecast(table: PlainTable, asOf: number): SlowForecast | null {
	const learned = learn(table, asOf);
	if (learned === null) return null;
	const ends = monthEnds(table, asOf);
	const last = ends.at(-1) ?? asOf;
	const open =
		table.mode === 'rate' ? [] : table.deals.filter((deal) => typeof stateOn(table, deal, asOf) === 'number');
	const rows = open.map((deal) => {
		let entered = asOf;
		while (stateOn(table, deal, entered - 1) === stateOn(table, deal, asOf)) entered--;
		const byDay = chanceByDay(learned, Number(stateOn(table, deal, asOf)), asOf - entered, asOf, last);
		return ends.map((end) => byDay[end - asOf - 1] ?? 0);
	});
	const chances = table.mode === 'tilt' && asOf === table.asOf ? tilted(table, open, rows) : rows;
	const others = newWins(learned, asOf, ends);
	const period = (first: number, end: number, own: readonly number[], fresh: number): SlowPeriod => {
		const bets = open.flatMap(({ amount }, i) => (amount === null ? [] : [[amount, own[i] ?? 0] as const]));
		const blank = sum(open.map(({ amount }, i) => (amount === null ? (own[i] ?? 0) : 0)));
		const { amounts } = learned;
		const meanWon = amounts.length === 0 ? 0 : sum(amounts) / amounts.length;
		const meanSquare = amounts.length === 0 ? 0 : sum(amounts.map((amount) => amount ** 2)) / amounts.length;
		const fromOpen = sum(bets.map(([amount, chance]) => amount * chance));
		return {
			...{ first, last: end, fromOpen, others: fresh + blank, meanWon },
			mean: fromOpen + (fresh + blank) * meanWon,
			variance: sum(bets.map(([amount, p]) => amount ** 2 * p * (1 - p))) + (fresh + blank) * meanSquare,
			mass: () => distribution(bets, fresh + blank, amounts),
		};
	};
	const before = (i: number, of: readonly number[]): number => (i === 0 ? 0 : (of[i - 1] ?? 0));
	return {
		...{ learned, open, chances },
		periods: ends.map((end, i) =>
			period(
				(i === 0 ? asOf : (ends[i - 1] ?? 0)) + 1,
				end,
				chances.map((own) => (own[i] ?? 0) - before(i, own)),
				(others[i] ?? 0) - before(i, others),
			),
		),
		together: period(
			asOf + 1,
			last,
			chances.map((own) => own.at(-1) ?? 0),
			others.at(-1) ?? 0,
		),
	};
}

/** Wins of deals that come later, by the end of each period: each coming day brings its share, which is followed from there. */
function newWins(learned: Learned, asOf: number, ends: readonly number[]): number[] {
	const { support, factors, start, created } = learned;
	const last = ends.at(-1) ?? asOf;
	const won = ends.map(() => 0);
	for (let day = asOf + 1; day <= last; day++) {
		const ways = support.map((_, state) => [start[state] ?? 0, chanceByDay(learned, state, 0, day, last)] as const);
		for (const [i, end] of ends.entries()) {
			if (day > end) continue;
			const later = sum(ways.map(([share, byDay]) => share * (byDay[end - day - 1] ?? 0)));
			const now =
				support.length === 0
					? (learned.wins / learned.days) * (factors[dateOf(day).getUTCMonth() % 3] ?? 1)
					: (created / learned.days) * ((start[support.length] ?? 0) + later);
			won[i] = (won[i] ?? 0) + now;
		}
	}
	return won;
}

/** Chances moved by the odds of the stage list, one shift for all that keeps their sum at the last end. */
function tilted(table: PlainTable, open: readonly PlainDeal[], rows: readonly number[][]): number[][] {
	const odds = (p: number): number => p / (1 - p);
	const listed = open.map(({ stage }) => {
		const probability = table.open.find(({ name }) => name === stage)?.probability ?? Number.NaN;
		return odds(Math.min(0.99, Math.max(0.01, probability)));
	});
	const moved = (p: number, i: number, shift: number): number => {
		const own = odds(p) * (listed[i] ?? 1) * Math.exp(shift);
		return p <= 0 || p >= 1 ? p : own / (1 + own);
	};
	const last = rows.map((own) => own.at(-1) ?? 0);
	let [low, high] = [-60, 60];
	for (let step = 0; step < 200; step++) {
		const middle = (low + high) / 2;
		if (sum(last.map((p, i) => moved(p, i, middle))) > sum(last)) high = middle;
		else low = middle;
	}
	return rows.map((own, i) => own.map((p) => moved(p, i, (low + high) / 2)));
}
