// Deals counted into rows, written as cells, read back and finished by the metrics give the numbers that the deals give; rows of parts add up to the whole.
import { describe, expect, test } from 'vitest';
import { existing } from '../../../src/core/speed/existing.ts';
import { groupsOf } from '../../../src/core/statistics/groups.ts';
import { NotCounted } from '../../../src/core/statistics/not-counted.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { isStatisticsTable, readStatisticsTable } from '../../../src/core/statistics-table/read-table.ts';
import { RESOLUTIONS, type StatisticsTable } from '../../../src/core/statistics-table/row.ts';
import { statisticsOfRows } from '../../../src/core/statistics-table/statistics-of-rows.ts';
import { writeStatisticsTable } from '../../../src/core/statistics-table/write-table.ts';
import { randomPipelines } from '../../differential/ours.ts';
import { askDeals, askStatistics, compareAnswers, everyQuestion } from './every-question.ts';
import { headOf, rowsOfPipeline } from './rows-of-pipeline.ts';

const pipelines = randomPipelines(20_261_129, 150);

function tableOf(pipeline: (typeof pipelines)[number]): StatisticsTable {
	const { exact } = RESOLUTIONS;
	const all = wholeSelection(pipeline.opportunities);
	const owners = pipeline.opportunities.dimension('Owner');
	const groups = owners === null ? [] : groupsOf(pipeline, all, { dimension: owners }, 'created');
	return {
		head: headOf(pipeline, exact),
		whole: rowsOfPipeline(pipeline, all, exact),
		groups: [
			{
				by: 'Owner',
				values: new Map(groups.map(({ label, selection }) => [label, rowsOfPipeline(pipeline, selection, exact)])),
			},
		],
	};
}

describe('statistics as rows of a sheet', () => {
	test('give every answer that the deals give, in every mode', () => {
		let numbers = 0;
		for (const pipeline of pipelines) {
			const read = readStatisticsTable(writeStatisticsTable(tableOf(pipeline)));
			if (!read.ok) throw new Error(`${read.problem} in row ${read.row}`);
			const { head, whole, groups } = read.table;
			const statistics = statisticsOfRows(whole, head, {
				owners: () => [...existing(groups[0]).values.values()],
			});
			for (const question of everyQuestion(head.stages)) {
				const found = compareAnswers(
					askDeals(question, pipeline),
					askStatistics(question, head.stages, statistics),
					1e-9,
				);
				expect(found.different, question.name).toEqual([]);
				numbers += found.numbers;
			}
		}
		expect(numbers).toBeGreaterThan(50_000);
	});

	test('add up over the values of a column, but for the middle of the amounts and the windows of a forecast', () => {
		for (const pipeline of pipelines) {
			const { head, whole, groups } = tableOf(pipeline);
			const parts = statisticsOfRows([...existing(groups[0]).values.values()].flat(), head);
			const all = statisticsOfRows(whole, head);
			for (const question of everyQuestion(head.stages).filter(
				({ definition, modes }) => !modes.includes('median') && definition.id !== 'salesForecast',
			))
				expect(
					compareAnswers(askStatistics(question, head.stages, all), askStatistics(question, head.stages, parts), 1e-9)
						.different,
					question.name,
				).toEqual([]);
		}
	});

	test('say that the middle of parts is not known', () => {
		const { head, whole } = tableOf(existing(pipelines.find(({ opportunities }) => opportunities.count > 9)));
		const middles = whole.filter(({ layer }) => layer === 'middle').map((row) => ({ ...row, k2: row.k2 + 1 }));
		expect(() => statisticsOfRows([...whole, ...middles], head).amountMedian('all')).toThrow(NotCounted);
	});
});

const replaced = (row: readonly (string | number)[], column: number, cell: string | number) =>
	row.map((old, c) => (c === column ? cell : old));

describe('cells of a statistics table', () => {
	const cells = writeStatisticsTable(tableOf(existing(pipelines[0])));
	test('are known by their heading', () => {
		expect(isStatisticsTable(cells)).toBe(true);
		expect(isStatisticsTable([['Deal', 'Stage'], ...cells])).toBe(false);
	});
	test('hold no text that a sheet takes for a formula, a date or a number', () => {
		const { head, groups } = tableOf(existing(pipelines[0]));
		const rows = existing([...existing(groups[0]).values.values()][0]);
		const hostile = ['=1+1', '+cmd', '2026-03', '007', "'x", '@a', 'TRUE', '-1', '12:40'];
		const table = {
			head,
			whole: hostile.flatMap((text) => rows.map((row) => ({ ...row, label: text }))),
			groups: hostile.map((text) => ({ by: text, values: new Map([[text, rows]]) })),
		};
		const written = writeStatisticsTable(table);
		for (const row of written.slice(1))
			for (const cell of row)
				if (typeof cell === 'string' && cell !== '') expect(cell).toMatch(/^(~|#$|[a-z]|\d+x-?\d)/u);
		const read = readStatisticsTable(written);
		expect(read.ok && read.table.groups.map(({ by }) => by)).toEqual(hostile);
	});
	test.each([
		['a newer version', (row: (string | number)[]) => (row[1] === 'version' ? replaced(row, 3, 3) : row), 'newer'],
		['no version', (row: (string | number)[]) => (row[1] === 'version' ? replaced(row, 1, 'x') : row), 'incomplete'],
		[
			'a missing stage',
			(row: (string | number)[]) => (row[1] === 'stage' && row[3] === 0 ? replaced(row, 1, 'x') : row),
			'incomplete',
		],
		[
			'a layer that is none',
			(row: (string | number)[]) => (row[2] === 'place' ? replaced(row, 2, 'places') : row),
			'badRow',
		],
		[
			'a count that is a text',
			(row: (string | number)[]) => (row[2] === 'place' ? replaced(row, 8, 'many') : row),
			'badRow',
		],
		[
			'a histogram that does not add up',
			(row: (string | number)[]) => (row[2] === 'place' ? replaced(row, 7, '0x9999') : row),
			'badRow',
		],
	] as const)('with %s are refused', (_name, change, problem) => {
		const changed = cells.map((row) => change([...row]));
		expect(readStatisticsTable(changed)).toMatchObject({ ok: false, problem });
	});
});
