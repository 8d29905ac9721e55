/**
 * The day by which a deal belongs to a period: when it was created, or when it was closed.
 * Not here: reading the period (period.ts).
 */

import type { Days } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { isEnded } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import { type CalendarUnit, calendarLabel } from '../time/calendar-unit.ts';
import { type Period, periodBefore } from './period.ts';
import { NO_DEALS, type Selection, withCodes, withinDays } from './selection.ts';
import { currentStages } from './stage-counts.ts';

export type Cohort = 'created' | 'closed';

/** The deals of a cohort: by creation every deal, by closing those that are won or lost now. */
export function ofCohort(pipeline: Pipeline, selection: Selection, cohort: Cohort): Selection {
	if (cohort === 'created') return selection;
	const codes = currentStages(pipeline);
	return withCodes(
		selection,
		codes,
		Uint8Array.from(pipeline.stages.all, ({ kind }) => (isEnded(kind) ? 1 : 0)),
	);
}

/** The deals whose date lies in the period; none without the date column. */
export function inPeriod(pipeline: Pipeline, selection: Selection, cohort: Cohort, period: Period): Selection {
	const days = cohortDays(pipeline, cohort);
	return days === null ? NO_DEALS : withinDays(selection, days, period.first, period.last);
}

/** How many periods back a comparison looks. */
const EARLIER = 4;

/** The selections of the periods before, the latest first; those without deals at the far end are left out. */
export function earlierPeriods(pipeline: Pipeline, selection: Selection, cohort: Cohort, period: Period): Selection[] {
	const earlier: Selection[] = [];
	for (let i = 0, before = periodBefore(period); i < EARLIER; i++, before = periodBefore(before))
		earlier.push(inPeriod(pipeline, selection, cohort, before));
	while (earlier.length > 1 && earlier[earlier.length - 1]?.count === 0) earlier.pop();
	return earlier;
}

/** Calendar day by deal; the column itself where it has no time of day. Null without the column. */
export function cohortDays(pipeline: Pipeline, cohort: Cohort): Days | null {
	const column = pipeline.opportunities.date(cohort);
	if (column === null || !column.hasTime) return column?.days ?? null;
	return Float64Array.from(column.days, (days) =>
		!Number.isNaN(days) ? pipeline.timeZone.dayOf(days * DAY_MS) : days,
	);
}

/** Deals by calendar day. */
export interface DayCounts {
	readonly first: number;
	/** Entry i counts the day `first + i`; none without a date. */
	readonly deals: Int32Array;
}

/** @param days as of cohortDays */
export function countDays(days: Days | null, { deals, count }: Selection): DayCounts {
	if (days === null) return { first: 0, deals: new Int32Array(0) };
	const ends = Float64Array.of(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
	inBlocks(0, count, (from, to) => widen(ends, days, deals, from, to));
	const first = existing(ends[0]);
	const last = existing(ends[1]);
	const counts = new Int32Array(last >= first ? last - first + 1 : 0);
	inBlocks(0, count, (from, to) => countBlock(days, deals, from, to, first, counts));
	return { first, deals: counts };
}

/** Moves the first and the last day apart as far as these days go. */
function widen(ends: Float64Array, days: Days, deals: Int32Array | null, from: number, to: number): void {
	let first = existing(ends[0]);
	let last = existing(ends[1]);
	for (let i = from; i < to; i++) {
		const day = existing(days[deals === null ? i : existing(deals[i])]);
		if (day < first) first = day;
		if (day > last) last = day;
	}
	ends[0] = first;
	ends[1] = last;
}

function countBlock(
	days: Days,
	deals: Int32Array | null,
	from: number,
	to: number,
	first: number,
	counts: Int32Array,
): void {
	for (let i = from; i < to; i++) {
		const day = existing(days[deals === null ? i : existing(deals[i])]);
		if (!Number.isNaN(day)) counts[day - first] = existing(counts[day - first]) + 1;
	}
}

/**
 * Groups of months, quarters or years that occur and the code of each deal; deals without a date are a group of their
 * own with the label ''.
 */
export function periodGroups(
	pipeline: Pipeline,
	selection: Selection,
	cohort: Cohort,
	unit: CalendarUnit,
): { codes: Int32Array; labels: string[] } {
	const days = cohortDays(pipeline, cohort);
	const byDay = countDays(days, selection);
	const codes = new Int32Array(pipeline.opportunities.count);
	const labels = [''];
	const codeOfLabel = new Map<string, number>();
	const codeOfDay = byDay.deals.map((deals, offset) => {
		if (deals === 0) return 0;
		const label = calendarLabel(byDay.first + offset, unit);
		const code = codeOfLabel.get(label) ?? labels.push(label) - 1;
		codeOfLabel.set(label, code);
		return code;
	});
	const { deals, count } = selection;
	for (let i = 0; i < count && days !== null; i++) {
		const deal = deals === null ? i : existing(deals[i]);
		const day = existing(days[deal]);
		if (!Number.isNaN(day)) codes[deal] = existing(codeOfDay[day - byDay.first]);
	}
	return { codes, labels };
}
