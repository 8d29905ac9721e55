/**
 * Share still running under censoring (Kaplan & Meier 1958), events before censorings on ties; both causes of the event
 * table count as an end.
 */
import { existing } from '../speed/existing.ts';
import type { EventTable } from './event-table.ts';

/** Probability of still running after each of `table.times`. */
export function kaplanMeier(table: EventTable): Float64Array {
	const survival = new Float64Array(table.times.length);
	let running = table.n;
	let share = 1;
	for (let i = 0; i < survival.length; i++) {
		const ended = existing(table.cause[i]) + existing(table.competing[i]);
		share *= 1 - ended / running;
		running -= ended + existing(table.censored[i]);
		survival[i] = share;
	}
	return survival;
}

const TOLERANCE = 1e-9;

/**
 * First time by which half have ended; halfway to the next end when exactly half have, as the ordinary median does.
 * @returns null when less than half have ended.
 */
export function medianDuration(table: EventTable): number | null {
	const survival = kaplanMeier(table);
	const at = survival.findIndex((share) => share < 0.5 + TOLERANCE);
	if (at < 0) return null;
	const half = existing(survival[at]);
	const time = existing(table.times[at]);
	const next = half > 0.5 - TOLERANCE ? survival.findIndex((share) => share < half - TOLERANCE) : -1;
	return next < 0 ? time : (time + existing(table.times[next])) / 2;
}
