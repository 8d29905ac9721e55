/**
 * Rows of the deals that a period or one value of a column leaves, from statistics that were counted elsewhere. Not
 * here: what the rows mean (statistics-of-rows.ts).
 */

import { textKey } from '../cells/text-key.ts';
import type { Period } from '../statistics/period.ts';
import { type CalendarUnit, calendarLabel } from '../time/calendar-unit.ts';
import { MONTHS, OWNERS, type RowGroup, type StatisticsRow, type StatisticsTable } from './row.ts';

/** What the statistics do not hold. */
export class Lacking {
	constructor(readonly word: string) {}
}

/** Rows of each owner; none where deals were not counted by owner. */
export function ownerRows({ head, groups }: StatisticsTable): (readonly StatisticsRow[])[] {
	const group = groups.find(({ by }) => by === OWNERS) ?? groups.find(({ by }) => by === head.columns.owner);
	return group === undefined ? [] : mergedByKey(group).map(({ rows }) => rows);
}

type Grouping = { readonly unit: CalendarUnit } | { readonly dimension: { readonly heading: string } };

interface Chosen {
	readonly filters: readonly { readonly dimension: { readonly heading: string }; readonly value: string }[];
	readonly period: Period | null;
}

export interface LabelledRows {
	readonly label: string;
	readonly rows: readonly StatisticsRow[];
}

export const dealsIn = (rows: readonly StatisticsRow[]): number =>
	rows.reduce((sum, { layer, deals }) => (layer === 'place' ? sum + deals : sum), 0);

/** Spellings of one name are one value; the one with the most deals is its label. */
export function mergedByKey({ values }: RowGroup): LabelledRows[] {
	const byKey = new Map<string, { readonly label: string; rows: readonly StatisticsRow[] }>();
	for (const { label, rows } of largestFirst([...values].map(([label, rows]) => ({ label, rows })))) {
		const known = byKey.get(textKey(label));
		if (known === undefined) byKey.set(textKey(label), { label: label.trim(), rows });
		else known.rows = known.rows.concat(rows);
	}
	return [...byKey.values()];
}

/** The same order as of deals: most deals first, calendar units in time order, blank last. */
export function groupsBy(table: StatisticsTable, by: Grouping): LabelledRows[] {
	const bySize = !('unit' in by);
	const groups = 'unit' in by ? calendarGroups(table, by.unit) : mergedByKey(groupOf(table, by.dimension.heading));
	groups.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
	const ordered = bySize ? largestFirst(groups) : groups;
	return [...ordered.filter(({ label }) => label !== ''), ...ordered.filter(({ label }) => label === '')];
}

/** A group may have thousands of rows, so that each is counted once and not for each comparison. */
function largestFirst(groups: readonly LabelledRows[]): LabelledRows[] {
	return groups
		.map((group) => ({ group, deals: dealsIn(group.rows) }))
		.sort((a, b) => b.deals - a.deals)
		.map(({ group }) => group);
}

function groupOf({ groups }: StatisticsTable, heading: string): RowGroup {
	const group = groups.find(({ by }) => textKey(by) === textKey(heading) && by !== MONTHS && by !== OWNERS);
	if (group === undefined) throw new Lacking(heading);
	return group;
}

function monthsOf({ groups }: StatisticsTable): RowGroup['values'] {
	const group = groups.find(({ by }) => by === MONTHS);
	if (group === undefined) throw new Lacking('month');
	return group.values;
}

/** First day of a month like `2026-03`. */
const firstDay = (month: string): number => Date.parse(`${month}-01T00:00:00Z`) / 86_400_000;

export function calendarGroups(table: StatisticsTable, unit: CalendarUnit): LabelledRows[] {
	const byLabel = new Map<string, StatisticsRow[]>();
	for (const [month, rows] of monthsOf(table)) {
		const label = month === '' ? '' : calendarLabel(firstDay(month), unit);
		byLabel.set(label, [...(byLabel.get(label) ?? []), ...rows]);
	}
	return [...byLabel].map(([label, rows]) => ({ label, rows }));
}

/** Rows of one value of a column, or of whole months. */
export function selectedRows(table: StatisticsTable, { filters, period }: Chosen): readonly StatisticsRow[] {
	const [filter, second] = filters;
	if (second !== undefined) throw new Lacking(second.dimension.heading);
	if (filter === undefined) return period === null ? table.whole : rowsOfPeriod(table, period);
	if (period !== null) throw new Lacking('period');
	const key = textKey(filter.value);
	return [...groupOf(table, filter.dimension.heading).values].flatMap(([value, rows]) =>
		textKey(value) === key ? rows : [],
	);
}

export function rowsOfPeriod(table: StatisticsTable, { first, last, months }: Period): readonly StatisticsRow[] {
	if (months === null) throw new Lacking('period');
	return [...monthsOf(table)].flatMap(([month, rows]) => {
		const day = month === '' ? Number.NaN : firstDay(month);
		return day >= first && day <= last ? rows : [];
	});
}
