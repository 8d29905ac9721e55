// Why a figure has no value, and what is said to be left out of it.
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../../src/core/cells/cell.ts';
import type { Measure } from '../../../../src/core/model/metric-result.ts';
import { EXAMPLE_AS_OF_DAY, EXAMPLE_STAGES } from '../../../../src/core/samples/example-deals.ts';
import { measure } from '../ask.ts';
import { readPipeline } from '../read-deals.ts';
import { type Deal, pipelineOf, WORKED_DEALS, worked } from '../worked-case.ts';

/** All columns are there, so that only deals and values can be missing. */
const blank: Deal = {
	Stage: '',
	Amount: undefined,
	Created: undefined,
	Closed: undefined,
	Probability: undefined,
	Owner: '',
};
const won: Deal = { ...blank, Stage: 'Won' };
const lost: Deal = { ...blank, Stage: 'Lost' };
const open: Deal = { ...blank, Stage: 'Needs' };
const of = (deals: Deal[], id: string, ...words: Cell[]): Measure => measure(pipelineOf(deals), id, ...words);
/** The filter leaves no deal. */
const NOBODY = ['Owner', 'nobody'];

describe('no value', () => {
	test.each([
		['noDeals', [won], ['winRate', ...NOBODY]],
		['noDeals', [won], ['winRate', 'resolved', ...NOBODY]],
		['noDates', [won], ['winRate', 'resolved']],
		['noClosedDeals', [open], ['winRate', 'closed']],
		['noClosedDeals', [open], ['winRate', 'value']],
		['noAmounts', [won, lost], ['winRate', 'value']],
		[
			'noAmounts',
			[
				{ ...won, Amount: 0 },
				{ ...lost, Amount: 0 },
			],
			['winRate', 'value'],
		],
		['noAmounts', [won], ['averageDealSize']],
		['noWonDeals', [open], ['averageDealSize']],
		['noDeals', [won], ['averageDealSize', 'open']],
		['noDates', [won], ['salesCycle']],
		['noWonDeals', [lost], ['salesCycle']],
		['noClosedDeals', [open], ['salesCycle', 'closed']],
		['noAmounts', [won], ['stageAmount', 'Won']],
		['emptyStage', [lost], ['stageAmount', 'reached', 'Lost']],
		['emptyStage', [open], ['stageConversion', 'Proposal']],
		['noDeals', [won], ['weightedPipeline']],
		['noAmounts', [open], ['weightedPipeline']],
		['noAmounts', [{ ...open, Amount: 5 }], ['weightedPipeline', 'own']],
		['noWonDeals', [lost], ['leadsNeeded', 100]],
		['noAmounts', [{ ...won, Amount: 0 }], ['leadsNeeded', 100]],
		['noDates', [{ ...won, Amount: 5 }], ['salesVelocity']],
		['noDates', [{ ...won, Amount: 5, Created: 3, Closed: 3 }, open], ['salesVelocity']],
		['noClosedDeals', [open], ['salesVelocity']],
		['noDeals', [won], ['salesVelocity', 'all', ...NOBODY]],
	] as [string, Deal[], [string, ...Cell[]]][])('%s: of %j, %j', (reason, deals, [id, ...words]) =>
		expect(of(deals, id, ...words)).toMatchObject({ value: null, low: null, high: null, reason }),
	);

	test('a stage without deals is worth nothing, which is a value', () =>
		expect(of([won], 'stageAmount', 'Needs')).toMatchObject({ value: 0, n: 0, reason: null }));

	test('leads are rounded up, but not above a whole number', () => {
		// 100 ÷ (3/10 × 15) = 22.2; the range is that of a win rate between .1078 and .6032.
		expect(measure(worked(), 'leadsNeeded', 100)).toMatchObject({
			value: 23,
			low: 12,
			high: 62,
			n: 10,
			numerator: 100,
			denominator: 4.5,
		});
		expect(measure(worked(), 'leadsNeeded', 90)).toMatchObject({ value: 20 });
	});

	test('several currencies are a reason of their own by group', () => {
		const two = [
			{ ...won, Amount: 5, Currency: 'EUR' },
			{ ...won, Amount: 5, Currency: 'USD' },
		];
		expect(of(two, 'averageDealSize', 'Currency', 'EUR')).toMatchObject({ value: 5, reason: null });
	});
});

