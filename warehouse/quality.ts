/**
 * Counts what is doubtful in the tables and gives the first examples, where a sheet would list single rows. Throws on
 * what would make every number wrong.
 */

import { isEnded } from '../src/core/model/stage.ts';
import type { Engine } from './engines/engine.ts';
import { WarehouseError } from './options.ts';
import type { Question, TimeColumn } from './question.ts';
import type { Source } from './source.ts';
import type { Dialect } from './sql/dialect.ts';
import { codeOf, dateOf, isTimed, timeOn } from './sql/expressions.ts';
import type { Survey } from './survey.ts';
import type { TextCount } from './texts.ts';

export interface Doubt {
	readonly code:
		| 'unlistedStage'
		| 'unlistedChange'
		| 'noStage'
		| 'changeOfNoDeal'
		| 'changeWithoutTime'
		| 'blankId'
		| 'closedBeforeCreated'
		| 'createdAfterAsOf'
		| 'closedAfterAsOf'
		| 'amountNotFinite'
		| 'severalCurrencies';
	readonly count: number;
	readonly examples: readonly string[];
}

const SHOWN = 3;
const MOST_CURRENCIES = 100;

/** The part of an engine that these checks use. */
type Asked = Pick<Engine, 'dialect' | 'rows'>;

export async function qualityOf(engine: Asked, deals: Source, survey: Survey, question: Question): Promise<Doubt[]> {
	await requireSingleIds(engine, deals, question);
	return [
		...unlisted('unlistedStage', survey.stageTexts, survey.stageCodes),
		...unlisted('unlistedChange', survey.changeTexts, survey.changes?.codes ?? new Map()),
		...(await doubtsOfDeals(engine, question)),
		...(await doubtsOfChanges(engine, question)),
		...(await currencies(engine, question)),
	].filter(({ count }) => count > 0);
}

function conditionOf({ where }: Question): string {
	return where === '' ? '1 = 1' : `(${where})`;
}

/** @throws WarehouseError when two deals share an id: histories and sums would be counted twice */
async function requireSingleIds(engine: Asked, deals: Source, question: Question): Promise<void> {
	const { id } = question.columns;
	if (id === undefined) {
		if (question.changes !== null)
			throw new WarehouseError(`${deals.name}: the history needs a column of deal ids; name it with --column id=NAME.`);
		return;
	}
	const text = `NULLIF(CAST(${id.sql} AS STRING), '')`;
	const rows = await engine.rows(
		`SELECT deal_id, row_count FROM (SELECT ${text} AS deal_id, COUNT(*) AS row_count FROM ${question.deals} WHERE ${conditionOf(question)} GROUP BY 1) AS t WHERE deal_id IS NOT NULL AND row_count > 1 ORDER BY 2 DESC, 1 LIMIT 1`,
	);
	const [first] = rows;
	if (first !== undefined)
		throw new WarehouseError(
			`${deals.name}: the id "${first[0]}" stands in ${first[1]} rows; there must be one row per deal (of snapshots choose one with --where).`,
		);
}

function unlisted(
	code: 'unlistedStage' | 'unlistedChange',
	texts: readonly TextCount[],
	codes: Question['stageCodes'],
): Doubt[] {
	const found = texts.filter(({ text }) => codes.get(text) === -2);
	const doubts: Doubt[] = [
		{
			code,
			count: found.reduce((sum, { rows }) => sum + rows, 0),
			examples: found.slice(0, SHOWN).map(({ text }) => text),
		},
	];
	const blank = code === 'unlistedStage' ? texts.filter(({ text }) => codes.get(text) === -1) : [];
	return [...doubts, { code: 'noStage', count: blank.reduce((sum, { rows }) => sum + rows, 0), examples: [] }];
}

