/**
 * The statements of a scheduled query, from the command line alone: nothing is sent, so the stage list and the columns
 * have to be named. Stage texts are those of the list. A column of dates is TIMESTAMP unless its name says `:date` or
 * `:datetime`.
 */

import { textKey } from '../src/core/cells/text-key.ts';
import { STAGE_KINDS, StageList } from '../src/core/model/stage.ts';
import { RESOLUTIONS, TABLE_VERSION } from '../src/core/statistics-table/row.ts';
import { HEAD_GROUP, HEAD_LAYER, TEXT_MARK } from '../src/core/statistics-table/write-table.ts';
import { DAY_MS } from '../src/core/time/calendar-day.ts';
import { timeZone } from '../src/core/time/time-zone.ts';
import { FACTS } from './count.ts';
import { keptTable } from './engines/bigquery.ts';
import { periodOf, WarehouseError, type WarehouseOptions } from './options.ts';
import {
	type Changes,
	type Codes,
	type DealColumns,
	type Instant,
	MONTH,
	type Question,
	type TimeColumn,
} from './question.ts';
import { bigquery } from './sql/bigquery.ts';
import type { TimeType } from './sql/dialect.ts';
import { ALL, facts, groupColumn } from './sql/facts.ts';
import { statistics } from './sql/statistics.ts';
import { stagesOf } from './stage-file.ts';

const TYPES: ReadonlyMap<string, TimeType> = new Map([
	['date', 'date'],
	['datetime', 'wall'],
	['timestamp', 'instant'],
]);

/** @throws WarehouseError */
export function printedSql(options: WarehouseOptions): string {
	const { dataset, stages: list, columns, engine } = options;
	if (engine !== 'bigquery' || dataset === null)
		throw new WarehouseError(
			'--print-sql prints statements for BigQuery; add --engine bigquery --dataset PROJECT.DATASET.',
		);
	if (list === null || columns.stage === undefined)
		throw new WarehouseError(
			'--print-sql asks no table, so it needs --stages FILE and the columns: --column stage=NAME --column id=NAME ….',
		);
	if (columns.status !== undefined)
		throw new WarehouseError(
			'--print-sql asks no table, so it can not read what a status says; give deals whose stage column tells their ends.',
		);
	const question = questionOf(options, new StageList(stagesOf(list)), columns.stage);
	const kept = (name: string, select: string): string =>
		`CREATE OR REPLACE TABLE ${keptTable(dataset, name)} AS\n${select};\n`;
	const table = keptTable(dataset, FACTS);
	const wanted = { curves: true, middles: true };
	const parts = [ALL, ...options.by.map((_, index) => groupColumn(index))].map((group, at) => {
		const by = at === 0 ? '' : (options.by[at - 1] ?? '');
		const own = at === 0 ? "''" : bigquery.text(by === 'month' ? by : `${TEXT_MARK}${by}`);
		const value = at === 0 ? "''" : `CONCAT(${bigquery.text(TEXT_MARK)}, grp)`;
		return `SELECT ${own} AS group_name, ${value} AS group_value, * EXCEPT (grp) FROM (\n${statistics(bigquery, question, table, group, wanted)}\n) AS s`;
	});
	const counted = keptTable(dataset, 'stagekeeper_statistics');
	const columnNames = 'layer, k1, k2, k3';
	const sheet = `SELECT group_name AS \`group\`, group_value AS value, ${columnNames}, CONCAT(${bigquery.text(TEXT_MARK)}, label) AS label, days, deals, valued, amount FROM ${counted}\nUNION ALL\n${headSelects(options, question).join('\nUNION ALL\n')}`;
	return [
		kept(FACTS, facts(bigquery, question)),
		kept('stagekeeper_statistics', parts.join('\nUNION ALL\n')),
		kept('stagekeeper_sheet', sheet),
	].join('\n');
}

