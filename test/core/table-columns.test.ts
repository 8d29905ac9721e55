// Columns of a table beside its stages: what is trimmed, shared, named twice, dated by a stage, or has too many names.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/core/cell.ts';
import { dayTexts, pipelineOf, type Setting, stage } from './pipeline-of.ts';

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
		expect([...(found?.days ?? [])].map((day) => (Number.isNaN(day) ? '' : new Date(day * 86_400_000).toISOString().slice(0, 16)))).toEqual(
			['2026-01-05T05:00', '2026-01-09T17:00', '2026-01-07T05:00', ''],
		);
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
