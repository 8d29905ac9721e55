import { describe, expect, test } from 'vitest';
import { countDays, earlierPeriods, inPeriod, ofCohort, periodGroups } from '../../../src/core/statistics/cohort.ts';
import { readPeriod } from '../../../src/core/statistics/period.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { type Deal, pipelineOf } from '../metrics/worked-case.ts';

const day = (month: number, date = 10): number => calendarDay(2026, month, date);
const created = (...months: number[]): Deal[] =>
	months.map((month) => ({ Stage: 'Won', Created: day(month), Closed: day(month) }));
const june = readPeriod('2026-06', day(6)) as NonNullable<ReturnType<typeof readPeriod>>;
const ALL = { deals: null, count: 3 };

describe('the periods before', () => {
	const counts = (...months: number[]) => {
		const pipeline = pipelineOf(created(...months));
		return earlierPeriods(pipeline, wholeSelection(pipeline.opportunities), 'created', june).map(({ count }) => count);
	};
	test('are four, the latest first; empty ones at the far end are left out, but one is always there', () => {
		expect(counts(5, 5, 4, 3, 2, 1)).toEqual([2, 1, 1, 1]);
		expect(counts(5, 3, 3)).toEqual([1, 0, 2]);
		expect(counts(4)).toEqual([0, 1]);
		expect(counts(6, 1)).toEqual([0]);
	});
});

describe('deals by day', () => {
	test('a period holds its first and its last day; deals without a date belong to none', () => {
		const pipeline = pipelineOf([
			{ Stage: 'Won', Created: day(6, 1) },
			{ Stage: 'Won', Created: day(6, 30) },
			{ Stage: 'Won', Created: day(7, 1) },
			{ Stage: 'Won', Created: undefined },
		]);
		expect([...(inPeriod(pipeline, wholeSelection(pipeline.opportunities), 'created', june).deals ?? [])]).toEqual([
			0, 1,
		]);
		const bare = pipelineOf([{ Stage: 'Won' }]);
		expect(inPeriod(bare, wholeSelection(bare.opportunities), 'created', june).count).toBe(0);
	});
	test('are counted from the first day to the last, with the days between; without dates there are none', () => {
		expect(countDays(Float64Array.of(12, 10, Number.NaN), ALL)).toEqual({ first: 10, deals: Int32Array.of(1, 0, 1) });
		expect(countDays(Float64Array.of(10, 10, 99), { deals: Int32Array.of(0, 1), count: 2 })).toEqual({
			first: 10,
			deals: Int32Array.of(2),
		});
		expect(countDays(Float64Array.of(Number.NaN, Number.NaN, Number.NaN), ALL).deals).toHaveLength(0);
		expect(countDays(null, ALL)).toEqual({ first: 0, deals: new Int32Array(0) });
	});
	test('are grouped by month with a group of their own for those without a date, also in a part of the table', () => {
		const pipeline = pipelineOf([
			{ Stage: 'Won', Created: day(6) },
			{ Stage: 'Won', Created: undefined },
			{ Stage: 'Won', Created: day(4) },
			{ Stage: 'Won', Created: day(6, 30) },
		]);
		const whole = periodGroups(pipeline, wholeSelection(pipeline.opportunities), 'created', 'month');
		expect([whole.labels, [...whole.codes]]).toEqual([
			['', '2026-04', '2026-06'],
			[2, 0, 1, 2],
		]);
		const part = periodGroups(pipeline, { deals: Int32Array.of(0, 3), count: 2 }, 'created', 'quarter');
		expect([part.labels, [part.codes[0], part.codes[3]]]).toEqual([
			['', '2026-Q2'],
			[1, 1],
		]);
		const bare = pipelineOf([{ Stage: 'Won' }, { Stage: 'Won' }]);
		const none = periodGroups(bare, wholeSelection(bare.opportunities), 'created', 'year');
		expect([none.labels, [...none.codes]]).toEqual([[''], [0, 0]]);
	});
	test('by the close date are the won and lost ones', () => {
		const pipeline = pipelineOf(['Won', 'Needs', 'Lost', '', 'nowhere'].map((Stage) => ({ Stage })));
		const whole = wholeSelection(pipeline.opportunities);
		expect([...(ofCohort(pipeline, whole, 'closed').deals ?? [])]).toEqual([0, 2]);
		expect(ofCohort(pipeline, whole, 'created')).toBe(whole);
	});
});
