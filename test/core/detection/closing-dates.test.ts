/** Which column is the closing date, and which stages are ends, where neither heading nor name is known. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { closingColumn, stageByDates } from '../../../src/core/detection/closing-dates.ts';
import { hasDay } from '../../../src/core/table/outcome.ts';
import { headingsOf, pipelineOf } from '../pipeline-of.ts';

const rows = (...groups: [number, string, Cell, Cell?][]): Cell[][] =>
	groups.flatMap(([count, stage, first, second = '']) =>
		Array.from({ length: count }, (): Cell[] => [stage, first, second]),
	);
const closing = (grid: Cell[][], columns: number[] = [1]) => closingColumn(grid, [...grid.keys()], 0, columns);

describe('a column of dates', () => {
	it('is the closing date where all deals of some stages have one and none of the others', () => {
		expect(closing(rows([3, 'Alfa', ''], [3, 'Beta', '2026-01-05']))).toBe(1);
		expect(closing(rows([3, 'Alfa', 'noch offen'], [3, 'Beta', '5.1.2026']))).toBe(1);
		// One in ten may be forgotten or too early.
		expect(closing(rows([9, 'Alfa', ''], [1, 'Alfa', '2026-01-05'], [9, 'Beta', '2026-01-05'], [1, 'Beta', '']))).toBe(
			1,
		);
	});
	it('is none where a stage has some, where one side has few deals, or where names say otherwise', () => {
		expect(closing(rows([3, 'Alfa', ''], [2, 'Beta', '2026-01-05'], [1, 'Beta', '']))).toBeNull();
		expect(closing(rows([3, 'Alfa', ''], [2, 'Beta', '2026-01-05']))).toBeNull();
		expect(closing(rows([2, 'Alfa', ''], [3, 'Beta', '2026-01-05']))).toBeNull();
		expect(closing(rows([3, 'Alfa', ''], [3, 'Proposal', '2026-01-05']))).toBeNull();
		expect(closing(rows([3, 'Won', ''], [3, 'Beta', '2026-01-05']))).toBeNull();
		// A contract may be the last step as well as the end.
		expect(closing(rows([3, 'Alfa', ''], [3, 'Contract', '2026-01-05']))).toBe(1);
	});
	it('is none where two columns could be it', () => {
		const grid = rows([3, 'Alfa', '', ''], [3, 'Beta', '2026-01-05', '2026-01-06']);
		expect([closing(grid, [1, 2]), closing(grid, [2]), closing(grid, [])]).toEqual([null, 2, null]);
	});
});

it('a stage is the one column of few texts that a date parts', () => {
	const grid: Cell[][] = [1, 2, 3, 4].flatMap((i): Cell[][] => [
		[`name ${i}`, 'Alfa', i % 2 ? 'N' : 'S', ''],
		[`name ${i}`, 'Beta', i % 2 ? 'S' : 'N', '2026-01-05'],
	]);
	const all = [...grid.keys()];
	expect(stageByDates(grid, all, [1, 2], [3])).toBe(1);
	expect(stageByDates(grid, all, [2], [3])).toBeNull();
	expect(
		stageByDates(
			grid.map(([name, stage, , date]): Cell[] => [name as Cell, stage as Cell, stage as Cell, date as Cell]),
			all,
			[1, 2],
			[3],
		),
	).toBeNull();
});

it.each<[Cell, boolean]>([
	['2026-01-05', true],
	[46_000, true],
	[new Date(0), true],
	['', false],
	['-', false],
	['не закрыта', false],
	[true, false],
])('%s is a day: %s', (cell, is) => expect(hasDay(cell)).toBe(is));

describe('a table in words that nobody knows', () => {
	const HEADINGS = ['Kode', 'Hatua', 'Mapato (KES)', 'Kuanza', 'Kumaliza', 'Sababu'];
	const table = (lost: string): Cell[][] => [
		HEADINGS,
		...[1, 2, 3, 4].map((i): Cell[] => [`K${i}`, 'Mazungumzo', 1000 * i, `2026-01-0${i}`, '', '']),
		...[5, 6, 7].map((i): Cell[] => [`K${i}`, 'Imekamilika', 1000 * i, `2026-01-0${i}`, '2026-02-01', '']),
		...[8, 9].map((i): Cell[] => [`K${i}`, lost, 1000 * i, `2026-01-0${i}`, '2026-02-01', 'bei']),
		['K10', lost, 900, '2026-01-10', '2026-02-01', 'bei'],
	];
	it('has its stage, amount and dates found by what its cells say', () => {
		const { detection } = pipelineOf(table('Imeshindwa'));
		expect(headingsOf(detection)).toEqual({
			id: 'Kode',
			stage: 'Hatua',
			amount: 'Mapato (KES)',
			created: 'Kuanza',
			closed: 'Kumaliza',
		});
	});
});

describe('ends of unknown names', () => {
	const kindsOf = (lost: string, reason = true) => {
		const row = (i: number, stage: string, closed: string, why: string): Cell[] => [
			`D${i}`,
			stage,
			'2026-01-01',
			closed,
			reason ? why : '',
		];
		const { stages } = pipelineOf([
			['Id', 'Stage', 'Created', 'Closed', 'Loss reason'],
			...[1, 2, 3].map((i) => row(i, 'Lead', '', '')),
			...[4, 5, 6].map((i) => row(i, 'Imekamilika', '2026-02-01', '')),
			...[7, 8, 9].map((i) => row(i, lost, '2026-02-01', 'price')),
		]);
		return stages.all.map(({ name, kind }) => `${name}: ${kind}`);
	};
	it('are lost where deals have a reason for it, and the only other end is won', () => {
		expect(kindsOf('Imeshindwa')).toEqual(['Lead: open', 'Imekamilika: won', 'Imeshindwa: lost']);
		expect(kindsOf('Lost', false)).toEqual(['Lead: open', 'Imekamilika: won', 'Lost: lost']);
	});
	it('are for the user to classify where nothing tells them apart', () => {
		expect(kindsOf('Imeshindwa', false)).toEqual(['Lead: open']);
	});
});
