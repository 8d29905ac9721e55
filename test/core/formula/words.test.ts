// What a formula's words mean, and what is told about those that mean nothing.
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { splitCall } from '../../../src/core/formula/arguments.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import { buildReport } from '../../../src/core/report/build-report.ts';
import {
	EXAMPLE_AS_OF_DAY,
	EXAMPLE_DEALS,
	EXAMPLE_HISTORY,
	EXAMPLE_STAGES,
} from '../../../src/core/samples/example-deals.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { cells, measure, metric, misuse, table } from '../metrics/ask.ts';
import { readPipeline } from '../metrics/read-deals.ts';
import { type Deal, pipelineOf, stage, worked } from '../metrics/worked-case.ts';

const example = readPipeline(EXAMPLE_DEALS, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, EXAMPLE_HISTORY);
const told = (id: string, ...words: Cell[]) => misuse(example, id, ...words);

describe('misuse', () => {
	test.each([
		['winRate', ['Owner'], 'missingArgument', { word: 'Owner' }],
		['winRate', ['Owner', 'Ann', 'owner', 'Ben'], 'repeatedWord', { word: 'owner' }],
		['winRate', ['by'], 'missingArgument', { word: 'by' }],
		['winRate', ['by', ''], 'missingArgument', { word: 'by' }],
		['winRate', ['by', 'Owner', 'BY', 'Stage'], 'repeatedWord', { word: 'by' }],
		['winRate', ['cohort', 'opened'], 'badCohort', { value: 'opened' }],
		['winRate', ['within', 'soon'], 'notANumber', { word: 'within', value: 'soon' }],
		['winRate', ['within', '90'], 'notANumber', { word: 'within', value: '90' }],
		['winRate', ['within', 0], 'notANumber', { word: 'within', value: '0' }],
		['winRate', ['closed', 'within', 90], 'conflictingWords', { first: 'closed', second: 'resolved' }],
		['winRate', [false], 'notAWord', { value: 'FALSE' }],
		['winRate', [true], 'notAWord', { value: 'TRUE' }],
		['winRate', [new Date(0)], 'notAWord', { value: '1970-01-01' }],
		['winRate', ['by', 'xyz'], 'unknownColumn', { word: 'xyz', nearest: '' }],
		['winRate', ['frm'], 'unknownWord', { word: 'frm', nearest: '' }],
		['winRate', ['detial'], 'unknownWord', { word: 'detial', nearest: 'detail' }],
		['winRate', ['Propsal'], 'unknownWord', { word: 'Propsal', nearest: '' }],
		['stageConversion', ['Lost'], 'stageOutsideFunnel', { word: 'Lost' }],
		['stageConversion', ['Needs', 'Needs'], 'stageOrder', { first: 'Needs', second: 'Needs' }],
		['stageConversion', ['from', 'xyz'], 'unknownStage', { word: 'xyz', nearest: '' }],
		['stageConversion', ['Contact', 'Needs', 'Won'], 'tooManyStages', { limit: 2, word: 'Won' }],
		['leadsNeeded', [], 'missingNumber', {}],
		['leadsNeeded', [100, 200], 'unexpectedNumber', { value: 200 }],
		['leadsNeeded', [-100], 'negativeNumber', { value: -100 }],
		['winRate', ['asof', '2026-01-31'], 'unknownWord', { word: 'asof', nearest: 'as of' }],
		['winRate', ['histroy'], 'unknownWord', { word: 'histroy', nearest: 'history' }],
		['winRate', ['frmo'], 'unknownWord', { word: 'frmo', nearest: '' }],
		['stageConversion', ['frmo'], 'unknownWord', { word: 'frmo', nearest: 'from' }],
		['stageConversion', ['Won'], 'lastStage', { word: 'Won' }],
		['timeInStage', ['Won'], 'lastStage', { word: 'Won' }],
		['funnel', ['detail'], 'notForThisFunction', { word: 'detail' }],
		['stageCount', ['by', 'Owner', 'shrink'], 'notForThisFunction', { word: 'shrink' }],
		['winRate', ['value', 'by', 'Owner', 'shrink'], 'notForThisFunction', { word: 'shrink' }],
		['averageDealSize', ['by', 'Owner', 'shrink'], 'notForThisFunction', { word: 'shrink' }],
		['funnelExplain', ['WIN_RATE', 'by', 'Owner'], 'notForThisFunction', { word: 'by' }],
		['funnelExplain', ['WIN_RATE', 'detail'], 'notForThisFunction', { word: 'detail' }],
		['funnelExplain', ['xyz'], 'unknownMetric', { value: 'xyz', nearest: '' }],
	] as [string, Cell[], string, object][])('%s with %j: %s', (id, words, code, params) =>
		expect(told(id, ...words)).toEqual({ code, params }),
	);

	test('what a figure needs of the table is told by field', () => {
		const bare = pipelineOf([{ Stage: 'Won', Owner: 'Ann' }]);
		const field = (id: string, ...words: Cell[]) => misuse(bare, id, ...words).params.field;
		expect(field('winRate', 'period', '2026')).toBe('created');
		expect(field('winRate', 'period', '2026', 'cohort', 'closed')).toBe('closed');
		expect(field('winRate', 'by', 'month')).toBe('created');
		expect(field('salesCycle')).toBe('created');
		expect(measure(bare, 'winRate', 'Owner', 'Ann').n).toBe(1);
		expect(table(bare, 'winRate', 'by', 'Owner').rows).toHaveLength(1);
		expect(misuse(bare, 'funnelExplain', 'averageDealSize').params.field).toBe('amount');
		expect(misuse(bare, 'funnelExplain', 'timeInStage', 'Needs').code).toBe('missingHistory');
	});

	test('a close date that only the date columns of the ends give is one', () => {
		const dated = readPipeline(
			[
				['Deal', 'Stage', 'Created', 'Won date'],
				['a', 'Won', '2026-01-01', '2026-01-11'],
			],
			EXAMPLE_STAGES,
			EXAMPLE_AS_OF_DAY,
		);
		expect(
			measure({ ...dated, opportunities: { ...dated.opportunities, columns: { stage: 1, created: 2 } } }, 'salesCycle')
				.value,
		).toBe(10);
	});
});

