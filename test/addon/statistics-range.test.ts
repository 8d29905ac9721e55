// A range of statistics in place of the deals: the same answers, from the range alone, and what it does not hold is said.
import { beforeAll, describe, expect, test } from 'vitest';
import { periodGroups } from '../../src/core/statistics/cohort.ts';
import { groupsOf } from '../../src/core/statistics/groups.ts';
import { splitSelection, wholeSelection } from '../../src/core/statistics/selection.ts';
import { MONTHS, OWNERS, RESOLUTIONS, type StatisticsTable } from '../../src/core/statistics-table/row.ts';
import { writeStatisticsTable } from '../../src/core/statistics-table/write-table.ts';
import { dayText } from '../../src/core/time/calendar-day.ts';
import { headOf, rowsOfPipeline } from '../core/statistics-table/rows-of-pipeline.ts';
import { randomPipelines, STAGES } from '../differential/ours.ts';
import { AS_OF, randomTables } from '../differential/random-table.ts';
import { Book, type Value } from './book.ts';

const SEED = 20_261_130;
const tables = randomTables(SEED, 40);
const largest = tables.reduce(
	(best, table, t) => (table.deals.length > (tables[best]?.deals.length ?? 0) ? t : best),
	0,
);
const RANGE = "'Stagekeeper statistics'!A:K";

function statisticsCells(): Value[][] {
	const pipeline = randomPipelines(SEED, 40)[largest] as ReturnType<typeof randomPipelines>[number];
	const all = wholeSelection(pipeline.opportunities);
	const { exact } = RESOLUTIONS;
	const owner = pipeline.opportunities.dimension('Owner');
	const months = periodGroups(pipeline, all, 'created', 'month');
	const owners = new Map(
		owner === null
			? []
			: groupsOf(pipeline, all, { dimension: owner }, 'created').map(({ label, selection }) => [
					label,
					rowsOfPipeline(pipeline, selection, exact),
				]),
	);
	const table: StatisticsTable = {
		head: headOf(pipeline, exact),
		whole: rowsOfPipeline(pipeline, all, exact),
		groups: [
			{ by: 'Owner', values: owners },
			{ by: OWNERS, values: owners },
			{
				by: MONTHS,
				values: new Map(
					splitSelection(all, months.codes, months.labels.length).map((part, code) => [
						months.labels[code] ?? '',
						rowsOfPipeline(pipeline, part, exact),
					]),
				),
			},
		],
	};
	return writeStatisticsTable(table).map((row) => row.map((cell) => (cell === '' ? null : cell)));
}

/** The same deals and their changes as sheets. */
function dealCells(): { readonly deals: Value[][]; readonly changes: Value[][] } {
	const { deals, changes } = tables[largest] as (typeof tables)[number];
	const day = (value: number | null): Value => (value === null ? null : dayText(value));
	return {
		deals: deals.map((deal, d) => [
			deal.id,
			`Deal ${d}`,
			deal.stage,
			deal.amount,
			day(deal.created),
			day(deal.closed),
			deal.owner,
			deal.reason,
			deal.lostFrom,
		]),
		changes: changes.map((change) => [change.id, change.stage, day(change.day)]),
	};
}

const HEADINGS = ['Deal ID', 'Deal', 'Stage', 'Amount', 'Created', 'Closed', 'Owner', 'Loss reason', 'Lost from'];

