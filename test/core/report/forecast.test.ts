import { describe, expect, it } from 'vitest';
import { forecastByMonth } from '../../../src/core/report/forecast.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { FOUR_STAGES } from '../funnel/tiny-pipeline.ts';
import { readPipeline } from '../metrics/read-deals.ts';

const TODAY = Date.UTC(2026, 10, 29) / 86_400_000;

describe('expected months', () => {
	it.each(['UTC', 'America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kolkata'])(
		'count a deal without a date beside one with a time of day in %s',
		(zone) => {
			const grid = [
				['Id', 'Stage', 'Amount', 'Expected close'],
				['a', '1', 10, '2026-12-05 10:15'],
				['b', '1', 20, ''],
				['c', '2', 30, 'TBD'],
			];
			const pipeline = readPipeline(grid, FOUR_STAGES, TODAY, null, zone);
			const months = forecastByMonth(pipeline, wholeSelection(pipeline.opportunities));
			expect(months.map(({ month, deals, amount }) => [month, deals, amount])).toEqual([
				['2026-12', 1, 10],
				['', 2, 50],
			]);
		},
	);
});
