import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { type ColumnMap, NO_STAGE } from '../../../src/core/model/opportunity.ts';
import { dealRows } from '../../../src/core/table/deal-rows.ts';
import { countedGrid } from '../counted-grid.ts';

const HEADINGS = ['Id', 'Name', 'Stage', 'Amount', 'Created', 'Owner', 'Probability', 'Remark'];
const COLUMNS: ColumnMap = { id: 0, name: 1, stage: 2, amount: 3, created: 4, owner: 5, probability: 6 };
const KNOWN = new Set(Object.values(COLUMNS));
const cells = (values: Partial<Record<(typeof HEADINGS)[number], Cell>>): Cell[] =>
	HEADINGS.map((heading) => values[heading] ?? '');

function rowsOf(rows: readonly Cell[][], columns: ColumnMap = COLUMNS, known: ReadonlySet<number> = KNOWN) {
	const found = dealRows([HEADINGS, ...rows], 0, columns, known, HEADINGS as string[], 0, () => NO_STAGE);
	found.read(1, rows.length + 1, []);
	return {
		deals: [...found.rows()],
		issues: found.issues.map(({ row, column, code, value }) => [row, column, code, value]),
	};
}

const DEAL = cells({ Id: 'd1', Name: 'A', Stage: 'Lead' });

describe('rows that are deals', () => {
	it('have a stage and a name or id, or anything else that is somebody’s', () => {
		const rows = [
			DEAL,
			cells({ Name: 'B', Stage: 'Lead' }),
			cells({ Id: 'd3', Stage: 'Lead' }),
			cells({ Id: 'd4' }),
			cells({ Name: 'E' }),
			cells({ Stage: 'Lead' }),
		];
		expect(rowsOf(rows)).toEqual({ deals: [1, 2, 3, 4, 5, 6], issues: [] });
	});

	it('blank rows between them are skipped, zeros, unticked boxes and white space too', () => {
		expect(
			rowsOf([DEAL, cells({}), cells({ Amount: 0, Remark: false }), cells({ Name: ' \u00a0\u200b' }), [], DEAL]),
		).toEqual({
			deals: [1, 6],
			issues: [],
		});
	});

	it('an amount or an owner without name and stage counts while deals follow below it', () => {
		expect(rowsOf([cells({ Amount: 5 }), cells({ Owner: 'Ann' }), DEAL]).deals).toEqual([1, 2, 3]);
	});

	it('a name in any script is one, and a stage of any kind', () => {
		expect(
			rowsOf([
				cells({ Name: '晨星', Stage: '需求' }),
				cells({ Name: 'Émile', Stage: 7 }),
				cells({ Id: 12, Stage: true }),
			]).deals,
		).toEqual([1, 2, 3]);
	});

	it('what stands below a totals row is still read when a deal follows', () => {
		const total = cells({ Name: 'Total', Amount: 5 });
		expect(rowsOf([DEAL, total, cells({ Amount: 3 }), DEAL])).toMatchObject({
			deals: [1, 3, 4],
			issues: [[2, null, 'totalsRow', 'Total']],
		});
		// A totals row is not the last deal: the sum below it makes none.
		expect(rowsOf([DEAL, total, cells({ Amount: 3 })])).toEqual({
			deals: [1],
			issues: [
				[2, null, 'totalsRow', 'Total'],
				[3, null, 'totalsRow', '3'],
			],
		});
	});

	it('a deal may be called Total', () => {
		expect(
			rowsOf([
				cells({ Id: 'd1', Name: 'Total', Stage: 'Lead', Amount: 5 }),
				cells({ Name: 'Total', Owner: 'Ann' }),
				DEAL,
			]),
		).toEqual({
			deals: [1, 2, 3],
			issues: [],
		});
	});
});

