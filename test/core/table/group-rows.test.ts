import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { pipelineOf } from '../pipeline-of.ts';

const day = (month: number): Date => new Date(Date.UTC(2025, month, 5));
const HEADINGS = ['Deal', 'Stage', 'Owner', 'Amount', 'Created'];
const LEADS: readonly Cell[][] = [
	['Amber', 'Lead', 'Ann', 100, day(1)],
	['Birch', 'Lead', 'Bo', 200, day(2)],
];
const WON: readonly Cell[][] = [
	['Cedar', 'Won', 'Ann', 300, day(1)],
	['Daisy', 'Won', 'Bo', 50, day(2)],
];
const row = (at: number, text: Cell, number: Cell = ''): Cell[] =>
	Array.from({ length: 5 }, (_, column) => (column === at ? text : column === 3 ? number : ''));

function reading(grid: readonly (readonly Cell[])[]) {
	const { opportunities, stages } = pipelineOf(grid);
	return {
		deals: opportunities.count,
		stages: stages.all.map(({ name }) => name),
		listed: opportunities.tableIssues.map(({ code, row }) => `${code} ${(row ?? 0) + 1}`),
	};
}

describe('the name of a group above its deals', () => {
	it.each([
		['in the column of the names', row(0, 'Lead'), row(0, 'Won')],
		['in the column of the stages', row(1, 'Lead'), row(1, 'Won')],
		['with the number of its deals', row(0, 'Lead (2)'), row(0, 'Won（2）')],
		['with its sum', row(0, 'LEAD', 300), row(0, 'won ', 350)],
	])('is listed and no deal: %s', (_, lead, won) => {
		expect(reading([HEADINGS, lead, ...LEADS, won, ...WON])).toEqual({
			deals: 4,
			stages: ['Lead', 'Won'],
			listed: ['noteRow 2', 'noteRow 5'],
		});
	});

	it('is seen for owners too', () => {
		expect(
			reading([HEADINGS, row(0, 'Ann'), LEADS[0] ?? [], WON[0] ?? [], row(0, 'Bo'), LEADS[1] ?? []]),
		).toMatchObject({
			deals: 3,
			listed: ['noteRow 2', 'noteRow 5'],
		});
	});
});

describe('a row with little in it', () => {
	it('is a deal where its stage is all that is known of it', () => {
		expect(reading([HEADINGS, ...LEADS, ...WON, row(1, 'Lead')])).toMatchObject({ deals: 5, listed: [] });
	});

	it("is a deal where its name is nobody else's", () => {
		expect(reading([HEADINGS, ...LEADS, row(0, 'Elm'), ...WON])).toMatchObject({ deals: 5, listed: [] });
	});
});

it.each(['Subtotal', 'Summe', '小计', 'Итого'])('the sum of a group beside its stage is no deal: %s', (word) => {
	const sum = (stage: string): Cell[] => [word, stage, '', 300, ''];
	expect(reading([HEADINGS, ...LEADS, sum('Lead'), ...WON, sum('Won')])).toEqual({
		deals: 4,
		stages: ['Lead', 'Won'],
		listed: ['totalsRow 4', 'totalsRow 7'],
	});
	expect(reading([HEADINGS, ...LEADS, [word, 'Lead', 'Ann', 300, day(1)]]).deals).toBe(3);
});

it('a sentence in a script without spaces below the deals is a note', () => {
	const note = row(0, '数据来源：公司内部系统，仅供参考，请勿外传。');
	expect(reading([HEADINGS, ...LEADS, ...WON, note])).toMatchObject({ deals: 4, listed: ['noteRow 6'] });
});

it('the sum of a stage with a number in brackets is a sum', () => {
	const grid = [HEADINGS, ...LEADS, ...WON].map((cells) =>
		cells.map((cell) => (cell === 'Lead' ? 'Lead (10%)' : cell)),
	);
	expect(reading([...grid, row(0, 'Lead (10%) subtotal', 300)])).toMatchObject({ deals: 4, listed: ['totalsRow 6'] });
});

