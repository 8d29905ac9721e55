// Figures that are based on several others or on a curve: why they have no value, and what each deal is to them.
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import {
	EXAMPLE_AS_OF_DAY,
	EXAMPLE_DEALS,
	EXAMPLE_HISTORY,
	EXAMPLE_STAGES,
} from '../../../src/core/samples/example-deals.ts';
import { cells, measure, table } from './ask.ts';
import { readPipeline } from './read-deals.ts';
import { pipelineOf, stage, WORKED_DEALS } from './worked-case.ts';

const withMoves = (deals: [string, string, number][], moves: [string, string, string][]): Pipeline =>
	readPipeline([['Deal ID', 'Stage', 'Amount'], ...deals], EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, [
		['Deal ID', 'Stage', 'Changed at'],
		...moves,
	]);
const roles = (pipeline: Pipeline, ...words: Cell[]) => {
	const rows = cells(pipeline, 'funnelExplain', ...words) as Cell[][];
	return rows.slice(rows.findIndex((row) => row[0] === 'Row') + 1).map((row) => `${row[1]} ${row[3]}`);
};

describe('time in a stage', () => {
	const pipeline = withMoves(
		[
			['a', 'Needs', 1],
			['b', 'Contact', 1],
		],
		[
			['a', 'Contact', '2026-03-01'],
			['a', 'Needs', '2026-03-11'],
			['b', 'Contact', '2026-04-01'],
		],
	);
	test('nobody was in has no value, nor has the median of one that nobody left', () => {
		expect(measure(pipeline, 'timeInStage', 'Proposal')).toMatchObject({ value: null, reason: 'emptyStage', n: 0 });
		expect(measure(pipeline, 'timeInStage', 'Needs')).toMatchObject({
			value: null,
			reason: 'tooFewAtRisk',
			n: 1,
			excluded: 0,
		});
		expect(measure(pipeline, 'timeInStage', 'mean', 'Needs')).toMatchObject({
			value: null,
			reason: 'emptyStage',
			n: 0,
			excluded: 1,
		});
		expect(measure(pipeline, 'timeInStage', 'mean', 'Contact')).toMatchObject({
			value: 10,
			n: 1,
			excluded: 1,
			reason: null,
		});
	});
	test('a deal that was there at a time that nobody knows is left out', () => {
		const found = withMoves(
			[
				['a', 'Contact', 1],
				['b', 'Needs', 1],
			],
			[['a', 'Contact', '2026-03-01']],
		);
		expect(roles(found, 'timeInStage', 'Needs')).toEqual(['b left out: dates missing or out of order']);
	});
});

describe('resolved rates', () => {
	test('are sure where five were at risk at the last rise, and say so where they were not', () => {
		const lists = (count: number) => {
			const ids = Array.from({ length: count }, (_, i) => `d${i}`);
			return withMoves(
				ids.map((id) => [id, 'Won', 1]),
				ids.flatMap((id): [string, string, string][] => [
					[id, 'Contact', '2026-03-01'],
					[id, 'Won', '2026-03-11'],
				]),
			);
		};
		expect(measure(lists(5), 'stageConversion', 'resolved', 'Contact')).toMatchObject({ value: 1, reason: null, n: 5 });
		expect(measure(lists(4), 'stageConversion', 'resolved', 'Contact')).toMatchObject({
			value: 1,
			reason: 'tooFewAtRisk',
			n: 4,
		});
		expect((table(lists(4), 'stageConversion', 'resolved').rows[0] as unknown[]).at(-1)).toMatchObject({
			en: 'too few deals',
		});
	});

	test('are marked in their table where the last rise stands on fewer than five, however many deals began', () => {
		const ids = Array.from({ length: 30 }, (_, i) => `d${i}`);
		const pipeline = withMoves(
			ids.map((id, i) => [id, i < 26 ? 'Lost' : 'Needs', 1]),
			ids.flatMap((id, i): [string, string, string][] => [
				[id, 'Contact', '2026-03-01'],
				[id, i < 26 ? 'Lost' : 'Needs', i < 26 ? '2026-03-05' : '2026-03-11'],
			]),
		);
		const { columns, rows } = table(pipeline, 'stageConversion', 'resolved');
		expect(columns.map(({ key }) => key)).toEqual([
			'from',
			'to',
			'conversion',
			'low',
			'high',
			'n',
			'unresolved',
			'note',
		]);
		expect(rows[0]?.[5]).toBe(30);
		expect(rows[0]?.at(-1)).toMatchObject({ en: 'too few deals' });
	});

	test('tell the share without a result and up to which day five deals were followed: the worked case', () => {
		const example = readPipeline(EXAMPLE_DEALS, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, EXAMPLE_HISTORY);
		const detail = (...words: Cell[]) =>
			new Map((cells(example, 'winRate', ...words, 'detail') as [string, Cell][]).map((row) => row));
		const resolved = detail('resolved');
		expect(resolved.get('Value')).toBeCloseTo(0.68, 12);
		expect([resolved.get('Unresolved'), resolved.get('Days with 5 deals or more'), resolved.get('Note')]).toEqual([
			0,
			60,
			'too few deals',
		]);
		expect(detail('within', 25).get('Unresolved')).toBeCloseTo(0.7, 12);
		expect(detail('closed').has('Unresolved')).toBe(false);
		const steps = table(example, 'stageConversion', 'resolved').rows.map((row) => row[6] as number);
		[0.1, 1 / 7, 0, 0.25].forEach((share, step) => {
			expect(steps[step]).toBeCloseTo(share, 12);
		});
		const explained = cells(example, 'funnelExplain', 'WIN_RATE', 'resolved') as Cell[][];
		expect(explained.find(([name]) => name === 'Days with 5 deals or more')?.[1]).toBe(60);
	});
});

