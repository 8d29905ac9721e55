// Figures that the warehouse's statements count and the metrics finish, against the core on the same random tables.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDuckDb } from '../../warehouse/engines/duckdb.ts';
import type { Engine } from '../../warehouse/engines/engine.ts';
import { warehousePackage } from '../../warehouse/package-of.ts';
import { duckdb } from '../../warehouse/sql/duckdb.ts';
import { compareKind } from './comparison.ts';
import { duckDbCount } from './duckdb-count.ts';
import { KINDS } from './kinds.ts';
import { tablesOfKind } from './random-deals.ts';

const isInstalled = (await warehousePackage('@duckdb/node-api')) !== null;
if (!isInstalled) console.log('skipped: DuckDB is not installed (npm ci --prefix warehouse)');

describe.skipIf(!isInstalled)('statements on DuckDB', () => {
	let engine: Engine;
	beforeAll(async () => {
		engine = await openDuckDb({ memory: null, temporary: null }, () => undefined);
	});
	afterAll(() => engine.close());
	test.each(KINDS.map((kind) => [kind.name, kind] as const))(
		'give the numbers of the core for %s',
		async (_name, kind) => {
			const tables = tablesOfKind(kind, 20_261_129, kind.stretch > 1 ? 2 : 12);
			const outcome = await compareKind(tables, await duckDbCount(engine, tables), duckdb, 2);
			expect(outcome.first).toEqual([]);
			expect(outcome.numbers).toBeGreaterThan(420 * outcome.tables);
		},
	);
});