describe('a list of the groups', () => {
	const ids = (rows: readonly (readonly Cell[])[]): Cell[][] => rows.map((cells, at) => [...cells, `D-${at + 1}`]);
	const wide = (rows: readonly (readonly Cell[])[]): Cell[][] => rows.map((cells) => [...cells, '', '']);
	const OWN: readonly Cell[][] = [[...HEADINGS, 'ID'], ...ids([...LEADS, ...WON])];

	it.each([
		[
			'with a count',
			[
				['Lead', 2],
				['Won', 2],
			],
		],
		[
			'with a count and a sum',
			[
				['Lead', 2, 300],
				['Won', 2, 350],
			],
		],
		[
			'with a count, a sum and a share',
			[
				['Lead', 2, '300,00 €', '46 %'],
				['Won', 2, 'EUR 350', '54 %'],
			],
		],
		[
			'under words of its own',
			[
				['Etap', 'Szt.'],
				['Lead', 2],
				['Won', 2],
			],
		],
		[
			'under words of its own and with a sum',
			[
				['Recap', '#'],
				['Lead', 2],
				['Won', 2],
				['Total', 4],
			],
		],
	] as readonly (readonly [string, Cell[][]])[])('below the deals is listed and no deal: %s', (_, list) => {
		const read = reading([...OWN, [], ...list]);
		expect(read).toMatchObject({ deals: 4, stages: ['Lead', 'Won'] });
		expect(read.listed).toHaveLength(list.length);
	});

	it.each([
		['names', 0],
		['stages', 1],
		['owners', 2],
	])('is told from the groups above their deals, in the column of the %s', (_, at) => {
		const put = (...cells: readonly Cell[]): Cell[] => [...Array.from({ length: at }, () => ''), ...cells];
		const grid = [
			HEADINGS,
			put('Lead', 2, 300),
			...LEADS,
			put('Won', 2, 350),
			...WON,
			[],
			put('Lead', 2),
			put('Won', 2),
		];
		expect(reading(wide(grid)).deals).toBe(4);
	});

	it('beside the deals changes nothing of the groups within', () => {
		const beside = (cells: readonly Cell[], ...list: readonly Cell[]): Cell[] => [...cells, '', ...list];
		const grid = [
			beside(HEADINGS, 'Phase', 'Pcs'),
			beside(row(0, '1. Lead'), '1. Lead', 2),
			...LEADS.map((cells) =>
				beside(
					cells.map((cell) => (cell === 'Lead' ? '1. Lead' : cell)),
					'2. Won',
					2,
				),
			),
			beside(row(0, '2. Won')),
			...WON.map((cells) => beside(cells.map((cell) => (cell === 'Won' ? '2. Won' : cell)))),
		];
		expect(reading(grid)).toMatchObject({ deals: 4, listed: ['noteRow 2', 'noteRow 5'] });
	});

	it('a deal of few cells in a narrow table stays a deal', () => {
		const grid = [
			['Stage', 'Nr', 'Amount'],
			['Lead', 1, 100],
			['Lead', 2, 200],
			['Won', 3, 300],
			['Won', 4, 50],
		];
		expect(reading(grid)).toMatchObject({ deals: 4, listed: [] });
	});

	it('of choices below a gap is listed, in the column of the stages too', () => {
		const stages = ['Lead', 'Demo', 'Won'];
		const grid = [...OWN, ['Elm', 'Demo', 'Bo', 10, day(3), 'D-5'], [], ...stages.map((name) => row(1, name))];
		expect(reading(grid)).toMatchObject({ deals: 5, listed: ['noteRow 8', 'noteRow 9', 'noteRow 10'] });
	});

	it('is none where a stage comes again, or where there is no gap', () => {
		const again = [...OWN, [], row(1, 'Lead'), row(1, 'Won'), row(1, 'Lead')];
		expect(reading(again).deals).toBe(7);
		expect(reading([...OWN, row(1, 'Lead'), row(1, 'Won'), row(1, 'Demo')]).deals).toBe(7);
	});
});
