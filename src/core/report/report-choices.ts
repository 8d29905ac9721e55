/** What the sidebar offers to choose from: columns that make sense as a filter, and periods that have deals. */
import { calendarLabel } from '../calendar-unit.ts';
import type { FunnelReport } from '../funnel-report.ts';
import type { DayCounts } from '../metrics/cohort.ts';
import { type Dimension, FIELDS, type Field } from '../opportunity.ts';
import type { Pipeline } from '../pipeline.ts';

const MOST_VALUES = 200;
const MOST_PERIODS = { quarter: 12, year: 6, month: 12 } as const;
/** Fields that are names by which deals group; ids, amounts and dates do not, and stages are the funnel itself. */
const GROUPING: readonly Field[] = ['owner', 'source', 'reason', 'currency'];

/** Few enough values to choose from, and more than one, each with several deals on average. */
function isChoice({ labels }: Dimension, deals: number): boolean {
	return labels.length > 1 && (labels.length <= 12 || labels.length * 2 <= deals);
}

function byDeals(dimension: Dimension): { value: string; deals: number }[] {
	const deals = new Int32Array(dimension.labels.length);
	const { codes } = dimension;
	for (let deal = 0; deal < codes.length; deal++) deals[codes[deal] as number] = (deals[codes[deal] as number] as number) + 1;
	return dimension.labels
		.map((value, code) => ({ value, deals: deals[code] as number }))
		.sort((a, b) => b.deals - a.deals || (a.value < b.value ? -1 : 1));
}

/** Known grouping fields first, then the user's other columns in their order. */
export function filterChoices({ opportunities }: Pipeline): FunnelReport['filters'] {
	const fieldOf = new Map(FIELDS.map((field) => [opportunities.columns[field], field]));
	const candidates = opportunities.headings.map((heading, column) => ({ heading, column, field: fieldOf.get(column) ?? null }));
	const rank = (field: Field | null): number => (field === null ? GROUPING.length : GROUPING.indexOf(field));
	return candidates
		.filter(({ heading, field }) => heading !== '' && rank(field) >= 0)
		.sort((a, b) => rank(a.field) - rank(b.field) || a.column - b.column)
		.flatMap(({ heading, column, field }) => {
			const dimension = opportunities.dimension(column, MOST_VALUES);
			return dimension !== null && isChoice(dimension, opportunities.count) ? [{ heading, field, values: byDeals(dimension) }] : [];
		});
}

/** Quarters, years and months with their deals, each newest first. */
export function periodChoices({ first, deals }: DayCounts): FunnelReport['periods'] {
	return (['quarter', 'year', 'month'] as const).flatMap((unit) => {
		const counts = new Map<string, number>();
		deals.forEach((count, offset) => {
			if (count === 0) return;
			const label = calendarLabel(first + offset, unit);
			counts.set(label, (counts.get(label) ?? 0) + count);
		});
		return [...counts]
			.reverse()
			.slice(0, MOST_PERIODS[unit])
			.map(([period, count]) => ({ period, deals: count }));
	});
}
