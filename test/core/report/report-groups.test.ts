/** The deals by owner or source: every deal in one row, the win rate that the settings define, few deals pulled toward the team. */
import { describe, expect, it } from 'vitest';
import { reportGroups } from '../../../src/core/report/report-groups.ts';
import { type Deal, pipelineOf } from '../metrics/worked-case.ts';

const ALL = { period: null, cohort: 'created', columns: {} } as const;
const OWNERS = { heading: 'Owner', field: 'owner', values: [], more: 0 } as const;

const deals = (owner: string, won: number, lost: number, open: number): Deal[] =>
	[...Array(won + lost + open)].map((_, at) => ({
		Owner: owner,
		Stage: at < won ? 'Won' : at < won + lost ? 'Lost' : 'Needs',
		Amount: 100,
		Created: 20_000,
		...(at < won + lost && { Closed: 20_010 }),
	}));
const team = pipelineOf([...deals('Ann', 30, 30, 40), ...deals('Ben', 10, 70, 20), ...deals('Cy', 2, 0, 0)], {
	asOfDay: 20_100,
	asOf: 20_101,
});
const rowsOf = (mode: 'all' | 'closed') => reportGroups(team, ALL, [OWNERS], mode)[0]?.rows ?? [];

describe('the deals by owner', () => {
	it('are all there, with what was won, its money and its days', () => {
		expect(rowsOf('all').map(({ value, deals: n, won, lost, open }) => [value, n, won, lost, open])).toEqual([
			['Ann', 100, 30, 30, 40],
			['Ben', 100, 10, 70, 20],
			['Cy', 2, 2, 0, 0],
		]);
		expect(rowsOf('all').map(({ wonAmount, cycleDays }) => [wonAmount, cycleDays])).toEqual([
			[3000, 10],
			[1000, 10],
			[200, 10],
		]);
	});

	it('have the win rate that the settings define', () => {
		expect(rowsOf('all').map(({ rate, n }) => [rate, n])).toEqual([
			[0.3, 100],
			[0.1, 100],
			[1, 2],
		]);
		expect(rowsOf('closed').map(({ rate, n }) => [rate, n])).toEqual([
			[0.5, 60],
			[0.125, 80],
			[1, 2],
		]);
	});

	it('pull the rate of two lucky deals toward the team, and hardly that of a hundred', () => {
		const [ann, , cy] = rowsOf('all').map(({ pulled }) => pulled ?? Number.NaN) as [number, number, number];
		expect(Math.abs(ann - 0.3)).toBeLessThan(0.02);
		expect(cy).toBeLessThan(0.6);
	});
});
