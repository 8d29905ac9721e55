// The forecast finished from counted rows is the one that the deals give, whatever the table lacks; where sums of amounts hide single ones that show, it says so.
import { describe, expect, test } from 'vitest';
import type { Grid } from '../../../src/core/cells/cell.ts';
import { metricById } from '../../../src/core/metrics/index.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { existing } from '../../../src/core/speed/existing.ts';
import { NotCounted } from '../../../src/core/statistics/not-counted.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { readStatisticsTable } from '../../../src/core/statistics-table/read-table.ts';
import { MOST_LISTED } from '../../../src/core/statistics-table/row.ts';
import { statisticsOfRows } from '../../../src/core/statistics-table/statistics-of-rows.ts';
import { writeStatisticsTable } from '../../../src/core/statistics-table/write-table.ts';
import { INVENTED, PARKED_STAGE } from '../../forecast/invented-tables.ts';
import { type PlainTable, textOf } from '../../forecast/slow-rates.ts';
import { gridPipeline } from '../forecast/known-forecast.ts';
import { source } from '../forecast/source-forecast.ts';
import { stage } from '../pipeline-of.ts';
import { askDeals, askStatistics, compareAnswers, type Question } from './every-question.ts';
import { headOf, rowsOfPipeline } from './rows-of-pipeline.ts';

const COLUMNS = {
	id: 'Id',
	stage: 'Stage',
	amount: 'Amount',
	created: 'Created',
	closed: 'Closed',
	expectedClose: 'Due',
};
type Hidden = 'history' | 'created' | 'amount' | 'closed' | 'expectedClose';

function pipelineOf({ deals, open, asOf }: PlainTable, hidden: readonly Hidden[]): Pipeline {
	const rows = deals.map(({ id, stage: name, amount, created, closed }, i): Grid[number] => [
		...[id, name, amount ?? '', i % 23 === 0 ? '' : textOf(created), closed === null ? '' : textOf(closed)],
		i % 3 === 0 ? '' : textOf(created + 25 + (i % 40)),
	]);
	const changes = deals.flatMap(({ id, changes: own }) => own.map((change) => [id, change.stage, textOf(change.day)]));
	const stages = [
		...open.map(({ name, probability }) => stage(name, 'open', probability)),
		...[stage('Won', 'won', 1), stage('Lost', 'lost', 0), stage(PARKED_STAGE, 'parked')],
	];
	const history = hidden.includes('history') ? null : [['Id', 'Stage', 'Changed at'], ...changes];
	const columns = Object.fromEntries(Object.entries(COLUMNS).filter(([field]) => !hidden.some((one) => one === field)));
	return gridPipeline({ deals: [Object.values(COLUMNS), ...rows], history, columns, stages }, asOf, source);
}

const DEFINITION = existing(metricById('salesForecast'));
const QUESTIONS = [
	{ modes: ['month', 'outlook'], periods: 12 },
	{ modes: ['month', 'backtest'], periods: 1 },
	{ modes: ['quarter', 'outlook'], periods: 1 },
	{ modes: ['quarter', 'backtest'], periods: 2 },
].map(({ modes, periods }) => ({
	...{ name: `${modes.join(' ')} ${periods}`, definition: DEFINITION, modes, stages: [] },
	...{ number: 400, withinDays: null, periods },
})) satisfies (Question & { periods: number })[];

/** Answers from rows that were written as cells and read back; null where the rows say that they cannot tell. */
function answersOf(pipeline: Pipeline, mostListed: number) {
	const whole = rowsOfPipeline(pipeline, wholeSelection(pipeline.opportunities), 1, mostListed);
	const read = readStatisticsTable(writeStatisticsTable({ head: headOf(pipeline, 1), whole, groups: [] }));
	if (!read.ok) throw new Error(`${read.problem} in row ${read.row}`);
	const statistics = statisticsOfRows(read.table.whole, read.table.head);
	return QUESTIONS.map((question) => {
		try {
			return askStatistics(question, pipeline.stages, statistics);
		} catch (error) {
			if (error instanceof NotCounted) return null;
			throw error;
		}
	});
}

const LACKING: readonly (readonly Hidden[])[] = [
	[],
	['history'],
	['history', 'created'],
	['created'],
	['amount'],
	['history', 'amount', 'expectedClose'],
	['closed'],
	['history', 'closed'],
];

const { 'a year of deals by their age': year, 'two years of deals by their stages': twoYears } = INVENTED;
const CASES = [
	...LACKING.map((hidden) => ['a year', existing(year), hidden] as const),
	['two years', existing(twoYears), LACKING[0] ?? []] as const,
].map(([name, table, hidden]) => [name, hidden.length === 0 ? 'nothing' : hidden.join(', '), table, hidden] as const);

describe('a forecast from rows', () => {
	test.each(CASES)('of %s without %s is that of the deals', (_name, _lacking, table, hidden) => {
		const pipeline = pipelineOf(table, hidden);
		let numbers = 0;
		for (const [i, answer] of answersOf(pipeline, MOST_LISTED).entries()) {
			const found = compareAnswers(askDeals(existing(QUESTIONS[i]), pipeline), existing(answer ?? undefined), 1e-9);
			expect(found.different, existing(QUESTIONS[i]).name).toEqual([]);
			numbers += found.numbers;
		}
		if (!hidden.includes('closed')) expect(numbers).toBeGreaterThan(100);
	});

	test('is right or not told where few amounts are listed', () => {
		const pipeline = pipelineOf(existing(year), []);
		const told = answersOf(pipeline, 2).map((answer, i) => {
			if (answer === null) return false;
			expect(compareAnswers(askDeals(existing(QUESTIONS[i]), pipeline), answer, 1e-9).different).toEqual([]);
			return true;
		});
		expect(told).toContain(false);
	});
});