describe('the observed chance', () => {
	test('of a stage from which nobody was followed is none', () => {
		const pipeline = withMoves(
			[
				['a', 'Needs', 100],
				['b', 'Lost', 10],
				['c', 'Proposal', 50],
			],
			[
				['a', 'Needs', '2026-03-01'],
				['b', 'Needs', '2026-03-01'],
				['b', 'Lost', '2026-03-05'],
			],
		);
		expect(measure(pipeline, 'weightedPipeline', 'observed')).toMatchObject({
			value: 0,
			n: 1,
			excluded: 1,
			denominator: 150,
		});
		expect(roles(pipeline, 'weightedPipeline', 'observed')).toEqual(['a numerator', 'c left out: no probability']);
	});
});

describe('sales velocity and leads', () => {
	const parked = new StageList([
		stage('Needs', 'open', 0.5),
		stage('Hold', 'parked', 0),
		stage('Won', 'won', 1),
		stage('Lost', 'lost', 0),
	]);
	const deal = (Id: string, Stage: string, rest: object = {}) => ({
		Id,
		Stage,
		Amount: 10,
		Created: 0,
		Closed: undefined,
		...rest,
	});
	const pipeline = pipelineOf(
		[
			deal('w', 'Won', { Closed: 5 }),
			deal('l', 'Lost', { Closed: 5 }),
			deal('o', 'Needs'),
			deal('p', 'Hold'),
			deal('u', '?'),
			deal('x', 'Won', { Amount: undefined, Closed: 5 }),
			deal('y', 'Won'),
		],
		{ stages: parked },
	);
	test('of the open deals stand on won, lost and open ones', () => {
		expect(roles(pipeline, 'salesVelocity')).toEqual([
			'w numerator',
			'l denominator only',
			'o denominator only',
			'u left out: unknown stage',
			'x left out: no amount',
			'y left out: dates missing or out of order',
		]);
	});
	test('of all deals stand on every deal', () => {
		expect(roles(pipeline, 'salesVelocity', 'all')).toEqual([
			'w numerator',
			'l denominator only',
			'o denominator only',
			'p denominator only',
			'u denominator only',
			'x left out: no amount',
			'y left out: dates missing or out of order',
		]);
		expect(roles(pipeline, 'leadsNeeded', 100)).toEqual([
			'w numerator',
			'l denominator only',
			'o denominator only',
			'p denominator only',
			'u denominator only',
			'x left out: no amount',
			'y numerator',
		]);
	});
	test('in which nobody is left have no value', () => {
		const found = pipelineOf(WORKED_DEALS);
		for (const [id, ...words] of [['salesVelocity'], ['leadsNeeded', 100]] as [string, ...Cell[]][])
			expect(measure(found, id, ...words, 'Owner', 'nobody')).toMatchObject({ value: null, n: 0 });
	});
});

describe('distance to win', () => {
	test('of twenty deals is told without a mark, of nineteen with one', () => {
		const note = (count: number) => {
			const ids = Array.from({ length: count - 1 }, (_, i) => `d${i}`);
			const pipeline = withMoves(
				[...ids.map((id): [string, string, number] => [id, 'Won', 1]), ['open', 'Contact', 1]],
				[
					...ids.flatMap((id): [string, string, string][] => [
						[id, 'Contact', '2026-03-01'],
						[id, 'Won', '2026-04-11'],
					]),
					['open', 'Contact', '2026-04-11'],
				],
			);
			return (cells(pipeline, 'distanceToWin') as Cell[][])[1]?.slice(5);
		};
		expect([note(19), note(20)]).toEqual([
			[19, 'too few deals'],
			[20, ''],
		]);
	});
});
