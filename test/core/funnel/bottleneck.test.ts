import { describe, expect, it } from 'vitest';
import { bottleneckOf, type StepCounts, stepCounts } from '../../../src/core/funnel/bottleneck.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { randomNumbers } from '../../../src/core/samples/random-numbers.ts';
import { ownRanks } from '../../../src/core/statistics/processes.ts';
import { statisticsOf } from '../../../src/core/statistics/statistics.ts';
import { FOUR_STAGES, tinyPipeline, workedCase } from './tiny-pipeline.ts';

/** @param deals null: all */
const stepsOf = (pipeline: Pipeline, deals: Int32Array | null): StepCounts[] =>
	stepCounts(
		statisticsOf(pipeline, { deals, count: deals?.length ?? pipeline.opportunities.count }).reached(),
		ownRanks(pipeline.stages, []),
	);

const step = (reached: number, passed: number, decided = reached): StepCounts => ({ reached, passed, decided });
const none = { previous: null, earlier: [], groups: [], averageWon: null };

describe('step counts of the worked case', () => {
	it('passed and decided deals by step: the open ones are not decided', () => {
		expect(stepsOf(workedCase(), null)).toEqual([step(10, 7, 9), step(7, 5, 6), step(5, 4, 4), step(4, 3, 3)]);
		expect(stepsOf(workedCase(), Int32Array.of(0, 6))).toEqual([step(2, 1, 1), step(1, 1), step(1, 1), step(1, 1)]);
	});
});

describe('the hint goes by money', () => {
	const current = [step(100, 50), step(50, 20)];

	it('gain is deals × points below the best earlier period × the later steps × the average win', () => {
		const earlier = [
			[step(100, 60), step(60, 30)],
			[step(100, 55), step(55, 22)],
		];
		const { steps, hint } = bottleneckOf({ ...none, current, earlier, averageWon: 1000 });
		// Step 1: 100 × .1 × .4 × 1,000; step 2: 50 × .1 × 1,000.
		expect(steps.map((one) => Math.round(one.moneyAtStake as number))).toEqual([4000, 5000]);
		expect(hint).toBe(1);
	});

	it('takes the median of the groups without earlier periods, never below its own, small ones left out', () => {
		const groups = [
			[step(40, 30), step(30, 6)],
			[step(40, 24), step(24, 6)],
			[step(3, 3), step(3, 3)],
		];
		const { steps, hint } = bottleneckOf({ ...none, current, groups, averageWon: 1000 });
		expect(steps[0]?.attainable).toBeCloseTo(0.675, 12);
		expect(steps[1]?.attainable).toBe(0.4);
		expect(hint).toBe(0);
	});

	it('without amounts it is the step furthest below what it could be; with nothing to compare with there is none', () => {
		const earlier = [[step(100, 60), step(60, 30)]];
		expect(bottleneckOf({ ...none, current: [step(100, 50), step(50, 10)], earlier }).hint).toBe(1);
		const alone = bottleneckOf({ ...none, current });
		expect([alone.hint, alone.verdict, alone.steps[0]?.moneyAtStake]).toEqual([null, null, null]);
	});
});

describe('the verdict goes by a test', () => {
	it('a drop from 75 to 55 % of 100 decided deals is beyond chance, from 60 to 50 % is not and needs 388', () => {
		const found = bottleneckOf({
			...none,
			current: [step(100, 55), step(100, 50)],
			previous: [step(100, 75), step(100, 60)],
		});
		expect(found.verdict).toBe(0);
		expect(found.steps[0]).toMatchObject({ dealsNeeded: 89 });
		expect(found.steps[0]?.change).toBeCloseTo(-0.2, 12);
		expect(found.steps[0]?.adjustedP).toBeCloseTo(0.006055, 5);
		const quiet = bottleneckOf({ ...none, current: [step(100, 50)], previous: [step(100, 60)] });
		expect([quiet.verdict, quiet.steps[0]?.dealsNeeded]).toEqual([null, 388]);
	});

	it('counts decided deals only, and has no opinion on an empty step', () => {
		const found = bottleneckOf({
			...none,
			current: [step(200, 55, 100), step(0, 0)],
			previous: [step(100, 75), step(10, 5)],
		});
		expect(found.steps[0]?.change).toBeCloseTo(-0.2, 12);
		expect(found.steps[1]).toMatchObject({ conversion: null, adjustedP: null, change: null, dealsNeeded: null });
	});
});

describe('simulated periods', () => {
	const CONVERSIONS = [0.7, 0.6, 0.5, 0.6];

	/** A period of deals, some still open, through the funnel of the product. */
	function period(random: () => number, deals: number, conversions: readonly number[]): StepCounts[] {
		const now: number[] = [];
		const lastOpen: number[] = [];
		for (let deal = 0; deal < deals; deal++) {
			let rank = 0;
			while (rank < 4 && random() < (conversions[rank] as number)) rank++;
			const isOpen = rank < 4 && random() < 0.15;
			now.push(rank === 4 || isOpen ? rank : 5);
			lastOpen.push(rank < 4 ? rank : -1);
		}
		return stepsOf(tinyPipeline({ stages: FOUR_STAGES, now, lastOpen }, null, 100), null);
	}

	function firedShare(
		rounds: number,
		deals: number,
		changed: readonly number[],
		isHit: (verdict: number | null) => boolean,
	): number {
		const random = randomNumbers(20261123);
		let fired = 0;
		for (let round = 0; round < rounds; round++) {
			const previous = period(random, deals, CONVERSIONS);
			const { verdict } = bottleneckOf({ ...none, previous, current: period(random, deals, changed) });
			if (isHit(verdict)) fired++;
		}
		return fired / rounds;
	}

	it('with nothing changed the verdict fires in at most 10 % of the periods', () => {
		expect(firedShare(2000, 60, CONVERSIONS, (verdict) => verdict !== null)).toBeLessThanOrEqual(0.1);
		expect(firedShare(1000, 300, CONVERSIONS, (verdict) => verdict !== null)).toBeLessThanOrEqual(0.1);
	});

	it('a real drop by 20 points at 300 deals a period is found in at least 85 %', () => {
		expect(firedShare(500, 300, [0.7, 0.4, 0.5, 0.6], (verdict) => verdict === 1)).toBeGreaterThanOrEqual(0.85);
	});
});
