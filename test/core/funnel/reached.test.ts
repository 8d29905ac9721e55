import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachedStages } from '../../../src/core/funnel/reached.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import { FOUR_STAGES, historyOf, moves, stage, tinyPipeline, workedCase } from './tiny-pipeline.ts';

const OPEN_1 = 0;
const OPEN_3 = 2;
const WON = 4;
const LOST = 5;

function countReached(furthest: ArrayLike<number>): number[] {
	return [0, 1, 2, 3, 4].map((rank) => Array.from(furthest).filter((reached) => reached >= rank).length);
}

describe('reached stages of the worked case', () => {
	const { furthest, touched, lostFrom, assumed, now } = reachedStages(workedCase());

	it('counts 10, 7, 5, 4, 3 deals by stage', () => {
		expect(countReached(furthest)).toEqual([10, 7, 5, 4, 3]);
	});

	it('touched counts skip what a deal skipped: 9, 6, 5, 2, 3', () => {
		expect([0, 1, 2, 3, 4].map((rank) => Array.from(touched).filter((bits) => (bits >> rank) & 1).length)).toEqual([
			9, 6, 5, 2, 3,
		]);
	});

	it('strict counts need every stage before: 9, 5, 3, 1, 1', () => {
		expect(
			[1, 3, 7, 15, 31].map((mask) => Array.from(touched).filter((bits) => (bits & mask) === mask).length),
		).toEqual([9, 5, 3, 1, 1]);
	});

	it('closed deals alone count 6, 4, 3, 3, 3', () => {
		expect(countReached(furthest.filter((_, deal) => (now[deal] as number) >= WON))).toEqual([6, 4, 3, 3, 3]);
	});

	it('d3 and d10 were lost from stage 1, d4 from stage 2, the re-opened d9 from none', () => {
		expect([...lostFrom]).toEqual([-1, -1, 0, 1, -1, -1, -1, -1, -1, 0]);
	});

	it('only d6, created in stage 2, is assumed', () => {
		expect([...assumed]).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
	});
});

describe('reached stages without a history', () => {
	it('an open deal reached its stage, a won deal all, a lost or parked one the first, assumed', () => {
		const stages = new StageList([
			stage('a', 'open'),
			stage('b', 'open'),
			stage('W', 'won'),
			stage('L', 'lost'),
			stage('P', 'parked'),
		]);
		const { furthest, assumed } = reachedStages(tinyPipeline({ stages, now: [1, 2, 3, 4] }, null, 100));
		expect([...furthest]).toEqual([1, 2, 0, 0]);
		expect([...assumed]).toEqual([0, 0, 1, 1]);
	});

	it('a deal of an unknown stage or of none is not placed', () => {
		const { furthest, assumed } = reachedStages(tinyPipeline({ stages: FOUR_STAGES, now: [-1, -2] }, null, 100));
		expect([...furthest]).toEqual([-1, -1]);
		expect([...assumed]).toEqual([0, 0]);
	});

	it('a lost-from column wins over the status export and that over the per-stage dates', () => {
		const blank = Number.NaN;
		const stageDates = new Map([[OPEN_3, [10, 10, 10, blank]]]);
		const deals = {
			stages: FOUR_STAGES,
			now: [LOST, LOST, LOST, LOST],
			lostFrom: ['2', '', '', ''],
			lastOpen: [3, 3, -1, -1],
			stageDates,
		};
		const { furthest, lostFrom, assumed } = reachedStages(tinyPipeline(deals, null, 100));
		expect([...furthest]).toEqual([1, 3, 2, 0]);
		expect([...lostFrom]).toEqual([1, 3, 2, -1]);
		expect([...assumed]).toEqual([0, 0, 0, 1]);
	});

	it('a per-stage date after the as-of day is not reached yet, and an open stage counts whatever the dates say', () => {
		const stageDates = new Map([[OPEN_3, [101, 50]]]);
		const { furthest } = reachedStages(tinyPipeline({ stages: FOUR_STAGES, now: [OPEN_1, 3], stageDates }, null, 100));
		expect([...furthest]).toEqual([0, 3]);
	});
});

describe('reached stages with a history', () => {
	it('a deal of an unknown stage is placed by its history', () => {
		const { furthest } = reachedStages(
			tinyPipeline({ stages: FOUR_STAGES, now: [-2] }, historyOf([moves('0:1 5:2')]), 100),
		);
		expect([...furthest]).toEqual([1]);
	});

	it('the table counts when it is ahead of the history', () => {
		const { furthest, touched } = reachedStages(
			tinyPipeline({ stages: FOUR_STAGES, now: [OPEN_3] }, historyOf([moves('0:1')]), 100),
		);
		expect([...furthest]).toEqual([2]);
		expect([...touched]).toEqual([0b101]);
	});

	it('an earlier as-of day takes back what happened after it', () => {
		const { furthest, lostFrom, now } = reachedStages(
			tinyPipeline(
				{ stages: FOUR_STAGES, now: [WON, WON] },
				historyOf([moves('0:1 10:2 20:L 30:W'), moves('30:1 40:W')]),
				25,
			),
		);
		expect([...furthest]).toEqual([1, -1]);
		expect([...lostFrom]).toEqual([1, -1]);
		expect([...now]).toEqual([LOST, -1]);
	});

	it('a win that was lost again passed every open stage and is no win', () => {
		const { furthest } = reachedStages(
			tinyPipeline({ stages: FOUR_STAGES, now: [LOST] }, historyOf([moves('0:1 10:W 20:L')]), 100),
		);
		expect([...furthest]).toEqual([3]);
	});

	it('is computed once a pipeline', () => {
		const pipeline = workedCase();
		expect(reachedStages(pipeline)).toBe(reachedStages(pipeline));
	});

	it('counts never rise along the funnel and end in the won deals', () => {
		const journey = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 5 })), {
			minLength: 1,
			maxLength: 8,
		});
		fc.assert(
			fc.property(fc.array(journey, { minLength: 1, maxLength: 30 }), (journeys) => {
				const ordered = journeys.map((list) => [...list].sort((a, b) => a[0] - b[0]));
				const now = ordered.map((list) => (list[list.length - 1] as [number, number])[1]);
				const counts = countReached(
					reachedStages(tinyPipeline({ stages: FOUR_STAGES, now }, historyOf(ordered), 100)).furthest,
				);
				expect(counts[0]).toBe(journeys.length);
				for (let rank = 1; rank < counts.length; rank++)
					expect(counts[rank]).toBeLessThanOrEqual(counts[rank - 1] as number);
				expect(counts[4]).toBe(now.filter((position) => position === WON).length);
			}),
			{ seed: 7 },
		);
	});
});
