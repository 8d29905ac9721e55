import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { profileColumn, sampleRows } from '../../../src/core/detection/column-profile.ts';

const profile = (...cells: Cell[]) =>
	profileColumn(
		cells.map((cell) => [cell]),
		cells.map((_, row) => row),
		0,
	);

describe('what the cells of a column are', () => {
	it('each filled cell is one of date, number, yes or no, text; blanks, placeholders and formula errors are not counted', () => {
		const cells = [
			'',
			' ',
			'NA',
			'#REF!',
			'text',
			'2026-01-05',
			new Date(0),
			7,
			'7.5',
			'€ 8',
			true,
			'TRUE',
			'false',
			'12 apples',
		];
		expect(profile(...cells)).toMatchObject({ sampled: 14, filled: 10, dates: 2, numbers: 3, booleans: 3, money: 1 });
	});
	it('equal texts are counted together, under their first spelling', () => {
		const { distinct, spellings } = profile(' Won ', 'won', 'WON', 5, '5', true);
		expect([...distinct]).toEqual([
			['won', 3],
			['5', 2],
			['true', 1],
		]);
		expect([...spellings]).toEqual([
			['won', 'Won'],
			['5', '5'],
			['true', 'true'],
		]);
	});
	it('words of endings, of any stage and of a status are counted by cell', () => {
		const words = profile('Won', 'won', 'Closed Lost', 'Lead', 'Proposal', 'On hold', 'Open', 'Ann', 'Qwerty');
		expect([words.endings, words.stageWords, words.statusWords]).toEqual([3, 7, 4]);
	});
	it('of more than sixty different values none is a stage', () => {
		const names = (count: number) => ['Won', ...Array.from({ length: count - 1 }, (_, i) => `Lead ${i}`)];
		expect([profile(...names(60)).endings, profile(...names(61)).endings]).toEqual([1, 0]);
	});
});

describe('the sample', () => {
	const rowsOf = (count: number, headerRow = 0) =>
		sampleRows(
			Array.from({ length: headerRow + 1 + count }, () => []),
			headerRow,
		);
	it('is every row of a small table, below its headings', () => {
		expect(rowsOf(3, 2)).toEqual([3, 4, 5]);
		expect(rowsOf(0)).toEqual([]);
		expect(rowsOf(250)).toHaveLength(250);
	});
	it('is 250 rows spread over a large one', () => {
		const rows = rowsOf(10_000);
		expect([rows.length, rows[0], rows[1], rows.at(-1)]).toEqual([250, 1, 41, 9961]);
	});
});
