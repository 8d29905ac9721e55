// The design's worked case with its stage history: what only the way through the stages can tell.
import { describe, expect, test } from 'vitest';
import { dayText } from '../../../src/core/time/calendar-day.ts';
import { measure, table } from './ask.ts';
import { readPipeline } from './read-deals.ts';
import { STAGES, WORKED_DEALS } from './worked-case.ts';

const MOVES: readonly [string, string][] = [
	['d1', '0:1 10:2 20:3 30:4 40:W'],
	['d2', '0:1 5:3 25:W'],
	['d3', '0:1 15:L'],
	['d4', '10:1 30:2 70:L'],
	['d5', '20:1 30:2 40:1 60:2'],
	['d6', '30:2 50:3 80:4'],
	['d7', '40:1'],
	['d8', '50:1 60:2 90:3'],
	['d9', '0:1 20:2 50:L 60:2 90:3 95:W'],
	['d10', '70:1 80:L'],
];
/** Day 0 of the case: 2026-01-01. */
const START = 20_454;
const NAMES = new Map([
	...STAGES.all.slice(0, 4).map((stage, s): [string, string] => [String(s + 1), stage.name]),
	['W', 'Won'],
	['L', 'Lost'],
]);

const history = [
	['Deal ID', 'Stage', 'Changed at'],
	...MOVES.flatMap(([id, moves]) =>
		moves.split(' ').map((move) => {
			const [day, stage] = move.split(':') as [string, string];
			return [id, NAMES.get(stage) as string, dayText(START + Number(day))];
		}),
	),
];
const deals = [
	['Deal ID', 'Stage', 'Amount', 'Created', 'Closed'],
	...WORKED_DEALS.map((deal) => {
		const day = (value: string | number | undefined): string =>
			typeof value === 'number' ? dayText(START + value) : '';
		return [deal.Id as string, deal.Stage as string, deal.Amount as number, day(deal.Created), day(deal.Closed)];
	}),
];
const pipeline = readPipeline(deals, STAGES, START + 100, history);

describe('the worked case with history', () => {
	const rates = (...words: string[]) => table(pipeline, 'stageConversion', ...words).rows.map((row) => row[2]);

	test('conversion in every definition', () => {
		expect(rates()).toEqual([0.7, 5 / 7, 0.8, 0.75]);
		expect(rates('snapshot')).toEqual([1, 1, 1, 3]);
		expect(rates('touched')).toEqual([6 / 9, 5 / 6, 2 / 5, 3 / 2]);
		expect(rates('strict')).toEqual([5 / 9, 3 / 5, 1 / 3, 1]);
		expect(rates('closed')).toEqual([4 / 6, 3 / 4, 1, 1]);
		// Six moves from the first stage to the second, two of them by the same deal.
		expect(rates('direct')).toEqual([5 / 9, 4 / 6, 2 / 5, 1 / 2]);
		const resolved = rates('resolved');
		[0.7, 5 / 7, 1, 0.75].forEach((value, step) => {
			expect(resolved[step]).toBeCloseTo(value, 10);
		});
	});

	test('a win from the first stage is .68 in the end, and said to stand on too few deals', () => {
		const resolved = measure(pipeline, 'stageConversion', 'resolved', 'Contact', 'Won');
		expect(resolved.value).toBeCloseTo(0.68, 10);
		expect(resolved.reason).toBe('tooFewAtRisk');
	});

	test('figures that need no history stay as they are with one', () => {
		expect(measure(pipeline, 'winRate', 'closed')).toMatchObject({ value: 0.5, n: 6 });
		expect(measure(pipeline, 'winRate', 'value').value).toBeCloseTo(0.5357, 4);
		expect(measure(pipeline, 'salesVelocity').value).toBeCloseTo(0.5625, 12);
		expect(table(pipeline, 'funnel').rows.map((row) => row[1])).toEqual([10, 7, 5, 4, 3, null]);
	});

	test('time in a stage adds up the visits and follows the deals still there', () => {
		expect(measure(pipeline, 'timeInStage', 'mean', 'Contract')).toMatchObject({ value: 10, n: 1, excluded: 1 });
		// Contact: 10, 5, 15, 20, 30 (two visits), 10, 20, 10 days, and 60 still running.
		expect(measure(pipeline, 'timeInStage', 'completed', 'Contact')).toMatchObject({ value: 12.5, n: 8 });
		expect(measure(pipeline, 'timeInStage', 'Contact')).toMatchObject({ value: 15, n: 9 });
	});

	test('where deals were lost: the stage before the loss', () => {
		const withReasons = readPipeline(
			deals.map((row, r) => [...row, r === 0 ? 'Loss reason' : r === 3 ? 'Price' : '']),
			STAGES,
			START + 100,
			history,
		);
		expect(table(withReasons, 'lossReasons', 'by stage').rows).toEqual([
			['Contact', 'Price', 1, 0.5, 5],
			['Contact', { en: 'No reason given', 'zh-CN': '未填写原因' }, 1, 0.5, 4],
			['Needs', { en: 'No reason given', 'zh-CN': '未填写原因' }, 1, 1, 30],
		]);
	});

	test('each open deal with its distance, and a stage by its name', () => {
		const rows = table(pipeline, 'distanceToWin').rows;
		expect(rows.map((row) => [row[0], row[1], row[2]])).toEqual([
			['d5', 'Needs', 3],
			['d6', 'Contract', 1],
			['d7', 'Contact', 4],
			['d8', 'Proposal', 2],
		]);
		const [stage] = table(pipeline, 'distanceToWin', 'Contact').rows;
		expect(stage?.[2]).toBeCloseTo(0.68, 10);
	});

	test('weighted by what was observed needs the history, by the stage list it does not', () => {
		expect(measure(pipeline, 'weightedPipeline')).toMatchObject({ value: 41.2, n: 4 });
		const observed = measure(pipeline, 'weightedPipeline', 'observed').value as number;
		expect(observed).toBeGreaterThan(0);
		expect(observed).toBeLessThanOrEqual(66);
	});
});
