import { describe, expect, it } from 'vitest';
import { journeysOf } from '../../../src/core/funnel/journeys.ts';
import { countMoves } from '../../../src/core/funnel/moves.ts';
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

	it('knows moves back, returns and re-opened deals', () => {
		expect([...journeys.backward]).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
		expect([...journeys.reentries]).toEqual([0, 0, 0, 0, 2, 0, 0, 0, 1, 0]);
		expect([...journeys.isReopened]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
	});

	it('five deals moved from stage 1 to 2 in one step, one from 4 to won', () => {
		expect([0, 1, 2, 3].map((rank) => [...journeys.direct].filter((bits) => (bits >> rank) & 1).length)).toEqual([
			5, 4, 2, 1,
		]);
	});

	it('has an end for won and lost deals only', () => {
		expect([...journeys.endedAt]).toEqual([40, 25, 15, 70, Number.NaN, Number.NaN, Number.NaN, Number.NaN, 95, 80]);
	});

	it('counts every move between two stages', () => {
		const found = countMoves(pipeline, null);
		const size = FOUR_STAGES.all.length;
		const table = new Map<string, number>();
		found?.counts.forEach((count, cell) => {
			const name = (position: number) => FOUR_STAGES.all[position]?.name;
			if (count > 0) table.set(`${name(Math.floor(cell / size))}>${name(cell % size)}`, count);
		});
		expect(Object.fromEntries(table)).toEqual({
			'1>2': 6,
			'2>3': 4,
			'3>4': 2,
			'4>W': 1,
			'1>3': 1,
			'3>W': 2,
			'1>L': 2,
			'2>L': 2,
			'2>1': 1,
			'L>2': 1,
		});
		expect([found?.backward, found?.skips]).toEqual([1, 3]);
		expect([...(found?.first ?? [])]).toEqual([9, 1, 0, 0, 0, 0]);
		expect(countMoves(pipeline, Int32Array.of(D2))?.skips).toBe(2);
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
	it('a deal that was found at set-up has been there for a time that nobody knows', () => {
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
	it('a deal came back when it left an end for a stage that is none, also the first of the list', () => {
		expect([
			...travel([0, 4, 5], [moves('0:1 10:L 20:1'), moves('0:1 10:L 20:W'), moves('0:1 10:W 20:L')]).isReopened,
		]).toEqual([1, 0, 0]);
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
		expect([...found.isReopened]).toEqual([1, 0]);
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
	it('of more than thirty-two stages the direct moves from the first thirty-two are remembered', () => {
		const stages = new StageList([...Array.from({ length: 40 }, (_, i) => stage(`s${i}`, 'open')), stage('W', 'won')]);
		const step = (from: number): [number, number][] => [
			[0, from],
			[10, from + 1],
		];
		expect([...travel([32, 33, 34], [step(31), step(32), step(33)], undefined, stages).direct]).toEqual([
			2 ** 31,
			0,
			0,
		]);
	});
});
