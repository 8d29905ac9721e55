// Sales velocity of a period: the same in a cell, in the report, in a group's row and in its explanation.
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { buildReport } from '../../../src/core/report/build-report.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { cells } from './ask.ts';
import { type Deal, pipelineOf } from './worked-case.ts';

const TODAY = calendarDay(2026, 8, 15);
const START = calendarDay(2026, 4, 1);

/** Of each owner: half won and half lost in April to June, then deals that were open at the end of June. */
const dealsOf = (Owner: string, ended: number, open: number, Amount: number): Deal[] => [
	...Array.from({ length: ended }, (_, at) => ({
		...{ Owner, Amount, Created: START - 30 + at, Closed: START + at + 10 },
		Stage: at % 2 === 0 ? 'Won' : 'Lost',
		'Lost from': at % 2 === 0 ? '' : 'Contact',
	})),
	...Array.from({ length: open }, (_, at) => ({
		...{ Owner, Amount, Created: START + 60 + at, Stage: at % 2 === 0 ? 'Won' : 'Needs' },
		...(at % 2 === 0 && { Closed: TODAY - 1 }),
	})),
	{ Owner, Amount, Created: TODAY - 2, Stage: 'Needs' },
];
const pipeline = pipelineOf([...dealsOf('Ann', 24, 7, 100), ...dealsOf('Ben', 20, 4, 300)], {
	asOfDay: TODAY,
	asOf: TODAY + 1,
});
const asked = (...words: Cell[]) => cells(pipeline, 'salesVelocity', ...words);
const Q2 = ['period', '2026-Q2'] as const;
/** Open at the end × half × mean of the won ÷ 40 days. */
const ANN = (7 * 0.5 * 100) / 40;
const BEN = (4 * 0.5 * 300) / 40;
const TEAM = (11 * 0.5 * ((12 * 100 + 10 * 300) / 22)) / 40;

describe('the velocity of a past period', () => {
	test.each(['created', 'closed'] as const)('is that of the report by the day %s', (cohort) => {
		const { figures } = buildReport(pipeline, { period: '2026-Q2', cohort, columns: {} }, { winRateMode: 'all' });
		expect(figures[1]?.value).toBeCloseTo(TEAM, 12);
		expect(asked(...Q2, 'cohort', cohort)).toBe(figures[1]?.value);
		expect(figures[1]?.deals).toEqual({ open: 11, closed: 44 });
	});

	test('follows a filter, and is that of its group in a table by column or by quarter', () => {
		expect(asked(...Q2, 'Owner', 'Ann')).toBeCloseTo(ANN, 12);
		const rows = asked(...Q2, 'by', 'Owner') as Cell[][];
		expect(rows.slice(1).map(([owner, value]) => [owner, Number(value).toFixed(9)])).toEqual([
			['Ann', ANN.toFixed(9)],
			['Ben', BEN.toFixed(9)],
		]);
		const quarters = asked('by', 'quarter', 'cohort', 'closed') as Cell[][];
		expect(Number(quarters.find(([label]) => label === '2026-Q2')?.[1])).toBeCloseTo(TEAM, 12);
	});

	test('is explained by the deals behind it: those open at its end, those closed in it, none of today', () => {
		const rows = cells(pipeline, 'funnelExplain', 'SALES_VELOCITY', ...Q2) as Cell[][];
		const parts = rows.slice(rows.findIndex(([first]) => first === 'Row') + 1).map((row) => row[3]);
		expect(parts).toHaveLength(11 + 44);
		expect(parts.filter((part) => part === 'numerator')).toHaveLength(22);
	});
});
