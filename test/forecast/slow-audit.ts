/** Calibration of the stages and the change of a period once more, from their definitions alone: products, double sums, all orders. */
import type { PlainDeal, PlainTable } from './slow-rates.ts';

const total = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const isEnded = ({ stage, closed }: PlainDeal): boolean => closed !== null && (stage === 'Won' || stage === 'Lost');

interface Followed {
	readonly days: number;
	readonly end: 'won' | 'lost' | 'still';
}

/** Share won in the end with its variance: Aalen–Johansen, the variance as the double sum of the delta method. */
function shareWon(deals: readonly Followed[]) {
	const times = [...new Set(deals.map(({ days }) => days))].sort((a, b) => a - b);
	const at = (time: number, end: Followed['end']): number =>
		deals.filter(({ days, end: own }) => days === time && own === end).length;
	const risk = (time: number): number => deals.filter(({ days }) => days >= time).length;
	const all = (time: number): number => at(time, 'won') + at(time, 'lost');
	const survived = (before: number): number =>
		times.filter((time) => time < before).reduce((left, time) => left * (1 - all(time) / risk(time)), 1);
	const wonBy = (last: number): number =>
		total(times.filter((time) => time <= last).map((time) => (survived(time) * at(time, 'won')) / risk(time)));
	const seen = wonBy(Number.POSITIVE_INFINITY);
	const variance = total(
		times.map((time) => {
			const [n, d, w, s] = [risk(time), all(time), at(time, 'won'), survived(time)];
			const rest = seen - wonBy(time);
			const waiting = n > d ? (rest ** 2 * d) / (n * (n - d)) : 0;
			return waiting + (s ** 2 * w * (n - w)) / n ** 3 - (2 * rest * s * w) / n ** 2;
		}),
	);
	const size = variance > 0 && seen > 0 && seen < 1 ? (seen * (1 - seen)) / variance : deals.length;
	const supported = Math.max(...times.filter((time) => risk(time) >= 5));
	return { seen, size, unresolved: survived(Number.POSITIVE_INFINITY), supported };
}

/** 95 % interval of Wilson as the two roots of its quadratic. */
function wilson(p: number, n: number): [number, number] {
	const z2 = 1.959963984540054 ** 2;
	const [a, b, c] = [1 + z2 / n, -(2 * p + z2 / n), p * p];
	const root = Math.sqrt(b * b - 4 * a * c);
	return [(-b - root) / (2 * a), (-b + root) / (2 * a)];
}

/** Entered: the first day in the stage or one beyond; deals of the first stage at the latest when they were created. */
export function slowStageCalibration({ deals, open, asOf }: PlainTable) {
	const rows = open.map(({ name, probability }, rank) => {
		const beyond = [...open.slice(rank).map((stage) => stage.name), 'Won'];
		const followed = deals.flatMap((deal): Followed[] => {
			const entered = deal.changes.find(({ stage }) => beyond.includes(stage))?.day;
			if (entered === undefined) return [];
			const isOver = isEnded(deal);
			const days = (isOver ? (deal.closed ?? asOf) : asOf) - entered;
			return [{ days, end: isOver ? (deal.stage === 'Won' ? 'won' : 'lost') : 'still' }];
		});
		const { seen, size, unresolved, supported } = shareWon(followed);
		const [low, high] = wilson(seen, size);
		const [n, won, lost] = [
			followed.length,
			...(['won', 'lost'] as const).map((end) => followed.filter((own) => own.end === end).length),
		];
		const verdict = n < 20 ? 'few' : probability > high ? 'high' : probability < low ? 'low' : 'within';
		return {
			...{ name, set: probability, seen, low, high, n, won, lost, unresolved, size, supported, verdict },
			offer: 0,
		};
	});
	// Non-decreasing: the largest of the smallest weighted means of neighbors.
	const meanOf = (from: number, to: number): number => {
		const part = rows.slice(from, to + 1);
		return total(part.map(({ seen, size }) => seen * size)) / total(part.map(({ size }) => size));
	};
	const places = rows.map((_, i) => i);
	return rows.map((row, i) => {
		const lowest = (from: number): number => Math.min(...places.filter((to) => to >= i).map((to) => meanOf(from, to)));
		return { ...row, offer: Math.max(...places.filter((from) => from <= i).map(lowest)) };
	});
}

type Span = readonly [first: number, last: number];

function figuresOf({ deals }: PlainTable, [first, last]: Span) {
	const closed = deals.filter((deal) => isEnded(deal) && (deal.closed ?? 0) >= first && (deal.closed ?? 0) <= last);
	const won = closed.filter(({ stage, amount }) => stage === 'Won' && amount !== null);
	const money = total(won.map(({ amount }) => amount ?? 0));
	const counted = closed.filter(({ stage }) => stage === 'Lost').length + won.length;
	const open = deals.filter((deal) => deal.created <= last && !(isEnded(deal) && (deal.closed ?? 0) <= last)).length;
	const cycle = total(won.map((deal) => (deal.closed ?? 0) - deal.created)) / won.length;
	return {
		...{ days: last - first + 1, closed: counted, won: won.length, rate: won.length / counted },
		...{ average: money / won.length, money, open, cycle },
	};
}

/** Effect of each factor on their product, as the mean over all orders in which they could have changed. */
function effects(before: readonly number[], now: readonly number[]): number[] {
	const orders = (left: readonly number[]): number[][] =>
		left.length === 0
			? [[]]
			: left.flatMap((first) => orders(left.filter((other) => other !== first)).map((rest) => [first, ...rest]));
	const all = orders(before.map((_, i) => i));
	const product = (values: readonly number[]): number => values.reduce((whole, value) => whole * value, 1);
	return before.map(
		(_, factor) =>
			total(
				all.map((order) => {
					const earlier = order.slice(0, order.indexOf(factor));
					const mixed = before.map((value, i) => (earlier.includes(i) ? (now[i] ?? 0) : value));
					return product(mixed.map((value, i) => (i === factor ? (now[i] ?? 0) : value))) - product(mixed);
				}),
			) / all.length,
	);
}

/** @param text a day as the answers write it */
export function slowChange(table: PlainTable, beforeSpan: Span, nowSpan: Span, text: (day: number) => string) {
	const [before, now] = [figuresOf(table, beforeSpan), figuresOf(table, nowSpan)];
	const [deals = 0, winRate = 0, size = 0] = effects(
		[before.closed, before.rate, before.average],
		[now.closed, now.rate, now.average],
	);
	const velocity = (of: typeof now): number[] => [of.open, of.rate, of.average, 1 / of.cycle];
	const [open = 0, rate = 0, average = 0, cycle = 0] = effects(velocity(before), velocity(now));
	const perDay = (of: typeof now): number => (of.open * of.rate * of.average) / of.cycle;
	return {
		before: { ...before, period: beforeSpan.map(text) },
		now: { ...now, period: nowSpan.map(text) },
		by: null,
		bookings: { change: now.money - before.money, deals, winRate, size },
		velocity: { ...{ before: perDay(before), now: perDay(now), open }, ...{ winRate: rate, size: average, cycle } },
	};
}
