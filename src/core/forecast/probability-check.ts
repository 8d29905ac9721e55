/**
 * Probabilities compared with what became of the deals: by groups, by the Brier score and its parts, by the log score,
 * by Spiegelhalter's z. Sources: Dimitriadis, Gneiting & Jordan 2021 (parts over the isotonic curve); Spiegelhalter
 * 1986. Not here: words (metrics/stage-calibration.ts).
 */
import { existing } from '../speed/existing.ts';
import { nonDecreasing } from '../stats/isotonic.ts';
import { wilson } from '../stats/wilson.ts';

/** What was stated, by deal, and whether it came. */
export interface Stated {
	readonly chances: readonly number[];
	readonly came: readonly (0 | 1)[];
}

export interface StatedGroup {
	/** Bounds of the tenth; equal for a single value. */
	readonly from: number;
	readonly to: number;
	/** Mean of what was stated. */
	readonly stated: number;
	readonly n: number;
	readonly won: number;
	readonly seen: number;
	/** 95 % interval. */
	readonly low: number;
	readonly high: number;
}

export interface ProbabilityCheck {
	readonly groups: readonly StatedGroup[];
	/** Mean squared distance: miscalibration − discrimination + uncertainty. */
	readonly brier: number;
	readonly miscalibration: number;
	readonly discrimination: number;
	readonly uncertainty: number;
	readonly logScore: number;
	/** Beyond ±1.96 the probabilities are off by more than chance; null when none is between 0 and 1. */
	readonly z: number | null;
}

/** So many values are shown as they are. */
const MOST_VALUES = 10;
const TENTHS = 10;
/** A probability of 0 or 1 that fails must not be infinitely wrong. */
const CLAMP = 0.001;

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Tenth of a probability; a value on a boundary belongs above, 1 to the last. */
function tenthOf(chance: number): number {
	return Math.min(TENTHS - 1, Math.floor(chance * TENTHS + 1e-9));
}

function groupsOf({ chances, came }: Stated): StatedGroup[] {
	const isSingle = new Set(chances).size <= MOST_VALUES;
	const groups = new Map<number, number[]>();
	for (const [i, chance] of chances.entries()) {
		const key = isSingle ? chance : tenthOf(chance);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [i]);
		else group.push(i);
	}
	return [...groups]
		.sort(([a], [b]) => a - b)
		.map(([key, deals]) => {
			const n = deals.length;
			const won = deals.reduce((sum, i) => sum + existing(came[i]), 0);
			const stated = isSingle ? key : mean(deals.map((i) => existing(chances[i])));
			const [from, to] = isSingle ? [key, key] : [key / TENTHS, (key + 1) / TENTHS];
			return { from, to, stated, n, won, seen: won / n, ...wilson(won, n) };
		});
}

/** The isotonic curve through the actual results, by the order of what was stated; equal statements are one point. */
function recalibrated({ chances, came }: Stated): number[] {
	const points = new Map<number, { n: number; won: number }>();
	for (const [i, chance] of chances.entries()) {
		const point = points.get(chance) ?? { n: 0, won: 0 };
		points.set(chance, point);
		point.n++;
		point.won += existing(came[i]);
	}
	const sorted = [...points].sort(([a], [b]) => a - b);
	const fitted = nonDecreasing(
		sorted.map(([, { n, won }]) => won / n),
		sorted.map(([, { n }]) => n),
	);
	const curve = new Map(sorted.map(([chance], i) => [chance, existing(fitted[i])]));
	return chances.map((chance) => existing(curve.get(chance)));
}

/** @returns null without any statement */
export function checkProbabilities(stated: Stated): ProbabilityCheck | null {
	const { chances, came } = stated;
	if (chances.length === 0) return null;
	const squares = (values: readonly number[]): number =>
		mean(values.map((value, i) => (value - existing(came[i])) ** 2));
	const brier = squares(chances);
	const curve = squares(recalibrated(stated));
	const base = mean(came);
	const uncertainty = base * (1 - base);
	const clamped = chances.map((chance) => Math.min(1 - CLAMP, Math.max(CLAMP, chance)));
	let off = 0;
	let variance = 0;
	for (const [i, p] of chances.entries()) {
		off += (existing(came[i]) - p) * (1 - 2 * p);
		variance += (1 - 2 * p) ** 2 * p * (1 - p);
	}
	return {
		groups: groupsOf(stated),
		brier,
		miscalibration: brier - curve,
		discrimination: uncertainty - curve,
		uncertainty,
		logScore: mean(clamped.map((p, i) => -Math.log(came[i] === 1 ? p : 1 - p))),
		z: variance > 0 ? off / Math.sqrt(variance) : null,
	};
}

/**
 * Most of the won deals, or of the lost ones, carry the answer: such probabilities were set at closing and cannot be
 * judged.
 */
const SET_AT_CLOSING = 0.9;

export function isSetAtClosing({ chances, came }: Stated): boolean {
	return ([1, 0] as const).some((outcome) => {
		const own = chances.filter((_, i) => came[i] === outcome);
		return own.length > 0 && own.filter((chance) => chance === outcome).length >= SET_AT_CLOSING * own.length;
	});
}
