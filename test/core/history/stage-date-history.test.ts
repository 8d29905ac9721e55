import { describe, expect, it } from 'vitest';
import { reachedStages } from '../../../src/core/funnel/reached.ts';
import { stageDateHistory } from '../../../src/core/history/stage-date-history.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { FOUR_STAGES, tinyOpportunities, tinyPipeline } from '../funnel/tiny-pipeline.ts';

const UTC = timeZone('UTC');
const BLANK = Number.NaN;
const WON = 4;
const LOST = 5;

describe('a history from per-stage dates', () => {
	const deals = {
		stages: FOUR_STAGES,
		now: [WON, LOST, 1, 0],
		closed: [30, 20, BLANK, BLANK],
		stageDates: new Map([
			[0, [0, 20, 5, BLANK]],
			[1, [10, 20, 3, BLANK]],
		]),
	};
	const history = stageDateHistory(tinyOpportunities(deals), FOUR_STAGES, UTC);

	it('is in time, dates of one day forward with the loss last, the closing date as the end', () => {
		expect([...(history?.start ?? [])]).toEqual([0, 3, 6, 8, 8]);
		expect([...(history?.to ?? [])]).toEqual([0, 1, WON, 0, 1, LOST, 1, 0]);
		expect([...(history?.at ?? [])]).toEqual([0, 10, 30, 20, 20, 20, 3, 5]);
		expect([...(history?.from ?? [])]).toEqual([-1, 0, 1, -1, 0, 1, -1, 1]);
		expect(history?.hasTime).toBe(false);
	});

	it('places every deal as the dates themselves do', () => {
		const bare = reachedStages(tinyPipeline(deals, null, 100));
		expect(reachedStages(tinyPipeline(deals, history, 100)).furthest).toEqual(bare.furthest);
	});

	it('a dated won or lost column is not doubled by the closing date, and without columns there is none', () => {
		const dated = { ...deals, stageDates: new Map([[WON, [28, BLANK, BLANK, BLANK]]]) };
		expect([...(stageDateHistory(tinyOpportunities(dated), FOUR_STAGES, UTC)?.at ?? [])]).toEqual([28, 20]);
		expect(stageDateHistory(tinyOpportunities({ stages: FOUR_STAGES, now: [0] }), FOUR_STAGES, UTC)).toBeNull();
	});

	it('without a close column it ends with the last date of a stage; a closed deal only has a closing', () => {
		const { closed: _, ...bare } = deals;
		expect([...(stageDateHistory(tinyOpportunities(bare), FOUR_STAGES, UTC)?.to ?? [])]).toEqual([0, 1, 0, 1, 1, 0]);
		const expected = { ...deals, now: [1, 1, 1, 0] };
		expect([...(stageDateHistory(tinyOpportunities(expected), FOUR_STAGES, UTC)?.to ?? [])]).toEqual([
			0, 1, 0, 1, 1, 0,
		]);
	});

	it('is on the scale of times as soon as one column has them', () => {
		const opportunities = tinyOpportunities({ ...deals, now: [WON], closed: [30.5], stageDates: new Map([[0, [10]]]) });
		const timed = { ...opportunities, date: () => ({ days: Float64Array.of(30.5), hasTime: true, issues: [] }) };
		const berlin = stageDateHistory(timed, FOUR_STAGES, timeZone('Europe/Berlin'));
		expect(berlin?.hasTime).toBe(true);
		// Midnight of day 10 in Berlin is an hour before that of UTC.
		expect([...(berlin?.at ?? [])]).toEqual([expect.closeTo(10 - 1 / 24, 9), 30.5]);
		expect([...(berlin?.assumed ?? [])]).toEqual([0, 0]);
	});
});
