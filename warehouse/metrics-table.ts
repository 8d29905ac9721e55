/** Every figure of every group as one row, for dashboards and pivot tables. */

import { evaluateStatistics } from '../src/core/formula/evaluate-statistics.ts';
import { METRICS } from '../src/core/metrics/index.ts';
import { functionName, type MetricDefinition } from '../src/core/metrics/metric.ts';
import { MONTHS, OWNERS, type StatisticsTable } from '../src/core/statistics-table/row.ts';

const KEYS = ['value', 'low', 'high', 'n', 'numerator', 'denominator', 'excluded', 'assumed', 'reason'] as const;
const HEADINGS = ['function', 'mode', 'group', 'group value', ...KEYS];

function modesOf({ modes }: MetricDefinition): string[][] {
	return modes.reduce<string[][]>(
		(lists, group) => lists.flatMap((list) => group.map(({ word }) => [...list, word])),
		[[]],
	);
}

/** A text that a spreadsheet would take for a formula gets a mark in front. */
const plainText = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);

export function metricsTable(table: StatisticsTable): (string | number | null)[][] {
	const figures = METRICS.filter(({ unit, number }) => unit !== 'table' && number === null);
	const parts = [
		{ by: '', value: '', rows: table.whole },
		...table.groups
			.filter(({ by }) => by !== OWNERS)
			.flatMap(({ by, values }) => [...values].map(([value, rows]) => ({ by, value, rows }))),
	];
	const lines = parts.flatMap(({ by, value, rows }) =>
		figures.flatMap((definition) =>
			modesOf(definition).flatMap((modes): (string | number | null)[][] => {
				const evaluated = evaluateStatistics(definition, { ...table, whole: rows, groups: [] }, modes);
				if (!evaluated.ok || evaluated.result.kind !== 'measure') return [];
				const { result } = evaluated;
				return [
					[
						functionName(definition.id),
						modes.join(' '),
						plainText(by === MONTHS ? 'month' : by),
						plainText(value),
						...KEYS.map((key) => result[key]),
					],
				];
			}),
		),
	);
	return [HEADINGS, ...lines];
}
