/**
 * Cumulative incidence of two competing causes under censoring (Aalen & Johansen 1978), events before censorings on
 * ties. The naive 1 − Kaplan–Meier of one cause, with the other as a censoring, overstates it: it assumes that a lost
 * deal could still be won.
 */
import { existing } from '../speed/existing.ts';
import type { EventTable } from './event-table.ts';
import { type Interval, wilson } from './wilson.ts';

/** Entry i holds for times from `times[i]` up to the next one. */
export interface Incidence {
	readonly times: Float64Array;
	/** Probability of having ended by the cause of interest, and by the competing one. */
	readonly cause: Float64Array;
	readonly competing: Float64Array;
	/**
	 * Variance of `cause` and of `competing` (delta method: Marubini & Valsecchi 1995; equals p(1 − p)/n without
	 * censoring).
	 */
	readonly causeVariance: Float64Array;
	/** How many were still running just before `times[i]`. */
	readonly atRisk: Float64Array;
	readonly n: number;
	readonly excluded: number;
	/** The last time with at least five at risk, beyond which the curve is a guess; null when there never were. */
	readonly supportedUntil: number | null;
}

/** A curve read at one time. */
export interface IncidenceAt {
	readonly cause: number;
	readonly competing: number;
	/** Probability of neither by then. */
	readonly unresolved: number;
	/** 95 % interval of `cause`, within 0..1. */
	readonly low: number;
	readonly high: number;
	readonly causeVariance: number;
	readonly atRisk: number;
}

const SUPPORT = 5;
/** What sums of shares lose in the last digits is not a share of deals. */
const ROUNDING = 1e-12;

export function aalenJohansen(table: EventTable): Incidence {
	const { times, n, excluded } = table;
	const rows = times.length;
	const atRisk = new Float64Array(rows);
	let running = n;
	let supportedUntil: number | null = null;
	for (let i = 0; i < rows; i++) {
		atRisk[i] = running;
		if (running >= SUPPORT) supportedUntil = existing(times[i]);
		running -= existing(table.cause[i]) + existing(table.competing[i]) + existing(table.censored[i]);
	}
	const [cause, causeVariance] = incidenceOf(table.cause, table.competing, atRisk);
	const [competing] = incidenceOf(table.competing, table.cause, atRisk);
	return { times, cause, competing, causeVariance, atRisk, n, excluded, supportedUntil };
}

/** Estimate and variance of one cause in one pass: the double sum of the variance is kept as running sums. */
function incidenceOf(own: Float64Array, other: Float64Array, atRisk: Float64Array): [Float64Array, Float64Array] {
	const rows = own.length;
	const estimate = new Float64Array(rows);
	const variance = new Float64Array(rows);
	let survival = 1;
	let incidence = 0;
	let a = 0;
	let aF = 0;
	let aFF = 0;
	let b = 0;
	let c = 0;
	let cF = 0;
	for (let i = 0; i < rows; i++) {
		const risk = existing(atRisk[i]);
		const d = existing(own[i]);
		const all = d + existing(other[i]);
		incidence += (survival * d) / risk;
		const hazard = (survival * d) / (risk * risk);
		b += (survival * hazard * (risk - d)) / risk;
		c += hazard;
		cF += hazard * incidence;
		// When all at risk end at once nothing follows, so that their term is 0.
		if (all < risk) {
			const greenwood = all / (risk * (risk - all));
			a += greenwood;
			aF += greenwood * incidence;
			aFF += greenwood * incidence * incidence;
		}
		survival *= 1 - all / risk;
		estimate[i] = incidence;
		variance[i] = Math.max(0, incidence * (incidence * a - 2 * aF - 2 * c) + aFF + b + 2 * cF);
	}
	return [estimate, variance];
}

/**
 * Trials that a share of this variance is based on: p(1 − p)/variance; as many as were counted where it does not vary.
 */
export function effectiveSize(share: number, variance: number, n: number): number {
	const size = (share * (1 - share)) / variance;
	return variance > 0 && size > 0 ? size : n;
}

/**
 * Wilson's interval at the effective size: unlike ±1.96 standard errors it has a width where none or all ended by the
 * cause.
 */
function wilsonOf(share: number, variance: number, n: number): Interval {
	const size = effectiveSize(share, variance, n);
	return wilson(share * size, size);
}

/** The curve at a time; before the first ending everything is unresolved. Infinity reads its end. */
export function incidenceAt(curve: Incidence, time: number): IncidenceAt {
	const { times } = curve;
	let low = 0;
	let high = times.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (existing(times[middle]) <= time) low = middle + 1;
		else high = middle;
	}
	const i = low - 1;
	// At risk at a time are all that have not ended before it.
	const next = i >= 0 && times[i] === time ? i : low;
	const atRisk = time === Number.POSITIVE_INFINITY ? (curve.atRisk[i] ?? 0) : (curve.atRisk[next] ?? 0);
	if (i < 0) return { cause: 0, competing: 0, unresolved: 1, low: 0, high: 0, causeVariance: 0, atRisk };
	const cause = existing(curve.cause[i]);
	const competing = existing(curve.competing[i]);
	const causeVariance = existing(curve.causeVariance[i]);
	const left = 1 - cause - competing;
	return {
		cause,
		competing,
		unresolved: left < ROUNDING ? 0 : left,
		...wilsonOf(cause, causeVariance, curve.n),
		causeVariance,
		atRisk,
	};
}
