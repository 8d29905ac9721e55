// Every answer that is a table, whole: its columns with their units, its headings, its rows, its marks.
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import {
	EXAMPLE_AS_OF_DAY,
	EXAMPLE_DEALS,
	EXAMPLE_HISTORY,
	EXAMPLE_STAGES,
} from '../../../src/core/samples/example-deals.ts';
import { cells, table } from './ask.ts';
import { readPipeline } from './read-deals.ts';
import { type Deal, pipelineOf } from './worked-case.ts';

const example = readPipeline(EXAMPLE_DEALS, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, EXAMPLE_HISTORY);
const columns = (id: string, ...words: Cell[]): string =>
	table(example, id, ...words)
		.columns.map(({ key, unit }) => `${key}:${unit}`)
		.join(' ');
const FEW = 'too few deals';

test.each([
	[['stageCount'], 'stage:text deals:count'],
	[['pipeline'], 'stage:text deals:count amount:currency weighted:currency overdue:count stuck:count note:text'],
	[['stageAmount'], 'stage:text amount:currency n:count'],
	[['stageConversion'], 'from:text to:text conversion:ratio low:ratio high:ratio n:count note:text'],
	[
		['funnel'],
		'stage:text reached:count movedOn:count still:count lostHere:count now:count amountNow:currency amountReached:currency conversion:ratio low:ratio high:ratio cumulative:ratio assumed:count note:text',
	],
	[
		['bottleneck'],
		'from:text to:text n:count conversion:ratio previous:ratio change:ratio verdict:text needed:count money:currency days:days note:text',
	],
	[['lossReasons'], 'reason:text deals:count share:ratio amount:currency'],
	[['lossReasons', 'by stage'], 'stage:text reason:text deals:count share:ratio amount:currency'],
	[['winReasons'], 'reason:text deals:count share:ratio amount:currency'],
	[['timeInStage'], 'stage:text days:days n:count still:count note:text'],
	[['distanceToWin'], 'deal:text stage:text stagesLeft:count chance:ratio daysLeft:days n:count note:text'],
	[['stageCheck'], 'row:count cell:text problem:text value:text suggestion:text'],
	[['stageTasks'], 'stage:text deals:count usualDays:days exitRule:text task:text'],
	[['winRate', 'detail'], 'group:text value:ratio'],
	[['winRate', 'by', 'Owner'], 'group:text value:ratio low:ratio high:ratio n:count note:text'],
	[['salesCycle', 'by', 'quarter'], 'quarter:text value:days low:days high:days n:count note:text'],
	[['stageCount', 'by', 'month'], 'month:text stage:text deals:count'],
] as [[string, ...Cell[]], string][])('the columns of %j and what they are counted in', ([id, ...words], expected) =>
	expect(columns(id, ...words)).toBe(expected),
);

