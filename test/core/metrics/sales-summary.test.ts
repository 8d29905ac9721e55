// One row for a selection, an owner or a month: what each function would answer, and rates on few deals apart.
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { EXAMPLE_AS_OF_DAY, EXAMPLE_DEALS, EXAMPLE_STAGES } from '../../../src/core/samples/example-deals.ts';
import { cells, measure, table } from './ask.ts';
import { readPipeline } from './read-deals.ts';
import { type Deal, pipelineOf, worked } from './worked-case.ts';

const asked = (...words: Cell[]): Cell[][] =>
	cells(readPipeline(EXAMPLE_DEALS, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY), 'salesSummary', ...words) as Cell[][];

const many = (count: number, won: number): Deal[] =>
	Array.from({ length: count }, (_, at) => ({ Stage: at < won ? 'Won' : 'Lost', Amount: 10, Created: 0, Closed: 5 }));

describe('SALES_SUMMARY', () => {
	test('tells deals, won deals, won amount and cycle of each owner, counted by hand', () => {
		const [headings, ...rows] = asked('by', 'Owner');
		expect(headings).toEqual([
			...['Owner', 'Deals', 'Won', 'Win rate', 'Under 20 deals', 'Low (95%)', 'High (95%)'],
			...['Amount won', 'Cycle, days', 'Note'],
		]);
		const told = rows.map(([owner, deals, won, rate, few, , , amount, cycle]) => [
			owner,
			deals,
			won,
			rate,
			few,
			amount,
			cycle,
		]);
		expect(told).toEqual([
			['Ann', 5, 2, '', 0.4, 30, 32.5],
			['Ben', 4, 1, '', 0.25, 15, 95],
			['', 1, 0, '', 0, '', ''],
		]);
	});

	test('shows a rate on 20 deals as the win rate, and one on 19 apart', () => {
		const rates = (count: number) => table(pipelineOf(many(count, 5)), 'salesSummary').rows[0]?.slice(2, 4);
		expect(rates(20)).toEqual([0.25, null]);
		expect(rates(19)).toEqual([null, 5 / 19]);
	});

	test('counts the win rate as the word says, and as WIN_RATE does', () => {
		for (const word of ['all', 'closed', 'value']) {
			const { value, low, high } = measure(worked(), 'winRate', word);
			expect(table(worked(), 'salesSummary', word).rows[0]?.slice(3, 6)).toEqual([value, low, high]);
		}
	});

	test('has a row for each month of a period, also for those without deals', () => {
		const months = asked('closed', 'by', 'month', 'cohort', 'closed', 'period', 'last 6 months');
		expect(months.slice(1).map(([month, deals, won]) => [month, deals, won])).toEqual([
			['2025-11', 0, 0],
			['2025-12', 0, 0],
			['2026-01', 2, 1],
			['2026-02', 1, 1],
			['2026-03', 2, 0],
			['2026-04', 1, 1],
		]);
		expect(months[1]?.slice(3)).toEqual(['', '', '', '', '', '', '']);
		// Without a period only the months that have deals are known.
		expect(asked('by', 'month', 'cohort', 'closed')).toHaveLength(5);
	});

	test('adds no amounts of several currencies, and says so', () => {
		const deals = [
			{ Stage: 'Won', Amount: 10, Currency: 'USD' },
			{ Stage: 'Won', Amount: 20, Currency: 'EUR' },
		];
		const [, row] = cells(pipelineOf(deals), 'salesSummary') as Cell[][];
		expect([row?.[6], row?.[8]]).toEqual(['', 'several currencies']);
	});
});
