// Columns of a table beside its stages: what is trimmed, shared, named twice, dated by a stage, or has too many names.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { MOST_VALUES } from '../../../src/core/model/opportunity.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import { readTable, type TableOptions } from '../../../src/core/table/table.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { dayTexts, pipelineOf, type Setting, stage } from '../pipeline-of.ts';

const read = (grid: readonly (readonly Cell[])[], setting: Setting = {}) => pipelineOf(grid, setting).opportunities;

describe('headings', () => {
	it('that say the same are listed with the first of them; blank ones are none', () => {
		const { tableIssues, dimension } = read([
			['Name', 'Stage', 'Owner', '', ' owner ', 'OWNER', ''],
			['a', 'Lead', 'Ann', 'x', 'Ben', 'Cy', 'y'],
		]);
		expect(tableIssues).toMatchObject([
			{ code: 'duplicateHeading', row: 0, column: 4, params: { first: 2 } },
			{ code: 'duplicateHeading', row: 0, column: 5, params: { first: 2 } },
		]);
		expect(dimension('owner')?.labels).toEqual(['Ann']);
		expect([dimension(''), dimension(-1), dimension('nobody')]).toEqual([null, null, null]);
		expect(dimension(0)?.labels).toEqual(['a']);
	});
});

describe('names', () => {
	const grid = [
		['Id', 'Name', 'Stage', 'Team'],
		[' 7 ', ' Acme ', 'Lead', 'a'],
		[8, '', 'Won', 'b'],
		['', '', 'Won', 'c'],
	];
	it('of a deal are its name, else its id, without spaces around', () => {
		const { label, ids } = read(grid);
		expect([0, 1, 2].map(label)).toEqual(['Acme', '8', '']);
		expect(ids()).toEqual(['7', '8', '']);
	});
});

it.each([256, 257, 65_536, 65_537])('%i names are told apart, and each is found again', (count) => {
	const names = Array.from({ length: count }, (_, i) => `n${i}`);
	const opportunities = read([
		['Name', 'Stage', 'City'],
		...[...names, ...names].map((name): Cell[] => ['a', 'Won', name]),
	]);
	const { codes, labels } = opportunities.dimension('City') ?? { codes: [], labels: [] };
	expect(labels).toEqual(names);
	expect(Array.from(codes, (code, deal) => code === deal % count).every(Boolean)).toBe(true);
});

describe('date cells taken as names', () => {
	// 2026-01-05 as Google hands it over: the first instant of that day in the zone of the spreadsheet.
	it.each([
		['UTC', '2026-01-05T00:00Z'],
		['Europe/Berlin', '2026-01-04T23:00Z'],
		['America/New_York', '2026-01-05T05:00Z'],
		['Pacific/Auckland', '2026-01-04T11:00Z'],
		['Pacific/Kiritimati', '2026-01-04T10:00Z'],
	])('are the day that the user sees, in %s', (zone, instant) => {
		const day = new Date(instant);
		const { dimension, values, ids, label } = read(
			[
				['Id', 'Stage', 'Next step'],
				[day, 'Lead', day],
				['x', 'Lead', '2026-01-05'],
				['y', 'Lead', new Date(Number.NaN)],
			],
			{ zone },
		);
		expect(values(2)).toEqual({ labels: ['2026-01-05', ''], deals: [2, 1] });
		expect(dimension('Next step')?.labels).toEqual(['2026-01-05', '']);
		expect([ids()?.[0], label(0)]).toEqual(['2026-01-05', '2026-01-05']);
	});
});

describe('close dates from the dates of the ends', () => {
	const stages = [stage('Lead', 'open'), stage('Won', 'won'), stage('Lost', 'lost')];
	const closed = (grid: readonly (readonly Cell[])[], zone = 'UTC') => read(grid, { stages, zone }).date('closed');

	it('fill what the close column leaves out, by the end that the deal came to', () => {
		const found = closed([
			['Name', 'Stage', 'Close date', 'Won time', 'Lost time'],
			['a', 'Won', '2026-01-05', '2026-01-09', ''],
			['b', 'Won', '', '2026-01-09', '2026-01-07'],
			['c', 'Lost', '', '2026-01-09', '2026-01-07'],
			['d', 'Lead', '', '2026-01-09', ''],
		]);
		expect(dayTexts(found?.days)).toEqual(['2026-01-05', '2026-01-09', '2026-01-07', '']);
		expect(found?.hasTime).toBe(false);
	});
	it('beside times of day are the first instant of their day in the time zone of the sheet', () => {
		const found = closed(
			[
				['Name', 'Stage', 'Close date', 'Won time', 'Lost time'],
				['a', 'Won', '2026-01-05', '2026-01-09 12:00', ''],
				['b', 'Won', '', '2026-01-09 12:00', ''],
				['c', 'Lost', '', '', '2026-01-07'],
				['d', 'Lead', '', '', ''],
			],
			'America/New_York',
		);
		expect(found?.hasTime).toBe(true);
		// Five hours behind UTC in winter.
		expect(
			[...(found?.days ?? [])].map((day) =>
				Number.isNaN(day) ? '' : new Date(day * 86_400_000).toISOString().slice(0, 16),
			),
		).toEqual(['2026-01-05T05:00', '2026-01-09T17:00', '2026-01-07T05:00', '']);
	});
	it('stay what the close column says where no end has a date, its problems with it', () => {
		const found = closed([
			['Name', 'Stage', 'Close date'],
			['a', 'Won', '2026-01-05'],
			['b', 'Won', 'soon'],
			['c', 'Lost', '2026-01-06'],
		]);
		expect(dayTexts(found?.days)).toEqual(['2026-01-05', '', '2026-01-06']);
		expect(found?.issues).toMatchObject([{ code: 'notADate', row: 2, column: 2 }]);
		const both = closed([
			['Name', 'Stage', 'Close date', 'Won time'],
			['a', 'Won', 'soon', '2026-01-09'],
			['b', 'Won', '2026-01-05', ''],
			['c', 'Lead', '', ''],
		]);
		expect([dayTexts(both?.days), both?.issues.length]).toEqual([['2026-01-09', '2026-01-05', ''], 1]);
	});
});