/** Checks all deals with one query. */
export async function doubtsOfDeals(engine: Asked, question: Question): Promise<Doubt[]> {
	const { id, amount } = question.columns;
	const checks: [Doubt['code'], string][] = dateChecks(engine.dialect, question);
	if (id !== undefined) checks.push(['blankId', `COALESCE(TRIM(CAST(${id.sql} AS STRING)), '') = ''`]);
	if (amount !== undefined)
		checks.push(['amountNotFinite', `${amount.sql} IS NOT NULL AND NOT ABS(${amount.sql}) <= 1e300`]);
	if (checks.length === 0) return [];
	const example = id === undefined ? "''" : `CAST(${id.sql} AS STRING)`;
	const select = checks.flatMap(([, check]) => [
		`COALESCE(SUM(CASE WHEN ${check} THEN 1 ELSE 0 END), 0)`,
		`MIN(CASE WHEN ${check} THEN ${example} END)`,
	]);
	const [counts = []] = await engine.rows(
		`SELECT ${select.map((expression, i) => `${expression} AS c${i}`).join(', ')} FROM ${question.deals} WHERE ${conditionOf(question)}`,
	);
	return checks.map(([code], i) => doubt(code, counts[2 * i], counts[2 * i + 1]));
}

/** The rules of the table check (src/core/validation/close-dates.ts): a closing date counts only for an ended deal. */
function dateChecks(dialect: Dialect, question: Question): [Doubt['code'], string][] {
	const { asOf, columns, stageCodes, stages, timeZone: zone } = question;
	const { created, closed } = columns;
	const day = (column: TimeColumn): string => dialect.day(dateOf(dialect, column, zone));
	const checks: [Doubt['code'], string][] = [];
	if (created !== undefined) checks.push(['createdAfterAsOf', `${day(created)} > ${asOf.day}`]);
	if (closed === undefined) return checks;
	const code = columns.code?.sql ?? codeOf(dialect, columns.stage, stageCodes);
	const ended = stages.all.flatMap(({ kind }, position) => (isEnded(kind) ? [position] : []));
	const isOver = ended.length === 0 ? '1 = 0' : `(${code}) IN (${ended.join(', ')})`;
	checks.push(['closedAfterAsOf', `${isOver} AND ${day(closed)} > ${asOf.day}`]);
	if (created === undefined) return checks;
	const areInstants = isTimed(created) && isTimed(closed);
	const on = (column: TimeColumn): string => (areInstants ? timeOn(dialect, column, true, zone) : day(column));
	return [['closedBeforeCreated', `${isOver} AND ${on(closed)} < ${on(created)}`], ...checks];
}

function doubt(code: Doubt['code'], count: unknown, example: unknown): Doubt {
	const text = example === null || example === undefined ? '' : String(example);
	return { code, count: Number(count ?? 0), examples: text === '' ? [] : [text] };
}

async function doubtsOfChanges(engine: Asked, { changes, columns, deals }: Question): Promise<Doubt[]> {
	if (changes === null || columns.id === undefined) return [];
	const deal = `CAST(${changes.deal.sql} AS STRING)`;
	const known = `SELECT CAST(${columns.id.sql} AS STRING) AS known_id FROM ${deals} WHERE ${columns.id.sql} IS NOT NULL`;
	const [counts = []] = await engine.rows(
		`SELECT COALESCE(SUM(CASE WHEN known_id IS NULL THEN 1 ELSE 0 END), 0) AS c0, MIN(CASE WHEN known_id IS NULL THEN change_id END) AS c1, COALESCE(SUM(CASE WHEN has_time = 0 THEN 1 ELSE 0 END), 0) AS c2, MIN(CASE WHEN has_time = 0 THEN change_id END) AS c3
FROM (SELECT ${deal} AS change_id, CASE WHEN ${changes.at.sql} IS NULL THEN 0 ELSE 1 END AS has_time FROM ${changes.from}) AS c
LEFT JOIN (${known}) AS d ON d.known_id = c.change_id`,
	);
	return [doubt('changeOfNoDeal', counts[0], counts[1]), doubt('changeWithoutTime', counts[2], counts[3])];
}

async function currencies(engine: Asked, question: Question): Promise<Doubt[]> {
	const { currency } = question.columns;
	if (currency === undefined) return [];
	const rows = await engine.rows(
		`SELECT COALESCE(CAST(${currency.sql} AS STRING), '') AS code, COUNT(*) AS row_count FROM ${question.deals} WHERE ${conditionOf(question)} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_CURRENCIES}`,
	);
	if (rows.length < 2) return [];
	return [
		{ code: 'severalCurrencies', count: rows.length, examples: rows.slice(0, SHOWN).map(([code]) => String(code)) },
	];
}
