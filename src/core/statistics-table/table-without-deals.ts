/**
 * A deal table of which nothing but headings, names and stages is known: what the words of a formula are read against
 * when there are statistics alone.
 */

import { type Dimension, FIELDS, type Opportunities } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { StageHistory } from '../model/stage-history.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import { timeZone } from '../time/time-zone.ts';
import { MONTHS, OWNERS, type StatisticsTable } from './row.ts';

export function tableWithoutDeals(table: StatisticsTable): Pipeline {
	const { head } = table;
	const zone = timeZone(head.timeZone);
	return {
		stages: head.stages,
		opportunities: opportunitiesOf(table),
		history: head.hasHistory ? historyWithout(head) : null,
		asOf: zone.instantOf((head.asOfDay + 1) * DAY_MS) / DAY_MS,
		asOfDay: head.asOfDay,
		timeZone: zone,
	};
}

function opportunitiesOf({ head, groups }: StatisticsTable): Opportunities {
	const own = groups.filter(({ by }) => by !== MONTHS && by !== OWNERS);
	const headings = [...new Set([...Object.values(head.columns), ...own.map(({ by }) => by)])];
	const columns = Object.fromEntries(
		FIELDS.flatMap((field) => {
			const heading = head.columns[field];
			return heading === undefined ? [] : [[field, headings.indexOf(heading)]];
		}),
	);
	const noDays = { days: new Float32Array(0), hasTime: false, issues: [] };
	return {
		count: 0,
		gridRows: new Int32Array(0),
		headings,
		columns,
		tableIssues: [],
		stages: () => ({ codes: new Int32Array(0), counts: new Int32Array(0), lastOpen: null, issues: [] }),
		amounts: () => null,
		date: (field) => (head.columns[field] === undefined ? null : noDays),
		stageDates: () => new Map(),
		ids: () => null,
		probabilities: () => null,
		dimension: (column): Dimension | null => {
			const heading = typeof column === 'string' ? column : headings[column];
			if (heading === undefined) return null;
			const values = own.find(({ by }) => by === heading)?.values.keys() ?? [];
			return { heading, codes: new Int32Array(0), labels: [...values] };
		},
		values: () => null,
		readTogether: () => undefined,
		label: () => '',
	};
}

/** No changes; where there are first looks only, one that says so. */
function historyWithout({ hasMoves }: StatisticsTable['head']): StageHistory {
	return {
		start: new Int32Array(1),
		from: new Int32Array(0),
		to: new Int32Array(0),
		at: new Float64Array(0),
		notBefore: new Float64Array(0),
		assumed: hasMoves ? new Uint8Array(0) : Uint8Array.of(1),
		hasTime: false,
		ignoredRows: 0,
		laterRows: [],
	};
}
