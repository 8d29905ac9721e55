import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../src/core/report/build-report.ts';
import type { ReportFilter } from '../../../src/core/report/report.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { workedCase } from '../funnel/tiny-pipeline.ts';
import { pipelineOf, WORKED_DEALS, worked } from '../metrics/worked-case.ts';

const ALL_TIME: ReportFilter = { period: null, cohort: 'created', columns: {} };
const options = { winRateMode: 'all' } as const;

describe('the report', () => {
	test('counts every row once, by kind and down the funnel', () => {
		const report = buildReport(worked(), ALL_TIME, options);
		expect(report.kinds).toEqual({ open: 4, won: 3, lost: 3, parked: 0, unknown: 0, noStage: 0 });
		expect(report.stages.map((stage) => stage.reached)).toEqual([10, 7, 5, 4, 3, null]);
		expect(report.stages.map((stage) => stage.amount)).toEqual([6, 8, 12, 40, 45, 39]);
		expect(report.stages.map((stage) => stage.reachedAmount)).toEqual([150, 135, 97, 85, 45, null]);
		expect(report.lost).toEqual({ deals: 3, amount: 39, unknown: 0 });
		for (const stage of report.stages) {
			if (stage.reached === null) continue;
			expect((stage.movedOn ?? 0) + (stage.still ?? 0) + (stage.lostHere ?? 0) + (stage.parkedHere ?? 0)).toBe(
				stage.reached,
			);
		}
	});

	test('knows a skipped stage only of a deal that was seen before it and after it', () => {
		// d2 goes 1 > 3 > won, d9 3 > won; d6 begins in 2, which says nothing about stage 1.
		const report = buildReport(workedCase(), ALL_TIME, options);
		expect(report.stages.map(({ skipped }) => skipped).slice(0, 4)).toEqual([0, 1, 0, 2]);
	});

	test('shows the figures of the cells, in the definition that the settings choose', () => {
		const report = buildReport(worked(), ALL_TIME, { winRateMode: 'closed' });
		expect(report.figures.map(({ id, mode, value }) => [id, mode, value])).toEqual([
			['winRate', 'closed', 0.5],
			['salesVelocity', '', (4 * 0.5 * 15) / (160 / 3)],
			['averageDealSize', '', 15],
			['salesCycle', '', 160 / 3],
		]);
	});

	test('names reasons with the blank one', () => {
		const report = buildReport(worked(), ALL_TIME, options);
		expect(report.lossReasons).toEqual([
			{ reason: 'Price', deals: 2, share: 2 / 3, amount: 35 },
			{ reason: '', deals: 1, share: 1 / 3, amount: 4 },
		]);
	});

	test('a filter narrows the funnel; a heading or period that does not exist leaves nothing rather than everything', () => {
		expect(buildReport(worked(), { ...ALL_TIME, columns: { owner: 'BEN' } }, options).deals).toBe(4);
		expect(buildReport(worked(), { ...ALL_TIME, columns: { Region: 'EU' } }, options)).toMatchObject({
			deals: 0,
			rows: 10,
		});
		expect(buildReport(worked(), { ...ALL_TIME, period: 'soon' }, options).deals).toBe(0);
	});

	test('compares nothing with fewer than 20 deals, and ends the trend with the period', () => {
		const day = (month: number): number => calendarDay(2026, month, 10);
		const deals = [
			{ Stage: 'Won', Created: day(1), Closed: day(1) },
			{ Stage: 'Lost', Created: day(1), Closed: day(2) },
			{ Stage: 'Won', Created: day(4), Closed: day(5) },
			{ Stage: 'Needs', Created: day(4) },
		];
		const pipeline = pipelineOf(deals, { asOfDay: day(6), asOf: day(6) + 1 });
		const report = buildReport(pipeline, { ...ALL_TIME, period: '2026-Q2' }, options);
		expect(report.figures[0]).toMatchObject({ value: 0.5, previous: null, isClear: false, n: 2 });
		expect(report.trend).toHaveLength(12);
		expect(report.trend.filter((month) => month.won + month.lost > 0).map((month) => month.month)).toEqual([
			'2026-01',
			'2026-02',
			'2026-05',
		]);
	});

	test('never adds two currencies', () => {
		const mixed = pipelineOf(WORKED_DEALS.map((deal, d) => ({ ...deal, Currency: d % 2 === 0 ? 'EUR' : 'USD' })));
		const report = buildReport(mixed, ALL_TIME, options);
		expect(report.currencies).toEqual([
			{ code: 'EUR', deals: 5 },
			{ code: 'USD', deals: 5 },
		]);
		expect(report.currency).toBe('');
		expect(report.figures.find(({ id }) => id === 'averageDealSize')).toMatchObject({
			value: null,
			reason: 'mixedCurrencies',
		});
		expect(report.lost.amount).toBeNull();
	});

	test('is plain JSON: what comes back from text equals it', () => {
		const report = buildReport(worked(), ALL_TIME, options);
		expect(JSON.parse(JSON.stringify(report))).toEqual(report);
	});
});
