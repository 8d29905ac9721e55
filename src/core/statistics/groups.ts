/**
 * Splits a selection by a column's values or by calendar units, in an order that does not depend on the order of rows.
 */

import type { Dimension } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { type CalendarUnit, calendarLabel, nextUnit } from '../time/calendar-unit.ts';
import { type Cohort, periodGroups } from './cohort.ts';
import type { Period } from './period.ts';
import { NO_DEALS, type Selection, splitSelection } from './selection.ts';

/** What splits a table: the values of a column, or months, quarters or years. */
export type Grouping = { readonly dimension: Dimension } | { readonly unit: CalendarUnit };

export interface Group {
	/** '' is the blank value. */
	readonly label: string;
	readonly selection: Selection;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Values by their deals, most first; calendar units in time order; blank last. Empty groups are left out. */
export function groupsOf(pipeline: Pipeline, selection: Selection, by: Grouping, cohort: Cohort): Group[] {
	const { codes, labels } = 'unit' in by ? periodGroups(pipeline, selection, cohort, by.unit) : by.dimension;
	const bySize = !('unit' in by);
	return splitSelection(selection, codes, labels.length)
		.map((part, code) => ({ label: existing(labels[code]), selection: part }))
		.filter((group) => group.selection.count > 0)
		.sort((a, b) => {
			if ((a.label === '') !== (b.label === '')) return a.label === '' ? 1 : -1;
			return (bySize ? b.selection.count - a.selection.count : 0) || byText(a.label, b.label);
		});
}

/** With a group for each month, quarter or year of the period that has no deals. */
export function withEmptyUnits(groups: readonly Group[], unit: CalendarUnit, { first, last }: Period): Group[] {
	const byLabel = new Map(groups.map((group) => [group.label, group]));
	for (let day = first; day <= last; day = nextUnit(day, unit)) {
		const label = calendarLabel(day, unit);
		if (!byLabel.has(label)) byLabel.set(label, { label, selection: NO_DEALS });
	}
	return [...byLabel.values()].sort((a, b) => byText(a.label, b.label));
}
