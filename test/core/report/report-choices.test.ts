import { describe, expect, it } from 'vitest';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import type { ReportChoices, ReportFilter } from '../../../src/core/report/report.ts';
import { reportChoices } from '../../../src/core/report/report-choices.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { type Deal, pipelineOf } from '../metrics/worked-case.ts';

const choices = (pipeline: Pipeline, filter: Partial<ReportFilter> = {}): ReportChoices =>
	reportChoices(pipeline, { period: null, cohort: 'created', columns: {}, ...filter });
const day = (year: number, month: number, date = 10): number => calendarDay(year, month, date);

describe('what a report can be filtered by', () => {
	const many = (count: number, kinds: number): Deal[] =>
		Array.from({ length: count }, (_, d) => ({
			Stage: 'Won',
			Region: `r${String(d % kinds).padStart(2, '0')}`,
			Owner: 'Ann',
			Reason: d % 2 === 0 ? 'b' : 'a',
		}));
	const headings = (deals: Deal[]) => choices(pipelineOf(deals)).filters.map(({ heading }) => heading);

	it('a column is one when it has two to twelve names, or more with two deals each', () => {
		expect(headings(many(12, 12))).toEqual(['Reason', 'Region']);
		expect(headings(many(13, 13))).toEqual(['Reason']);
		expect(headings(many(25, 13))).toEqual(['Reason']);
		expect(headings(many(26, 13))).toEqual(['Reason', 'Region']);
		expect(headings(many(12, 1))).toEqual(['Reason']);
	});
	it('known columns come before own ones; ids, stages, amounts and dates are none; names by deals, equal ones by name', () => {
		const deals: Deal[] = [
			{
				Zone: 'x',
				Id: '1',
				Stage: 'Won',
				Area: 'n',
				Amount: 1,
				Created: 1,
				Closed: 2,
				Reason: 'b',
				Owner: 'Cy',
				'': 'p',
			},
			{
				Zone: 'y',
				Id: '2',
				Stage: 'Lost',
				Area: 'm',
				Amount: 2,
				Created: 2,
				Closed: 3,
				Reason: 'a',
				Owner: 'Bo',
				'': 'q',
			},
			{
				Zone: 'y',
				Id: '3',
				Stage: 'Lost',
				Area: 'm',
				Amount: 2,
				Created: 2,
				Closed: 3,
				Reason: 'a',
				Owner: 'Al',
				'': 'q',
			},
		];
		const { filters } = choices(pipelineOf(deals));
		expect(filters.map(({ heading, field }) => [heading, field])).toEqual([
			['Owner', 'owner'],
			['Reason', 'reason'],
			['Zone', null],
			['Area', null],
		]);
		expect(filters[0]?.values.map(({ value }) => value)).toEqual(['Al', 'Bo', 'Cy']);
		expect(filters[1]?.values).toEqual([
			{ value: 'a', deals: 2 },
			{ value: 'b', deals: 1 },
		]);
	});
	it('periods with deals, the newest first: quarters, then years, then months', () => {
		const { periods, firstDate, lastDate } = choices(
			pipelineOf([
				{ Stage: 'Won', Created: day(2025, 3) },
				{ Stage: 'Won', Created: day(2026, 1) },
				{ Stage: 'Won', Created: day(2026, 2) },
			]),
		);
		expect(periods.map(({ period, deals }) => `${period} ${deals}`)).toEqual([
			'2026-Q1 2',
			'2025-Q1 1',
			'2026 2',
			'2025 1',
			'2026-02 1',
			'2026-01 1',
			'2025-03 1',
		]);
		expect([firstDate, lastDate]).toEqual(['2025-03-10', '2026-02-10']);
	});
	it('periods are those of the deals that the columns leave, whatever period is chosen now', () => {
		const deals = [
			{ Stage: 'Won', Owner: 'Ann', Created: day(2025, 3) },
			{ Stage: 'Won', Owner: 'Ben', Created: day(2026, 2) },
			{ Stage: 'Won', Owner: 'Ben', Created: day(2026, 4) },
		];
		const { periods, filters, firstDate } = choices(pipelineOf(deals), {
			period: '2026-Q2',
			columns: { Owner: 'Ben' },
		});
		expect(periods.map(({ period }) => period)).toEqual(['2026-Q2', '2026-Q1', '2026', '2026-04', '2026-02']);
		expect(firstDate).toBe('2026-02-10');
		expect(filters[0]?.values).toEqual([
			{ value: 'Ben', deals: 2 },
			{ value: 'Ann', deals: 1 },
		]);
	});
	it('periods by closing are those of the deals that are closed', () =>
		expect(
			choices(
				pipelineOf([
					{ Stage: 'Won', Created: day(2025, 3), Closed: day(2025, 6) },
					{ Stage: 'Needs', Created: day(2025, 3), Closed: day(2025, 7) },
				]),
				{ cohort: 'closed' },
			),
		).toMatchObject({ firstDate: '2025-06-10', lastDate: '2025-06-10' }));
	it('without dates there is no period, no first and no last day', () =>
		expect(choices(pipelineOf([{ Stage: 'Won' }]))).toMatchObject({ periods: [], firstDate: null, lastDate: null }));
});
