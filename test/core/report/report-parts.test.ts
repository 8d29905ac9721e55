// Parts of the report in detail: the twelve months, the rows of the funnel, the figures beside the period before.
import { describe, expect, it } from 'vitest';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { buildReport } from '../../../src/core/report/build-report.ts';
import type { FunnelReport, ReportFilter } from '../../../src/core/report/report.ts';
import {
	EXAMPLE_AS_OF_DAY,
	EXAMPLE_DEALS,
	EXAMPLE_HISTORY,
	EXAMPLE_STAGES,
} from '../../../src/core/samples/example-deals.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { readPipeline } from '../metrics/read-deals.ts';
import { type Deal, pipelineOf, WORKED_DEALS, worked } from '../metrics/worked-case.ts';

const ALL_TIME: ReportFilter = { period: null, cohort: 'created', columns: {} };
const report = (pipeline: Pipeline, filter: Partial<ReportFilter> = {}): FunnelReport =>
	buildReport(pipeline, { ...ALL_TIME, ...filter }, { winRateMode: 'all' });
const day = (year: number, month: number, date = 10): number => calendarDay(year, month, date);
const example = readPipeline(EXAMPLE_DEALS, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, EXAMPLE_HISTORY);

describe('the twelve months', () => {
	const closed = (Stage: string, Closed: number | undefined, Amount = 10): Deal => ({ Stage, Closed, Amount });
	const asOf = { asOfDay: day(2026, 6, 15), asOf: day(2026, 6, 15) + 1 };
	const filled = (pipeline: Pipeline, filter: Partial<ReportFilter> = {}) => {
		const { trend } = report(pipeline, filter);
		return [
			trend.length,
			trend[0]?.month,
			trend.at(-1)?.month,
			trend.filter(({ won, lost }) => won + lost > 0),
		] as const;
	};
	it('end with the last closing, future ones aside, and tell won, lost, won amount and win rate', () => {
		const deals = [
			closed('Won', day(2026, 4, 30)),
			closed('Won', day(2026, 4, 1), 5),
			closed('Lost', day(2026, 4, 2), 7),
			closed('Lost', day(2025, 5)),
			closed('Won', day(2025, 4)),
			closed('Needs', day(2026, 5)),
			closed('Won', day(2026, 7)),
			closed('Won', undefined),
		];
		expect(filled(pipelineOf(deals, asOf))).toEqual([
			12,
			'2025-05',
			'2026-04',
			[
				{ month: '2025-05', won: 0, lost: 1, wonAmount: null, winRate: 0 },
				{ month: '2026-04', won: 2, lost: 1, wonAmount: 15, winRate: 2 / 3 },
			],
		]);
		expect(report(pipelineOf(deals, asOf)).trend[1]).toEqual({
			month: '2025-06',
			won: 0,
			lost: 0,
			wonAmount: null,
			winRate: null,
		});
	});
	it('end with the period that is asked for, but not after today', () => {
		const pipeline = pipelineOf([closed('Won', day(2025, 2)), closed('Won', day(2026, 3))], asOf);
		expect(filled(pipeline, { period: '2025' }).slice(0, 3)).toEqual([12, '2025-01', '2025-12']);
		expect(filled(pipeline, { period: '2026' }).slice(0, 3)).toEqual([12, '2025-07', '2026-06']);
	});
	it('a single closing makes a trend, none and only future ones do not', () => {
		expect(filled(pipelineOf([closed('Lost', day(2026, 1, 1))], asOf)).slice(0, 3)).toEqual([12, '2025-02', '2026-01']);
		expect(report(pipelineOf([closed('Won', day(2027, 1))], asOf)).trend).toEqual([]);
		expect(report(pipelineOf([closed('Needs', day(2026, 1))], asOf)).trend).toEqual([]);
	});
	it('without amounts there is no won amount', () =>
		expect(report(pipelineOf([{ Stage: 'Won', Closed: day(2026, 1) }], asOf)).trend.at(-1)).toEqual({
			month: '2026-01',
			won: 1,
			lost: 0,
			wonAmount: null,
			winRate: 1,
		}));
});

describe('rows of the funnel', () => {
	it('conversion with its range, median days, skips and assumptions of the worked case', () => {
		const rows = report(example).stages.map(
			({ name, movedOn, still, lostHere, skipped, assumed, conversion, medianDays }) => [
				name,
				movedOn,
				still,
				lostHere,
				skipped,
				assumed,
				conversion,
				medianDays,
			],
		);
		expect(rows).toEqual([
			['Contact', 7, 1, 2, 0, 1, 0.7, 15],
			['Needs', 5, 1, 1, 1, 1, 5 / 7, 35],
			['Proposal', 4, 1, 0, 0, 1, 0.8, 20],
			['Contract', 3, 1, 0, 2, 1, 0.75, 10],
			['Won', 0, 3, 0, null, 0, null, null],
			['Lost', null, null, null, null, 0, null, null],
		]);
		const [contact, , , , won] = report(example).stages;
		expect([contact?.conversionLow, contact?.conversionHigh]).toEqual([
			expect.closeTo(0.3968, 4),
			expect.closeTo(0.8922, 4),
		]);
		expect([won?.conversionLow, won?.conversionHigh]).toEqual([null, null]);
	});
	it('without a history nobody knows of skips and days; where nobody came there is no conversion', () => {
		const [contact, needs, proposal] = report(pipelineOf([{ Stage: 'Needs' }])).stages;
		expect([contact?.skipped, contact?.medianDays, contact?.conversion]).toEqual([null, null, 1]);
		expect([needs?.conversion, proposal?.conversion, proposal?.conversionLow]).toEqual([0, null, null]);
	});
});

describe('the head of the report', () => {
	it('names the day, the only currency, won reasons and the first day of the history', () => {
		expect(report(example)).toMatchObject({
			asOf: '2026-04-11',
			rows: 10,
			deals: 10,
			historySince: '2026-01-01',
			assumed: 1,
			currency: '',
		});
		expect(report(worked()).historySince).toBeNull();
		const euros = pipelineOf(
			WORKED_DEALS.map((deal) => ({ ...deal, Currency: 'EUR', Reason: deal.Stage === 'Won' ? 'Team' : '' })),
		);
		expect(report(euros)).toMatchObject({ currency: 'EUR', currencies: [{ code: 'EUR', deals: 10 }] });
		expect(report(euros).winReasons).toEqual([
			{ reason: 'Team', deals: 3, share: 1, amount: 45 },
			{ reason: '', deals: 0, share: 0, amount: null },
		]);
		expect(report(pipelineOf([{ Stage: 'Lost' }]))).toMatchObject({
			currency: '',
			currencies: [],
			lost: { deals: 1, amount: null },
			lossReasons: [],
		});
	});
	it('a history of times begins on the day that the time zone of the sheet had, an empty one nowhere', () => {
		const rows = [
			['Deal ID', 'Stage'],
			['a', 'Won'],
		];
		const since = (history: string[][], zone = 'UTC') =>
			report(
				readPipeline(rows, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, [['Deal ID', 'Stage', 'Changed at'], ...history], zone),
			).historySince;
		expect(
			since([
				['a', 'Won', '2026-03-05'],
				['a', 'Contact', '2026-02-03'],
			]),
		).toBe('2026-02-03');
		expect(
			since(
				[
					['a', 'Contact', '2026-02-03T02:00:00Z'],
					['a', 'Won', '2026-03-05T12:00:00Z'],
				],
				'America/New_York',
			),
		).toBe('2026-02-02');
		expect(since([])).toBeNull();
	});
});
