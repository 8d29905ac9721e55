/** The command line of the warehouse. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FIELDS, type Field } from '../src/core/model/opportunity.ts';
import { type Period, readPeriod } from '../src/core/statistics/period.ts';
import type { RESOLUTIONS } from '../src/core/statistics-table/row.ts';
import { calendarDay } from '../src/core/time/calendar-day.ts';

export type EngineName = 'duckdb' | 'bigquery';

/** What a column of stage changes is. */
export const CHANGE_ROLES = ['deal', 'stage', 'at', 'from', 'sequence'] as const;
export type ChangeRole = (typeof CHANGE_ROLES)[number];

export interface WarehouseOptions {
	readonly engine: EngineName;
	/** Path of a file, or name of a table. */
	readonly deals: string;
	readonly history: string | null;
	/** `project.dataset` for what BigQuery keeps; null on other engines. */
	readonly dataset: string | null;
	readonly isPrintingSql: boolean;
	readonly isDryRun: boolean;
	readonly stages: string | null;
	/** Calendar day; `now`: the clock of the engine; null: that of this machine. */
	readonly asOf: number | 'now' | null;
	readonly timeZone: string;
	readonly formulas: readonly string[];
	readonly isJson: boolean;
	/** Column by field, as named on the command line. */
	readonly columns: Readonly<Partial<Record<Field, string>>>;
	/** Column of the history by role, as named on the command line; --print-sql alone needs them. */
	readonly changes: Readonly<Partial<Record<ChangeRole, string>>>;
	readonly where: string;
	/** Headings of columns to group by, `month` among them. */
	readonly by: readonly string[];
	readonly period: string | null;
	readonly cohort: 'created' | 'closed';
	readonly resolution: keyof typeof RESOLUTIONS;
	readonly statisticsFile: string | null;
	readonly metricsFile: string | null;
	/** For which deals the basis of a forecast is counted: for none, for all together, or for each group as well. */
	readonly forecast: 'none' | 'whole' | 'groups';
	readonly memory: string | null;
	readonly parts: number;
	/** Null: no limit. */
	readonly maxBytes: number | null;
}

/** A command line, a table or an engine that cannot be used, with one sentence. */
export class WarehouseError extends Error {}

export const USAGE =
	'npm run -s warehouse -- DEALS [--history CHANGES] [--engine duckdb|bigquery --dataset PROJECT.DATASET] [--stages FILE] [--as-of YYYY-MM-DD|now] [--time-zone ZONE] [--column field=NAME]… [--change role=NAME]… [--where SQL] [--by NAME|month]… [--period WORDS] [--cohort created|closed] [--resolution day|hour|exact] [--formula \'=WIN_RATE("closed")\']… [--json] [--statistics FILE.csv] [--metrics FILE.csv] [--forecast none|whole|groups] [--memory 4GB] [--parts N] [--max-bytes 10GB] [--dry-run] [--print-sql]';

const UNITS: Readonly<Record<string, number>> = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };
const MOST_PARTS = 1000;

/** Paths are relative to the folder where npm was started. */
export function readOptions(args: readonly string[], folder: string): WarehouseOptions {
	const { values, positionals } = parsed(args);
	const deals = oneTable(values.deals, positionals);
	const engine = oneOf('engine', values.engine, ['duckdb', 'bigquery']);
	const path = (given: string | undefined): string | null => (given === undefined ? null : resolve(folder, given));
	const table = (name: string): string => (engine === 'duckdb' ? resolve(folder, name) : name);
	if (engine === 'bigquery' && values.dataset === undefined)
		throw new WarehouseError('--engine bigquery needs --dataset PROJECT.DATASET for the tables that it writes.');
	return {
		engine,
		deals: table(deals),
		history: values.history === undefined ? null : table(values.history),
		dataset: values.dataset ?? null,
		isPrintingSql: values['print-sql'],
		isDryRun: values['dry-run'],
		stages: path(values.stages),
		asOf: asOfDay(values['as-of']),
		timeZone: timeZoneName(values['time-zone']),
		formulas: values.formula,
		isJson: values.json,
		columns: namedColumns('column', values.column, FIELDS),
		changes: namedColumns('change', values.change, CHANGE_ROLES),
		where: values.where,
		by: values.by,
		period: values.period ?? null,
		cohort: oneOf('cohort', values.cohort, ['created', 'closed']),
		resolution: oneOf('resolution', values.resolution, ['day', 'hour', 'exact']),
		statisticsFile: path(values.statistics),
		metricsFile: path(values.metrics),
		forecast: oneOf('forecast', values.forecast, ['none', 'whole', 'groups']),
		memory: values.memory === undefined ? null : sizeText('memory', values.memory),
		parts: partCount(values.parts),
		maxBytes: values['max-bytes'] === undefined ? null : sizeOf('max-bytes', values['max-bytes']),
	};
}

