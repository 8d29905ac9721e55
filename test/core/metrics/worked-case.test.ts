// The design's worked case, number by number, from the plain table (with "Lost from", without a history).
import { describe, expect, test } from 'vitest';
import { cells, measure, table } from './ask.ts';
import { pipelineOf, WORKED_DEALS, worked } from './worked-case.ts';

describe('the worked case', () => {
	test('deals now, in each stage and by outcome', () => {
		expect(cells(worked(), 'stageCount')).toEqual([
			['Stage', 'Deals'],
			['Contact', 1],
			['Needs', 1],
			['Proposal', 1],
			['Contract', 1],
			['Won', 3],
			['Lost', 3],
		]);
		expect(cells(worked(), 'stageCount', 'reached')).toEqual([
			['Stage', 'Deals'],
			['Contact', 10],
			['Needs', 7],
			['Proposal', 5],
			['Contract', 4],
			['Won', 3],
		]);
		expect(measure(worked(), 'stageCount', 'reached', 'Lost')).toMatchObject({ value: null, reason: 'emptyStage' });
	});

	test('conversion: reached, snapshot, closed', () => {
		const rates = (...words: string[]) => table(worked(), 'stageConversion', ...words).rows.map((row) => row[2]);
		expect(rates()).toEqual([0.7, 5 / 7, 0.8, 0.75]);
		expect(rates('snapshot')).toEqual([1, 1, 1, 3]);
		expect(rates('closed')).toEqual([4 / 6, 3 / 4, 1, 1]);
		expect(measure(worked(), 'stageConversion', 'Needs', 'Won')).toMatchObject({
			value: 3 / 7,
			numerator: 3,
			denominator: 7,
			n: 7,
		});
		expect(measure(worked(), 'stageConversion', 'to', 'Proposal')).toMatchObject({ value: 0.5, n: 10 });
	});

	test('win rate by value, average deal, cycle, velocity, amount', () => {
		expect(measure(worked(), 'winRate', 'value').value).toBeCloseTo(45 / 84, 12);
		expect(measure(worked(), 'averageDealSize')).toMatchObject({ value: 15, n: 3, excluded: 0 });
		expect(measure(worked(), 'averageDealSize', 'open').value).toBe(16.5);
		expect(measure(worked(), 'averageDealSize', 'all', 'median').value).toBe(11);
		expect(measure(worked(), 'salesCycle').value).toBeCloseTo(160 / 3, 12);
		expect(measure(worked(), 'salesCycle', 'median').value).toBe(40);
		expect(measure(worked(), 'salesCycle', 'closed').value).toBeCloseTo(245 / 6, 12);
		expect(measure(worked(), 'salesVelocity').value).toBeCloseTo(0.5625, 12);
		expect(measure(worked(), 'salesVelocity', 'all').value).toBeCloseTo((10 * 0.3 * 15) / (160 / 3), 12);
		expect(measure(worked(), 'stageAmount', 'Contract').value).toBe(40);
		expect(table(worked(), 'stageAmount', 'reached').rows.map((row) => row[1])).toEqual([150, 135, 97, 85, 45]);
	});

	test('the funnel table holds what the single figures say', () => {
		const { columns, rows } = table(worked(), 'funnel');
		const column = (key: string): unknown[] => rows.map((row) => row[columns.findIndex((one) => one.key === key)]);
		expect(column('reached')).toEqual([10, 7, 5, 4, 3, null]);
		expect(column('lostHere').slice(0, 4)).toEqual([2, 1, 0, 0]);
		expect(column('conversion')).toEqual([0.7, 5 / 7, 0.8, 0.75, null, null]);
		expect(column('assumed')).toEqual([0, 0, 0, 0, 0, null]);
	});

	test('a lost deal without a trace counts for the first stage and is called assumed', () => {
		const bare = pipelineOf(WORKED_DEALS.map(({ 'Lost from': _, ...deal }) => deal));
		expect(table(bare, 'funnel').rows.map((row) => row[1])).toEqual([10, 6, 5, 4, 3, null]);
		expect(measure(bare, 'stageConversion', 'Contact')).toMatchObject({ value: 0.6, assumed: 3 });
		// Its conversions are limits, and say so.
		const notes = (id: string, ...words: string[]) =>
			table(bare, id, ...words).rows.map((row) => (row[row.length - 1] as { en: string } | null)?.en ?? '');
		const bounds = [
			'too few deals; at least: 3 lost, stage unknown',
			'too few deals; at most',
			'too few deals; at most',
			'too few deals; at most',
		];
		expect(notes('funnel')).toEqual([...bounds, '', '']);
		expect(notes('funnel', 'brief')).toEqual([...bounds, '', '']);
		expect(notes('stageConversion')).toEqual(bounds);
		expect(notes('stageConversion', 'closed')).toEqual(bounds);
		expect(notes('stageConversion', 'snapshot')).toEqual(bounds.map(() => 'too few deals'));
	});
});
