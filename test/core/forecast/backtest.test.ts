import { describe, expect, it } from 'vitest';
import { type Forecast, forecastBasis, forecastOf } from '../../../src/core/forecast/forecast.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { dayText } from '../../../src/core/time/calendar-day.ts';
import { monthsEarlier, unitEnds } from '../../../src/core/time/calendar-unit.ts';
import { FIRST_DAY, type Kind, sheetOn, simulated } from '../../forecast/simulated-sheet.ts';

const KIND: Kind = {
	name: 'steady',
	days: 1100,
	arrivals: () => 1,
	stay: [15, 20, 25],
	passes: [0.6, 0.7, 0.6],
	amount: [1000, 0.5],
};
const SPAN = { periods: 3, months: 1 };

function forecastOn(day: number, hides: Kind['hides']): Forecast {
	const pipeline = sheetOn(simulated(KIND, 5), day, hides);
	const basis = forecastBasis(pipeline, wholeSelection(pipeline.opportunities), { ignoresStages: true });
	const forecast = basis === null ? null : forecastOf(basis, SPAN);
	if (forecast === null) throw new Error('no forecast');
	return forecast;
}

describe.each([
	['with a history', []],
	['without a history', ['history']],
	['without creation dates', ['history', 'created']],
] as const)('the backtest %s', (_, hides) => {
	it('is what the forecast would have said on a sheet without the future', () => {
		const now = forecastOn(FIRST_DAY + 1000, hides);
		expect(now.origins).toHaveLength(8);
		for (const origin of now.origins) {
			const then = forecastOn(origin.asOf, hides);
			const { together } = origin.outlooks;
			expect(then.together.outlook.mean).toBe(together.mean);
			expect(then.together.outlook.variance).toBe(together.variance);
			expect(then.periods.map(({ outlook }) => outlook.mean)).toEqual(origin.outlooks.periods.map(({ mean }) => mean));
		}
	});
});

describe('the days of a backtest', () => {
	it('keep the day of the month, and the month end', () => {
		const earlier = (year: number, month: number, day: number, months: number): string =>
			dayText(monthsEarlier(Date.UTC(year, month - 1, day) / 86_400_000, months));
		expect(earlier(2026, 5, 15, 3)).toBe('2026-02-15');
		expect(earlier(2026, 5, 30, 3)).toBe('2026-02-28');
		expect(earlier(2026, 2, 28, 3)).toBe('2025-11-30');
		expect(earlier(2024, 2, 28, 12)).toBe('2023-02-28');
		expect(earlier(2024, 2, 29, 12)).toBe('2023-02-28');
	});

	it('end with calendar periods, the first of which holds the next day', () => {
		const ends = (year: number, month: number, day: number, periods: number, months: number): string[] =>
			unitEnds(Date.UTC(year, month - 1, day) / 86_400_000, periods, months).map(dayText);
		expect(ends(2026, 4, 11, 2, 1)).toEqual(['2026-04-30', '2026-05-31']);
		expect(ends(2026, 4, 30, 1, 1)).toEqual(['2026-05-31']);
		expect(ends(2025, 12, 31, 2, 3)).toEqual(['2026-03-31', '2026-06-30']);
	});
});
