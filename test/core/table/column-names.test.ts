import { describe, expect, it } from 'vitest';
import { reportChoices } from '../../../src/core/report/report-choices.ts';
import { reportSelection } from '../../../src/core/report/report-selection.ts';
import { columnNames } from '../../../src/core/table/column-names.ts';
import { measure, table } from '../metrics/ask.ts';
import { PLAIN_STAGES, pipelineOf } from '../pipeline-of.ts';

describe('names of columns', () => {
	it('gives each column a name of its own, whatever the headings', () => {
		expect(columnNames(['Region', 'Stage', 'REGION', ' region ', ''])).toEqual([
			'Region',
			'Stage',
			'REGION (column C)',
			' region  (column D)',
			'',
		]);
		expect(columnNames(['A', 'A', 'A (column B)'])).toEqual(['A', 'A (column B) (column B)', 'A (column B)']);
		expect(columnNames(['\u200b', 'x', '\u00a0'])).toEqual(['', 'x', '']);
	});
});

describe('a table with two columns of one heading', () => {
	const found = pipelineOf(
		[
			['Id', 'Stage', 'Region', 'Region', 'Amount'],
			['1', 'Won', 'North', 'Oslo', 5],
			['2', 'Lost', 'North', 'Oslo', 5],
			['3', 'Lead', 'South', 'Oslo', 5],
			['4', 'Lead', 'South', 'Rome', 5],
		],
		{ stages: PLAIN_STAGES },
	);

	it('counts under each filter value the deals that it offers', () => {
		const none = { period: null, cohort: 'created', columns: {} } as const;
		const { filters } = reportChoices(found, none);
		expect(filters.map(({ heading }) => heading)).toEqual(['Region', 'Region (column D)']);
		for (const { heading, values } of filters)
			for (const { value, deals } of values)
				expect(reportSelection(found, { ...none, columns: { [heading]: value } }).selection.count).toBe(deals);
	});

	it('filters and groups a formula by either', () => {
		expect(measure(found, 'winRate', 'Region (column D)', 'Oslo')).toMatchObject({ n: 3 });
		expect(measure(found, 'winRate', 'Region', 'North', 'region (column d)', 'Oslo')).toMatchObject({ n: 2 });
		expect(table(found, 'winRate', 'by', 'Region (column D)').rows.map((row) => row[0])).toEqual(['Oslo', 'Rome']);
	});
});
