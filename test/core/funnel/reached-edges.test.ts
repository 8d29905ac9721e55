// How far a deal came where the sources name an end, lie on the as-of day or have more stages than bits; where its current stage alone tells.
import { describe, expect, it } from 'vitest';
import { placementByStage, reachedStages } from '../../../src/core/funnel/reached.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import { FOUR_STAGES, historyOf, moves, stage, type TinyDeals, tinyPipeline } from './tiny-pipeline.ts';

const WON = 4;
const LOST = 5;
const LOST_FIRST = new StageList([stage('L', 'lost'), stage('a', 'open'), stage('b', 'open'), stage('W', 'won')]);
const reach = (
	deals: Omit<TinyDeals, 'stages'>,
	history: Parameters<typeof historyOf>[0] | null = null,
	stages = FOUR_STAGES,
) => reachedStages(tinyPipeline({ stages, ...deals }, history === null ? null : historyOf(history), 100));

describe('the current stage alone', () => {
	const place = (deals: Omit<TinyDeals, 'stages'>, history: Parameters<typeof historyOf>[0] | null = null) =>
		placementByStage(
			tinyPipeline({ stages: FOUR_STAGES, ...deals }, history === null ? null : historyOf(history), 100),
		);
	it('places open and won deals, and ended ones at the start, which is assumed', () => {
		const placement = place({ now: [0] });
		expect([...(placement?.furthest ?? [])]).toEqual([0, 1, 2, 3, 4, 0]);
		expect([...(placement?.assumed ?? [])]).toEqual([0, 0, 0, 0, 0, 1]);
	});
	it('does not where another trace may say more', () => {
		expect(place({ now: [0] }, [moves('0:1')])).toBeNull();
		expect(place({ now: [LOST], lostFrom: ['2'] })).toBeNull();
		expect(place({ now: [LOST], lastOpen: [1] })).toBeNull();
		expect(place({ now: [LOST], stageDates: new Map([[1, [5]]]) })).toBeNull();
	});
});

describe('a stage before the loss', () => {
	it('that is an end or not listed tells nothing', () => {
		const { furthest, lostFrom, touched, assumed } = reach({
			now: [LOST, LOST, LOST, LOST],
			lostFrom: ['L', 'W', 'nowhere', '4'],
		});
		expect([...furthest]).toEqual([0, 0, 0, 3]);
		expect([...lostFrom]).toEqual([-1, -1, -1, 3]);
		expect([...touched]).toEqual([0, 0, 0, 8]);
		expect([...assumed]).toEqual([1, 1, 1, 0]);
	});
	it('counts beside a history that ends by the as-of day, and not beside one that goes on', () => {
		const { furthest } = reach({ now: [LOST, LOST, LOST], lastOpen: [2, 2, 2] }, [
			moves('20:L'),
			moves('100:L'),
			moves('101:L'),
		]);
		expect([...furthest]).toEqual([2, 2, -1]);
	});
	it('counts for a deal without a history, whatever happens to the deal before it', () => {
		const { furthest } = reach({ now: [1, LOST], lastOpen: [-1, 2] }, [moves('0:1 101:2'), []]);
		expect([...furthest]).toEqual([0, 2]);
	});
	it('is the last listed one, also when the deal was in one that is not listed between', () => {
		const { lostFrom } = reach({ now: [LOST] }, [
			[
				[0, 0],
				[10, 1],
				[20, -2],
				[30, LOST],
			],
		]);
		expect([...lostFrom]).toEqual([1]);
	});
});

describe('dates of stages', () => {
	it('on the as-of day are reached, those of ends tell nothing, and the furthest counts in whatever order the columns stand', () => {
		const { furthest, touched, lostFrom } = reach({
			now: [LOST, LOST, LOST],
			stageDates: new Map([
				[LOST, [50, 50, 50]],
				[2, [100, 101, 40]],
				[0, [10, 10, 10]],
			]),
		});
		expect([...furthest]).toEqual([2, 0, 2]);
		expect([...lostFrom]).toEqual([2, 0, 2]);
		expect([...touched]).toEqual([0b101, 0b1, 0b101]);
	});
});

describe('a list that begins with the lost stage', () => {
	it('places its deals at the start, assumed, and knows where they were lost from', () => {
		const without = reach({ now: [0, 1] }, null, LOST_FIRST);
		expect([[...without.furthest], [...without.assumed]]).toEqual([
			[0, 0],
			[1, 0],
		]);
		const found = reach(
			{ now: [0, 2] },
			[
				[
					[0, 1],
					[10, 2],
					[20, 0],
				],
				[
					[0, 1],
					[10, 2],
				],
			],
			LOST_FIRST,
		);
		expect([...found.lostFrom]).toEqual([1, -1]);
		const open = reach({ now: [0] }, [[[0, 0]]], new StageList([stage('a', 'open'), stage('W', 'won')]));
		expect([...open.lostFrom]).toEqual([-1]);
	});
});

it('of more than thirty-two stages the first thirty-two are remembered', () => {
	const stages = new StageList([...Array.from({ length: 40 }, (_, i) => stage(`s${i}`, 'open')), stage('W', 'won')]);
	const { furthest, touched } = reach({ now: [31, 32, 39, 40] }, null, stages);
	expect([...furthest]).toEqual([31, 32, 39, 40]);
	expect([...touched]).toEqual([2 ** 31, 0, 0, 0]);
});

it('a won deal that was lost and came back is lost from nowhere', () =>
	expect([...reach({ now: [WON] }, [moves('0:1 10:L 20:W')]).lostFrom]).toEqual([-1]));
