// Levers that add up: by property and by the worked case. The answers of two other programs: known-answers.test.ts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroupFigures, salesChange, winRateByGroup } from '../../../src/core/forecast/sales-change.ts';
import type { Period } from '../../../src/core/statistics/period.ts';
import { shapleyEffects } from '../../../src/core/stats/shapley.ts';
import { studentTails } from '../../../src/core/stats/welch.ts';
import { table } from '../metrics/ask.ts';
import { knownAnswers, knownPipeline } from './known-forecast.ts';

const figure = fc.record({
	closed: fc.nat(300),
	wonShare: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
	size: fc.integer({ min: 0, max: 1_000_000 }),
	cycle: fc.integer({ min: 1, max: 400 }),
	open: fc.nat(500),
});
const period: Period = { first: 0, last: 89, months: null };
type Figure = typeof figure extends fc.Arbitrary<infer T> ? T : never;
function figuresOf({ closed, wonShare, size, cycle, open }: Figure) {
	const n = Math.floor(closed * wonShare);
	const sums = (value: number) => ({ n, sum: n * value, squares: n * value * value });
	return { period, closed, amounts: sums(size), cycles: sums(cycle), open, blank: 0 };
}
describe('the effects of the levers', () => {
	it.each(['bookings', 'velocity'] as const)('of %s add up to the change, whatever is zero', (kind) => {
		let told = 0;
		fc.assert(
			fc.property(figure, figure, (a, b) => {
				const change = salesChange(figuresOf(a), figuresOf(b), kind, 200);
				const { before, now, levers } = change;
				if (levers.some(({ effect }) => effect === null)) return;
				told++;
				const sum = levers.reduce((all, { effect }) => all + (effect ?? 0), 0);
				const scale = Math.max(1, Math.abs(before ?? 0), Math.abs(now ?? 0));
				expect(Math.abs(sum - ((now ?? 0) - (before ?? 0)))).toBeLessThanOrEqual(1e-9 * scale);
			}),
			{ numRuns: 500, seed: 20_261_129 },
		);
		expect(told).toBeGreaterThan(300);
	});

	it('of groups add up to the change of the win rate, also where a group is absent from a period', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(figure, figure), { minLength: 1, maxLength: 6 }), (parts) => {
				const groups = parts.map(
					([a, b], i): GroupFigures => ({
						label: String(i),
						before: figuresOf(i === 1 ? { ...a, closed: 0 } : a),
						now: figuresOf(i === 2 ? { ...b, closed: 0 } : b),
					}),
				);
				const all = (key: 'before' | 'now') => ({
					closed: groups.reduce((sum, group) => sum + group[key].closed, 0),
					won: groups.reduce((sum, group) => sum + group[key].amounts.n, 0),
				});
				const [before, now] = [all('before'), all('now')];
				fc.pre(before.closed > 0 && now.closed > 0);
				const sum = winRateByGroup(groups).reduce(
					(total, { rateEffect, mixEffect }) => total + rateEffect + mixEffect,
					0,
				);
				expect(sum).toBeCloseTo(now.won / now.closed - before.won / before.closed, 10);
			}),
			{ numRuns: 300, seed: 20_261_129 },
		);
	});

	it('are the mean over all orders', () => {
		// 2 → 3 and 5 → 7: first factor (5 + 7)/2, second (2 + 3)/2 · 2.
		expect(shapleyEffects([2, 5], [3, 7])).toEqual([6, 5]);
		expect(shapleyEffects([0, 0, 1], [0, 4, 2])).toEqual([0, 0, 0]);
	});

	it('are judged by Student’s t, whose tails agree with printed tables', () => {
		expect(studentTails(12.706_204_736_432_1, 1)).toBeCloseTo(0.05, 10);
		expect(studentTails(2.228_138_851_964_939, 10)).toBeCloseTo(0.05, 10);
		expect(studentTails(-1.959_963_984_540_054, 1e9)).toBeCloseTo(0.05, 7);
		expect(studentTails(0, 7)).toBe(1);
	});
});

const maven = knownAnswers('maven_crm');
describe.skipIf(maven === null)('SALES_CHANGE', () => {
	it('says what Q4 of 2017 brought against Q3, lever by lever', () => {
		if (maven === null) return;
		const pipeline = knownPipeline('maven_crm', maven, '2017-12-31', false);
		const { rows } = table(pipeline, 'salesChange', 'period', '2017-Q4');
		expect(rows.map((row) => Math.round(Number(row[3])))).toEqual([-88927, -54907, -35925, -179759, 0]);
		// The default is the last quarter that is over.
		expect(table(pipeline, 'salesChange').rows).toEqual(rows);
		const byAgent = table(pipeline, 'salesChange', 'win rate', 'period', '2017-Q4', 'by', 'sales_agent').rows;
		const together = byAgent[byAgent.length - 1] ?? [];
		expect(Number(together[5]) + Number(together[6])).toBeCloseTo(1196 / 1985 - 1257 / 2047, 12);
	});
});