function parsed(args: readonly string[]): ReturnType<typeof parse> {
	try {
		return parse(args);
	} catch (error) {
		throw new WarehouseError(`${(error as Error).message.split('\n')[0]} Use: ${USAGE}`);
	}
}

function oneTable(option: string | undefined, positionals: readonly string[]): string {
	const [deals, ...more] = option === undefined ? positionals : [option, ...positionals];
	if (deals === undefined || more.length > 0) throw new WarehouseError(`Name one table of deals. Use: ${USAGE}`);
	return deals;
}

function parse(args: readonly string[]) {
	const text = { type: 'string' } as const;
	const textOr = <const T extends string>(or: T) => ({ type: 'string', default: or }) as const;
	const many = { type: 'string', multiple: true, default: [] as string[] } as const;
	const flag = { type: 'boolean', default: false } as const;
	return parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			engine: textOr('duckdb'),
			deals: text,
			history: text,
			dataset: text,
			stages: text,
			'as-of': text,
			'time-zone': textOr('UTC'),
			formula: many,
			json: flag,
			column: many,
			change: many,
			where: textOr(''),
			by: many,
			period: text,
			cohort: textOr('created'),
			resolution: textOr('day'),
			statistics: text,
			metrics: text,
			forecast: textOr('whole'),
			memory: text,
			parts: textOr('1'),
			'max-bytes': text,
			'dry-run': flag,
			'print-sql': flag,
		},
	});
}

function oneOf<T extends string>(option: string, given: string, words: readonly T[]): T {
	const found = words.find((word) => word === given);
	if (found === undefined)
		throw new WarehouseError(`"${given}" cannot follow --${option}; write ${words.join(' or ')}.`);
	return found;
}

function asOfDay(given: string | undefined): number | 'now' | null {
	if (given === undefined || given === 'now') return given ?? null;
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(given);
	const day = parts === null ? Number.NaN : calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
	if (Number.isNaN(day)) throw new WarehouseError(`"${given}" is not a date; write --as-of like 2026-03-31, or now.`);
	return day;
}

function timeZoneName(given: string): string {
	try {
		new Intl.DateTimeFormat('en', { timeZone: given });
		return given;
	} catch {
		throw new WarehouseError(`"${given}" is not a time zone; write --time-zone like Europe/Berlin.`);
	}
}

function namedColumns<T extends string>(
	option: string,
	given: readonly string[],
	words: readonly T[],
): Partial<Record<T, string>> {
	const columns: Partial<Record<T, string>> = {};
	for (const pair of given) {
		const at = pair.indexOf('=');
		const word = words.find((known) => known.toLowerCase() === pair.slice(0, at).toLowerCase());
		if (at < 1 || word === undefined || at === pair.length - 1)
			throw new WarehouseError(
				`"${pair}" names no column; write --${option} like ${words.includes('stage' as T) ? 'stage' : words[0]}=StageName, with one of ${words.join(', ')}.`,
			);
		columns[word] = pair.slice(at + 1);
	}
	return columns;
}

/** In bytes. */
function sizeOf(option: string, given: string): number {
	const parts = /^(\d+(?:\.\d+)?)\s*([KMGT]?B)?$/iu.exec(given.trim());
	const size = parts === null ? Number.NaN : Number(parts[1]) * (UNITS[(parts[2] ?? 'B').toUpperCase()] ?? Number.NaN);
	if (!(size > 0)) throw new WarehouseError(`"${given}" is no size; write --${option} like 10GB.`);
	return size;
}

function sizeText(option: string, given: string): string {
	sizeOf(option, given);
	return given;
}

function partCount(given: string): number {
	const parts = Number(given);
	if (!Number.isInteger(parts) || parts < 1 || parts > MOST_PARTS)
		throw new WarehouseError(`"${given}" is no number of parts; write --parts with 1 to ${MOST_PARTS}.`);
	return parts;
}

/** The period in calendar days. @throws WarehouseError */
export function periodOf(words: string | null, asOfDay: number): Period | null {
	if (words === null) return null;
	const period = readPeriod(words, asOfDay);
	if (period === null)
		throw new WarehouseError(`"${words}" is no period; write --period like 2026-Q1, 2026-03 or "last 90 days".`);
	return period;
}
