// Deals listed beside the report: by the month in which they are expected to close, and behind the parts of a stage's bar.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { forecastByMonth, OVERDUE } from '../../../src/core/report/forecast.ts';
import { type StagePart, stageDeals } from '../../../src/core/report/stage-deals.ts';
import {
	EXAMPLE_AS_OF_DAY,
	EXAMPLE_DEALS,
	EXAMPLE_HISTORY,
	EXAMPLE_STAGES,
} from '../../../src/core/samples/example-deals.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { readPipeline } from '../metrics/read-deals.ts';
import { pipelineOf, STAGES } from '../metrics/worked-case.ts';

describe('the forecast by month', () => {
	const head = ['Deal', 'Stage', 'Amount', 'Close date', 'Expected close date'];
	const forecast = (rows: Cell[][], zone = 'UTC') => {
		const pipeline = readPipeline([head, ...rows], EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, null, zone);
		return forecastByMonth(pipeline, wholeSelection(pipeline.opportunities));
	};
	// The table is looked at on 2026-04-11; chances of winning: Contact .1, Needs .35, Contract .75.
	it('adds open deals up by month, weighted by their stage: overdue ones first (today is not), those without a date last', () => {
		expect(
			forecast([
				['a', 'Needs', 100, '', '2026-06-01'],
				['b', 'Contact', 10, '', ''],
				['c', 'Contract', 200, '', '2026-04-01'],
				['d', 'Needs', 40, '', '2026-06-30'],
				['e', 'Contact', 30, '', '2026-03-31'],
				['f', 'Contact', 50, '', '2025-12-31'],
				['g', 'Contact', '', '', '2026-05-05'],
				['h', 'Won', 1000, '2026-02-01', '2026-06-01'],
				['i', 'Lost', 1000, '2026-02-01', '2026-06-01'],
				['j', 'Elsewhere', 1000, '', '2026-06-01'],
				['k', 'Needs', 60, '', '2026-04-11'],
			]),
		).toEqual([
			{ month: OVERDUE, deals: 3, amount: 280, weighted: 158 },
			{ month: '2026-04', deals: 1, amount: 60, weighted: 21 },
			{ month: '2026-05', deals: 1, amount: 0, weighted: 0 },
			{ month: '2026-06', deals: 2, amount: 140, weighted: 49 },
			{ month: '', deals: 1, amount: 10, weighted: 1 },
		]);
	});
	it('takes the month of a time of day from the time zone of the sheet', () => {
		const rows = [['a', 'Needs', 100, '', '2026-06-30 22:00']];
		expect(forecast(rows, 'America/New_York').map(({ month }) => month)).toEqual(['2026-06']);
		expect(forecast([['a', 'Needs', 100, '', '2026-07-01 08:00']], 'Asia/Shanghai').map(({ month }) => month)).toEqual([
			'2026-07',
		]);
	});
	it('counts deals also where the table has neither amounts nor expected dates', () => {
		const pipeline = pipelineOf([{ Stage: 'Needs' }, { Stage: 'Contact' }, { Stage: 'Won' }]);
		expect(forecastByMonth(pipeline, wholeSelection(pipeline.opportunities))).toEqual([
			{ month: '', deals: 2, amount: 0, weighted: 0 },
		]);
	});
});

describe('the deals behind a part of a bar', () => {
	const example = readPipeline(EXAMPLE_DEALS, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, EXAMPLE_HISTORY);
	const ids = (stage: string, part: StagePart) =>
		stageDeals(example, wholeSelection(example.opportunities), EXAMPLE_STAGES.positionOf(stage), part).map(
			(deal) => `d${deal + 1}`,
		);
	it('of an open stage: who moved on, is still there, was lost there', () => {
		expect(ids('Contact', 'movedOn')).toEqual(['d1', 'd2', 'd4', 'd5', 'd6', 'd8', 'd9']);
		expect(ids('Contact', 'still')).toEqual(['d7']);
		expect(ids('Contact', 'lost')).toEqual(['d3', 'd10']);
		expect(ids('Needs', 'lost')).toEqual(['d4']);
		expect(ids('Contract', 'movedOn')).toEqual(['d1', 'd2', 'd9']);
		expect(ids('Contract', 'still')).toEqual(['d6']);
		expect(ids('Contract', 'lost')).toEqual([]);
	});
	it('of a won, lost or parked stage: who is there now, and nobody in the other parts', () => {
		expect([ids('Won', 'still'), ids('Won', 'movedOn'), ids('Won', 'lost')]).toEqual([['d1', 'd2', 'd9'], [], []]);
		expect([ids('Lost', 'still'), ids('Lost', 'movedOn'), ids('Lost', 'lost')]).toEqual([['d3', 'd4', 'd10'], [], []]);
	});
	it('of the deals that a filter leaves, and of those only that can be placed', () => {
		const deals = { deals: Int32Array.of(1, 2, 9), count: 3 };
		expect(stageDeals(example, deals, 0, 'lost')).toEqual([2, 9]);
		const unknown = pipelineOf([{ Stage: '' }, { Stage: 'nowhere' }, { Stage: 'Contact' }]);
		expect(stageDeals(unknown, wholeSelection(unknown.opportunities), 0, 'still')).toEqual([2]);
		expect(stageDeals(unknown, wholeSelection(unknown.opportunities), STAGES.all.length, 'still')).toEqual([]);
	});
});
