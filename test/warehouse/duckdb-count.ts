/** Counting on DuckDB, with the statements as they are or changed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../warehouse/engines/engine.ts';
import { rowsByGroup } from '../../warehouse/rows-of-cells.ts';
import { facts } from '../../warehouse/sql/facts.ts';
import { statistics } from '../../warehouse/sql/statistics.ts';
import { walks } from '../../warehouse/sql/walks.ts';
import type { Count } from './comparison.ts';
import type { EngineTable, KindOfTables } from './random-deals.ts';

const TYPES = { INT64: 'BIGINT', FLOAT64: 'DOUBLE', STRING: 'VARCHAR', DATE: 'BIGINT', TIMESTAMP: 'BIGINT' } as const;

async function load(engine: Engine, folder: string, name: string, { columns, rows }: EngineTable): Promise<void> {
	const file = join(folder, `${name}.json`);
	const line = (row: EngineTable['rows'][number]): string =>
		JSON.stringify(Object.fromEntries(columns.map(([column], i) => [column, row[i]])));
	writeFileSync(file, rows.map(line).join('\n'));
	const wanted = columns.map(([column, type]) => {
		if (type === 'DATE') return `DATE '1970-01-01' + CAST(${column} AS INTEGER) AS ${column}`;
		return type === 'TIMESTAMP' ? `make_timestamptz(${column} * 1000) AS ${column}` : column;
	});
	const types = columns.map(([column, type]) => `${column}: '${TYPES[type]}'`).join(', ');
	await engine.run(
		`CREATE OR REPLACE TABLE ${name} AS SELECT ${wanted.join(', ')} FROM read_json('${file}', format = 'newline_delimited', columns = {${types}})`,
	);
}

/** @param changed what is done to each statement before it runs */
export async function duckDbCount(
	engine: Engine,
	{ deals, changes }: KindOfTables,
	changed: (sql: string) => string = (sql) => sql,
): Promise<Count> {
	const folder = mkdtempSync(join(tmpdir(), 'stagekeeper-'));
	await load(engine, folder, 'deals', deals);
	await load(engine, folder, 'changes', changes);
	rmSync(folder, { recursive: true });
	let made = '';
	const asked = { dialect: engine.dialect, rows: (sql: string) => engine.rows(changed(sql)) };
	return {
		engine: asked,
		async rows(question, group) {
			const statement = changed(facts(engine.dialect, question));
			if (statement !== made) await engine.run(`CREATE OR REPLACE TEMP TABLE facts AS ${statement}`);
			made = statement;
			const wanted = { curves: true, middles: true };
			return rowsByGroup(await engine.rows(changed(statistics(engine.dialect, question, 'facts', group, wanted))));
		},
		async walks(question) {
			await engine.run(`CREATE OR REPLACE TEMP TABLE walks AS ${changed(walks(engine.dialect, question))}`);
			return { ...asked, from: 'walks' };
		},
	};
}
