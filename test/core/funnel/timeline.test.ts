// A single deal's way for people to read, and the scale of days that it and all durations are on.
import { describe, expect, it } from 'vitest';
import { asOfOn, dayOn, daysBetween } from '../../../src/core/funnel/as-of.ts';
import { timelineOf } from '../../../src/core/funnel/timeline.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { FOUR_STAGES, historyOf, moves, tinyPipeline } from './tiny-pipeline.ts';

const brief = (pipeline: Parameters<typeof timelineOf>[0], deal: number) =>
	timelineOf(pipeline, deal).map(
		({ stage, since, days, isAssumed }) =>
			`${FOUR_STAGES.all[stage]?.name ?? '?'} ${since} ${days}${isAssumed ? ' assumed' : ''}`,
	);

describe('the way of a deal', () => {
	const lists = [moves('0:1 10:2 40:W'), moves('5:1 100:2'), moves('0:1 20:L 60:2 100:L'), moves('0:1 110:2'), []];
	const history = historyOf(lists);
	const pipeline = tinyPipeline({ stages: FOUR_STAGES, now: [4, 1, 5, 1, 0] }, history, 100);
	it('has one visit a move with its days; a win or loss at the end lasts no time, one that did not last does', () => {
		expect(brief(pipeline, 0)).toEqual(['1 0 10', '2 10 30', 'W 40 null']);
		expect(brief(pipeline, 2)).toEqual(['1 0 20', 'L 20 40', '2 60 40', 'L 100 null']);
	});
	it('ends now: a move of today counts, one of tomorrow is not known yet', () => {
		expect(brief(pipeline, 1)).toEqual(['1 5 95', '2 100 0']);
		expect(brief(pipeline, 3)).toEqual(['1 0 100']);
	});
	it('is empty without moves or without a history', () => {
		expect(timelineOf(pipeline, 4)).toEqual([]);
		expect(timelineOf({ ...pipeline, history: null }, 0)).toEqual([]);
	});
	it('says which visits are assumed, and keeps those of stages that are not in the list', () => {
		const odd = historyOf([
			[
				[0, 0],
				[10, -2],
				[30, 1],
			],
		]);
		odd.assumed[0] = 1;
		expect(brief(tinyPipeline({ stages: FOUR_STAGES, now: [1] }, odd, 100), 0)).toEqual([
			'1 0 10 assumed',
			'? 10 20',
			'2 30 70',
		]);
	});
});

describe('the scale of days', () => {
	const berlin = timeZone('Europe/Berlin');
	const column = (hasTime: boolean, ...days: number[]) => ({ days: Float64Array.from(days), hasTime, issues: [] });
	it('a plain day is its first instant in the time zone, an instant its calendar day there, nothing stays nothing', () => {
		// On that day in summer Berlin is two hours ahead of UTC.
		expect(dayOn(column(false, 20_000), 0, true, berlin)).toBeCloseTo(20_000 - 2 / 24, 9);
		expect(dayOn(column(true, 20_000 - 1 / 24), 0, false, berlin)).toBe(20_000);
		expect([dayOn(column(true, 20_000.5), 0, true, berlin), dayOn(column(false, 20_000), 0, false, berlin)]).toEqual([
			20_000.5, 20_000,
		]);
		expect([
			dayOn(column(false, Number.NaN), 0, true, berlin),
			dayOn(column(true, Number.NaN), 0, false, berlin),
		]).toEqual([Number.NaN, Number.NaN]);
	});
	it('now is the instant beside times and the day beside days', () => {
		const pipeline = tinyPipeline({ stages: FOUR_STAGES, now: [] }, null, 100.7);
		expect([asOfOn(pipeline, true), asOfOn(pipeline, false)]).toEqual([100.7, 100]);
	});
	it('times are apart by whole milliseconds, days by days', () => {
		const ms = 1 / 86_400_000;
		expect(daysBetween(20_000 + 0.1 * ms, 20_001.5, true)).toBe(1.5);
		expect(daysBetween(20_000, 20_002.25, false)).toBe(2.25);
	});
});