describe('words', () => {
	test('blanks are passed over; a filter may be blank, a number, a date or yes and no', () => {
		const pipeline = pipelineOf([
			{ Stage: 'Won', Size: '5', Paid: 'TRUE', Day: '2026-01-02' },
			{ Stage: 'Lost', Size: '', Paid: 'FALSE', Day: '' },
		]);
		const n = (...words: Cell[]) => measure(pipeline, 'winRate', ...words);
		expect(n('', 'closed', '', 'Size', 5)).toMatchObject({ value: 1, n: 1 });
		expect(n('Size', '')).toMatchObject({ value: 0, n: 1 });
		expect([n('Paid', true).value, n('Paid', false).value]).toEqual([1, 0]);
		expect(n('Day', new Date(Date.UTC(2026, 0, 2)))).toMatchObject({ value: 1, n: 1 });
	});

	test('the same mode may be said twice, and of each group the first is meant where none is said', () => {
		expect(measure(example, 'winRate', 'closed', 'Closed').value).toBe(0.5);
		expect(measure(example, 'averageDealSize', 'median')).toEqual(measure(example, 'averageDealSize', 'won', 'median'));
		expect(cells(example, 'funnelExplain', '', '')).toEqual(cells(example, 'funnelExplain'));
	});

	test('"from" and "to" name the ends of a way; "to" alone starts at the first stage', () => {
		const value = (...words: Cell[]) => measure(example, 'stageConversion', ...words).value;
		expect(value('from', 'Contact', 'to', 'Needs')).toBe(0.7);
		expect(value('from', 'Needs')).toBe(5 / 7);
		expect(value('to', 'Won')).toBe(0.3);
		expect(value('Needs', 'to', 'Won')).toBe(3 / 7);
		expect(value('to', 'Won', 'from', 'Proposal')).toBe(3 / 5);
		expect(value('from', 'Needs', 'Proposal')).toBe(5 / 7);
		expect(told('stageConversion', 'to', 'Contact')).toEqual({
			code: 'stageOrder',
			params: { first: 'Contact', second: 'Contact' },
		});
		const wonFirst = pipelineOf([{ Stage: 'Won' }, { Stage: 'B' }], {
			stages: new StageList([stage('Won', 'won', 1), stage('A', 'open', 0), stage('B', 'open', 0)]),
		});
		expect(measure(wonFirst, 'stageConversion', 'from', 'A', 'to', 'Won').value).toBe(0.5);
		expect(measure(wonFirst, 'stageConversion', 'to', 'Won').value).toBe(0.5);
	});

	test('"within" reads the resolved rate at that many days', () => {
		// Of the ten worked deals d2 is won after 25 days, d1 after 40, d9 after 95.
		expect(measure(example, 'winRate', 'within', 24).value).toBe(0);
		expect(measure(example, 'winRate', 'within', 25).value).toBeCloseTo(
			measure(example, 'winRate', 'within', 39).value as number,
			12,
		);
		expect(measure(example, 'winRate', 'within', 1000)).toEqual(measure(example, 'winRate', 'resolved'));
	});

	test('a stage of that name is meant before a heading of it, where the function takes stages', () => {
		const pipeline = pipelineOf([
			{ Stage: 'Needs', Needs: 'x' },
			{ Stage: 'Won', Needs: 'y' },
		]);
		expect(measure(pipeline, 'stageCount', 'Needs').value).toBe(1);
		expect(measure(pipeline, 'winRate', 'Needs', 'y')).toMatchObject({ value: 1, n: 1 });
	});

	test('"by" with "column:" means the column, also of the name of a month', () => {
		const pipeline = pipelineOf([{ Stage: 'Won', month: 'May', Created: 5 }]);
		expect(table(pipeline, 'winRate', 'by', 'column:month').rows[0]?.[0]).toBe('May');
		expect(table(worked(), 'winRate', 'by', 'month').rows.map((row) => row[0])).toEqual([
			'1970-01',
			'1970-02',
			'1970-03',
		]);
	});

	test('groups of the same size stand by name, periods in order, a blank name last', () => {
		const groups = (deals: Deal[], ...words: Cell[]) =>
			table(pipelineOf(deals), 'winRate', ...words).rows.map((row) => row[0]);
		const of = (...names: string[]) => names.map((Owner): Deal => ({ Stage: 'Won', Owner }));
		expect(groups(of('', '', '', 'Cy', 'Al', 'Bo', 'Bo'), 'by', 'Owner')).toEqual(['Bo', 'Al', 'Cy', '']);
		const day = (year: number, month: number): Deal => ({ Stage: 'Won', Created: calendarDay(year, month, 1) });
		expect(
			groups([day(2026, 2), day(2026, 2), day(2025, 11), { Stage: 'Won', Created: undefined }], 'by', 'month'),
		).toEqual(['2025-11', '2026-02', '']);
	});
});

