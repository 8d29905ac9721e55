import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { readTable } from '../../../src/core/table/table.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { countByKind, dayTexts, PLAIN_STAGES, pipelineOf, stage, stageNames } from '../pipeline-of.ts';

const HOSTILE = [
	'__proto__',
	'constructor',
	'hasOwnProperty',
	'toString',
	'🚀🚀',
	'مرحلة العرض',
	'x'.repeat(5000),
	'line\nbreak',
	'=1+1',
	'<img src=x onerror=alert(1)>',
	'+SUM(A1)',
	'@x',
	"'quoted'",
];
const read = (grid: readonly (readonly Cell[])[]) => pipelineOf(grid, { stages: PLAIN_STAGES });
const rowsOf = (grid: readonly (readonly Cell[])[]) => {
	const pipeline = read(grid);
	return {
		rows: [...pipeline.opportunities.gridRows],
		listed: pipeline.opportunities.tableIssues.map(({ code, row }) => `${code}@${row}`),
	};
};

describe('which rows are deals', () => {
	const head = ['Id', 'Name', 'Stage', 'Amount', 'Owner', 'Comment'];
	it('blank rows between deals are skipped and what follows is read', () => {
		expect(
			rowsOf([
				head,
				[1, 'a', 'Lead', 5, 'Ann', ''],
				['', '', '', '', '', ''],
				[' ', '', '', '', '', '\u00a0'],
				[2, 'b', 'Won', 5, 'Ann', ''],
			]),
		).toEqual({ rows: [1, 4], listed: [] });
	});
	it('a row with data and without a stage is a deal', () => {
		const pipeline = read([head, [1, 'a', '', 5, '', ''], ['', '', '', 7, '', ''], [2, 'b', 'Won', 5, '', '']]);
		expect(stageNames(pipeline)).toEqual(['', '', 'Won']);
		expect(checkTable(pipeline).map(({ code, row }) => `${code}@${row}`)).toEqual([
			'missingStage@1',
			'missingId@2',
			'missingStage@2',
		]);
	});
	it('dragged formulas and ticked-off boxes below the table are nothing', () => {
		expect(rowsOf([head, [1, 'a', 'Lead', 5, 'Ann', ''], ['', '', '', 0, false, ''], ['', '', '', 0, '', '']])).toEqual(
			{
				rows: [1],
				listed: [],
			},
		);
	});
	it.each<[string, Cell[]]>([
		['in the name column', ['', 'Total', '', 50, '', '']],
		['in the id column', ['合计', '', '', 50, '', '']],
		['in the stage column', ['', '', 'Total:', 50, '', '']],
		['in another column', ['', '', '', 50, '', 'Grand total']],
		['nowhere', ['', '', '', 50, '', '']],
	])('a totals row with its word %s is listed and not counted', (_, total) => {
		expect(rowsOf([head, [1, 'a', 'Lead', 5, 'Ann', ''], [2, 'b', 'Won', 5, 'Ann', ''], total])).toEqual({
			rows: [1, 2],
			listed: ['totalsRow@3'],
		});
	});
	it('a customer called Total is a deal all the same', () => {
		expect(rowsOf([head, [1, 'Total', 'Lead', 5, 'Ann', ''], [2, 'b', 'Won', 5, 'Ann', '']]).rows).toEqual([1, 2]);
	});
	it('a remark in a column of no field is listed as a note', () => {
		expect(
			rowsOf([head, [1, 'a', 'Lead', 5, 'Ann', ''], ['', '', '', '', '', 'call again'], [2, 'b', 'Won', 5, 'Ann', '']]),
		).toEqual({
			rows: [1, 3],
			listed: ['noteRow@2'],
		});
	});
	it('short rows and an empty table do no harm', () => {
		expect(rowsOf([head, [1], [2, 'b', 'Won']])).toEqual({ rows: [1, 2], listed: [] });
		expect(rowsOf([head]).rows).toEqual([]);
	});
});

