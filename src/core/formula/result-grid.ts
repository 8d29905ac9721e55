/** A metric's answer as cells: one value, or rows that spill. Not here: how numbers are shown. */
import type { Cell } from '../cells/cell.ts';
import type { MetricDefinition, Words } from '../metrics/metric.ts';
import { HEADINGS } from '../metrics/shared/table-words.ts';
import type { MetricResult, TableCell } from '../model/metric-result.ts';

/**
 * @param problemTitle words for the code of a problem in a column `problem`; the code itself without it
 * @returns one cell, or rows with a row of headings in front; what has no value is blank.
 */
export function resultGrid(
	definition: MetricDefinition,
	result: MetricResult,
	language: keyof Words,
	problemTitle = (code: string): string => code,
): Cell | Cell[][] {
	const cell = (value: TableCell): Cell => (value === null ? '' : typeof value === 'object' ? value[language] : value);
	if (result.kind === 'measure') return cell(result.value);
	const problem = result.columns.findIndex(({ key }) => key === 'problem');
	const rows = result.rows.map((row) =>
		row.map((value, c) => (c === problem && typeof value === 'string' ? problemTitle(value) : cell(value))),
	);
	if (result.isHeaderless) return rows;
	const headings = result.columns.map(
		({ key, heading }) => heading ?? (definition.headings[key] ?? HEADINGS[key])?.[language] ?? key,
	);
	return [headings, ...rows];
}
