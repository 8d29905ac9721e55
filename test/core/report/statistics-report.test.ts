// The sidebar's report from statistics is that of the deals, but for what needs single deals.
import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../src/core/report/build-report.ts';
import { reportChoices } from '../../../src/core/report/report-choices.ts';
import { statisticsChoices, statisticsReport } from '../../../src/core/report/statistics-report.ts';
import { periodGroups } from '../../../src/core/statistics/cohort.ts';
import { groupsOf } from '../../../src/core/statistics/groups.ts';
import { splitSelection, wholeSelection } from '../../../src/core/statistics/selection.ts';
import { MONTHS, RESOLUTIONS, type StatisticsTable } from '../../../src/core/statistics-table/row.ts';
import { Lacking } from '../../../src/core/statistics-table/selected-rows.ts';
import { randomPipelines } from '../../differential/ours.ts';
import { headOf, rowsOfPipeline } from '../statistics-table/rows-of-pipeline.ts';

const pipelines = randomPipelines(20_261_131, 60);
const OPTIONS = { winRateMode: 'closed' } as const;
const ALL = { period: null, cohort: 'created', columns: {} } as const;
type AnyPipeline = (typeof pipelines)[number];

function tableOf(pipeline: AnyPipeline): StatisticsTable {
	const { exact } = RESOLUTIONS;
	const all = wholeSelection(pipeline.opportunities);
	const owner = pipeline.opportunities.dimension('Owner');
	const months = periodGroups(pipeline, all, 'created', 'month');
	const rows = (selection: typeof all) => rowsOfPipeline(pipeline, selection, exact);
	return {
		head: headOf(pipeline, exact),
		whole: rows(all),
		groups: [
			{
				by: 'Owner',
				values: new Map(
					(owner === null ? [] : groupsOf(pipeline, all, { dimension: owner }, 'created')).map(
						({ label, selection }) => [label, rows(selection)],
					),
				),
			},
			{
				by: MONTHS,
				values: new Map(
					splitSelection(all, months.codes, months.labels.length).map((part, code) => [
						months.labels[code] ?? '',
						rows(part),
					]),
				),
			},
		],
	};
}

/** What both know; sums of amounts are rounded, because parts are added in another order. */
function shared(report: ReturnType<typeof buildReport>): unknown {
	const { bottleneck: _step, findings: _findings, historySince: _since, figures, ...rest } = report;
	const own = figures.map(({ previous: _previous, isClear: _clear, ...figure }) => figure);
	return JSON.parse(JSON.stringify({ ...rest, figures: own }), (_key, value: unknown) =>
		typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value,
	);
}

describe('the report from statistics', () => {
	test.each([
		['all deals', ALL],
		['one owner', { ...ALL, columns: { Owner: 'ann' } }],
	] as const)('is that of the deals for %s', (_name, filter) => {
		for (const pipeline of pipelines) {
			const found = statisticsReport(tableOf(pipeline), filter, OPTIONS);
			expect(shared(found)).toEqual(shared(buildReport(pipeline, filter, OPTIONS)));
		}
	});

	test('has the funnel of the deals of a quarter', () => {
		const filter = { ...ALL, period: '2026-Q1' } as const;
		for (const pipeline of pipelines) {
			const [found, wanted] = [
				statisticsReport(tableOf(pipeline), filter, OPTIONS),
				buildReport(pipeline, filter, OPTIONS),
			];
			expect([found.deals, found.stages, found.lost.deals]).toEqual([wanted.deals, wanted.stages, wanted.lost.deals]);
		}
	});

	test('offers the columns and the months that were counted', () => {
		const pipeline = pipelines.reduce((best, other) =>
			other.opportunities.count > best.opportunities.count ? other : best,
		);
		const { filters, periods } = statisticsChoices(tableOf(pipeline));
		const wanted = reportChoices(pipeline, ALL);
		expect(filters).toEqual(wanted.filters.filter(({ heading }) => heading === 'Owner'));
		expect(periods).toEqual(wanted.periods);
	});

	test('refuses what was not counted together', () => {
		const [pipeline] = pipelines as [AnyPipeline];
		const ask = (filter: object) => () => statisticsReport(tableOf(pipeline), { ...ALL, ...filter }, OPTIONS);
		expect(ask({ period: 'last 30 days' })).toThrow(Lacking);
		expect(ask({ period: '2026-Q1', columns: { Owner: 'Ann' } })).toThrow(Lacking);
		expect(ask({ columns: { Region: 'North' } })).toThrow(Lacking);
		expect(ask({ period: '2026-Q1', cohort: 'closed' })).toThrow(Lacking);
	});
});
