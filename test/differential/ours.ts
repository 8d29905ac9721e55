/** The figures of a random table as a formula gives them: cells, reading of table and history, registry, evaluation. */

import type { Cell } from '../../src/core/cells/cell.ts';
import { evaluate } from '../../src/core/formula/evaluate.ts';
import { readHistory } from '../../src/core/history/history-table.ts';
import { metricById } from '../../src/core/metrics/index.ts';
import type { MetricDefinition } from '../../src/core/metrics/metric.ts';
import type { TableCell } from '../../src/core/model/metric-result.ts';
import type { Pipeline } from '../../src/core/model/pipeline.ts';
import { plainStage, type Stage, type StageKind, StageList } from '../../src/core/model/stage.ts';
import { readTable } from '../../src/core/table/table.ts';
import { dayText } from '../../src/core/time/calendar-day.ts';
import { timeZone } from '../../src/core/time/time-zone.ts';
import type { Figures } from './figures.ts';
import { AS_OF, CHANCES, FUNNEL, LOST, PARKED, type RandomTable, randomTables } from './random-table.ts';

const stage = (name: string, kind: StageKind, probability: number): Stage =>
	plainStage(name, kind, probability, { id: `s-${name}` });
export const STAGES = new StageList([
	...FUNNEL.slice(0, 3).map((name, rank) => stage(name, 'open', CHANCES[rank] as number)),
	stage(FUNNEL[3], 'won', 1),
	stage(LOST, 'lost', 0),
	stage(PARKED, 'parked', 0.3),
]);
const ZONE = timeZone('UTC');
const HEADINGS = ['Deal ID', 'Deal', 'Stage', 'Amount', 'Created', 'Closed', 'Owner', 'Loss reason', 'Lost from'];
const COLUMNS = { id: 0, name: 1, stage: 2, amount: 3, created: 4, closed: 5, owner: 6, reason: 7, lostFrom: 8 };
const day = (value: number | null): Cell => (value === null ? '' : dayText(value));

function pipelineOf({ deals, changes }: RandomTable): Pipeline {
	const rows = deals.map((deal, d): Cell[] => [
		deal.id,
		`Deal ${d}`,
		deal.stage,
		deal.amount ?? '',
		day(deal.created),
		day(deal.closed),
		deal.owner,
		deal.reason,
		deal.lostFrom,
	]);
	const opportunities = readTable([HEADINGS, ...rows], {
		headerRow: 0,
		columns: COLUMNS,
		stageDates: [],
		stages: STAGES,
		timeZone: ZONE,
		locale: 'en_US',
		asOfDay: AS_OF,
	});
	const log = [
		['Deal ID', 'Stage', 'Changed at'],
		...changes.map((change): Cell[] => [change.id, change.stage, day(change.day)]),
	];
	const history = readHistory(log, opportunities, STAGES, ZONE);
	return { stages: STAGES, opportunities, history, asOf: AS_OF + 1, asOfDay: AS_OF, timeZone: ZONE };
}

/** Pipelines of random tables with their histories. */
export function randomPipelines(seed: number, count: number): Pipeline[] {
	return randomTables(seed, count).map(pipelineOf);
}

export function ourFigures(table: RandomTable): Figures {
	const pipeline = pipelineOf(table);
	const figures = new Map<string, number | null>();
	const ask = (id: string, words: readonly Cell[]) => {
		const answer = evaluate(metricById(id) as MetricDefinition, pipeline, words);
		if (!answer.ok) throw new Error(`${id} ${words.join(' ')}: ${JSON.stringify(answer.misuse)}`);
		return answer.result;
	};
	const value = (name: string, id: string, ...words: Cell[]): void => {
		const result = ask(id, words);
		if (result.kind !== 'measure') throw new Error(`${id} is a table`);
		figures.set(name, result.value);
	};
	const rows = (id: string, ...words: Cell[]): readonly (readonly TableCell[])[] => {
		const result = ask(id, words);
		if (result.kind !== 'table') throw new Error(`${id} is a figure`);
		return result.rows;
	};
	const label = (cell: TableCell | undefined): string =>
		(typeof cell === 'object' && cell !== null ? cell.en : String(cell)).toLowerCase();
	const each = (name: string, table: readonly (readonly TableCell[])[], key: number, column: number): void => {
		for (const row of table) figures.set(`${name} ${label(row[key])}`, (row[column] ?? null) as number | null);
	};

	each('now', rows('stageCount'), 0, 1);
	each('reached', rows('stageCount', 'reached'), 0, 1);
	each('amount', rows('stageAmount'), 0, 1);
	each('amount reached', rows('stageAmount', 'reached'), 0, 1);
	for (const mode of ['reached', 'snapshot', 'touched', 'strict', 'closed', 'direct', 'resolved'])
		each(`conversion ${mode}`, rows('stageConversion', mode), 0, 2);
	value('conversion two steps', 'stageConversion', 'Lead', 'Proposal');
	value('conversion resolved to won', 'stageConversion', 'resolved', 'Lead', 'Won');
	for (const mode of ['all', 'closed', 'value', 'resolved']) value(`win rate ${mode}`, 'winRate', mode);
	value('win rate within 30', 'winRate', 'within', 30);
	value('win rate of ann', 'winRate', 'Owner', 'ANN');
	value('closed win rate of ben, price', 'winRate', 'closed', 'Owner', 'Ben', 'Loss reason', 'Price');
	value('win rate 2026-02', 'winRate', 'period', '2026-02');
	value('win rate 2026-q1 closed', 'winRate', 'period', '2026-Q1', 'cohort', 'closed');
	value('win rate last 45 days', 'winRate', 'period', 'last 45 days');
	each('win rate by owner', rows('winRate', 'by', 'Owner'), 0, 1);
	each('deals by owner', rows('winRate', 'by', 'Owner'), 0, 4);
	each('closed win rate by month', rows('winRate', 'closed', 'by', 'month'), 0, 1);
	each('deals by closing month', rows('winRate', 'by', 'month', 'cohort', 'closed'), 0, 4);
	for (const mode of ['mean', 'median', 'p90']) {
		value(`cycle ${mode}`, 'salesCycle', mode);
		value(`closed cycle ${mode}`, 'salesCycle', mode, 'closed');
	}
	for (const kind of ['won', 'open', 'all'])
		for (const mode of ['mean', 'median']) value(`size ${kind} ${mode}`, 'averageDealSize', kind, mode);
	value('velocity', 'salesVelocity');
	value('velocity all', 'salesVelocity', 'all');
	value('weighted', 'weightedPipeline');
	const reasons = rows('lossReasons');
	each('reason deals', reasons, 0, 1);
	each('reason share', reasons, 0, 2);
	each('reason amount', reasons, 0, 3);
	for (const mode of ['median', 'mean', 'completed']) each(`days ${mode}`, rows('timeInStage', mode), 0, 1);
	each('still there', rows('timeInStage'), 0, 3);
	return figures;
}
