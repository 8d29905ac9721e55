/** Keeps the walks of the deals, part by part, and counts the basis of a forecast, in total and by group. */

import type { StatisticsRow } from '../src/core/statistics-table/row.ts';
import { firstDaySeen, forecastRowsOf, pathRowsOf, spanRowsOf, type WalkRows } from './counted-forecast.ts';
import type { Engine } from './engines/engine.ts';
import type { Question } from './question.ts';
import { ALL } from './sql/facts.ts';
import { walks } from './sql/walks.ts';

const WALKS = 'stagekeeper_walks';

/**
 * Whether a forecast can be counted: only over all deals, whatever their dates, and only when something shows when
 * deals ended. A log alone shows when deals were created only if it is read whole.
 */
export function canForecast({ cohort, period, columns, changes, where }: Question, parts: number): boolean {
	const isEndKnown = columns.closed !== undefined || changes !== null;
	const isCreationKnown = columns.created !== undefined || changes?.own === undefined || (parts === 1 && where === '');
	return cohort === 'created' && period === null && isEndKnown && isCreationKnown;
}

/** @param groups columns of the walks that are counted apart, `''` all deals @returns rows by group, then by value */
export async function keptForecasts(
	engine: Engine,
	question: Question,
	groups: readonly string[],
	parts: number,
): Promise<ReadonlyMap<string, StatisticsRow[]>[]> {
	if (groups.length === 0) return [];
	const all = { ...question, where: '' };
	const kept = keptIn(engine);
	if (question.where !== '') await keepWalks(engine, all, parts);
	const seenFrom = question.where === '' ? null : firstDaySeen(await spanRowsOf(kept, all));
	await keepWalks(engine, question, parts);
	const whole = await pathRowsOf(kept, question, ALL);
	const since = seenFrom ?? firstDaySeen(whole.get('') ?? []);
	const found: Map<string, StatisticsRow[]>[] = [];
	for (const group of groups) {
		const told = group === ALL ? whole : await pathRowsOf(kept, question, group);
		const rows = new Map<string, StatisticsRow[]>();
		const values = group === ALL ? [''] : [...told.keys()];
		for (const value of values) {
			const condition = group === ALL ? '' : `${group} = ${engine.dialect.text(value)}`;
			rows.set(value, await forecastRowsOf(kept, question, told.get(value) ?? [], condition, since));
		}
		found.push(rows);
	}
	return found;
}

const keptIn = (engine: Engine): WalkRows => ({
	dialect: engine.dialect,
	from: engine.nameOf(WALKS),
	rows: (sql) => engine.rows(sql),
});

async function keepWalks(engine: Engine, question: Question, parts: number): Promise<void> {
	for (let index = 0; index < parts; index++) {
		const part = parts === 1 ? question : { ...question, part: { index, of: parts } };
		const select = walks(engine.dialect, part);
		if (index === 0) await engine.keep(WALKS, select);
		else await engine.run(`INSERT INTO ${engine.nameOf(WALKS)} ${select}`);
	}
}