describe('stages', () => {
	const column = (values: readonly Cell[], stages = PLAIN_STAGES) =>
		pipelineOf([['Name', 'Stage'], ...values.map((value, i) => [`n${i}`, value])], { stages });
	it('match through one key, whatever their spelling', () => {
		expect(stageNames(column([' won ', 'WON', 'Ｗｏｎ', 'W\u200bon', '\u00a0Won', 'won\u200f']))).toEqual(
			Array(6).fill('Won'),
		);
		const accent = [stage('Négociation', 'open'), stage('Won', 'won')];
		expect(stageNames(column(['Ne\u0301gociation'], accent))).toEqual(['Négociation']);
	});
	it('match by alias', () =>
		expect(
			stageNames(column(['Pitch', 'pitch '], [stage('Demo', 'open', 0.3, ['Pitch']), stage('Won', 'won')])),
		).toEqual(['Demo', 'Demo']));
	it('may be numbers', () =>
		expect(stageNames(column([1, '1', 2], [stage('1', 'open'), stage('2', 'won')]))).toEqual(['1', '1', '2']));
	it('of hostile names are plain names', () => {
		const list = [...HOSTILE.map((name) => stage(name, 'open')), stage('Won', 'won')];
		expect(stageNames(column(HOSTILE, list))).toEqual(HOSTILE);
		expect(stageNames(column(HOSTILE))).toEqual(HOSTILE.map(() => '?'));
	});
});

describe('columns of names', () => {
	const grid = [
		['Name', 'Stage', 'Owner', 'Owner'],
		...HOSTILE.map((owner) => ['x', 'Lead', owner, 1]),
		['x', 'Won', ' ann', 2],
		['x', 'Won', 'ANN', 3],
		['x', 'Won', '', 4],
	];
	it('hold hostile names like any other; equal keys share a code; blank has the empty label', () => {
		const owners = read(grid).opportunities.dimension('owner');
		expect(owners?.labels).toEqual([...HOSTILE, 'ann', '']);
		expect([...(owners?.codes ?? [])].slice(-3)).toEqual([HOSTILE.length, HOSTILE.length, HOSTILE.length + 1]);
	});
	it('are found by key and by position; nothing else is', () => {
		const { opportunities } = read(grid);
		expect(opportunities.dimension(' OWNER ')).toBe(opportunities.dimension(2));
		expect(['nope', '__proto__', 'constructor', ''].map((heading) => opportunities.dimension(heading))).toEqual([
			null,
			null,
			null,
			null,
		]);
		expect(opportunities.label(0)).toBe('x');
	});
	it('that share a heading are listed', () =>
		expect(read(grid).opportunities.tableIssues).toMatchObject([
			{ code: 'duplicateHeading', row: 0, column: 3, value: 'Owner' },
		]));
	it('keep the id 7 apart from 007', () => {
		const { opportunities } = read([
			['Id', 'Stage'],
			[7, 'Lead'],
			['007', 'Won'],
			['', 'Won'],
		]);
		expect(opportunities.ids()).toEqual(['7', '007', '']);
	});
});

it('per-stage dates are read by stage', () => {
	const pipeline = read([
		['Name', 'Stage', 'Demo date', 'Proposal date', 'Won date'],
		['a', 'Won', '2026-01-02', '2026-01-05', '2026-01-09'],
		['b', 'Demo', '2026-01-03', '', ''],
	]);
	const dates = pipeline.opportunities.stageDates();
	expect([...dates].map(([position, { days }]) => [pipeline.stages.all[position]?.name, dayTexts(days)])).toEqual([
		['Demo', ['2026-01-02', '2026-01-03']],
		['Proposal', ['2026-01-05', '']],
		['Won', ['2026-01-09', '']],
	]);
	expect(dayTexts(pipeline.opportunities.date('closed')?.days)).toEqual(['2026-01-09', '']);
});

it('columns that a table does not have are null', () => {
	const opportunities = readTable([['Stage'], ['Lead']], {
		headerRow: 0,
		columns: {},
		stages: pipelineOf([]).stages,
		timeZone: timeZone('UTC'),
		locale: 'en',
		asOfDay: 0,
	});
	expect([
		opportunities.amounts(),
		opportunities.date('created'),
		opportunities.ids(),
		opportunities.probabilities(),
	]).toEqual([null, null, null, null]);
});

