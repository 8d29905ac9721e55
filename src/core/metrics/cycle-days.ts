/**
 * Days from creation to closing of won and of lost deals: the layer of the statistics that touches both date columns.
 * Left out: a missing date, closed before created, closed after the as-of day. Not here: days in one stage (funnel/).
 */
import { DAY_MS } from '../calendar-day.ts';
import type { DateColumn } from '../opportunity.ts';
import type { Pipeline } from '../pipeline.ts';
import { compensatedSum } from '../stats/compensated-sum.ts';
import { quantileOf, quantileOfCounts } from '../stats/quantile.ts';
import { inBlocks } from './blocks.ts';
import type { Selection } from './selection.ts';
import { currentStages } from './stage-counts.ts';

export interface CycleDays {
	readonly won: Float64Array;
	readonly lost: Float64Array;
	/** Deals of the kind that could not be used. */
	readonly excludedWon: number;
	readonly excludedLost: number;
}

/** Above this many days a value is sorted, not counted. */
const HISTOGRAM_DAYS = 16_384;

/** Both columns on one scale: instants when both carry a time of day, calendar days otherwise. */
function comparable(column: DateColumn, other: DateColumn, pipeline: Pipeline): Float64Array {
	if (column.hasTime === other.hasTime || !column.hasTime) return column.days;
	return column.days.map((days) => (!Number.isNaN(days) ? pipeline.timeZone.dayOf(days * DAY_MS) : days));
}

interface Gathered {
	readonly days: Float64Array;
	count: number;
	excluded: number;
}

/** @param outcomes by stage position: 1 won, 2 lost, 0 neither */
function gatherBlock(
	codes: Int32Array,
	outcomes: Uint8Array,
	created: Float64Array,
	closed: Float64Array,
	limit: number,
	deals: Int32Array | null,
	from: number,
	to: number,
	won: Gathered,
	lost: Gathered,
): void {
	for (let i = from; i < to; i++) {
		const deal = deals === null ? i : (deals[i] as number);
		const outcome = outcomes[codes[deal] as number];
		if (outcome !== 1 && outcome !== 2) continue;
		const into = outcome === 1 ? won : lost;
		const end = closed[deal] as number;
		const days = end - (created[deal] as number);
		if (days >= 0 && end <= limit) into.days[into.count++] = days;
		else into.excluded++;
	}
}

/** How many deals have outcome 0, 1 and 2, so that no array is longer than what it holds. */
function countOutcomes(codes: Int32Array, outcomes: Uint8Array, { deals, count }: Selection): Int32Array {
	const counts = new Int32Array(3);
	for (let i = 0; i < count; i++) {
		const outcome = outcomes[codes[deals === null ? i : (deals[i] as number)] as number] ?? 0;
		counts[outcome] = (counts[outcome] as number) + 1;
	}
	return counts;
}

/** @returns null when one of the two date columns is missing. */
export function cycleDays(pipeline: Pipeline, selection: Selection): CycleDays | null {
	const created = pipeline.opportunities.date('created');
	const closed = pipeline.opportunities.date('closed');
	if (created === null || closed === null) return null;
	const from = comparable(created, closed, pipeline);
	const until = comparable(closed, created, pipeline);
	const limit = created.hasTime && closed.hasTime ? pipeline.asOf : pipeline.asOfDay;
	const outcomes = Uint8Array.from(pipeline.stages.all, ({ kind }) => (kind === 'won' ? 1 : kind === 'lost' ? 2 : 0));
	const codes = currentStages(pipeline);
	const [, wonCount, lostCount] = countOutcomes(codes, outcomes, selection);
	const won: Gathered = { days: new Float64Array(wonCount as number), count: 0, excluded: 0 };
	const lost: Gathered = { days: new Float64Array(lostCount as number), count: 0, excluded: 0 };
	inBlocks(selection.count, (start, end) => gatherBlock(codes, outcomes, from, until, limit, selection.deals, start, end, won, lost));
	return {
		won: won.days.subarray(0, won.count),
		lost: lost.days.subarray(0, lost.count),
		excludedWon: won.excluded,
		excludedLost: lost.excluded,
	};
}

/** Null without durations. */
export function meanDays(durations: Float64Array): number | null {
	return durations.length === 0 ? null : compensatedSum(durations) / durations.length;
}

/** Quantile without sorting while the days are whole and few; null without durations. */
export function quantileDays(durations: Float64Array, p: number): number | null {
	const counts = new Int32Array(HISTOGRAM_DAYS);
	let last = 0;
	for (const days of durations) {
		if (days >= HISTOGRAM_DAYS || days % 1 !== 0) return quantileOf(durations, p);
		counts[days] = (counts[days] as number) + 1;
		if (days > last) last = days;
	}
	return quantileOfCounts(counts.subarray(0, last + 1), p);
}
