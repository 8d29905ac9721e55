// Where to look as a table, and one figure against the same of the period before.
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { cells } from './ask.ts';
import { type Deal, pipelineOf } from './worked-case.ts';

const TODAY = calendarDay(2026, 8, 15);

/** Deals that began on the first days of a quarter and ended ten days later; the first `won` of them are won. */
function quarter(year: number, month: number, size: number, won: number, more: Partial<Deal> = {}): Deal[] {
	const first = calendarDay(year, month, 1);
	return Array.from({ length: size }, (_, at) => ({
		Created: first + (at % 20),
		Closed: first + (at % 20) + 10 + (at % 3),
		Stage: at < won ? 'Won' : 'Lost',
		'Lost from': at < won ? '' : 'Needs',
		Amount: 100 + at,
		...more,
	}));
}

const pipeline = (deals: Deal[]) => pipelineOf(deals, { asOfDay: TODAY, asOf: TODAY + 1 });
const rowsOf = (deals: Deal[], id: string, ...words: Cell[]) => cells(pipeline(deals), id, ...words) as Cell[][];

describe('FUNNEL_FINDINGS', () => {
	test('names a source that wins clearly less than the others, with its deals, both shares and the money', () => {
		const deals = [...quarter(2026, 7, 60, 6, { Source: 'Fair' }), ...quarter(2026, 7, 60, 33, { Source: 'Web' })];
		const [head, row] = rowsOf(deals, 'funnelFindings');
		expect(head).toEqual(['Finding', 'Of', 'Column', 'Deals counted', 'Share', 'Reference', 'Amount lost']);
		const lost = Array.from({ length: 54 }, (_, at) => 106 + at).reduce((sum, amount) => sum + amount, 0);
		expect(row).toEqual(['Start: wins less than the others', 'Fair', 'Source', 60, 0.1, 0.55, lost]);
		// The other filter leaves one source, which has nothing to be compared with.
		expect(rowsOf(deals, 'funnelFindings', 'Source', 'Web')[1]?.slice(0, 4)).toEqual([
			'Nothing beyond chance',
			'',
			'',
			60,
		]);
	});

	test('holds a step of the period asked for against the periods before', () => {
		const deals = [...quarter(2026, 7, 80, 16), ...[1, 4].flatMap((month) => quarter(2026, month, 80, 56))];
		const row = rowsOf(deals, 'funnelFindings', 'period', '2026-Q3')[1];
		expect(row?.slice(0, 6)).toEqual(['Process: step got worse', 'Needs', '', 80, 0.2, 0.7]);
	});
});

describe('"against", "previous"', () => {
	test('gives both periods at the same age, and the change with its interval', () => {
		// Ended after the age at which the former quarter is looked at: not yet known then.
		const late = quarter(2026, 4, 30, 30, { Closed: calendarDay(2026, 6, 20) });
		const deals = [...quarter(2026, 7, 50, 10), ...quarter(2026, 4, 50, 30), ...late];
		const words: Cell[] = ['closed', 'period', '2026-Q3', 'against', 'previous'];
		const [head, now, before, change] = rowsOf(deals, 'winRate', ...words);
		expect(head).toEqual(['Period', 'Value', 'Low (95%)', 'High (95%)', 'Deals counted', 'Note']);
		expect([now?.[0], now?.[1], now?.[4], now?.[5]]).toEqual(['2026-07-01..2026-09-30', 0.2, 50, 'as of 2026-08-15']);
		expect([before?.[0], before?.[1], before?.[4], before?.[5]]).toEqual([
			'2026-04-01..2026-06-30',
			0.6,
			50,
			'as of 2026-05-16',
		]);
		expect(change?.[1]).toBeCloseTo(-0.4, 12);
		expect(change?.[3]).toBeLessThan(0);
		expect(change?.[5]).toBe('beyond chance');
	});

	test('calls no change clear that chance explains, tests means, and says what it cannot test', () => {
		const deals = [...quarter(2026, 7, 50, 25), ...quarter(2026, 4, 50, 26)];
		const last = (id: string, ...words: Cell[]) =>
			rowsOf(deals, id, ...words, 'period', '2026-Q3', 'against', 'previous').at(-1)?.[5];
		expect(last('winRate')).toBe('no clear change');
		expect(last('salesCycle')).toBe('no clear change');
		expect(last('averageDealSize')).toBe('no clear change');
		expect(last('averageDealSize', 'median')).toBe('not tested');
		expect(last('stageConversion', 'Needs')).toBe('no clear change');
		expect(
			rowsOf(
				[...quarter(2026, 7, 15, 5), ...quarter(2026, 4, 50, 26)],
				'winRate',
				'period',
				'2026-Q3',
				'against',
				'previous',
			).at(-1)?.[5],
		).toBe('too few deals');
	});
});