describe('a range of statistics', () => {
	let book: Book;
	beforeAll(() => {
		const { deals, changes } = dealCells();
		book = new Book(deals, { headings: HEADINGS, timeZone: 'UTC' });
		book.now = (AS_OF + 1) * 86_400_000 - 1;
		const add = (name: string, cells: readonly (readonly Value[])[]): void => {
			const columns = Math.max(...cells.map((row) => row.length));
			const { id } = book.store.insertSheet(name, book.store.sheets().length, {
				rows: cells.length + 20,
				columns: columns + 2,
			});
			book.store.write(
				id,
				{ row: 0, column: 0, rows: cells.length, columns },
				cells.map((row) => Array.from({ length: columns }, (_, column) => ({ value: row[column] ?? null }))),
			);
		};
		add('Stagekeeper statistics', statisticsCells());
		add('Changes', [['Deal ID', 'Stage', 'Changed at'], ...changes]);
		add('List', [
			['Name', 'Kind', 'Probability'],
			...STAGES.all.map(({ name, kind, probability }): Value[] => [name, kind, probability]),
		]);
	});

	const answer = (formula: string): unknown => {
		const result = book.evaluate(formula);
		if ('error' in result) throw new Error(result.error);
		return result.value;
	};
	const direct = (name: string, ...words: readonly string[]): unknown =>
		answer(`=${name}(${['Deals!A1:I', '"stages"', 'List!A:C', '"history"', 'Changes!A:C', ...words].join(', ')})`);
	const counted = (name: string, ...words: readonly string[]): unknown =>
		answer(`=${name}(${[RANGE, ...words].join(', ')})`);

	test.each([
		['WIN_RATE', []],
		['WIN_RATE', ['"closed"', '"by"', '"Owner"']],
		['WIN_RATE', ['"resolved"']],
		['WIN_RATE', ['"closed"', '"Owner"', '"ann"']],
		['WIN_RATE', ['"by"', '"month"']],
		['WIN_RATE', ['"period"', '"2026-01"', '"detail"']],
		['STAGE_CONVERSION', ['"touched"']],
		['STAGE_CONVERSION', ['"by"', '"quarter"']],
		['FUNNEL', []],
		['TIME_IN_STAGE', ['"mean"']],
		['SALES_CYCLE', ['"median"', '"closed"']],
		['AVERAGE_DEAL_SIZE', ['"all"', '"median"']],
		['LOSS_REASONS', []],
		['BOTTLENECK', []],
		['PIPELINE', []],
		['LEADS_NEEDED', ['100000']],
	] as const)('answers %s %s as the deals do', (name, words) => {
		expect(counted(name, ...words)).toEqual(direct(name, ...words));
	});

	test('fills the sidebar when its sheet is open, each cell read once', () => {
		const sheet = book.store.sheets().find(({ name }) => name === 'Stagekeeper statistics');
		const cells = statisticsCells();
		book.store.activate(sheet?.id ?? 0, [{ row: 0, column: 0, rows: 1, columns: 1 }]);
		book.host.meter.reset();
		const { state, ready } = book.open();
		expect([...book.host.meter.cellsRead]).toEqual([[sheet?.id, cells.length * 11]]);
		expect({ state, isCounted: ready?.isCounted }).toEqual({ state: 'ready', isCounted: true });
		const funnel = (direct('FUNNEL') as unknown[][]).slice(1).map(([name, reached]) => [name, reached]);
		const reached = ready?.report.stages.filter((stage) => stage.reached !== null) ?? [];
		expect(reached.map((stage) => [stage.name, stage.reached])).toEqual(funnel.slice(0, reached.length));
		const asked = (filter: unknown) => book.call('sidebarOpen', { filter });
		expect(asked({ period: 'last 30 days', cohort: 'created', columns: {} })).toMatchObject({
			ok: false,
			code: 'notCounted',
		});
		book.store.activate(book.deals, [{ row: 0, column: 0, rows: 1, columns: 1 }]);
		expect(book.open().state).toBe('set-up');
	});

	test('is all that is read', () => {
		book.host.meter.reset();
		counted('WIN_RATE', '"closed"');
		const { calls } = book.host.meter;
		book.host.meter.reset();
		direct('WIN_RATE', '"closed"');
		expect(calls).toBeLessThanOrEqual(book.host.meter.calls);
	});

	test.each([
		['WIN_RATE', ['"by"', '"Loss reason"'], /do not include "Loss reason"/u],
		['WIN_RATE', ['"as of"', '"2026-01-01"'], /do not include "as of"/u],
		['WIN_RATE', ['"period"', '"last 30 days"'], /do not include "period"/u],
		['WIN_RATE', ['"cohort"', '"closed"'], /do not include "cohort"/u],
		['WIN_RATE', ['"Ownr"', '"Ann"'], /Ownr/u],
		['AVERAGE_DEAL_SIZE', ['"all"', '"median"', '"by"', '"quarter"'], /do not include "median"/u],
		['STAGE_CHECK', [], /needs the individual deals/u],
		['DISTANCE_TO_WIN', [], /needs the individual deals/u],
		['FUNNEL_EXPLAIN', ['"WIN_RATE"'], /needs the individual deals/u],
		['WIN_RATE', ['"history"', 'Changes!A:C'], /history/u],
	] as const)('says of %s %s what it does not hold', (name, words, text) => {
		expect(() => counted(name, ...words)).toThrow(text);
	});
});
