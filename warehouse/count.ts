/** Counts a question: facts for each part of the deals, and from them the rows of the whole and of each grouping. */

import {
	OWNERS,
	type RowGroup,
	type StatisticsHead,
	type StatisticsRow,
	type StatisticsTable,
} from '../src/core/statistics-table/row.ts';
import type { Engine } from './engines/engine.ts';
import { canForecast, keptForecasts } from './kept-walks.ts';
import { WarehouseError, type WarehouseOptions } from './options.ts';
import type { Question } from './question.ts';
import { rowsByGroup } from './rows-of-cells.ts';
import { ALL, facts, groupColumn } from './sql/facts.ts';
import { middleSelects, statistics } from './sql/statistics.ts';

/** Facts of one part. */
export const FACTS = 'stagekeeper_facts';
/** Amounts of all parts, for their middles. */
const AMOUNTS = 'stagekeeper_amounts';
export const MOST_VALUES = 1000;

/**
 * @param by heading of each grouping of the question, or MONTHS.
 * @throws WarehouseError for a grouping with too many values
 */
export async function counted(
	engine: Engine,
	question: Question,
	head: StatisticsHead,
	by: readonly string[],
	{ parts, forecast }: Pick<WarehouseOptions, 'parts' | 'forecast'>,
): Promise<StatisticsTable> {
	const expressions = [ALL, ...by.map((_, index) => groupColumn(index))];
	const rows = expressions.map(() => new Map<string, StatisticsRow[]>());
	const isWhole = parts === 1;
	for (let index = 0; index < parts; index++) {
		const part = isWhole ? question : { ...question, part: { index, of: parts } };
		await engine.keep(FACTS, facts(engine.dialect, part));
		for (const [group, values] of by.entries()) await requireFewValues(engine, values, groupColumn(group));
		if (!isWhole) await keepAmounts(engine, index, by.length);
		for (const [at, expression] of expressions.entries()) {
			const isOwners = by[at - 1] === OWNERS;
			const wanted = { curves: !isOwners, middles: isWhole && !isOwners };
			const sql = statistics(engine.dialect, question, engine.nameOf(FACTS), expression, wanted);
			addRows(rows[at], rowsByGroup(await engine.rows(sql)));
		}
	}
	if (!isWhole && question.columns.amount !== undefined)
		for (const [at, expression] of expressions.entries())
			if (by[at - 1] !== OWNERS)
				addRows(rows[at], rowsByGroup(await engine.rows(middles(engine, question, expression))));
	if (canForecast(question, parts)) {
		const asked = [...expressions.keys()].filter((at) => isForecastAsked(forecast, at, by));
		const names = asked.map((at) => expressions[at] ?? ALL);
		const forecasts = await keptForecasts(engine, question, names, parts);
		for (const [i, at] of asked.entries()) addRows(rows[at], forecasts[i] ?? new Map());
	}
	const [whole, ...groups] = rows;
	return {
		head,
		whole: whole?.get('') ?? [],
		groups: groups.map((values, index): RowGroup => ({ by: by[index] ?? '', values })),
	};
}

/** @param at 0 for the whole, else one more than the grouping */
function isForecastAsked(forecast: WarehouseOptions['forecast'], at: number, by: readonly string[]): boolean {
	if (at === 0) return forecast !== 'none';
	return forecast === 'groups' && by[at - 1] !== OWNERS;
}

async function requireFewValues(engine: Engine, heading: string, column: string): Promise<void> {
	const [row] = await engine.rows(`SELECT COUNT(DISTINCT ${column}) AS value_count FROM ${engine.nameOf(FACTS)}`);
	const count = Number(row?.[0] ?? 0);
	if (count > MOST_VALUES)
		throw new WarehouseError(
			`"${heading}" has ${count} different values, more than the ${MOST_VALUES} that --by can take.`,
		);
}

async function keepAmounts(engine: Engine, index: number, groups: number): Promise<void> {
	const columns = [...Array.from({ length: groups }, (_, group) => groupColumn(group)), 'kind', 'now_rank', 'amount'];
	const select = `SELECT ${columns.join(', ')} FROM ${engine.nameOf(FACTS)} WHERE amount IS NOT NULL`;
	if (index === 0) await engine.keep(AMOUNTS, select);
	else await engine.run(`INSERT INTO ${engine.nameOf(AMOUNTS)} ${select}`);
}

/** The middles alone, in the columns of the contract. */
function middles(engine: Engine, question: Question, expression: string): string {
	const selects = middleSelects(engine.dialect, question, engine.nameOf(AMOUNTS), expression).join('\nUNION ALL\n');
	return `SELECT grp, layer, k1, k2, k3, label, CONCAT('0x', CAST(deals AS STRING)) AS days, deals, valued, amount FROM (\n${selects}\n) AS m`;
}

function addRows(
	into: Map<string, StatisticsRow[]> | undefined,
	rows: ReadonlyMap<string, readonly StatisticsRow[]>,
): void {
	for (const [value, list] of rows) into?.set(value, [...(into.get(value) ?? []), ...list]);
}
