/** The same figures by an independent engine: DuckDB, in SQL over all tables at once. None of the core's code. */
import { benchPackage } from '../../bench/package-of.ts';
import { warehousePackage } from '../../warehouse/package-of.ts';
import type { Figures } from './figures.ts';
import { STATEMENTS } from './figures-sql.ts';
import type { RandomTable } from './random-table.ts';

interface Appender {
	appendVarchar(text: string): void;
	appendDouble(value: number): void;
	appendInteger(value: number): void;
	appendNull(): void;
	endRow(): void;
	closeSync(): void;
}

interface Connection {
	run(sql: string): Promise<unknown>;
	runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
	createAppender(table: string): Promise<Appender>;
	closeSync(): void;
}

interface DuckDb {
	DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}

/** One set of figures a table; null when DuckDB is not installed. */
export async function duckDbFigures(tables: readonly RandomTable[]): Promise<Figures[] | null> {
	const name = '@duckdb/node-api';
	const duckdb = (await benchPackage<DuckDb>(name)) ?? (await warehousePackage<DuckDb>(name));
	if (duckdb === null) return null;
	const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect();
	await connection.run(
		'CREATE TABLE deal (t INTEGER, d INTEGER, id VARCHAR, stage VARCHAR, amount DOUBLE, created INTEGER, closed INTEGER, owner VARCHAR, reason VARCHAR, lost_from VARCHAR)',
	);
	await connection.run('CREATE TABLE change (t INTEGER, id VARCHAR, stage VARCHAR, day INTEGER)');
	const fill = async (
		name: string,
		rows: Iterable<readonly (string | number | null)[]>,
		isDouble: (column: number) => boolean,
	): Promise<void> => {
		const appender = await connection.createAppender(name);
		for (const row of rows) {
			row.forEach((value, column) => {
				if (value === null) appender.appendNull();
				else if (typeof value === 'string') appender.appendVarchar(value);
				else if (isDouble(column)) appender.appendDouble(value);
				else appender.appendInteger(value);
			});
			appender.endRow();
		}
		appender.closeSync();
	};
	const AMOUNT = 4;
	await fill(
		'deal',
		tables.flatMap(({ deals }, t) =>
			deals.map((deal, d) => [
				t,
				d,
				deal.id,
				deal.stage,
				deal.amount,
				deal.created,
				deal.closed,
				deal.owner,
				deal.reason,
				deal.lostFrom,
			]),
		),
		(column) => column === AMOUNT,
	);
	await fill(
		'change',
		tables.flatMap(({ changes }, t) => changes.map(({ id, stage, day }) => [t, id, stage, day])),
		() => false,
	);
	for (const statement of STATEMENTS) await connection.run(statement);
	const found = tables.map(() => new Map<string, number | null>());
	for (const [t, name, value] of (await connection.runAndReadAll('SELECT t, name, value FROM figure')).getRows())
		found[Number(t)]?.set(String(name), value === null ? null : Number(value));
	connection.closeSync();
	return found;
}