describe('arguments', () => {
	const deals = [['Stage'], ['Won']];
	const split = (id: string, ...args: unknown[]) => splitCall(metric(id), args);
	const wrong = (code: string, params: object) => ({ ok: false, misuse: { code, params } });

	test('a range or the as-of day twice, and a range that the function does not take, are told', () => {
		expect(split('winRate', deals, 'stages', deals, 'Stages', deals)).toEqual(
			wrong('repeatedWord', { word: 'stages' }),
		);
		expect(split('winRate', deals, 'history', deals, 'history', deals)).toEqual(
			wrong('repeatedWord', { word: 'history' }),
		);
		expect(told('winRate', 'as of', '2026-01-01', 'as of', '2026-01-02')).toEqual({
			code: 'repeatedWord',
			params: { word: 'as of' },
		});
		expect(told('winRate', 'as of', '')).toEqual({ code: 'missingArgument', params: { word: 'as of' } });
		const without = { ...metric('winRate'), reserved: [] };
		expect(splitCall(without, [deals, 'history', deals])).toEqual(wrong('notForThisFunction', { word: 'history' }));
		expect(split('winRate', deals, [['a', 'b']])).toEqual(wrong('unexpectedRange', { position: 2 }));
		expect(split('winRate', deals, [['a'], ['b']])).toEqual(wrong('unexpectedRange', { position: 2 }));
	});
	test('numbers, dates and blanks are words; omitted arguments are not', () => {
		const date = new Date(0);
		expect(split('winRate', deals, 5, date, '', null, undefined, true)).toMatchObject({ words: [5, date, '', true] });
		expect(split('winRate', deals, 'as of', [['2026-01-05']])).toMatchObject({ words: ['as of', '2026-01-05'] });
	});
});

test('the figures of a report say what the table lacks, where a formula would tell it', () => {
	const { figures } = buildReport(
		pipelineOf([{ Stage: 'Won' }]),
		{ period: null, cohort: 'created', columns: {} },
		{ winRateMode: 'value' },
	);
	expect(figures.map(({ id, value, reason, n }) => [id, value, reason, n])).toEqual([
		['winRate', null, 'noColumn', 0],
		['salesVelocity', null, 'noColumn', 0],
		['averageDealSize', null, 'noColumn', 0],
		['salesCycle', null, 'noColumn', 0],
	]);
});

describe('FUNNEL_EXPLAIN of composed figures', () => {
	const lines = (...words: Cell[]) => cells(example, 'funnelExplain', ...words) as Cell[][];
	const parts = (...words: Cell[]) => {
		const rows = lines(...words);
		return new Map(rows.slice(rows.findIndex((row) => row[0] === 'Row') + 1).map((row) => [row[1], row[3]]));
	};
	test('leads needed stand on all deals, the average on the won ones', () => {
		const roles = parts('LEADS_NEEDED', 100);
		expect(['Northwind press', 'Mill extension', 'Lakeside cooling'].map((name) => roles.get(name))).toEqual([
			'numerator',
			'denominator only',
			'denominator only',
		]);
		expect(roles.size).toBe(10);
	});
	test('without a name the win rate is explained; each row names its place in the sheet and its stage', () => {
		const rows = lines();
		expect(rows[0]?.slice(0, 3)).toEqual(['Definition', 'Win rate', 'WIN_RATE']);
		expect(new Set(rows.map((row) => row.length)).size).toBe(1);
		const at = rows.findIndex((row) => row[0] === 'Row');
		expect(rows.slice(at + 1, at + 4).map((row) => row.slice(0, 4))).toEqual([
			[2, 'Northwind press', 'Won', 'numerator'],
			[3, 'Harbor retrofit', 'Won', 'numerator'],
			[4, 'Mill extension', 'Lost', 'denominator only'],
		]);
	});
	test('a table is explained without value and rows', () => {
		const first = lines('FUNNEL').map((row) => row[0]);
		expect(first).toContain('Formula');
		expect(first).not.toContain('Value');
		expect(first).not.toContain('Row');
	});
});
