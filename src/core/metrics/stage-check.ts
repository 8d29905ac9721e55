/** Every cell of the table that is wrong or doubtful, with what to write instead. */

import { cellName } from '../cells/cell-name.ts';
import type { TableCell } from '../model/metric-result.ts';
import { withoutHistory } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { forEachDeal } from '../statistics/selection.ts';
import { checkTable } from '../validation/check-table.ts';
import { defineMetric, words } from './metric.ts';
import { unmeasured } from './shared/measured.ts';

export const stageCheck = defineMetric({
	id: 'stageCheck',
	unit: 'table',
	label: words('Stage check', '阶段检查'),
	summary: words(
		'Rows whose stage, date or amount is wrong, with the suggestion.',
		'列出阶段、日期或金额有误的行，并给出建议。',
	),
	formula: words('one row per problem, in the order of the sheet', '每个问题一行，按表格顺序排列'),
	denominator: words('all rows of the selection', '所选的全部行'),
	source: 'Rules of the table check',
	headings: {
		row: words('Row', '行'),
		cell: words('Cell', '单元格'),
		problem: words('Problem', '问题'),
		value: words('Value', '内容'),
		suggestion: words('Suggestion', '建议'),
	},
	compute: () => unmeasured('needsDeals'),
	ofDeals(_, { pipeline, selection }) {
		const { gridRows } = pipeline.opportunities;
		const rows = new Set<number>();
		forEachDeal(selection, (deal) => rows.add(existing(gridRows[deal])));
		// A day that the log could suggest is not worth reading all of it for a cell: the sidebar's Check offers it.
		const listed = checkTable(withoutHistory(pipeline)).filter(
			({ row }) => selection.deals === null || row === null || rows.has(row),
		);
		return {
			kind: 'table',
			columns: [
				{ key: 'row', unit: 'count' },
				{ key: 'cell', unit: 'text' },
				{ key: 'problem', unit: 'text' },
				{ key: 'value', unit: 'text' },
				{ key: 'suggestion', unit: 'text' },
			],
			rows: listed.map(({ row, column, code, value, suggestion }): TableCell[] => [
				row === null ? null : row + 1,
				row === null || column === null ? null : cellName(row, column),
				code,
				value,
				suggestion,
			]),
		};
	},
});