function questionOf(options: WarehouseOptions, stages: StageList, stage: string): Question {
	const { columns, cohort, period, by } = options;
	const asOf = asOfOf(options);
	if (period !== null && typeof asOf.day !== 'number')
		throw new WarehouseError('--period needs a day to count from; write --as-of YYYY-MM-DD.');
	const plain = (name: string | undefined): { readonly sql: string } | undefined =>
		name === undefined ? undefined : { sql: bigquery.name(name) };
	const dealColumns = Object.fromEntries(
		Object.entries({
			id: plain(columns.id),
			amount: plain(columns.amount),
			currency: plain(columns.currency),
			reason: plain(columns.reason),
			lostFrom: plain(columns.lostFrom),
			probability: plain(columns.probability),
			created: timeOf(columns.created),
			closed: timeOf(columns.closed),
			expectedClose: timeOf(columns.expectedClose),
		}).filter(([, column]) => column !== undefined),
	) as Omit<DealColumns, 'stage'>;
	const codes = codesOfList(stages);
	return {
		stages,
		deals: bigquery.name(options.deals),
		columns: { ...dealColumns, stage: { sql: bigquery.name(stage) } },
		stageCodes: codes,
		lostFromCodes: codes,
		changes: changesOf(options, codes),
		timeZone: options.timeZone,
		asOf,
		clock: asOf,
		isPast: false,
		where: options.where,
		period: periodOf(period, Number(asOf.day)),
		cohort,
		groups: by.map((name) => (name === 'month' ? MONTH : bigquery.name(name))),
		resolution: RESOLUTIONS[options.resolution],
		part: null,
	};
}

function timeOf(name: string | undefined): TimeColumn | undefined {
	if (name === undefined) return undefined;
	const [, column = name, type = 'timestamp'] = /^(.*?)(?::(date|datetime|timestamp))?$/u.exec(name) ?? [];
	return { sql: bigquery.name(column), type: TYPES.get(type) ?? 'instant' };
}

/** Names and aliases as they are written in the list. */
function codesOfList(stages: StageList): Codes {
	const texts = stages.all.flatMap(({ name, aliases }) => [name, ...aliases]);
	return new Map([
		['', -1],
		...texts.filter((text) => textKey(text) !== '').map((text) => [text, stages.positionOf(text)] as const),
	]);
}

function changesOf({ history, changes }: WarehouseOptions, codes: Codes): Changes | null {
	if (history === null) return null;
	const { deal, stage, from, sequence } = changes;
	const at = timeOf(changes.at);
	if (deal === undefined || stage === undefined || at === undefined)
		throw new WarehouseError(
			'--print-sql needs the columns of the history: --change deal=NAME --change stage=NAME --change at=NAME.',
		);
	return {
		from: bigquery.name(history),
		deal: { sql: bigquery.name(deal) },
		stage: { sql: bigquery.name(stage) },
		at,
		...(from === undefined ? {} : { origin: { sql: bigquery.name(from) } }),
		...(sequence === undefined ? {} : { sequence: { sql: `COALESCE(${bigquery.name(sequence)}, 0)` } }),
		codes,
	};
}

/** A day of the command line, else the clock of the engine. */
function asOfOf({ asOf, timeZone: name }: WarehouseOptions): Instant {
	if (typeof asOf === 'number') return { ms: timeZone(name).instantOf((asOf + 1) * DAY_MS) - 1, day: asOf };
	return {
		ms: bigquery.milliseconds(bigquery.now, 'instant', name),
		day: bigquery.day(bigquery.dateIn(bigquery.now, 'instant', name)),
	};
}

/** The rows that explain the others, see write-table.ts. */
function headSelects(
	{ columns, cohort, where, period, timeZone: zone }: WarehouseOptions,
	{ stages, asOf, resolution, changes }: Question,
): string[] {
	const nothing = (type: string): string => `CAST(NULL AS ${type})`;
	const row = (
		name: string,
		k1: string | number | null,
		label: string | null,
		k2 = nothing('INT64'),
		k3 = nothing('INT64'),
		amount = nothing('FLOAT64'),
	): string =>
		`SELECT ${bigquery.text(HEAD_GROUP)}, ${bigquery.text(name)}, ${bigquery.text(HEAD_LAYER)}, ${k1 ?? nothing('INT64')}, ${k2}, ${k3}, ${label === null ? "''" : bigquery.text(TEXT_MARK + label)}, '', ${nothing('INT64')}, ${nothing('INT64')}, ${amount}`;
	return [
		row('version', TABLE_VERSION, null),
		row('as of', asOf.day, null),
		row('time zone', null, zone),
		row('resolution', resolution, null),
		row('history', changes === null ? 0 : 1, null),
		row('cohort', null, cohort),
		row('selection', null, [where, period ?? ''].filter((part) => part !== '').join(' · ')),
		...Object.entries(columns).map(([field, name]) =>
			row(`column ${field}`, null, name.replace(/:(?:date|datetime|timestamp)$/u, '')),
		),
		...stages.all.map(({ name, kind, probability, usualDays }, position) =>
			row(
				'stage',
				position,
				name,
				String(STAGE_KINDS.indexOf(kind)),
				usualDays === null ? undefined : String(Math.round(usualDays)),
				String(probability),
			),
		),
	];
}
