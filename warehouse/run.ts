/** One run: survey, quality, counting, and what is printed or written. */

import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
	MONTHS,
	OWNERS,
	RESOLUTIONS,
	type StatisticsHead,
	type StatisticsTable,
} from '../src/core/statistics-table/row.ts';
import { writeStatisticsTable } from '../src/core/statistics-table/write-table.ts';
import { DAY_MS } from '../src/core/time/calendar-day.ts';
import { timeZone } from '../src/core/time/time-zone.ts';
import { formulaAnswer, warehouseReport } from './answers.ts';
import { counted, MOST_VALUES } from './count.ts';
import { csvText } from './csv.ts';
import { openBigQuery } from './engines/bigquery.ts';
import { openDuckDb } from './engines/duckdb.ts';
import type { Engine } from './engines/engine.ts';
import { metricsTable } from './metrics-table.ts';
import { periodOf, WarehouseError, type WarehouseOptions } from './options.ts';
import { printedSql } from './print-sql.ts';
import { qualityOf } from './quality.ts';
import { type Instant, MONTH, type Question } from './question.ts';
import { fromOf, openSource, type Source } from './source.ts';
import { stagesOf } from './stage-file.ts';
import { columnNamed, type Survey, surveyed } from './survey.ts';
import { textReport } from './text-report.ts';

/** @param tell receives what is being done. @returns what is printed. @throws WarehouseError */
export async function runWarehouse(options: WarehouseOptions, tell: (line: string) => void): Promise<string> {
	if (options.isPrintingSql) return printedSql(options);
	const engine = await openEngine(options, tell);
	try {
		return await runOn(engine, options);
	} finally {
		engine.close();
	}
}

function openEngine(options: WarehouseOptions, tell: (line: string) => void): Promise<Engine> {
	const { engine, dataset, maxBytes, isDryRun, memory } = options;
	if (engine === 'bigquery') return openBigQuery({ dataset: dataset ?? '', maxBytes, isDryRun }, tell);
	return openDuckDb({ memory, temporary: join(tmpdir(), `stagekeeper-${process.pid}`) }, tell);
}

async function runOn(engine: Engine, options: WarehouseOptions): Promise<string> {
	const open = (name: string): Promise<Source> =>
		openSource(engine, basename(name), fromOf(options.engine, engine.dialect, name));
	const deals = await open(options.deals);
	const history = options.history === null ? null : await open(options.history);
	const listed = options.stages === null ? null : stagesOf(options.stages);
	const survey = await surveyed(engine, deals, history, options.columns, listed, options.timeZone);
	const asOf = asOfInstant(options);
	const owners = await ownerGroup(engine, deals, survey, options);
	const by = [...owners, ...options.by.map((name) => (name === 'month' ? MONTHS : columnNamed(deals, name).name))];
	const question = questionOf(engine, deals, survey, options, asOf, by);
	const quality = await qualityOf(engine, deals, survey, question);
	const head = headOf(survey, options, asOf.day);
	let table = await counted(engine, question, head, by, options);
	const lacking = lackingGroups(table, deals, options.formulas);
	if (lacking.length > 0) {
		const all = [...by, ...lacking];
		table = await counted(engine, questionOf(engine, deals, survey, options, asOf, all), head, all, options);
	}
	if (options.statisticsFile !== null) writeFileSync(options.statisticsFile, csvText(writeStatisticsTable(table)));
	if (options.metricsFile !== null) writeFileSync(options.metricsFile, csvText(metricsTable(table)));
	const report = warehouseReport({
		table,
		name: deals.name,
		resolution: options.resolution,
		unclassified: survey.unclassified,
		quality,
		formulas: options.formulas,
	});
	return options.isJson ? `${JSON.stringify(report, null, 2)}\n` : textReport(report);
}

/** Owners are compared with each other where they are not too many. */
async function ownerGroup(
	engine: Engine,
	deals: Source,
	{ headings }: Survey,
	{ where }: WarehouseOptions,
): Promise<string[]> {
	if (headings.owner === undefined) return [];
	const name = engine.dialect.name(headings.owner);
	const condition = where === '' ? '' : ` WHERE ${where}`;
	const [row] = await engine.rows(`SELECT COUNT(DISTINCT ${name}) AS owner_count FROM ${deals.from}${condition}`);
	return Number(row?.[0] ?? 0) <= MOST_VALUES ? [OWNERS] : [];
}

/** The last instant of a day, or this moment. */
function asOfInstant({ asOf, timeZone: name }: WarehouseOptions): { readonly ms: number; readonly day: number } {
	const zone = timeZone(name);
	if (typeof asOf !== 'number') {
		const now = Date.now();
		return { ms: now, day: zone.dayOf(now) };
	}
	return { ms: zone.instantOf((asOf + 1) * DAY_MS) - 1, day: asOf };
}

function questionOf(
	engine: Engine,
	deals: Source,
	survey: Survey,
	options: WarehouseOptions,
	asOf: Instant & { readonly day: number },
	by: readonly string[],
): Question {
	const cohort = survey.columns[options.cohort];
	if (cohort === undefined && (options.period !== null || by.includes(MONTHS)))
		throw new WarehouseError(
			`${deals.name}: no column of ${options.cohort} dates; name it with --column ${options.cohort}=NAME.`,
		);
	return {
		stages: survey.stages,
		deals: survey.deals,
		columns: survey.columns,
		stageCodes: survey.stageCodes,
		lostFromCodes: survey.lostFromCodes,
		changes: survey.changes,
		timeZone: options.timeZone,
		asOf,
		clock: asOf,
		isPast: false,
		where: options.where,
		period: periodOf(options.period, asOf.day),
		cohort: options.cohort,
		groups: by.map((name) => {
			if (name === MONTHS) return MONTH;
			return engine.dialect.name(name === OWNERS ? (survey.headings.owner ?? '') : name);
		}),
		resolution: RESOLUTIONS[options.resolution],
		part: null,
	};
}

function headOf(survey: Survey, options: WarehouseOptions, asOfDay: number): StatisticsHead {
	return {
		stages: survey.stages,
		asOfDay,
		timeZone: options.timeZone,
		resolution: RESOLUTIONS[options.resolution],
		columns: survey.headings,
		hasHistory: survey.changes !== null,
		hasMoves: survey.hasMoves,
		cohort: options.cohort,
		selection: [options.where, options.period ?? ''].filter((part) => part !== '').join(' · '),
	};
}

/** Columns that a formula groups or filters by and that were not counted yet. */
function lackingGroups(table: StatisticsTable, deals: Source, formulas: readonly string[]): string[] {
	const words = formulas.flatMap((formula) => {
		const answer = formulaAnswer(table, formula);
		const misuse = 'misuse' in answer ? answer.misuse : null;
		if (misuse?.code === 'unknownColumn' || misuse?.code === 'notCounted') return [String(misuse.params.word)];
		return [];
	});
	const names = deals.columns.map(({ name }) => name);
	return [...new Set(words)]
		.map((word) => (word === 'month' ? MONTHS : word))
		.filter((word) => word === MONTHS || names.includes(word));
}
