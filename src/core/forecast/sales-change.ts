/**
 * Why a period brought more or less than the one before: the effect of each lever, which add up to the change, and
 * whether it is beyond chance. Sources: Shapley 1953 (levers), Kitagawa 1955 (groups), Welch 1947, Benjamini & Hochberg
 * 1995. Not here: counting a period (period-figures.ts).
 */
import { existing } from '../speed/existing.ts';
import { adjustedPValues } from '../stats/benjamini-hochberg.ts';
import { normalTail } from '../stats/normal-tail.ts';
import { shapleyEffects } from '../stats/shapley.ts';
import { compareProportions } from '../stats/two-proportion.ts';
import { compareMeans, type SampleSums } from '../stats/welch.ts';
import type { PeriodFigures } from './period-figures.ts';

export type LeverName = 'deals' | 'winRate' | 'size' | 'open' | 'cycle';

export interface Lever {
	readonly name: LeverName;
	/** Null where nothing in the period tells it. */
	readonly before: number | null;
	readonly now: number | null;
	/** Null when the total cannot be computed. */
	readonly effect: number | null;
	/** Null where there is too little to tell. */
	readonly isBeyondChance: boolean | null;
}

export interface SalesChange {
	readonly levers: readonly Lever[];
	/** Money won, or money a day; null where it cannot be computed. */
	readonly before: number | null;
	readonly now: number | null;
}

/** Share of false alarms among what is said to be beyond chance. */
const FALSE_ALARMS = 0.1;

function mean({ n, sum }: SampleSums): number | null {
	return n === 0 ? null : sum / n;
}

function winRate({ closed, amounts }: PeriodFigures): number | null {
	return closed === 0 ? null : amounts.n / closed;
}

type Figure = (figures: PeriodFigures) => number | null;
type Test = (before: PeriodFigures, now: PeriodFigures) => number | null;

interface LeverRule {
	readonly name: LeverName;
	readonly figure: Figure;
	readonly test: Test;
	/** The total is divided by it. */
	readonly isDivisor?: boolean;
}

/** Days of a period that have passed. */
function seenDays({ period }: PeriodFigures, asOf: number): number {
	return Math.min(period.last, asOf) - period.first + 1;
}

/** Deals a day; p value of two Poisson rates. */
function compareRates(r0: number, d0: number, r1: number, d1: number): number | null {
	if (d0 <= 0 || d1 <= 0 || r0 + r1 === 0) return null;
	const z = (r1 / d1 - r0 / d0) / Math.sqrt(r1 / d1 / d1 + r0 / d0 / d0);
	return Math.min(1, 2 * normalTail(Math.abs(z)));
}

function rulesOf(asOf: number): Readonly<Record<LeverName, LeverRule>> {
	return {
		deals: {
			name: 'deals',
			figure: ({ closed }) => closed,
			test: (before, now) => compareRates(before.closed, seenDays(before, asOf), now.closed, seenDays(now, asOf)),
		},
		winRate: {
			name: 'winRate',
			figure: winRate,
			test: (before, now) =>
				compareProportions(before.amounts.n, before.closed, now.amounts.n, now.closed)?.pValue ?? null,
		},
		size: {
			name: 'size',
			figure: ({ amounts }) => mean(amounts),
			test: (before, now) => compareMeans(before.amounts, now.amounts),
		},
		// Deals open on two days are for the most part the same ones: no test of independent counts fits them.
		open: { name: 'open', figure: ({ open }) => open, test: () => null },
		cycle: {
			name: 'cycle',
			figure: ({ cycles }) => mean(cycles),
			test: (before, now) => compareMeans(before.cycles, now.cycles),
			isDivisor: true,
		},
	};
}

const LEVERS = {
	bookings: ['deals', 'winRate', 'size'],
	velocity: ['open', 'winRate', 'size', 'cycle'],
} as const;

export type ChangeKind = keyof typeof LEVERS;

