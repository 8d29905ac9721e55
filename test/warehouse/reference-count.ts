/** Counting on the reference engine, which keeps no tables: one statement, or one that reads the rows of another. */
import { rowsByGroup } from '../../warehouse/rows-of-cells.ts';
import { bigquery } from '../../warehouse/sql/bigquery.ts';
import { facts } from '../../warehouse/sql/facts.ts';
import { statistics } from '../../warehouse/sql/statistics.ts';
import { walks } from '../../warehouse/sql/walks.ts';
import type { Count } from './comparison.ts';
import type { EngineTable, KindOfTables } from './random-deals.ts';
import type { ReferenceEngine } from './reference-engine.ts';

export function referenceCount(engine: ReferenceEngine, { deals, changes }: KindOfTables): Count {
	return {
		engine: { dialect: bigquery, rows: async (sql) => (await engine.query(sql, { deals, changes })).rows },
		async rows(question, group) {
			const counted = statistics(bigquery, question, 'facts', group, { curves: true, middles: true });
			const sql = `WITH facts AS (\n${facts(bigquery, question)}\n)\n${counted}`;
			return rowsByGroup((await engine.query(sql, { deals, changes })).rows);
		},
		async walks(question) {
			const { columns, rows } = await engine.query(walks(bigquery, question), { deals, changes });
			const table: EngineTable = {
				columns: columns.map((name) => [name, typeOf(name)]),
				rows: rows as EngineTable['rows'],
			};
			return {
				dialect: bigquery,
				from: 'walks',
				rows: async (sql) => (await engine.query(sql, { walks: table })).rows,
			};
		},
	};
}

/** Of a column of the walks. */
function typeOf(name: string): EngineTable['columns'][number][1] {
	if (name.startsWith('group_')) return 'STRING';
	return name === 'amount' ? 'FLOAT64' : 'INT64';
}