describe('rows that are none', () => {
	it.each(['Total', 'TOTALS:', 'Grand total', '合计', '总计：', 'Summe', 'average'])(
		'"%s" is a totals row, in the middle and at the end',
		(word) => {
			const total = cells({ Name: word, Amount: 5 });
			expect(rowsOf([DEAL, total, DEAL, total])).toEqual({
				deals: [1, 3],
				issues: [
					[2, null, 'totalsRow', word],
					[4, null, 'totalsRow', word],
				],
			});
		},
	);

	it.each(['Subtotal Q1', 'Total 2026', 'Total : Ann', 'Итого: Анна', '小计 华东', 'Suma częściowa', '합계 1월'])(
		'"%s" is a totals row where no id, stage, date or owner stands beside it',
		(word) => {
			expect(rowsOf([DEAL, cells({ Name: word, Amount: 5 }), DEAL])).toEqual({
				deals: [1, 3],
				issues: [[2, null, 'totalsRow', word]],
			});
			expect(rowsOf([DEAL, cells({ Id: 'd2', Name: word, Amount: 5 })]).deals).toEqual([1, 2]);
			expect(rowsOf([DEAL, cells({ Name: word, Stage: 'Lead' })]).deals).toEqual([1, 2]);
		},
	);

	it.each(['* forecast only', 'Note: see the other sheet', '※ 税抜', '备注：含税', 'Hinweis: netto'])(
		'"%s" alone in its row is a note',
		(text) => {
			expect(rowsOf([DEAL, cells({ Name: text })])).toEqual({ deals: [1], issues: [[2, null, 'noteRow', text]] });
			expect(rowsOf([DEAL, cells({ Name: text, Amount: 5 }), DEAL]).deals).toEqual([1, 2, 3]);
		},
	);

	it('the word may stand in the stage column', () => {
		expect(rowsOf([DEAL, cells({ Stage: 'Total', Amount: 5 })])).toEqual({
			deals: [1],
			issues: [[2, null, 'totalsRow', 'Total']],
		});
		expect(rowsOf([cells({ Stage: 'Total', Amount: 5 }), DEAL])).toEqual({
			deals: [2],
			issues: [[1, null, 'totalsRow', 'Total']],
		});
	});

	it('a sum below the last deal is a totals row, named by its first text or else its first number', () => {
		expect(rowsOf([DEAL, cells({ Amount: 500 })]).issues).toEqual([[2, null, 'totalsRow', '500']]);
		expect(rowsOf([DEAL, cells({ Probability: 0.5 })]).issues).toEqual([[2, null, 'totalsRow', '0.5']]);
		expect(rowsOf([DEAL, cells({ Amount: 500, Remark: 'see above' })]).issues).toEqual([
			[2, null, 'totalsRow', 'see above'],
		]);
	});

	it('a remark beside no field is a note', () => {
		expect(rowsOf([DEAL, cells({ Remark: 'exported on Monday' }), DEAL])).toEqual({
			deals: [1, 3],
			issues: [[2, null, 'noteRow', 'exported on Monday']],
		});
	});

	it('other fields below the last name still make a deal', () => {
		expect(rowsOf([DEAL, cells({ Owner: 'Ann', Amount: 5 })])).toEqual({ deals: [1, 2], issues: [] });
		expect(rowsOf([DEAL, cells({ Amount: new Date(0) })])).toEqual({ deals: [1, 2], issues: [] });
	});

	it('a long text that begins like a total is none', () => {
		expect(rowsOf([cells({ Name: 'Total quality management for all', Amount: 5 })]).deals).toEqual([1]);
	});
});

describe('tables with few columns', () => {
	it('a stage alone is enough, unless it reads Total', () => {
		expect(
			rowsOf(
				[
					['x', '', 'Lead'],
					['', '', 'Lead'],
					['', '', 'Total'],
				],
				{ stage: 2 },
				new Set([2]),
			),
		).toEqual({
			deals: [1, 2],
			issues: [[3, null, 'totalsRow', 'Total']],
		});
	});

	it('without rows there are no deals', () => {
		expect(rowsOf([])).toEqual({ deals: [], issues: [] });
	});
});

describe('rows beside totals', () => {
	const named = [
		cells({ Id: 'd1', Name: 'A', Stage: 'Total', Amount: 5 }),
		cells({ Name: 'A', Stage: 'Total', Amount: 5 }),
		cells({ Id: 'd1', Stage: 'Total' }),
	];
	it('of somebody’s name or id are deals in a stage called Total, wherever they stand', () => {
		expect(rowsOf([...named, DEAL])).toEqual({ deals: [1, 2, 3, 4], issues: [] });
		expect(rowsOf([DEAL, ...named]).deals).toEqual([1, 2, 3, 4]);
	});
	it('an amount alone is a deal above a name of any sort, also above a deal called Total, and none above a totals row', () => {
		const alone = cells({ Amount: 3 });
		expect(rowsOf([DEAL, alone, cells({ Name: 'B' })]).deals).toEqual([1, 2, 3]);
		expect(rowsOf([DEAL, alone, cells({ Id: 'd9' })]).deals).toEqual([1, 2, 3]);
		expect(rowsOf([DEAL, alone, cells({ Id: 'd9', Name: 'Total', Stage: 'Lead' })]).deals).toEqual([1, 2, 3]);
		expect(rowsOf([DEAL, alone, cells({ Name: 'Total', Amount: 8 })]).deals).toEqual([1]);
	});
});

it.each([1, 5])('of %d deals whose stage is listed nothing but the stage is looked at', (count) => {
	const { grid, readsOf } = countedGrid([HEADINGS, ...Array.from({ length: count }, () => DEAL)]);
	const found = dealRows(grid, 0, COLUMNS, KNOWN, HEADINGS as string[], 1, () => 0);
	const before = HEADINGS.map((_, column) => readsOf(column));
	found.read(1, grid.length, []);
	expect([found.count, ...found.stageCounts]).toEqual([count, 0, 0, count]);
	// Once for each, and once more where a stage is met first.
	expect(HEADINGS.map((_, column) => readsOf(column) - (before[column] as number))).toEqual([
		0,
		0,
		count + 1,
		0,
		0,
		0,
		0,
		0,
	]);
});
