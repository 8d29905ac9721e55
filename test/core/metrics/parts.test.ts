// What metrics are made of, at its edges: sums by currency, days of a cycle, moves in one step, the part of a deal, an answer without a value.
import { describe, expect, test } from 'vitest';
import type { Duration } from '../../../src/core/funnel/resolved.ts';
import { durationPart } from '../../../src/core/metrics/shared/duration-part.ts';
import { measured, proportion, resolvedRate, unmeasured } from '../../../src/core/metrics/shared/measured.ts';
import { amountTotal, currenciesOf, regrouped } from '../../../src/core/statistics/amount-sums.ts';
import { cycleDays } from '../../../src/core/statistics/cycle-days.ts';
import { directMove, movedDirectly } from '../../../src/core/statistics/direct-moves.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { aalenJohansen } from '../../../src/core/stats/aalen-johansen.ts';
import { CAUSE, CENSORED, COMPETING } from '../../../src/core/stats/event-table.ts';
import { FOUR_STAGES, historyOf, moves, tinyPipeline } from '../funnel/tiny-pipeline.ts';
import { pipelineOf } from './worked-case.ts';

describe('sums by currency', () => {
	// Three slots; EUR has amounts in the first and the last, USD in the second, CHF nowhere.
	const sums = {
		slots: 3,
		sums: Float64Array.of(10, 0, 30, 0, 5, 0, 0, 0, 0),
		counts: Int32Array.of(1, 0, 2, 0, 1, 0, 0, 0, 0),
		currencies: ['EUR', 'USD', 'CHF'],
	};
	test('name the currencies that have an amount in the slots that are asked for', () => {
		expect(currenciesOf(sums, () => true)).toEqual([0, 1]);
		expect([0, 1, 2].map((wanted) => currenciesOf(sums, (slot) => slot === wanted))).toEqual([[0], [1], [0]]);
		expect(currenciesOf(sums, () => false)).toEqual([]);
	});
	test('stay by currency when their slots are put together', () => {
		const moved = regrouped(sums, 2, (slot) => (slot === 1 ? 1 : 0));
		expect([moved.slots, [...moved.sums], [...moved.counts], moved.currencies]).toEqual([
			2,
			[40, 0, 0, 5, 0, 0],
			[3, 0, 0, 1, 0, 0],
			['EUR', 'USD', 'CHF'],
		]);
	});
	test('have a total within one currency only', () => {
		expect(amountTotal(sums, () => true)).toEqual({ sum: null, n: 4, isMixed: true });
		expect(amountTotal(sums, (slot) => slot !== 1)).toEqual({ sum: 40, n: 3, isMixed: false });
		expect(amountTotal(sums, () => true, 1)).toEqual({ sum: 5, n: 1, isMixed: false });
		expect(amountTotal(sums, () => true, 2)).toEqual({ sum: null, n: 0, isMixed: false });
	});
});

describe('days of a cycle', () => {
	const cycle = (lengths: readonly number[], begin = 0) => {
		const deals = lengths.map((length) => ({ Stage: 'Won', Created: begin, Closed: begin + length }));
		const pipeline = pipelineOf(deals, { asOfDay: 40_000, asOf: 40_001 });
		return cycleDays(pipeline, wholeSelection(pipeline.opportunities));
	};
	test('have a sum and quantiles, whole or not, few or more than eleven years', () => {
		const told = (lengths: readonly number[], begin?: number) => [
			cycle(lengths, begin)?.sum,
			cycle(lengths, begin)?.quantile(0.5),
		];
		expect(told([9, 0, 4])).toEqual([13, 4]);
		expect(told([2.5, 1.5, 3.5], 0.25)).toEqual([7.5, 2.5]);
		expect(told([3, 1.5, 2], 0.25)).toEqual([6.5, 2]);
		for (const long of [4095, 4096, 20_000]) expect(told([long, long, 1])).toEqual([2 * long + 1, long]);
	});
	test('of deals that cannot be used are in none of them', () => {
		expect([cycle([-1, 5, Number.NaN, 40_001])?.count, cycle([-1, 5.5, Number.NaN, 40_001.5], 0.25)?.count]).toEqual([
			1, 1,
		]);
	});
});

describe('moves in one step', () => {
	const pipeline = tinyPipeline(
		{ stages: FOUR_STAGES, now: [1, 1, 1, 2, 1] },
		historyOf(['0:1 10:2', '0:1 100:2', '0:1 101:2', '0:1 10:3', '10:2'].map(moves)),
		100,
	);
	test('count up to the as-of day and from one stage to the very next', () => {
		expect([0, 1, 2, 3, 4].map(directMove(pipeline, 0, 1))).toEqual([true, true, false, false, false]);
		expect(movedDirectly(pipeline, wholeSelection(pipeline.opportunities), 0, 1)).toBe(2);
	});
	test('are none without a history', () => {
		const without = tinyPipeline({ stages: FOUR_STAGES, now: [1] }, null, 100);
		expect([directMove(without, 0, 1)(0), movedDirectly(without, wholeSelection(without.opportunities), 0, 1)]).toEqual(
			[false, 0],
		);
	});
});

test('a deal is a pass, a deal without one, or left out when its days are not known', () => {
	const found: readonly Duration[] = [
		{ days: 0, ending: CAUSE },
		{ days: 5, ending: CENSORED },
		{ days: 5, ending: COMPETING },
		{ days: Number.NaN, ending: CAUSE },
		{ days: -1, ending: CAUSE },
	];
	const part = durationPart((deal, target) => {
		Object.assign(target, found[deal]);
	});
	expect(found.map((_, deal) => part(deal))).toEqual(['numerator', 'denominator', 'denominator', 'noDates', 'noDates']);
	expect(durationPart(null)(0)).toBeNull();
});

describe('an answer', () => {
	test('is a number or none', () => {
		expect([5, 0, Number.NaN, Number.POSITIVE_INFINITY, null].map((value) => measured({ n: 1, value }).value)).toEqual([
			5,
			0,
			null,
			null,
			null,
		]);
		expect(unmeasured('noDeals')).toMatchObject({ value: null, n: 0, reason: 'noDeals' });
		expect(proportion(0, 0, 'noDeals', { excluded: 2 })).toMatchObject({
			value: null,
			n: 0,
			excluded: 2,
			reason: 'noDeals',
		});
		expect(proportion(1, 4, 'noDeals')).toMatchObject({
			value: 0.25,
			n: 4,
			numerator: 1,
			denominator: 4,
			reason: null,
		});
	});
	test('of a curve says that there is no history, or nobody on it', () => {
		const empty = {
			times: new Float64Array(0),
			cause: new Float64Array(0),
			competing: new Float64Array(0),
			censored: new Float64Array(0),
		};
		const curve = aalenJohansen({ ...empty, n: 0, excluded: 3 } as unknown as Parameters<typeof aalenJohansen>[0]);
		expect(resolvedRate(null, 10, true)).toMatchObject({ value: null, reason: 'noHistory' });
		expect(resolvedRate(curve, 10, true)).toMatchObject({ value: null, reason: 'noDeals', excluded: 3 });
		expect(resolvedRate(curve, 10, false)).toMatchObject({ value: null, reason: 'noDates', excluded: 3 });
	});
});
