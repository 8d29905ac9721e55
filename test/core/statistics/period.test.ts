import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/core/report/build-report.ts';
import { EXAMPLE_AS_OF_DAY, EXAMPLE_STAGES } from '../../../src/core/samples/example-deals.ts';
import { periodBefore, readPeriod } from '../../../src/core/statistics/period.ts';
import { calendarDay, dayText } from '../../../src/core/time/calendar-day.ts';
import { table } from '../metrics/ask.ts';
import { readPipeline } from '../metrics/read-deals.ts';
import { pipelineOf } from '../metrics/worked-case.ts';

const TODAY = calendarDay(2026, 3, 15);
const brief = (period: ReturnType<typeof readPeriod>) =>
	period === null ? null : `${dayText(period.first)} ${dayText(period.last)} ${period.months}`;
const read = (text: string) => brief(readPeriod(text, TODAY));
const earlier = (text: string) => {
	const period = readPeriod(text, TODAY);
	return period === null ? null : brief(periodBefore(period));
};

describe('a period', () => {
	it.each([
		['2026', '2026-01-01 2026-12-31 12'],
		['2026-Q1', '2026-01-01 2026-03-31 3'],
		['2026-q4', '2026-10-01 2026-12-31 3'],
		['2026-1', '2026-01-01 2026-01-31 1'],
		['2024-02', '2024-02-01 2024-02-29 1'],
		['2026-12', '2026-12-01 2026-12-31 1'],
		['2026-01-05..2026-01-05', '2026-01-05 2026-01-05 null'],
		[' 2026-1-5 .. 2026-03-01 ', '2026-01-05 2026-03-01 null'],
		['2026-01-05', '2026-01-05 2026-01-05 null'],
		['last 1 day', '2026-03-15 2026-03-15 null'],
		['Last 30 days', '2026-02-14 2026-03-15 null'],
		['last 12 months', '2025-04-01 2026-03-15 null'],
		['last 1 month', '2026-03-01 2026-03-15 null'],
	])('%s', (text, expected) => expect(read(text)).toBe(expected));

	it.each([
		'',
		'soon',
		'2026-00',
		'2026-13',
		'2026-Q0',
		'2026-Q5',
		'12026',
		'2026-123',
		'x2026',
		'2026x',
		'last 0 days',
		'at last 5 days',
		'last 5 days ago',
		'last 5 weeks',
		'2026-01-05..2026-01-04',
		'2026-01-05..',
		'..2026-01-05',
		'2026-01-05..2026-01-06..2026-01-07',
		'12026-01-05',
		'2026-01-055..2026-02-01',
		'2026-02-30',
	])('%j is none', (text) => expect(read(text)).toBeNull());

	it.each([
		['2026', '2025-01-01 2025-12-31 12'],
		['2026-Q1', '2025-10-01 2025-12-31 3'],
		['2026-03', '2026-02-01 2026-02-28 1'],
		['2026-01', '2025-12-01 2025-12-31 1'],
		['2026-01-10..2026-01-19', '2025-12-31 2026-01-09 null'],
		['last 30 days', '2026-01-15 2026-02-13 null'],
	])('before %s is one as long', (text, expected) => expect(earlier(text)).toBe(expected));

	it('before the first year that is read is counted in days', () =>
		expect(earlier('1900')).toBe('1899-01-01 1899-12-31 null'));
});

describe('deals of a period', () => {
	it('with a time of day belong to their day in the time zone of the sheet', () => {
		const rows = [
			['Deal', 'Stage', 'Created'],
			['a', 'Won', '2026-01-31 22:00'],
			['b', 'Lost', '2026-02-01 01:00'],
			['c', 'Won', ''],
		];
		const months = (zone: string) =>
			table(readPipeline(rows, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, null, zone), 'winRate', 'by', 'month').rows.map(
				(row) => [row[0], row[4]],
			);
		for (const zone of ['UTC', 'America/New_York', 'Asia/Shanghai'])
			expect(months(zone)).toEqual([
				['2026-01', 1],
				['2026-02', 1],
				['', 1],
			]);
	});
	it('by the close date are won and lost ones only, and both ends of the period count', () => {
		const at = (Stage: string, date: number) => ({
			Stage,
			Created: calendarDay(2025, 1, 1),
			Closed: calendarDay(2026, 3, date),
			Owner: String(date),
		});
		const pipeline = pipelineOf([at('Won', 1), at('Needs', 5), at('Lost', 31)], { asOfDay: calendarDay(2026, 5, 1) });
		const report = (period: string) =>
			buildReport(pipeline, { period, cohort: 'closed', columns: {} }, { winRateMode: 'all' }).deals;
		expect([
			report('2026-03'),
			report('2026-03-01..2026-03-30'),
			report('2026-03-02..2026-03-31'),
			report('2026-04'),
		]).toEqual([2, 1, 1, 0]);
	});
});
