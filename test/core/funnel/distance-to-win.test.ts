import { describe, expect, it } from 'vitest';
import { dealDistances, stageDistances } from '../../../src/core/funnel/distance-to-win.ts';
import { FOUR_STAGES, historyOf, moves, tinyPipeline, workedCase } from './tiny-pipeline.ts';

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

describe('distance to win without a curve', () => {
	it('falls back on the configured probability', () => {
		const [last] = dealDistances(tinyPipeline({ stages: FOUR_STAGES, now: [3] }, null, 100), [0]);
		expect(last).toEqual({
			stagesLeft: 1,
			chance: 0.75,
			low: null,
			high: null,
			medianDays: null,
			n: 0,
			isConfigured: true,
			hasThinTail: false,
		});
		const noWins = tinyPipeline({ stages: FOUR_STAGES, now: [0] }, historyOf([moves('0:1')]), 100);
		expect(stageDistances(noWins, null)[0]).toMatchObject({ chance: 0.1, isConfigured: true });
	});
});
