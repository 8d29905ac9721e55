// Levers that add up: by property, by the worked case, and by the answers of two programs that share no code.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { periodFigures } from '../../../src/core/forecast/period-figures.ts';
import { type GroupFigures, salesChange, winRateByGroup } from '../../../src/core/forecast/sales-change.ts';
import { groupsOf } from '../../../src/core/statistics/groups.ts';
import type { Period } from '../../../src/core/statistics/period.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { shapleyEffects } from '../../../src/core/stats/shapley.ts';
import { studentTails } from '../../../src/core/stats/welch.ts';
import { table } from '../metrics/ask.ts';
import { dayOf, KNOWN_TABLES, knownAnswers, knownPipeline } from './known-forecast.ts';

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
const near = (found: number | null, wanted: number): void => {
	expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
};

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

for (const name of KNOWN_TABLES) {
	const answers = knownAnswers(name);
	describe.skipIf(answers === null)(`the change of ${name} agrees with two independent programs`, () => {
		for (const known of answers?.change ?? [])
			test(`${known.before.period.join('..')} to ${known.now.period.join('..')}`, () => {
				if (answers === null) return;
				const pipeline = knownPipeline(
					name,
					answers,
					known.asOf ?? (name === 'tiny' ? '2026-04-11' : '2026-12-31'),
					false,
				);
				const whole = wholeSelection(pipeline.opportunities);
				const spanOf = ([from, to]: [string, string]): Period => ({
					first: dayOf(from),
					last: dayOf(to),
					months: null,
				});
				const at = (key: 'before' | 'now', part = whole) =>
					periodFigures(pipeline, part, spanOf(known[key].period), false);
				for (const key of ['before', 'now'] as const) {
					const found = at(key);
					const { closed, won, average, money, open, cycle } = known[key];
					expect([found.closed, found.amounts.n, found.open]).toEqual([closed, won, open]);
					near(found.amounts.sum / found.amounts.n, average);
					near(found.amounts.sum, money);
					near(found.cycles.sum / found.cycles.n, cycle);
				}
				const bookings = salesChange(at('before'), at('now'), 'bookings', dayOf('2030-01-01'));
				near((bookings.now ?? 0) - (bookings.before ?? 0), known.bookings.change);
				for (const { name: lever, effect } of bookings.levers) near(effect, known.bookings[lever]);
				const velocity = salesChange(at('before'), at('now'), 'velocity', dayOf('2030-01-01'));
				near(velocity.before, known.velocity.before);
				near(velocity.now, known.velocity.now);
				for (const { name: lever, effect } of velocity.levers) near(effect, known.velocity[lever]);
				if (known.by === null) return;
				const dimension = pipeline.opportunities.dimension(known.by);
				if (dimension === null) throw new Error(known.by);
				const groups = groupsOf(pipeline, whole, { dimension }, 'closed').map(({ label, selection }) => ({
					label,
					before: at('before', selection),
					now: at('now', selection),
				}));
				const found = new Map(winRateByGroup(groups).map((group) => [group.label, group]));
				for (const { name: group, deals, rate, mix } of known.rateBy.groups) {
					const own = found.get(group);
					expect([own?.dealsBefore, own?.dealsNow]).toEqual(deals);
					expect(own?.rateEffect).toBeCloseTo(rate, 12);
					expect(own?.mixEffect).toBeCloseTo(mix, 12);
				}
			});
	});
}

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
