import { describe, expect, it } from 'vitest';
import { winCurve } from '../../../src/core/funnel/resolved.ts';
import { type Incidence, incidenceAt } from '../../../src/core/stats/aalen-johansen.ts';
import { passIncidence } from './pass-incidence.ts';
import { FOUR_STAGES, historyOf, moves, tinyPipeline, workedCase } from './tiny-pipeline.ts';

const pipeline = workedCase();
const atEnd = (curve: Incidence | null) => {
	if (curve === null) throw new Error('the worked case has a history');
	return incidenceAt(curve, Number.POSITIVE_INFINITY);
};

describe('resolved rates of the worked case', () => {
	it.each([
		[0, 0.7, 0.1],
		[1, 5 / 7, 1 / 7],
		[2, 1, 0],
		[3, 0.75, 0.25],
	])('step %d passes %d with %d unresolved', (rank, passed, unresolved) => {
		const end = atEnd(passIncidence(pipeline, rank, rank + 1, null));
		expect(end.cause).toBeCloseTo(passed, 12);
		expect(end.unresolved).toBeCloseTo(unresolved, 12);
	});

	it('.68 win from stage 1, with one at risk in the tail', () => {
		const curve = passIncidence(pipeline, 0, pipeline.stages.openCount, null);
		expect(atEnd(curve).cause).toBeCloseTo(0.68, 12);
		expect(atEnd(curve).atRisk).toBe(1);
		expect(curve?.supportedUntil).toBe(60);
	});

	it('the win curve from creation is the same here, also without the history', () => {
		expect(atEnd(winCurve(pipeline, null)).cause).toBeCloseTo(0.68, 12);
		expect(atEnd(winCurve({ ...pipeline, history: null }, null)).cause).toBeCloseTo(0.68, 12);
	});

	it('takes the selected deals only, and needs a history for a step', () => {
		expect(passIncidence(pipeline, 0, 1, Int32Array.of(0, 2))?.n).toBe(2);
		expect(atEnd(passIncidence(pipeline, 0, 1, Int32Array.of(0, 2))).cause).toBe(0.5);
		expect(passIncidence({ ...pipeline, history: null }, 0, 1, null)).toBeNull();
	});
});

describe('win curve without a history', () => {
	const WON = 4;
	it('leaves out deals without a start or of an unknown stage, and takes a later close as open', () => {
		const deals = {
			stages: FOUR_STAGES,
			now: [WON, WON, WON, -2, 0],
			created: [0, Number.NaN, 0, 0, 50],
			closed: [10, 20, 130, Number.NaN, Number.NaN],
		};
		const curve = winCurve(tinyPipeline(deals, null, 100), null);
		expect([curve.n, curve.excluded]).toEqual([3, 2]);
		expect(atEnd(curve).cause).toBeCloseTo(1 / 3, 12);
	});
});

describe('the start and the end of a win curve', () => {
	const DAY = 1 / 24;
	const timed = (extra: Partial<Parameters<typeof tinyPipeline>[0]>, asOf = 100.5) =>
		tinyPipeline({ stages: FOUR_STAGES, now: [4, 5, 0], ...extra }, null, asOf);
	const times = (pipeline: Parameters<typeof winCurve>[0], deals: Int32Array | null = null) => {
		const { times, n, excluded, cause } = winCurve(pipeline, deals);
		return { times: [...times], n, excluded, won: cause.at(-1) };
	};
	it('with times of day on both are parts of days up to the instant of now', () => {
		expect(times(timed({ created: [10.25, 10.25, 90], closed: [12, 13.75, Number.NaN], hasTime: true }))).toEqual({
			times: [1.75, 3.5, 10.5],
			n: 3,
			excluded: 0,
			won: 1 / 3,
		});
	});
	it('with a time on one of them only are whole days by the calendar', () => {
		const pipeline = timed({ created: [10, 10, 90], closed: [12, 14, Number.NaN] });
		const opportunities = {
			...pipeline.opportunities,
			date: (field: string) => ({
				days: Float64Array.from(field === 'created' ? [10 + 20 * DAY, 10 + DAY, 90 + DAY] : [12, 14, Number.NaN]),
				hasTime: field === 'created',
				issues: [],
			}),
		};
		expect(times({ ...pipeline, opportunities }).times).toEqual([2, 4, 10]);
	});
	it('without a close column leave closed deals out; timed beginnings keep their time', () => {
		expect(times(timed({ created: [10.25, 10.25, 90], hasTime: true }))).toEqual({
			times: [10.5],
			n: 1,
			excluded: 2,
			won: 0,
		});
	});
	it('without a created column leave all deals out, unless the history knows when they came', () => {
		expect(times(timed({ closed: [12, 13, Number.NaN] }))).toMatchObject({ n: 0, excluded: 3 });
		const withHistory = tinyPipeline(
			{ stages: FOUR_STAGES, now: [4, 5, 0, -2] },
			historyOf([moves('0:1 12:W'), moves('3:1 20:L'), moves('90:1'), moves('0:1')]),
			100,
		);
		expect(times(withHistory)).toEqual({ times: [10, 12, 17], n: 3, excluded: 1, won: expect.closeTo(0.5, 12) });
		expect(times(withHistory, Int32Array.of(0, 2))).toMatchObject({ n: 2, won: 1 });
	});
});