describe('what is left out', () => {
	const amounts = [
		{ ...won, Amount: 7 },
		won,
		{ ...lost, Amount: 3 },
		lost,
		{ ...open, Amount: 8 },
		open,
		{ ...blank, Amount: 4 },
		{ ...blank, Stage: '?' },
	];
	test.each([
		[['winRate'], 2 / 8, 8, 0],
		[['winRate', 'closed'], 0.5, 4, 2],
		// Two closed deals lack an amount, two have no known stage.
		[['winRate', 'value'], 0.7, 2, 4],
		[['averageDealSize'], 7, 1, 1],
		[['averageDealSize', 'open'], 8, 1, 1],
		[['averageDealSize', 'all'], 5.5, 4, 4],
		[['averageDealSize', 'all', 'median'], 5.5, 4, 4],
		[['averageDealSize', 'open', 'median'], 8, 1, 1],
		[['stageAmount', 'Needs'], 8, 1, 1],
		[['stageAmount', 'reached', 'Contact'], 18, 3, 3],
		// The chance of Needs is .35.
		[['weightedPipeline'], 2.8, 1, 1],
		[['stageConversion', 'Contact'], 4 / 6, 6, 2],
	] as [[string, ...Cell[]], number, number, number][])('%j', ([id, ...words], value, n, excluded) => {
		const found = of(amounts, id, ...words);
		expect(found.value).toBeCloseTo(value, 12);
		expect([found.n, found.excluded]).toEqual([n, excluded]);
	});

	test('a cycle leaves out what has no dates, runs backwards or ends after today; one that starts and ends on a day lasts 0 days', () => {
		const dated = (Created?: number, Closed?: number): Deal => ({ ...won, Amount: 2, Created, Closed });
		const deals = [
			dated(10, 30),
			dated(40, 40),
			dated(10, 101),
			dated(10, 100),
			dated(50, 40),
			dated(),
			{ ...lost, Created: 1, Closed: 3 },
			{ ...lost, Created: 9 },
		];
		// 20, 0 and 90 days; as of day 100.
		expect(of(deals, 'salesCycle')).toMatchObject({
			value: 110 / 3,
			numerator: 110,
			denominator: 3,
			n: 3,
			excluded: 3,
		});
		expect(of(deals, 'salesCycle', 'closed')).toMatchObject({ value: 112 / 4, n: 4, excluded: 4 });
		expect(of(deals, 'salesCycle', 'p90').value).toBe(76);
		expect(of([...deals, { ...won, Created: 1 }, open], 'salesVelocity')).toMatchObject({ n: 1, excluded: 1 + 4 });
	});

	test('the own probability of a deal counts where it has one', () => {
		const deals = [
			{ ...open, Amount: 10, Probability: 0.2 },
			{ ...open, Amount: 10 },
			{ ...open, Amount: 100, Probability: 0 },
			{ ...won, Amount: 9, Probability: 1 },
		];
		expect(of(deals, 'weightedPipeline', 'own')).toMatchObject({ value: 2, n: 2, excluded: 1, denominator: 120 });
	});

	test('a long cycle is no special case', () => {
		const pipeline = pipelineOf(
			[1, 16_383, 16_384, 20_000].map((days) => ({ ...won, Created: 0, Closed: days })),
			{ asOfDay: 30_000, asOf: 30_001 },
		);
		expect(measure(pipeline, 'salesCycle', 'median').value).toBe((16_383 + 16_384) / 2);
		expect(measure(pipeline, 'salesCycle', 'p90').value).toBeCloseTo(16_384 + 0.7 * (20_000 - 16_384), 9);
	});
});

describe('times of day', () => {
	const cycle = (created: string, closed: string, zone = 'UTC') => {
		const pipeline = readPipeline(
			[
				['Deal', 'Stage', 'Created', 'Closed'],
				['a', 'Won', created, closed],
			],
			EXAMPLE_STAGES,
			EXAMPLE_AS_OF_DAY,
			null,
			zone,
		);
		return measure(pipeline, 'salesCycle');
	};
	test('two times give parts of days, a time and a day whole days by the calendar of the sheet', () => {
		expect(cycle('2026-01-01 06:00', '2026-01-02 18:00').value).toBe(1.5);
		expect(cycle('2026-01-01', '2026-01-02 18:00').value).toBe(1);
		expect(cycle('2026-01-01 18:00', '2026-01-02').value).toBe(1);
		// 20:00 in New York is the next day in UTC, and still the same day there.
		expect(cycle('2026-01-01', '2026-01-02 20:00', 'America/New_York').value).toBe(1);
		expect(cycle('2026-01-01 20:00', '2026-01-02', 'America/New_York').value).toBe(1);
	});
	test('a deal that closed today before now is counted, one that closes later today by the clock as well as tomorrow is not', () => {
		expect(cycle('2026-04-11 06:00', '2026-04-11 18:00').value).toBe(0.5);
		expect(cycle('2026-04-11 06:00', '2026-04-12 06:00')).toMatchObject({
			value: null,
			excluded: 1,
			reason: 'noDates',
		});
	});
});

test('the figures of one stage count the deals of the selection', () => {
	const pipeline = pipelineOf(WORKED_DEALS);
	expect(measure(pipeline, 'stageCount', 'reached', 'Needs')).toMatchObject({
		value: 7,
		n: 7,
		numerator: 7,
		denominator: 10,
		excluded: 0,
		assumed: 0,
	});
	expect(measure(pipeline, 'stageCount', 'Lost')).toMatchObject({ value: 3, n: 3, denominator: 10 });
});