describe('whatever the rows', () => {
	const cell = fc.oneof(
		{ weight: 2, arbitrary: fc.constant('' as Cell) },
		fc.constantFrom<Cell>(
			...HOSTILE,
			'Total',
			'NA',
			'#REF!',
			0,
			false,
			true,
			5,
			-3,
			'12%',
			'2026-02-30',
			'2026-01-05',
			'€5',
			new Date(1.7e12),
		),
	);
	const stageCell = fc.constantFrom<Cell>('Lead', 'Demo', 'Proposal', 'Won', 'Lost', 'Wonn', '', ' won', 'Total');
	const row = fc.tuple(cell, cell, stageCell, cell, cell, cell, cell).map((cells): Cell[] => cells);
	const head = ['Id', 'Name', 'Stage', 'Amount', 'Created', 'Close date', 'Remark'];
	const fields = { id: 0, name: 1, stage: 2, amount: 3, created: 4, closed: 5 };
	const stages = pipelineOf([], { stages: PLAIN_STAGES }).stages;
	const tableOf = (rows: readonly (readonly Cell[])[], order = head.map((_, i) => i)) => {
		const grid = [head, ...rows].map((cells) => order.map((column) => cells[column] as Cell));
		const columns = Object.fromEntries(Object.entries(fields).map(([field, column]) => [field, order.indexOf(column)]));
		const opportunities = readTable(grid, {
			headerRow: 0,
			columns,
			stages,
			timeZone: timeZone('UTC'),
			locale: 'en_US',
			asOfDay: 20_000,
		});
		return { opportunities, stages, history: null, asOf: 20_001, asOfDay: 20_000, timeZone: timeZone('UTC') };
	};
	const OF_THE_TABLE = new Set<string>(['mixedCurrencies', 'mostRowsLeftOut']);
	const isEmpty = (value: Cell) => value === '' || value === 0 || value === false;
	const summary = (table: ReturnType<typeof tableOf>, order = head.map((_, i) => i)) => ({
		kinds: countByKind(table),
		amounts: [...(table.opportunities.amounts()?.values ?? [])].map(String).sort(),
		created: dayTexts(table.opportunities.date('created')?.days).sort(),
		issues: checkTable(table)
			.map(({ code, column }) => `${code} ${column === null ? '' : order[column]}`)
			.sort(),
	});
	it('every row that is not blank is counted or listed, and every problem names a cell of it', () => {
		fc.assert(
			fc.property(fc.array(row, { maxLength: 25 }), (rows) => {
				const table = tableOf(rows);
				const counted = new Set(table.opportunities.gridRows);
				const listed = new Set(table.opportunities.tableIssues.map((issue) => issue.row));
				for (const [i, cells] of rows.entries())
					expect(counted.has(i + 1) || listed.has(i + 1)).toBe(!cells.every(isEmpty));
				for (const issue of checkTable(table))
					expect(counted.has(issue.row ?? -1) || listed.has(issue.row)).toBe(!OF_THE_TABLE.has(issue.code));
			}),
			{ seed: 1, numRuns: 200 },
		);
	});
	it('their order and that of the columns change nothing', () => {
		const rowsWithDeal = fc
			.array(row, { maxLength: 20 })
			.map((rows) => [...rows, ['z', 'last', 'Lead', 1, '', '', ''] as Cell[]]);
		fc.assert(
			fc.property(
				rowsWithDeal,
				fc.shuffledSubarray(
					head.map((_, i) => i),
					{ minLength: head.length },
				),
				fc.integer({ min: 0, max: 20 }),
				(rows, order, turn) => {
					const turned = [...rows.slice(turn), ...rows.slice(0, turn)];
					// A row of amounts alone is a deal between others and a sum below them: where it stands is what it means.
					fc.pre(
						![rows, turned].some((list) =>
							list.some((cells) => [0, 1, 2, 4, 5].every((column) => isEmpty(cells[column] as Cell))),
						),
					);
					expect(summary(tableOf(rows, order), order)).toEqual(summary(tableOf(rows)));
					expect(summary(tableOf(turned))).toEqual(summary(tableOf(rows)));
				},
			),
			{ seed: 2, numRuns: 150 },
		);
	});
});
