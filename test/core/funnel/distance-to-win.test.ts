import { describe, expect, it } from 'vitest';
import { dealDistances, stageDistance } from '../../../src/core/funnel/distance-to-win.ts';
import { winIncidence } from '../../../src/core/funnel/resolved.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { FOUR_STAGES, historyOf, moves, tinyPipeline, workedCase } from './tiny-pipeline.ts';

const stageDistances = (pipeline: Pipeline, deals: Int32Array | null) =>
	pipeline.stages.open.map((_, rank) => stageDistance(pipeline.stages, winIncidence(pipeline, rank, deals), rank));

describe('distance to win in the worked case', () => {
	const pipeline = workedCase();

	it('stage 1 is four steps away, won by .68 in the end, by half of the winners after 95 days, with a thin tail', () => {
		const [first] = stageDistances(pipeline, null);
		expect(first).toMatchObject({ stagesLeft: 4, n: 10, isConfigured: false, hasThinTail: true, medianDays: 95 });
		expect(first?.chance).toBeCloseTo(0.68, 12);
		expect(stageDistances(pipeline, null).map((stage) => stage.stagesLeft)).toEqual([4, 3, 2, 1]);
	});

	it('a deal in its stage for a while has what is left of the curve', () => {
		const [d1, d6, d7] = dealDistances(pipeline, [0, 5, 6]);
		expect(d1).toBeNull();
		// Stage 4: two of four won at once, one after 10 days; nobody else has waited as long as d6, so only the configured 75 % is left to go by.
		expect(d6).toMatchObject({ stagesLeft: 1, isConfigured: true, chance: 0.75, medianDays: null });
		// Stage 1 after 60 days: .2 won, .32 lost, .48 unresolved, and all of that is won after 95.
		expect(d7?.chance).toBeCloseTo(1, 12);
		expect(d7?.medianDays).toBe(35);
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
	const distance = (age: number) => dealDistances(open(age), [4])[0];

	it('a deal that came today has the whole curve, and half of its winners within twenty days', () => {
		const found = distance(0);
		expect(found).toMatchObject({ stagesLeft: 4, medianDays: 20, n: 5, isConfigured: false, hasThinTail: true });
		expect(found?.chance).toBeCloseTo(0.75, 12);
	});
	it('one that waited fifteen days has what is left after the first win', () => {
		const found = distance(15);
		// At risk 5, 3, 1: won .2, then .8/3 more, then what is left; of .8 unresolved after 15 days .5333 is won.
		expect(found?.chance).toBeCloseTo(2 / 3, 12);
		expect(found).toMatchObject({ medianDays: 5, n: 5, isConfigured: false });
	});
	it('one that waited until the day of an ending has that behind it', () => {
		const found = distance(20);
		expect(found?.chance).toBeCloseTo(1, 12);
		expect(found).toMatchObject({ medianDays: 20, isConfigured: false });
	});
	it('one that waited longer than anybody goes by the stage list', () =>
		expect(distance(50)).toMatchObject({ chance: 0.1, isConfigured: true, n: 0 }));
	it('a curve that ends with five at risk has no thin tail', () => {
		const five = tinyPipeline(
			{ stages: FOUR_STAGES, now: [4, 4, 5, 4, 5] },
			historyOf(['0:1 10:W', '0:1 10:W', '0:1 10:L', '0:1 10:W', '0:1 10:L'].map(moves)),
			100,
		);
		expect(stageDistances(five, null)[0]).toMatchObject({ chance: 0.6, medianDays: 10, n: 5, hasThinTail: false });
	});
	it('takes the selected deals only, and none that is closed', () => {
		expect(stageDistances(open(0), Int32Array.of(0, 2))[0]).toMatchObject({ chance: 0.5, n: 2 });
		expect(dealDistances(open(0), [0, 2])).toEqual([null, null]);
	});
});

describe('distance to win without a curve', () => {
	it('falls back on the configured probability', () => {
		const [last] = dealDistances(tinyPipeline({ stages: FOUR_STAGES, now: [3] }, null, 100), [0]);
		expect(last).toEqual({
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
	it('after the last win there is no chance and no day to wait for, while others are still lost', () =>
		expect(dealDistances(pipelineOf([4, 5, 0], ['0:1 10:W', '0:1 30:L', '85:1']), [2])[0]).toMatchObject({
			chance: 0,
			medianDays: null,
			isConfigured: false,
		}));
	it('a deal that the history does not know is taken as come today, one without a known stage has no distance', () => {
		const found = pipelineOf([4, 5, 0, -1, -2], ['0:1 10:W', '0:1 30:L', '', '', '']);
		const [open, without, unknown] = dealDistances(found, [2, 3, 4]);
		expect(open).toMatchObject({ chance: 0.5, medianDays: 10, isConfigured: false, n: 2 });
		expect([without, unknown]).toEqual([null, null]);
	});
});
