/** Counting on the reference engine: one statement, for it keeps no tables. */
import { rowsByGroup } from '../../warehouse/rows-of-cells.ts';
import { bigquery } from '../../warehouse/sql/bigquery.ts';
import { facts } from '../../warehouse/sql/facts.ts';
import { statistics } from '../../warehouse/sql/statistics.ts';
import type { Count } from './comparison.ts';
import type { KindOfTables } from './random-deals.ts';
import type { ReferenceEngine } from './reference-engine.ts';

export function referenceCount(engine: ReferenceEngine, { deals, changes }: KindOfTables): Count {
	return async (question, group) => {
		const counted = statistics(bigquery, question, 'facts', group, { curves: true, middles: true });
		const sql = `WITH facts AS (\n${facts(bigquery, question)}\n)\n${counted}`;
		return rowsByGroup((await engine.query(sql, { deals, changes })).rows);
	};
}