it('a probability among percents that could be a share is asked about, also in the first row', () => {
	expect(
		read([
			['Name', 'Stage', 'Probability'],
			['a', 'Lead', 0.5],
			['b', 'Lead', 40],
			['c', 'Won', 130],
		]).probabilities()?.issues,
	).toMatchObject([
		{ code: 'probabilityOutOfRange', row: 3, column: 2, value: '130' },
		{ code: 'probabilityUnitUnclear', row: 1, column: 2, value: '0.5' },
	]);
});

describe('the values of a column', () => {
	const valuesIn = (cells: readonly Cell[], isReadBefore: boolean) => {
		const opportunities = read([
			['Name', 'Stage', 'Region'],
			...cells.map((cell, i): Cell[] => [`d${i}`, 'Lead', cell]),
		]);
		if (isReadBefore) opportunities.dimension(2);
		return opportunities.values(2);
	};
	it.each([false, true])('are counted in tables of any length (read before: %s)', (isReadBefore) => {
		const cells = Array.from({ length: 700 }, (_, i): Cell => (i % 7 === 0 ? 5 : i % 2 === 0 ? 'North' : ' NORTH '));
		expect(valuesIn([...cells, 'South', '', true], isReadBefore)).toEqual({
			labels: ['5', 'NORTH', 'South', '', 'TRUE'],
			deals: [100, 600, 1, 1, 1],
		});
	});
	it.each([false, true])('are none where there are more than can be chosen from (read before: %s)', (isReadBefore) => {
		const most = Array.from({ length: MOST_VALUES }, (_, i): Cell => `r${i}`);
		const twice = valuesIn([...most, ...most], isReadBefore);
		expect([twice?.labels.length, twice?.deals.every((count) => count === 2)]).toEqual([MOST_VALUES, true]);
		expect(valuesIn([...most, 'one more'], isReadBefore)).toBeNull();
	});
});

describe('a table that is told its columns', () => {
	const stages = new StageList([stage('Lead', 'open'), stage('Won', 'won'), stage('Lost', 'lost')]);
	const tableOf = (grid: readonly (readonly Cell[])[], options: Partial<TableOptions>) =>
		readTable(grid, {
			headerRow: 0,
			columns: {},
			stages,
			timeZone: timeZone('UTC'),
			locale: 'en',
			asOfDay: 20_600,
			...options,
		});
	it('has the heading of a column, which may say the currency, and none beyond the last heading', () => {
		const found = tableOf(
			[
				['Stage', 'Value ($)'],
				['Lead', 5, 'Ann'],
			],
			{ columns: { stage: 0, amount: 1 } },
		);
		expect([found.amounts()?.currencies, found.dimension(1)?.heading, found.dimension(2)?.heading]).toEqual([
			['$'],
			'Value ($)',
			'',
		]);
		expect(tableOf([['Stage'], ['Lead', 5]], { columns: { stage: 0, amount: 1 } }).amounts()?.currencies).toEqual(['']);
	});
	it('has a blank name for a deal whose row ends before it', () =>
		expect(tableOf([['Stage', 'Name'], ['Lead']], { columns: { stage: 0, name: 1 } }).label(0)).toBe(''));
	it('takes dates of listed stages only, and a row with nothing else for a deal', () => {
		const grid = [
			['Stage', 'Won on', 'Gone on'],
			['Won', '2026-01-05', '2026-01-06'],
			['', '2026-01-07', ''],
		];
		const stageDates = [
			{ stage: 'Won', column: 1 },
			{ stage: 'Gone', column: 2 },
		];
		const found = tableOf(grid, { columns: { stage: 0 }, stageDates });
		expect([[...found.stageDates().keys()], found.count]).toEqual([[1], 2]);
		const closed = found.date('closed');
		expect([dayTexts(closed?.days), closed?.hasTime, closed?.issues]).toEqual([['2026-01-05', ''], false, []]);
		expect([
			tableOf(grid, { columns: { stage: 0 } }).stageDates().size,
			tableOf(grid, { columns: { stage: 0 } }).date('closed'),
		]).toEqual([0, null]);
	});
	it('has instants of closing where the close column has times and the date of the end has none', () => {
		const found = tableOf(
			[
				['Stage', 'Closed', 'Won on'],
				['Won', '2026-01-05 12:00', ''],
				['Won', '', '2026-01-06'],
			],
			{
				columns: { stage: 0, closed: 1 },
				stageDates: [{ stage: 'Won', column: 2 }],
				timeZone: timeZone('America/New_York'),
			},
		).date('closed');
		expect([
			found?.hasTime,
			[...(found?.days ?? [])].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 16)),
		]).toEqual([true, ['2026-01-05T17:00', '2026-01-06T05:00']]);
	});
});
