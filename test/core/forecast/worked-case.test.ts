// The worked case of the documentation: ten deals, three wins, all parts by hand.
import { describe, expect, it } from 'vitest';
import { type Forecast, type ForecastBasis, forecastBasis, forecastOf } from '../../../src/core/forecast/forecast.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { dayText } from '../../../src/core/time/calendar-day.ts';
import { type Deal, pipelineOf, WORKED_DEALS } from '../metrics/worked-case.ts';

/** Day 0 of the case: 2026-01-01. */
const START = 20_454;
const SPAN = { periods: 3, months: 1 };

const later = (deal: Deal): Deal => ({
	...deal,
	Created: START + Number(deal.Created),
	...(deal.Closed === undefined ? {} : { Closed: START + Number(deal.Closed) }),
});
const pipeline = pipelineOf(WORKED_DEALS.map(later), { asOf: START + 101, asOfDay: START + 100 });

function basisOf(ignoresStages: boolean): ForecastBasis {
	const basis = forecastBasis(pipeline, wholeSelection(pipeline.opportunities), { ignoresStages });
	if (basis === null) throw new Error('no basis');
	return basis;
}

function forced(): Forecast {
	const forecast = forecastOf(basisOf(true), SPAN, 1);
	if (forecast === null) throw new Error('no forecast');
	return forecast;
}

/** Chance of a deal by the end of a period. */
function chance({ basis, outlooks }: Forecast, id: string, period: number): number {
	const { deals } = basis.paths;
	const open = Array.from(basis.open.entries).findIndex(
		(entry) => pipeline.opportunities.label(deals[entry] ?? -1) === id,
	);
	return outlooks.chances[period]?.[open] ?? Number.NaN;
}

describe('the worked case of the forecast', () => {
	it('gives no forecast on three wins', () => {
		expect(forecastOf(basisOf(false), SPAN)).toBeNull();
	});

	it('looks back to the first end of a deal', () => {
		const { learned } = forced();
		expect([dayText(learned.window.from), learned.window.days, learned.window.wins]).toEqual(['2026-01-16', 86, 3]);
		expect(learned.factors).toEqual([1, 1, 1]);
	});

	it('learns the daily rates by hand', () => {
		const deals = forced().learned.deals;
		const [rates] = deals?.rates ?? [];
		expect(rates?.support).toBe(60);
		expect([15, 10, 60].map((day) => rates?.lost[day])).toEqual([1 / 9, 1 / 6, 1 / 5]);
		expect([25, 40].map((day) => rates?.won[day])).toEqual([1 / 8, 1 / 7]);
		expect(rates?.won[61]).toBeCloseTo(1 / 65, 12);
		expect([deals?.arrivals.deals, deals?.arrivals.perDay]).toEqual([5, 5 / 86]);
	});

	it('follows each open deal by its age', () => {
		const forecast = forced();
		for (const id of ['d5', 'd6', 'd7']) expect(chance(forecast, id, 0)).toBeCloseTo(1 - (64 / 65) ** 19, 12);
		expect(chance(forecast, 'd8', 0)).toBeCloseTo(0.8 * (1 - (64 / 65) ** 9), 12);
		expect(chance(forecast, 'd6', 2)).toBeCloseTo(0.71071, 5);
	});

	it('adds them up to a distribution', () => {
		const { periods, together } = forced();
		const [april] = periods;
		expect(april?.outlook.newWins).toBe(0);
		expect(april?.outlook.mean).toBeCloseTo(15.0287, 4);
		expect(april?.outlook.variance).toBeCloseTo(336.53, 2);
		for (const [i, value] of [0, 8, 46].entries()) expect(april?.range?.base[i]).toBeCloseTo(value, 0);
		expect(together.outlook.newWins).toBeCloseTo(0.58041, 5);
		expect(together.outlook.mean).toBeCloseTo(53.4417, 4);
		expect(together.outlook.variance).toBeCloseTo(525.658, 3);
		for (const [i, value] of [18, 57, 81].entries()) expect(together.range?.base[i]).toBeCloseTo(value, 0);
	});

	it('stretches the range and answers for a target', () => {
		const { together, wonSoFar } = forced();
		expect(together.range?.stretch).toBeCloseTo(1.6928, 4);
		expect(wonSoFar).toEqual({ amount: 15, deals: 1, blank: 0 });
		expect(together.range?.chanceOf(40 - wonSoFar.amount)).toBeCloseTo(0.758, 2);
	});
});
