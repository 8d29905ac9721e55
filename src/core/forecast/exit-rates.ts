/**
 * How likely a deal is to leave its state on each day of its stay: daily rates of competing ends, learned from the
 * stays in a window. A stay that began before the window enters late (period analysis: Brenner & Gefeller 1996). Not
 * here: what follows from the rates (win-chances.ts).
 */
import { add, at } from '../speed/numbers.ts';
import type { ExitCounts } from '../statistics/path-counts.ts';
import type { DealPaths } from './deal-paths.ts';

/** Up to the last day with so many at risk each day has a rate of its own. */
const AT_RISK = 5;
/** Deal-days that the common rate of the later days needs. */
const TAIL_DAYS = 30;

/** Rates of one state by day of the stay, from 1; the entry `support + 1` holds for all later days. */
export interface StateRates {
	/** Last day with a rate of its own. */
	readonly support: number;
	readonly won: Float64Array;
	readonly lost: Float64Array;
	/** By state that is moved to; null where no move was seen. */
	readonly moved: readonly (Float64Array | null)[];
}

export type ExitRates = readonly StateRates[];

/** What was seen of each stay from the day `from` to the day `asOf`. */
export function countExits({ stays, stateCount }: DealPaths, from: number, asOf: number): ExitCounts {
	const longest = new Int32Array(stateCount);
	for (let i = 0; i < stays.state.length; i++) {
		const length = Math.min(at(stays.to, i), asOf) - at(stays.from, i);
		if (length > at(longest, at(stays.state, i))) longest[at(stays.state, i)] = length;
	}
	const changes = Array.from(longest, (length) => new Float64Array(length + 2));
	const exits = Array.from(longest, () => new Array<Float64Array | null>(stateCount + 2).fill(null));
	stays.state.forEach((state, i) => {
		const entry = at(stays.from, i);
		const last = Math.min(at(stays.to, i), asOf) - entry;
		const first = Math.max(1, from - entry);
		const change = changes[state];
		if (last < first || stays.isTimed[i] === 0 || change === undefined) return;
		add(change, first, 1);
		add(change, last + 1, -1);
		const exit = at(stays.exit, i);
		const own = exits[state];
		if (at(stays.to, i) > asOf || exit < 0 || own === undefined) return;
		let counts = own[exit];
		if (counts === null || counts === undefined) {
			counts = new Float64Array(change.length);
			own[exit] = counts;
		}
		add(counts, last, 1);
	});
	for (const change of changes) for (let day = 1; day < change.length; day++) add(change, day, at(change, day - 1));
	return { atRisk: changes, exits };
}

export function exitRates({ atRisk, exits }: ExitCounts): ExitRates {
	return atRisk.map((risk, state) => {
		const support = risk.reduce((last, deals, day) => (deals >= AT_RISK && day > 0 ? day : last), 0);
		const daysAfter = (day: number): number => risk.subarray(day + 1).reduce((sum, deals) => sum + deals, 0);
		const tailStart = daysAfter(support) < TAIL_DAYS ? Math.floor(0.75 * support) : support;
		const tailDays = daysAfter(tailStart);
		const rates = (counts: Float64Array | null | undefined): Float64Array => {
			const rate = new Float64Array(support + 2);
			if (counts === null || counts === undefined) return rate;
			for (let day = 1; day <= support; day++) if (at(risk, day) > 0) rate[day] = at(counts, day) / at(risk, day);
			const ended = counts.subarray(tailStart + 1).reduce((sum, deals) => sum + deals, 0);
			rate[support + 1] = tailDays > 0 ? ended / tailDays : 0;
			return rate;
		};
		const own = exits[state] ?? [];
		const stateCount = atRisk.length;
		return {
			support,
			won: rates(own[stateCount]),
			lost: rates(own[stateCount + 1]),
			moved: own.slice(0, stateCount).map((counts) => (counts === null ? null : rates(counts))),
		};
	});
}
