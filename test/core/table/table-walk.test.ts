import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import type { Field, Opportunities } from '../../../src/core/model/opportunity.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import { readTable } from '../../../src/core/table/table.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { countedGrid } from '../counted-grid.ts';
import { pipelineOf, stage } from '../pipeline-of.ts';

const STAGES = [stage('Lead', 'open'), stage('Won', 'won'), stage('Lost', 'lost')];
const HEADINGS = ['Id', 'Deal name', 'Stage', 'Amount', 'Created date', 'Close date', 'Owner', 'Region'];
const REGION = 7;

const date = fc.constantFrom<Cell>(
	'',
	'2026-01-05',
	new Date('2026-02-03T00:00:00Z'),
	new Date('2026-02-03T09:30:00Z'),
	'soon',
);
const row = fc.oneof(
	{
		arbitrary: fc.tuple(
			fc.constantFrom<Cell>('1', '2', ''),
			fc.constantFrom<Cell>('A', ''),
			fc.constantFrom<Cell>('Lead', 'Won', ' won', 'Nope', 7, ''),
			fc.constantFrom<Cell>('', 5, '7,5', 'x'),
			date,
			date,
			fc.constantFrom<Cell>('Ann', 'ANN', 'Bob', 3, true, ''),
			fc.constantFrom<Cell>('North', 'South', ''),
		),
		weight: 9,
	},
	{
		arbitrary: fc.constantFrom<Cell[]>(['', 'Total', '', 50, '', '', '', ''], ['', '', '', '', '', '', '', '']),
		weight: 1,
	},
);

/** Everything that is read of a table, in an order that reads each column by itself or after others. */
function contents(opportunities: Opportunities): unknown {
	const { count, gridRows, tableIssues } = opportunities;
	const column = opportunities.columns.owner ?? 0;
	const [created, closed, amounts] = [
		opportunities.date('created'),
		opportunities.date('closed'),
		opportunities.amounts(),
	];
	return [
		count,
		gridRows,
		tableIssues,
		opportunities.stages(),
		created,
		closed,
		amounts,
		opportunities.ids(),
		opportunities.dimension(column),
		opportunities.values(REGION),
	];
}

describe('columns that are read in one walk', () => {
	it('hold what they hold when each is read by itself, in tables longer than a block', () => {
		fc.assert(
			fc.property(fc.array(row, { minLength: 1, maxLength: 400, size: 'max' }), (rows) => {
				const grid = [HEADINGS, ['9', 'Z', 'Lead', 1, '2026-01-01', '', 'Ann', 'North'], ...rows];
				const together = pipelineOf(grid, { stages: STAGES }).opportunities;
				const fields: Field[] = ['created', 'closed', 'amount', 'owner', 'reason', 'id'];
				together.readTogether(fields, [REGION, together.columns.owner ?? 0]);
				expect(contents(together)).toEqual(contents(pipelineOf(grid, { stages: STAGES }).opportunities));
			}),
			{ seed: 20261124, numRuns: 40 },
		);
	});

	it('are not looked at again, and each once only', () => {
		const day = new Date('2026-02-03T00:00:00Z');
		const { grid, readsOf } = countedGrid([
			HEADINGS,
			...Array.from({ length: 5 }, (_, i): Cell[] => [`${i}`, 'A', 'Lead', i, day, day, 'Ann', 'North']),
		]);
		const opportunities = readTable(grid, {
			headerRow: 0,
			columns: { id: 0, name: 1, stage: 2, amount: 3, created: 4, closed: 5, owner: 6 },
			stages: new StageList(STAGES),
			timeZone: timeZone('UTC'),
			locale: 'en',
			asOfDay: 20_600,
		});
		const all = () => HEADINGS.map((_, column) => readsOf(column));
		opportunities.readTogether(['id', 'amount', 'created', 'closed', 'owner', 'reason'], [REGION, 6]);
		const before = all();
		expect(before[6]).toBe(before[REGION]);
		expect(opportunities.ids()).toEqual(['0', '1', '2', '3', '4']);
		expect([...(opportunities.amounts()?.values ?? [])]).toEqual([0, 1, 2, 3, 4]);
		expect([opportunities.date('created')?.days[0], opportunities.date('closed')?.days[4]]).toEqual([20_487, 20_487]);
		expect(opportunities.dimension(6)?.labels).toEqual(['Ann']);
		expect([opportunities.values(6), opportunities.values(REGION)]).toEqual([
			{ labels: ['Ann'], deals: [5] },
			{ labels: ['North'], deals: [5] },
		]);
		expect(all()).toEqual(before);
	});

	it('values are counted for a column that was read as names, or not at all where there are too many', () => {
		const grid = [
			HEADINGS,
			...Array.from({ length: 300 }, (_, i): Cell[] => [
				`${i}`,
				'A',
				'Lead',
				1,
				'',
				'',
				i % 2 === 0 ? 'Ann' : 'Bob',
				`r${i}`,
			]),
		];
		const { opportunities } = pipelineOf(grid, { stages: STAGES });
		const owner = opportunities.columns.owner as number;
		opportunities.dimension(owner);
		expect(opportunities.values(owner)).toEqual({ labels: ['Ann', 'Bob'], deals: [150, 150] });
		expect([opportunities.values(REGION), opportunities.values(0)]).toEqual([null, null]);
	});
});
