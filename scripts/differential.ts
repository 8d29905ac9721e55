/**
 * `npm run differential`: random tables with histories, every figure of the core against DuckDB in statements of its
 * own, and against what the warehouse's statements count on DuckDB and on Google's reference engine; then faults
 * planted in those statements. `-- [tables] [seed]`.
 */
import { duckDbFigures } from '../test/differential/duckdb.ts';
import { differences } from '../test/differential/figures.ts';
import { ourFigures } from '../test/differential/ours.ts';
import { randomTables } from '../test/differential/random-table.ts';
import { type Count, compareKind, type Outcome } from '../test/warehouse/comparison.ts';
import { duckDbCount } from '../test/warehouse/duckdb-count.ts';
import { KINDS } from '../test/warehouse/kinds.ts';
import { PLANTED_FAULTS } from '../test/warehouse/planted-faults.ts';
import { type KindOfTables, tablesOfKind } from '../test/warehouse/random-deals.ts';
import { referenceCount } from '../test/warehouse/reference-count.ts';
import { REFERENCE_HINT, referenceEngine } from '../test/warehouse/reference-engine.ts';
import { openDuckDb } from '../warehouse/engines/duckdb.ts';
import type { Engine } from '../warehouse/engines/engine.ts';
import { warehousePackage } from '../warehouse/package-of.ts';
import { bigquery } from '../warehouse/sql/bigquery.ts';
import type { Dialect } from '../warehouse/sql/dialect.ts';
import { duckdb } from '../warehouse/sql/duckdb.ts';

const [count = 4000, seed = 20_261_125] = process.argv.slice(2).map(Number);
const SHOWN = 5;
/** Tables of each kind. */
const PER_KIND = Math.max(1, Math.ceil((count / 4000) * 70));
/** The reference engine reads each table again for every statement, so that few tables take as long. */
const PER_KIND_OF_REFERENCE = Math.max(4, Math.ceil(PER_KIND / 14));
const PER_KIND_OF_FAULTS = 4;

/** Says what was found; a comparison of nothing fails. */
function tell(name: string, { tables, numbers, wrong }: Pick<Outcome, 'tables' | 'numbers' | 'wrong'>): void {
	console.log(`differential: ${name}: ${tables} tables (seed ${seed}), ${numbers} numbers, ${wrong} tables differ`);
	if (wrong > 0 || numbers === 0) process.exitCode = 1;
}

async function againstOwnStatements(): Promise<void> {
	const tables = randomTables(seed, count);
	const theirs = await duckDbFigures(tables);
	if (theirs === null) {
		console.log('differential: skipped, DuckDB is not installed (npm ci --prefix bench, or --prefix warehouse)');
		return;
	}
	let [numbers, wrong] = [0, 0];
	tables.forEach((table, t) => {
		const ours = ourFigures(table);
		numbers += ours.size;
		const different = differences(ours, theirs[t] ?? new Map());
		if (different.length > 0 && wrong++ < SHOWN)
			console.log(`table ${t}: ${different.join(' · ')}\n${JSON.stringify(table)}`);
	});
	tell('core against DuckDB', { tables: count, numbers, wrong });
}

async function overKinds(
	name: string,
	perKind: number,
	dialect: Dialect,
	countOf: (tables: KindOfTables) => Promise<Count>,
): Promise<void> {
	const sum = { tables: 0, numbers: 0, wrong: 0 };
	for (const kind of KINDS) {
		const tables = tablesOfKind(kind, seed, perKind);
		const { tables: many, numbers, wrong, first } = await compareKind(tables, await countOf(tables), dialect);
		sum.tables += many;
		sum.numbers += numbers;
		sum.wrong += wrong;
		for (const text of first) console.log(`${kind.name}, ${text}`);
	}
	tell(`${name}, ${KINDS.length} kinds`, sum);
}

/** A fault is found when a table of any kind differs, or when the statement does not run. */
async function isFound(engine: Engine, found: string, planted: string): Promise<boolean> {
	for (const kind of KINDS) {
		const tables = tablesOfKind(kind, seed, PER_KIND_OF_FAULTS);
		let isPlanted = false;
		const changed = (sql: string): string => {
			isPlanted ||= sql.includes(found);
			return sql.replaceAll(found, planted);
		};
		const { wrong } = await compareKind(tables, await duckDbCount(engine, tables, changed), duckdb);
		if (isPlanted && wrong > 0) return true;
	}
	return false;
}

async function plantFaults(engine: Engine): Promise<void> {
	const missed: string[] = [];
	for (const { name, found, planted } of PLANTED_FAULTS)
		if (!(await isFound(engine, found, planted))) missed.push(name);
	const { length } = PLANTED_FAULTS;
	console.log(
		`differential: ${length - missed.length} of ${length} planted faults found in ${KINDS.length * PER_KIND_OF_FAULTS} tables${missed.length === 0 ? '' : `; not: ${missed.join(' · ')}`}`,
	);
	if (missed.length > 0) process.exitCode = 1;
}

async function warehouse(): Promise<void> {
	if ((await warehousePackage('@duckdb/node-api')) === null)
		console.log(
			'differential: statements of the warehouse skipped, DuckDB is not installed (npm ci --prefix warehouse)',
		);
	else {
		const engine = await openDuckDb({ memory: null, temporary: null }, console.log);
		await overKinds('core against the warehouse on DuckDB', PER_KIND, duckdb, (tables) => duckDbCount(engine, tables));
		await plantFaults(engine);
		engine.close();
	}
	const reference = await referenceEngine();
	if (reference === null) console.log(`differential: skipped, ${REFERENCE_HINT}`);
	else {
		await overKinds(
			'core against the warehouse on the reference engine',
			PER_KIND_OF_REFERENCE,
			bigquery,
			async (tables) => referenceCount(reference, tables),
		);
		reference.close();
	}
}

await againstOwnStatements();
await warehouse();