describe('the worked case with its history', () => {
	const rates = (value: unknown) => (typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value);
	const shown = (id: string, ...words: Cell[]) =>
		(cells(example, id, ...words) as unknown[][]).map((row) => row.map(rates));

	test('FUNNEL', () => {
		expect(shown('funnel')).toEqual([
			[
				'Stage',
				'Reached',
				'Moved on',
				'Still here',
				'Lost here',
				'Now',
				'Amount now',
				'Amount reached',
				'Conversion',
				'Low (95%)',
				'High (95%)',
				'Of all',
				'Estimated',
				'Note',
			],
			// d6 was first seen in the second stage, so that its way there is assumed.
			['Contact', 10, 7, 1, 2, 1, 6, 150, 0.7, 0.3968, 0.8922, 1, 1, FEW],
			['Needs', 7, 5, 1, 1, 1, 8, 135, 0.7143, 0.3589, 0.9178, 0.7, 1, FEW],
			['Proposal', 5, 4, 1, 0, 1, 12, 97, 0.8, 0.3755, 0.9638, 0.5, 1, FEW],
			['Contract', 4, 3, 1, 0, 1, 40, 85, 0.75, 0.3006, 0.9544, 0.4, 1, FEW],
			['Won', 3, 0, 3, 0, 3, 45, 45, '', '', '', 0.3, 0, ''],
			['Lost', '', '', '', '', 3, 39, '', '', '', '', '', '', ''],
		]);
	});

	test('STAGE_CONVERSION and STAGE_AMOUNT', () => {
		expect(shown('stageConversion')).toEqual([
			['From', 'To', 'Conversion', 'Low (95%)', 'High (95%)', 'Deals counted', 'Note'],
			['Contact', 'Needs', 0.7, 0.3968, 0.8922, 10, FEW],
			['Needs', 'Proposal', 0.7143, 0.3589, 0.9178, 7, FEW],
			['Proposal', 'Contract', 0.8, 0.3755, 0.9638, 5, FEW],
			['Contract', 'Won', 0.75, 0.3006, 0.9544, 4, FEW],
		]);
		expect(shown('stageAmount')).toEqual([
			['Stage', 'Amount', 'Deals counted'],
			['Contact', 6, 1],
			['Needs', 8, 1],
			['Proposal', 12, 1],
			['Contract', 40, 1],
			['Won', 45, 3],
			['Lost', 39, 3],
		]);
	});

	test('TIME_IN_STAGE: the mean and the median of the deals that left, and those still there', () => {
		const heading = ['Stage', 'Days', 'Deals counted', 'Still here', 'Note'];
		expect(shown('timeInStage')).toEqual([
			heading,
			['Contact', 15, 9, 1, FEW],
			['Needs', 35, 6, 1, FEW],
			['Proposal', 20, 5, 1, FEW],
			['Contract', 10, 2, 1, FEW],
		]);
		expect(shown('timeInStage', 'mean')).toEqual([
			heading,
			['Contact', 15, 8, 1, FEW],
			['Needs', 32, 5, 1, FEW],
			['Proposal', 16.25, 4, 1, FEW],
			['Contract', 10, 1, 1, FEW],
		]);
	});

	test('DISTANCE_TO_WIN', () => {
		expect(shown('distanceToWin')).toEqual([
			['Deal', 'Stage', 'Stages left', 'Chance of winning', 'Median days left', 'Deals counted', 'Note'],
			// The rates are those of the forecast, of the deals that stayed in the stage as long as this one has.
			['Lakeside cooling', 'Needs', 3, 0.5, 38, 8, FEW],
			['Orchard line', 'Contract', 1, 1, 21, 2, FEW],
			['Depot scanners', 'Contact', 4, 0.6881, 74, 10, FEW],
			['Quarry pumps', 'Proposal', 2, 1, 22, 5, FEW],
		]);
	});

	test('LOSS_REASONS and WIN_REASONS: most frequent first, the blank one last, also where none is blank', () => {
		expect(shown('lossReasons', 'by stage')).toEqual([
			['Stage', 'Reason', 'Deals', 'Share', 'Amount'],
			['Contact', 'Price', 1, 0.5, 5],
			['Contact', 'No reason given', 1, 0.5, 4],
			['Needs', 'Price', 1, 1, 30],
			['Needs', 'No reason given', 0, 0, ''],
		]);
		expect(shown('winReasons')).toEqual([
			['Reason', 'Deals', 'Share', 'Amount'],
			['No reason given', 3, 1, 45],
		]);
		const lost = (Reason: string): Deal => ({ Stage: 'Lost', Reason, Amount: 2 });
		const reasons = pipelineOf([
			lost('Time'),
			lost(''),
			lost('Price'),
			lost('Need'),
			lost('Price'),
			{ Stage: 'Won', Reason: 'Team' },
		]);
		expect((cells(reasons, 'lossReasons') as unknown[][]).slice(1)).toEqual([
			['Price', 2, 0.4, 4],
			['Need', 1, 0.2, 2],
			['Time', 1, 0.2, 2],
			['No reason given', 1, 0.2, 2],
		]);
		expect((cells(reasons, 'winReasons') as unknown[][]).slice(1)).toEqual([
			['Team', 1, 1, ''],
			['No reason given', 0, 0, ''],
		]);
	});

	test('BOTTLENECK of a period beside the one before', () => {
		expect(shown('bottleneck', 'period', '2026-02')).toEqual([
			[
				'From',
				'To',
				'Deals counted',
				'Conversion',
				'Period before',
				'Change',
				'Verdict',
				'Deals needed to tell',
				'Money at stake',
				'Median days',
				'Note',
			],
			['Contact', 'Needs', 2, 0.5, 0.8571, 0.1429, 'within chance', 50, '', 10, ''],
			['Needs', 'Proposal', 1, 1, 0.6667, 0.2, 'within chance', 35, '', 30, ''],
			['Proposal', 'Contract', 1, 0, 1, '', '', '', '', '', ''],
			['Contract', 'Won', 0, '', 0.75, '', '', '', '', '', ''],
		]);
	});

	test('a figure in detail is a list of names and values without a header row', () => {
		expect(shown('winRate', 'closed', 'detail')).toEqual([
			['Value', 0.5],
			['Low (95%)', 0.1876],
			['High (95%)', 0.8124],
			['Deals counted', 6],
			['Won', 3],
			['Out of', 6],
			['Left out', 0],
			['Estimated', 0],
		]);
		expect(shown('winRate', 'by', 'Owner', 'detail')).toEqual([
			['Owner', 'Value', 'Low (95%)', 'High (95%)', 'Deals counted', 'Won', 'Out of', 'Left out', 'Estimated', 'Note'],
			['Ann', 0.4, 0.1176, 0.7693, 5, 2, 5, 0, 0, FEW],
			['Ben', 0.25, 0.0456, 0.6994, 4, 1, 4, 0, 0, FEW],
			['', 0, 0, 0.7935, 1, 0, 1, 0, 0, FEW],
		]);
		expect(cells(example, 'winRate')).toBe(0.3);
	});

	test('"shrink" adds the pulled share before the note; owners that differ by chance alone all come to the mean', () => {
		const { columns, rows } = table(example, 'winRate', 'by', 'Owner', 'shrink');
		expect(columns.slice(-2)).toEqual([
			{ key: 'shrunk', unit: 'ratio' },
			{ key: 'note', unit: 'text' },
		]);
		expect(rows.map((row) => [row[0], rates(row[5])])).toEqual([
			['Ann', 0.3],
			['Ben', 0.3],
			['', 0.3],
		]);
	});
});
