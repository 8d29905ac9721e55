import { describe, expect, it } from 'vitest';
import { journeysOf } from '../../../src/core/funnel/journeys.ts';
import { timeInStage } from '../../../src/core/funnel/time-in-stage.ts';
import { timelineOf } from '../../../src/core/funnel/timeline.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import { FOUR_STAGES, historyOf, moves, stage, tinyPipeline, workedCase } from './tiny-pipeline.ts';

const pipeline = workedCase();
const journeys = journeysOf(pipeline);
if (journeys === null) throw new Error('the worked case has a history');
const D2 = 1;
const D5 = 4;
const D6 = 5;
const D9 = 8;
const row = (table: Float64Array, deal: number): number[] => [
	...table.slice(deal * journeys.width, (deal + 1) * journeys.width),
];

describe('journeys of the worked case', () => {
	it('adds the visits of a stage up and leaves the lost gap out', () => {
		expect(row(journeys.daysIn, D5)).toEqual([30, 50, Number.NaN, Number.NaN, Number.NaN]);
		expect(row(journeys.daysIn, D9)).toEqual([20, 60, 5, Number.NaN, Number.NaN]);
	});

	it('the open deals are 40, 20, 60 and 10 days in their stage', () => {
		expect([...journeys.age].filter((days) => !Number.isNaN(days))).toEqual([40, 20, 60, 10]);
	});

	it('a skipped stage is entered when the one beyond it is, an earlier one at the start', () => {
		expect(row(journeys.enteredAt, D2)).toEqual([0, 5, 5, 25, 25]);
		expect(row(journeys.enteredAt, D6)).toEqual([30, 30, 50, 80, Number.NaN]);
	});

	it('has an end for won and lost deals only', () => {
		expect([...journeys.endedAt]).toEqual([40, 25, 15, 70, Number.NaN, Number.NaN, Number.NaN, Number.NaN, 95, 80]);
	});

	it('time in stage counts who is still there as censored', () => {
		// Stage 1: 10 5 15 20 30 10 20 10 ended, d7 still there after 60.
		expect(timeInStage(pipeline, 0, null)).toEqual({
			median: 15,
			completedMean: 15,
			completedMedian: 12.5,
			completed: 8,
			still: 1,
		});
		// Stage 3: d1 10, d2 20, d6 30, d9 5 ended, d8 still there after 10.
		expect(timeInStage(pipeline, 2, null)).toEqual({
			median: 20,
			completedMean: 16.25,
			completedMedian: 15,
			completed: 4,
			still: 1,
		});
		expect(timeInStage(pipeline, 2, Int32Array.of(7))).toEqual({
			median: null,
			completedMean: null,
			completedMedian: null,
			completed: 0,
			still: 1,
		});
	});

	it("tells a deal's own way", () => {
		expect(
			timelineOf(pipeline, D9).map(({ stage, since, days }) => [FOUR_STAGES.all[stage]?.name, since, days]),
		).toEqual([
			['1', 0, 20],
			['2', 20, 30],
			['L', 50, 10],
			['2', 60, 30],
			['3', 90, 5],
			['W', 95, null],
		]);
		expect(timelineOf(pipeline, D5).map(({ days }) => days)).toEqual([10, 10, 20, 40]);
	});
});

describe('journeys where table and history differ', () => {
	const WON = 4;
	const LOST = 5;

	it('the closing date ends the last visit of a deal whose end the history has not seen', () => {
		const found = journeysOf(
			tinyPipeline(
				{ stages: FOUR_STAGES, now: [LOST, WON], closed: [30, 40] },
				historyOf([moves('0:1 10:2'), moves('0:1 10:3')]),
				100,
			),
		);
		expect([...(found?.endedAt ?? [])]).toEqual([30, 40]);
		expect([...(found?.daysIn.slice(0, 2) ?? [])]).toEqual([10, 20]);
		expect(found?.enteredAt[5 + 4]).toBe(40);
	});

	it('without a closing date, or in another open stage, the last visit has no known length', () => {
		const found = journeysOf(
			tinyPipeline({ stages: FOUR_STAGES, now: [LOST, 2] }, historyOf([moves('0:1'), moves('0:1')]), 100),
		);
		expect(found?.daysIn[0]).toBeNaN();
		expect(found?.daysIn[5]).toBeNaN();
		expect([...(found?.age ?? [])]).toEqual([Number.NaN, Number.NaN]);
	});

	it('a won deal without a visit on record entered no stage: as a win in no time it would outweigh losses, which have no entry either', () => {
		const pipeline = tinyPipeline(
			{ stages: FOUR_STAGES, now: [WON, LOST, WON], closed: [40, 50, 60] },
			historyOf([[], [], moves('20:L')]),
			100,
		);
		const found = journeysOf(pipeline);
		expect([...(found?.enteredAt ?? [])]).toEqual(new Array(15).fill(Number.NaN));
		expect([...(found?.endedAt ?? [])]).toEqual([40, 50, 60]);
	});

	it('there are none without a history', () => {
		expect(journeysOf(tinyPipeline({ stages: FOUR_STAGES, now: [0] }, null, 100))).toBeNull();
	});
});

describe('journeys by hand', () => {
	const travel = (now: number[], lists: Parameters<typeof historyOf>[0], closed?: number[], stages = FOUR_STAGES) => {
		const found = journeysOf(
			tinyPipeline({ stages, now, ...(closed === undefined ? {} : { closed }) }, historyOf(lists), 100),
		);
		if (found === null) throw new Error('there is a history');
		return found;
	};
	it('are computed once a pipeline', () => expect(journeysOf(pipeline)).toBe(journeys));
	it('a deal that was found at setup has been there for a time that nobody knows', () => {
		const history = { ...historyOf([moves('50:1'), moves('50:1 60:2')]), assumed: Uint8Array.of(1, 1, 0) };
		const found = journeysOf(tinyPipeline({ stages: FOUR_STAGES, now: [0, 1] }, history, 100));
		expect([...(found?.age ?? [])]).toEqual([Number.NaN, 40]);
		expect([...(found?.daysIn.slice(0, 1) ?? []), ...(found?.daysIn.slice(5, 7) ?? [])]).toEqual([
			Number.NaN,
			Number.NaN,
			40,
		]);
		expect([...(found?.enteredAt.slice(5, 7) ?? [])]).toEqual([Number.NaN, 60]);
	});
	it('a deal that left an end for a stage that is none is open again, also in the first of the list', () => {
		const stages = new StageList([stage('W', 'won'), stage('L', 'lost'), stage('a', 'open')]);
		const found = travel(
			[2, 0],
			[
				[
					[0, 0],
					[10, 2],
				],
				[[0, 2]],
			],
			[Number.NaN, 30],
			stages,
		);
		expect([...found.endedAt]).toEqual([Number.NaN, 30]);
		expect([...found.age]).toEqual([90, Number.NaN]);
	});
	it('a closing after the as-of day is not known yet, and one before the last move is at that move', () => {
		const found = travel([5, 5, 5, 5], ['0:1', '0:1', '0:1 10:2', '0:1 10:2'].map(moves), [100, 101, 5, 10]);
		expect([...found.endedAt]).toEqual([100, Number.NaN, 10, 10]);
	});
	it('a win that the history has not seen passed the stages after the first one', () => {
		const found = travel([4], [moves('0:1')], [30]);
		expect(row(found.enteredAt, 0)).toEqual([0, 30, 30, 30, 30]);
		expect(row(found.daysIn, 0)[0]).toBe(30);
	});
});
