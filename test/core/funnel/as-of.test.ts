// The edge of now: what happened on the as-of day counts, what happened a day later is not known yet – the same in every look at the history.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/core/formula/evaluate.ts';
import { journeysOf } from '../../../src/core/funnel/journeys.ts';
import { reachedStages } from '../../../src/core/funnel/reached.ts';
import { winCurve } from '../../../src/core/funnel/resolved.ts';
import { metricById } from '../../../src/core/metrics/index.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { FOUR_STAGES, historyOf, moves, tinyPipeline } from './tiny-pipeline.ts';

const NONE = Number.NaN;
const LISTS = ['0:1 100:2', '0:1 101:2', '50:1 100:W', '50:1 101:W', '10:1 20:L 101:2', '101:3'].map(moves);
/** The table is of a later day: it holds where each deal went after day 100. */
const deals = {
	stages: FOUR_STAGES,
	now: [1, 1, 4, 4, 1, 2],
	created: [0, 0, 50, 50, 10, 90],
	closed: [NONE, NONE, 100, 101, NONE, NONE],
	lostFrom: ['', '', '', '', '', '2'],
};
const pipeline = tinyPipeline(deals, historyOf(LISTS), 100);

describe('on day 100', () => {
	it('each deal stands where it was that day, has come as far as it had by then, and has no stage before its first', () => {
		const { furthest, now, lostFrom, touched, assumed } = reachedStages(pipeline);
		expect([...furthest]).toEqual([1, 0, 4, 0, 0, -1]);
		expect([...now]).toEqual([1, 0, 4, 0, 5, -1]);
		expect([...lostFrom]).toEqual([-1, -1, -1, -1, 0, -1]);
		expect([...touched]).toEqual([0b11, 0b1, 0b10001, 0b1, 0b1, 0]);
		expect([...assumed]).toEqual([0, 0, 0, 0, 0, 0]);
		expect([...pipeline.opportunities.stages().codes]).toEqual(deals.now);
	});
	it('ages and endings are those of that day', () => {
		const journeys = journeysOf(pipeline);
		expect([...(journeys?.age ?? [])]).toEqual([0, 100, NONE, 50, NONE, NONE]);
		expect([...(journeys?.endedAt ?? [])]).toEqual([NONE, NONE, 100, NONE, 20, NONE]);
	});
	it('a win of that day is one in the resolved rate, a later one is still open', () => {
		const { times, cause, competing, n, excluded } = winCurve(pipeline, null);
		expect([[...times], [...cause], [...competing]]).toEqual([
			[10, 50, 100],
			[0, 0.2, 0.2],
			[0.2, 0.2, 0.2],
		]);
		expect([n, excluded]).toEqual([5, 1]);
	});
	it('a direct conversion counts the move of that day', () => {
		const answer = evaluate(metricById('stageConversion') as NonNullable<ReturnType<typeof metricById>>, pipeline, [
			'direct',
			'1',
		]);
		expect(answer.ok ? answer.result : answer).toMatchObject({ value: 1 / 5, numerator: 1, denominator: 5 });
	});
});

describe('where the first move came from', () => {
	const from = (origin: number, list: string, at = 100): Pipeline => {
		const history = historyOf([moves(list)]);
		history.from[0] = origin;
		return tinyPipeline({ stages: FOUR_STAGES, now: [(moves(list).at(-1) as [number, number])[1]] }, history, at);
	};
	const placed = (pipeline: Pipeline) => {
		const { furthest, touched, assumed, lostFrom } = reachedStages(pipeline);
		return [furthest[0], touched[0], assumed[0], lostFrom[0]];
	};
	it('is a stage that the deal was in; only a later one than the first makes its way assumed', () => {
		expect(placed(from(0, '10:2'))).toEqual([1, 0b11, 0, -1]);
		expect(placed(from(1, '10:3'))).toEqual([2, 0b110, 1, -1]);
		expect(placed(from(2, '10:2'))).toEqual([2, 0b110, 1, -1]);
		expect(placed(from(-1, '10:2'))).toEqual([1, 0b10, 1, -1]);
		expect(placed(from(-1, '10:1'))).toEqual([0, 0b1, 0, -1]);
		expect(placed(from(1, '10:L'))).toEqual([1, 0b10, 1, 1]);
		expect(placed(from(0, '10:L'))).toEqual([0, 0b1, 0, 0]);
	});
	it('a win that it came from was none that lasted, and counts as every open stage', () => {
		expect(placed(from(4, '10:2'))).toEqual([3, 0b10010, 0, -1]);
		expect(placed(from(-1, '10:W'))).toEqual([4, 0b10000, 0, -1]);
	});
	it('is not known before the move', () => {
		expect(placed(from(0, '101:2'))).toEqual([-1, 0, 0, -1]);
		expect(placed(from(0, '100:2'))).toEqual([1, 0b11, 0, -1]);
	});
});

describe('stages that the list does not have', () => {
	it('are visits that reach nothing, in the history as in the table', () => {
		const odd = tinyPipeline(
			{ stages: FOUR_STAGES, now: [-2, -1, -2] },
			historyOf([
				[
					[0, 0],
					[10, -2],
				],
				[
					[0, -2],
					[5, 1],
				],
				[],
			]),
			100,
		);
		const { furthest, lostFrom } = reachedStages(odd);
		expect([...furthest]).toEqual([0, 1, -1]);
		expect([...lostFrom]).toEqual([-1, -1, -1]);
		expect([...(journeysOf(odd)?.age ?? [])]).toEqual([NONE, NONE, NONE]);
	});
	it('parked is no stage of the funnel: a deal without a trace counts for the first stage and is assumed', () => {
		const bare = tinyPipeline({ stages: FOUR_STAGES, now: [5, 4, 2, -1] }, null, 100);
		const { furthest, assumed, lostFrom } = reachedStages(bare);
		expect([[...furthest], [...assumed], [...lostFrom]]).toEqual([
			[0, 4, 2, -1],
			[1, 0, 0, 0],
			[-1, -1, -1, -1],
		]);
	});
});
