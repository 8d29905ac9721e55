// What tables say beside their figures: the problems of a table, marks of small and mixed groups, figures of one stage.
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { resultGrid } from '../../../src/core/formula/result-grid.ts';
import { compute } from '../../../src/core/metrics/shared/request.ts';
import { EXAMPLE_AS_OF_DAY, EXAMPLE_STAGES } from '../../../src/core/samples/example-deals.ts';
import { cells, measure, metric, table } from './ask.ts';
import { readPipeline } from './read-deals.ts';
import { type Deal, pipelineOf, STAGES, WORKED_DEALS, worked } from './worked-case.ts';

const times = (count: number, deal: Deal): Deal[] => Array.from({ length: count }, () => deal);
const FEW = 'too few deals';

describe('STAGE_CHECK', () => {
	const wrong = readPipeline(
		[
			['Deal', 'Stage', 'Amount', 'Created', 'Owner'],
			['a', 'Needs', '€5', '2026-01-01', 'Ann'],
			['b', 'Neds', '$5', '2026-01-01', 'Ben'],
			['c', 'Won', 'much', '2026-01-01', 'Ann'],
		],
		EXAMPLE_STAGES,
		EXAMPLE_AS_OF_DAY,
	);
	test('names row, cell, problem, content and suggestion; what concerns the whole table has no row', () => {
		expect(cells(wrong, 'stageCheck')).toEqual([
			['Row', 'Cell', 'Problem', 'Value', 'Suggestion'],
			['', '', 'mixedCurrencies', '$, EUR', ''],
			[3, 'B3', 'unknownStage', 'Neds', 'Needs'],
			[4, 'C4', 'notAnAmount', 'much', ''],
		]);
	});
	test('a filter leaves the problems of its own rows and those of the whole table', () => {
		expect(table(wrong, 'stageCheck', 'Owner', 'Ann').rows.map((row) => [row[0], row[2]])).toEqual([
			[null, 'mixedCurrencies'],
			[4, 'notAnAmount'],
		]);
	});
	test('the problem is worded by the language of the cell, and nothing else is', () => {
		const definition = metric('stageCheck');
		const result = compute(definition, wrong);
		const grid = resultGrid(definition, result, 'zh-CN', (code) => `<${code}>`) as Cell[][];
		expect(grid.map((row) => [row[1], row[2], row[3]])).toEqual([
			['单元格', '问题', '内容'],
			['', '<mixedCurrencies>', '$, EUR'],
			['B3', '<unknownStage>', 'Neds'],
			['C4', '<notAnAmount>', 'much'],
		]);
	});
});

describe('marks', () => {
	const notes = (count: number, id: string, ...words: Cell[]) =>
		table(
			pipelineOf([
				...times(count, { Stage: 'Won', Owner: 'Ann', Amount: 1, Created: 0, Closed: 9 }),
				{ Stage: 'Lost', 'Lost from': 'Contact' },
			]),
			id,
			...words,
		).rows.map((row) => (row.at(-1) as { en?: string } | null)?.en ?? '');
	test('nineteen deals are too few and twenty are not, in the funnel, its steps and its groups', () => {
		expect(notes(18, 'funnel')).toEqual([FEW, FEW, FEW, FEW, '', '']);
		expect(notes(20, 'funnel')).toEqual(['', '', '', '', '', '']);
		expect(notes(19, 'stageConversion')).toEqual(['', FEW, FEW, FEW]);
		expect(notes(20, 'stageConversion')).toEqual(['', '', '', '']);
		expect(notes(19, 'winRate', 'by', 'Owner')).toEqual([FEW, FEW]);
		expect(notes(20, 'winRate', 'by', 'Owner')).toEqual(['', FEW]);
	});

	test('days in a stage stand on too few deals below twenty', () => {
		const withDeals = (count: number) => {
			const ids = Array.from({ length: count }, (_, d) => `x${d}`);
			return readPipeline([['Deal ID', 'Stage'], ...ids.map((id) => [id, 'Won'])], EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, [
				['Deal ID', 'Stage', 'Changed at'],
				...ids.flatMap((id) => [
					[id, 'Contact', '2026-01-01'],
					[id, 'Won', '2026-01-11'],
				]),
			]);
		};
		const contact = (count: number) => (cells(withDeals(count), 'timeInStage') as unknown[][])[1];
		expect(contact(19)).toEqual(['Contact', 10, 19, 0, FEW]);
		expect(contact(20)).toEqual(['Contact', 10, 20, 0, '']);
	});

	test('amounts in several currencies are not added: a row without an amount says so, or has one row a currency', () => {
		const mixed = pipelineOf(WORKED_DEALS.map((deal, d) => ({ ...deal, Currency: d < 2 ? 'EUR' : 'USD' })));
		const won = (cells(mixed, 'funnel') as unknown[][]).find((row) => row[0] === 'Won');
		expect([won?.[6], won?.[13]]).toEqual(['', 'several currencies']);
		expect(
			(cells(mixed, 'stageAmount') as unknown[][]).filter((row) => row[0] === 'Stage' || row[0] === 'Contact'),
		).toEqual([
			['Stage', 'Amount', 'Deals counted', 'Currency'],
			['Contact', '', 0, 'EUR'],
			['Contact', 6, 1, 'USD'],
		]);
		expect(table(mixed, 'stageAmount').columns.at(-1)).toEqual({ key: 'currency', unit: 'text' });
		expect((cells(mixed, 'averageDealSize', 'by', 'Owner') as unknown[][]).find((row) => row[0] === 'Ben')).toEqual([
			'Ben',
			15,
			'',
			'',
			1,
			FEW,
		]);
		const both = pipelineOf([
			{ Stage: 'Won', Owner: 'Ann', Amount: 1, Currency: 'EUR' },
			{ Stage: 'Won', Owner: 'Ann', Amount: 1, Currency: 'USD' },
		]);
		expect((cells(both, 'averageDealSize', 'by', 'Owner') as unknown[][])[1]).toEqual([
			'Ann',
			'',
			'',
			'',
			2,
			'several currencies',
		]);
	});

	test('a table without amounts leaves them blank', () => {
		expect((cells(pipelineOf([{ Stage: 'Won' }]), 'funnel') as unknown[][]).map((row) => row[6])).toEqual([
			'Amount now',
			'',
			'',
			'',
			'',
			'',
			'',
		]);
	});
});

test('one stage of a reached count or amount knows its own rank', () => {
	expect(STAGES.all.slice(0, 5).map(({ name }) => measure(worked(), 'stageCount', 'reached', name).value)).toEqual([
		10, 7, 5, 4, 3,
	]);
	expect(STAGES.all.slice(0, 5).map(({ name }) => measure(worked(), 'stageAmount', 'reached', name).value)).toEqual([
		150, 135, 97, 85, 45,
	]);
	expect(STAGES.all.map(({ name }) => measure(worked(), 'stageAmount', name).value)).toEqual([6, 8, 12, 40, 45, 39]);
});
