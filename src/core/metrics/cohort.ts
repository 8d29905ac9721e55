/**
 * The day by which a deal belongs to a period: when it was created, or when it was closed.
 * Not here: reading the period (period.ts).
 */
import { DAY_MS } from '../calendar-day.ts';
import { type CalendarUnit, calendarLabel } from '../calendar-unit.ts';
import type { DateColumn } from '../opportunity.ts';
import { type Period, periodBefore } from '../period.ts';
import type { Pipeline } from '../pipeline.ts';
import { narrowed, type Selection } from './selection.ts';
import { currentStages } from './stage-counts.ts';

export type Cohort = 'created' | 'closed';

/** Calendar day of a deal in the time zone; NaN without a date. */
export function localDay(column: DateColumn, deal: number, pipeline: Pipeline): number {
	const days = column.days[deal] as number;
	return column.hasTime && days === days ? pipeline.timeZone.dayOf(days * DAY_MS) : days;
}

/** The deals of a cohort: by creation every deal, by closing those that are won or lost now. */
export function ofCohort(pipeline: Pipeline, selection: Selection, cohort: Cohort): Selection {
	if (cohort === 'created') return selection;
	const codes = currentStages(pipeline);
	const isClosed = pipeline.stages.all.map((stage) => stage.kind === 'won' || stage.kind === 'lost');
	return narrowed(selection, (deal) => isClosed[codes[deal] as number] === true);
}

/** The deals whose date lies in the period; none without the date column. */
export function inPeriod(pipeline: Pipeline, selection: Selection, cohort: Cohort, period: Period): Selection {
	const column = pipeline.opportunities.date(cohort);
	return narrowed(selection, (deal) => {
		const day = column === null ? Number.NaN : localDay(column, deal, pipeline);
		return day >= period.first && day <= period.last;
	});
}

/** How many periods back a comparison looks. */
const EARLIER = 4;

/** The selections of the periods before, the latest first; those without deals at the far end are left out. */
export function earlierPeriods(pipeline: Pipeline, selection: Selection, cohort: Cohort, period: Period): Selection[] {
	const earlier: Selection[] = [];
	for (let i = 0, before = periodBefore(period); i < EARLIER; i++, before = periodBefore(before)) earlier.push(inPeriod(pipeline, selection, cohort, before));
	while (earlier.length > 1 && earlier[earlier.length - 1]?.count === 0) earlier.pop();
	return earlier;
}

/** Groups of months, quarters or years that occur, in time order, and the code of each deal; deals without a date come last under ''. */
export function periodGroups(pipeline: Pipeline, selection: Selection, cohort: Cohort, unit: CalendarUnit): { codes: Int32Array; labels: string[] } {
	const column = pipeline.opportunities.date(cohort);
	const codes = new Int32Array(pipeline.opportunities.count).fill(-1);
	const labels: string[] = [];
	const codeOfLabel = new Map<string, number>();
	const codeOfDay = new Map<number, number>();
	const { deals, count } = selection;
	for (let i = 0; i < count; i++) {
		const deal = deals === null ? i : (deals[i] as number);
		const day = column === null ? Number.NaN : localDay(column, deal, pipeline);
		let code = codeOfDay.get(day);
		if (code === undefined) {
			const label = day === day ? calendarLabel(day, unit) : '';
			code = codeOfLabel.get(label) ?? labels.push(label) - 1;
			codeOfLabel.set(label, code);
			codeOfDay.set(day, code);
		}
		codes[deal] = code;
	}
	return { codes, labels };
}
