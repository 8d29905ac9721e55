import { describe, expect, it } from 'vitest';
import { paceOf } from '../../../src/core/funnel/pace.ts';
import { type Stage, StageList } from '../../../src/core/model/stage.ts';
import { historyOf, moves, stage, tinyPipeline } from './tiny-pipeline.ts';

const NONE = Number.NaN;
/** Three open stages; the third has no usual days of its own. */
const stages = (...days: (number | null)[]) =>
	new StageList([
		...days.map((usualDays, i): Stage => ({ ...stage(String(i + 1), 'open'), usualDays })),
		stage('W', 'won'),
		stage('L', 'lost'),
		stage('P', 'parked'),
	]);
const FIRST = stages(10, 20, null);
const [WON, LOST, PARKED] = [3, 4, 5];

describe('the age of a deal', () => {
	const pipeline = tinyPipeline(
		{ stages: FIRST, now: [0, 1, 2, WON, LOST, PARKED, -2, 0, 0], created: [90, 60, 0, 0, 0, 0, 0, NONE, 105] },
		null,
		100,
	);
	const { age, over, usual } = paceOf(pipeline);
	it('without a history is that since creation; closed, parked and unknown deals have none, nor do those without a date or from tomorrow', () => {
		expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(age)).toEqual([10, 40, 100, null, null, null, null, null, null]);
	});
	it('is held against the usual days of all stages up to this one; where one has none it cannot be told', () => {
		expect(usual).toEqual([10, 20, null, null, null, null]);
		expect([0, 1, 2, 3, 7].map(over)).toEqual([0, 10, null, null, null]);
	});
	it('of timed columns counts whole days up to the instant', () => {
		const timed = tinyPipeline({ stages: FIRST, now: [0, 0], created: [90.25, 99.75], hasTime: true }, null, 100.5);
		expect([0, 1].map(paceOf(timed).age)).toEqual([10, 0]);
		const days = tinyPipeline({ stages: FIRST, now: [0], created: [90] }, null, 100.9);
		expect(paceOf(days).age(0)).toBe(10);
	});
	it('is not known without dates', () => {
		const bare = paceOf(tinyPipeline({ stages: FIRST, now: [0] }, null, 100));
		expect([bare.age(0), bare.over(0)]).toEqual([null, null]);
	});
});

describe('with a history', () => {
	const deals = { stages: FIRST, now: [1, 2, WON, 2], created: [0, 0, 0, 70] };
	const history = historyOf([moves('0:1 70:2'), moves('0:1 10:2 40:3'), moves('0:1 12:2 50:3 60:W'), []]);
	const { age, over, usual } = paceOf(tinyPipeline(deals, history, 100));
	it('the age is that in the stage, held against its own usual days', () => {
		expect([age(0), over(0)]).toEqual([30, 10]);
		expect(age(2)).toBeNull();
	});
	it('a stage without usual days takes the median seen there, and a deal without moves its age since creation', () => {
		// In the third stage: 60 days still running and 10 days up to the win.
		expect(usual.slice(0, 3)).toEqual([10, 20, 10]);
		expect([age(1), over(1)]).toEqual([60, 50]);
		expect([age(3), over(3)]).toEqual([30, 30 - (10 + 20 + 10)]);
	});
	it('a stage that nobody was in has no usual days', () => {
		const empty = paceOf(tinyPipeline({ stages: stages(null, null), now: [0] }, historyOf([moves('0:1')]), 100));
		expect(empty.usual.slice(0, 2)).toEqual([null, null]);
		expect(empty.over(0)).toBeNull();
	});
});
