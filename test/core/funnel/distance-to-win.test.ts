import { describe, expect, it } from 'vitest';
import { stageDistance } from '../../../src/core/funnel/distance-to-win.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { passIncidence } from './pass-incidence.ts';
import { FOUR_STAGES, historyOf, moves, tinyPipeline, workedCase } from './tiny-pipeline.ts';

const stageDistances = (pipeline: Pipeline, deals: Int32Array | null) =>
	pipeline.stages.open.map((_, rank) =>
		stageDistance(pipeline.stages, passIncidence(pipeline, rank, pipeline.stages.openCount, deals), rank),
	);

describe('distance to win in the worked case', () => {
	const pipeline = workedCase();

	it('stage 1 is four steps away, won by .68 in the end, by half of the winners after 95 days, with a thin tail', () => {
		const [first] = stageDistances(pipeline, null);
		expect(first).toMatchObject({ stagesLeft: 4, n: 10, isConfigured: false, hasThinTail: true, medianDays: 95 });
		expect(first?.chance).toBeCloseTo(0.68, 12);
		expect(stageDistances(pipeline, null).map((stage) => stage.stagesLeft)).toEqual([4, 3, 2, 1]);
	});
});

describe('distance to win by hand', () => {
	// Of four deals that ended two were won after 10 and 40 days, on day 20 one was won and one lost; a fifth is open for as long as asked.
	const lists = ['0:1 10:W', '0:1 20:W', '0:1 20:L', '0:1 40:W'];
	const open = (age: number) =>
		tinyPipeline(
			{ stages: FOUR_STAGES, now: [4, 4, 5, 4, 0] },
			historyOf([...lists, `${100 - age}:1`].map(moves)),
			100,
		);
	it('a curve that ends with five at risk has no thin tail', () => {
		const five = tinyPipeline(
			{ stages: FOUR_STAGES, now: [4, 4, 5, 4, 5] },
			historyOf(['0:1 10:W', '0:1 10:W', '0:1 10:L', '0:1 10:W', '0:1 10:L'].map(moves)),
			100,
		);
		expect(stageDistances(five, null)[0]).toMatchObject({ chance: 0.6, medianDays: 10, n: 5, hasThinTail: false });
	});
	it('takes the selected deals only', () => {
		expect(stageDistances(open(0), Int32Array.of(0, 2))[0]).toMatchObject({ chance: 0.5, n: 2 });
	});
});

describe('distance to win without a curve', () => {
	it('falls back on the configured probability', () => {
		expect(stageDistance(FOUR_STAGES, null, 3)).toEqual({
			stagesLeft: 1,
			chance: 0.75,
			medianDays: null,
			n: 0,
			isConfigured: true,
			hasThinTail: false,
		});
		const noWins = tinyPipeline({ stages: FOUR_STAGES, now: [0] }, historyOf([moves('0:1')]), 100);
		expect(stageDistances(noWins, null)[0]).toMatchObject({ chance: 0.1, isConfigured: true });
	});
});

describe('distance to win at the edges', () => {
	const pipelineOf = (now: number[], lists: string[]) =>
		tinyPipeline({ stages: FOUR_STAGES, now }, historyOf(lists.map((list) => (list === '' ? [] : moves(list)))), 100);

	it('wins on the first day are part of the whole curve of a deal that came today', () => {
		const found = pipelineOf([4, 5, 0], ['0:1 0:W', '0:1 10:L', '100:1']);
		expect(stageDistances(found, Int32Array.of(0, 1))[0]).toMatchObject({
			chance: 0.5,
			medianDays: 0,
			isConfigured: false,
			n: 2,
		});
		const onlyFirst = pipelineOf([4, 0], ['0:1 0:W', '0:1']);
		expect(stageDistances(onlyFirst, null)[0]).toMatchObject({ chance: 0.5, medianDays: 0, isConfigured: false });
	});
	it('a curve on which five never were at risk is thin from its first day on', () =>
		expect(stageDistances(pipelineOf([4, 4], ['0:1 1:W', '0:1 1:W']), null)[0]).toMatchObject({
			chance: 1,
			medianDays: 1,
			hasThinTail: true,
		}));
	it('a curve that ends with five at risk, some of them still open, has no thin tail', () => {
		const found = pipelineOf([4, 4, 0, 0, 0], ['0:1 10:W', '0:1 10:W', '0:1', '0:1', '0:1']);
		expect(stageDistances(found, null)[0]).toMatchObject({ isConfigured: false, n: 5, hasThinTail: false });
	});
});