/** @param asOf days after it have not come yet */
export function salesChange(before: PeriodFigures, now: PeriodFigures, kind: ChangeKind, asOf: number): SalesChange {
	const rules = LEVERS[kind].map((name) => rulesOf(asOf)[name]);
	const was = rules.map(({ figure }) => figure(before));
	const is = rules.map(({ figure }) => figure(now));
	// A figure that one period cannot tell (the size of no wins) is taken not to have changed: its effect is 0.
	const known = rules.map((_, i) => [was[i] ?? is[i] ?? null, is[i] ?? was[i] ?? null] as const);
	// Without any win nothing was brought whatever the size and the cycle of wins may be.
	const unknown = before.amounts.n + now.amounts.n === 0 ? 1 : Number.NaN;
	const factor = (value: number | null, i: number): number => {
		if (value === null) return unknown;
		return existing(rules[i]).isDivisor === true ? 1 / value : value;
	};
	const first = known.map(([value], i) => factor(value, i));
	const second = known.map(([, value], i) => factor(value, i));
	const total = (factors: readonly number[]): number => factors.reduce((product, value) => product * value, 1);
	const isKnown = Number.isFinite(total(first)) && Number.isFinite(total(second));
	const effects = isKnown ? shapleyEffects(first, second) : null;
	const isBeyond = beyondChance(rules.map(({ test }) => test(before, now)));
	return {
		levers: rules.map(({ name }, i) => ({
			name,
			before: was[i] ?? null,
			now: is[i] ?? null,
			effect: effects?.[i] ?? null,
			isBeyondChance: isBeyond[i] ?? null,
		})),
		before: isKnown ? total(first) : kind === 'bookings' ? before.amounts.sum : null,
		now: isKnown ? total(second) : kind === 'bookings' ? now.amounts.sum : null,
	};
}

function beyondChance(pValues: readonly (number | null)[]): (boolean | null)[] {
	const told = pValues.filter((value) => value !== null);
	const adjusted = adjustedPValues(told);
	let next = 0;
	return pValues.map((value) => (value === null ? null : existing(adjusted[next++]) <= FALSE_ALARMS));
}

export interface GroupFigures {
	readonly label: string;
	readonly before: PeriodFigures;
	readonly now: PeriodFigures;
}

export interface GroupChange {
	readonly label: string;
	readonly dealsBefore: number;
	readonly dealsNow: number;
	readonly rateBefore: number | null;
	readonly rateNow: number | null;
	/** What its own rate did to that of all, and what its share of the deals did. */
	readonly rateEffect: number;
	readonly mixEffect: number;
	readonly isBeyondChance: boolean | null;
}

/**
 * Effects of each group on the win rate of all; together they are its change. A group that a period lacks keeps its
 * rate.
 */
export function winRateByGroup(groups: readonly GroupFigures[]): GroupChange[] {
	const count = (pick: (group: GroupFigures) => PeriodFigures, won: boolean): number =>
		groups.reduce((sum, group) => sum + (won ? pick(group).amounts.n : pick(group).closed), 0);
	const deals0 = count(({ before }) => before, false);
	const deals1 = count(({ now }) => now, false);
	const isEmpty = deals0 === 0 || deals1 === 0;
	const middle = isEmpty
		? 0
		: (count(({ before }) => before, true) / deals0 + count(({ now }) => now, true) / deals1) / 2;
	const isBeyond = beyondChance(
		groups.map(
			({ before, now }) =>
				compareProportions(before.amounts.n, before.closed, now.amounts.n, now.closed)?.pValue ?? null,
		),
	);
	return groups.map(({ label, before, now }, i) => {
		const [rateBefore, rateNow] = [winRate(before), winRate(now)];
		const [r0, r1] = [rateBefore ?? rateNow ?? 0, rateNow ?? rateBefore ?? 0];
		const [s0, s1] = isEmpty ? [0, 0] : [before.closed / deals0, now.closed / deals1];
		return {
			label,
			dealsBefore: before.closed,
			dealsNow: now.closed,
			rateBefore,
			rateNow,
			rateEffect: ((s0 + s1) / 2) * (r1 - r0),
			mixEffect: ((r0 + r1) / 2 - middle) * (s1 - s0),
			isBeyondChance: isBeyond[i] ?? null,
		};
	});
}
