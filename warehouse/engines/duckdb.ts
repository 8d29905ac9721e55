/** The embedded engine, which reads Parquet and CSV files where they lie. */
import { fetchedPackage } from '../package-of.ts';
import { duckdb } from '../sql/duckdb.ts';
import type { Engine, EngineCell } from './engine.ts';

interface Reader {
	getRows(): unknown[][];
}

interface Connection {
	run(sql: string): Promise<unknown>;
	runAndReadAll(sql: string): Promise<Reader>;
	closeSync(): void;
}

interface DuckDb {
	DuckDBInstance: {
		create(path: string, settings: Record<string, string>): Promise<{ connect(): Promise<Connection> }>;
	};
}

export interface DuckDbSettings {
	/** `4GB`; null: what the engine takes by itself. */
	readonly memory: string | null;
	/** Folder for what does not fit into memory. */
	readonly temporary: string | null;
}

/** @throws Error with one sentence when the engine cannot be fetched */
export async function openDuckDb(settings: DuckDbSettings, tell: (line: string) => void): Promise<Engine> {
	const { DuckDBInstance } = await fetchedPackage<DuckDb>('@duckdb/node-api', tell);
	const instance = await DuckDBInstance.create(':memory:', {
		...(settings.memory === null ? {} : { memory_limit: settings.memory }),
		...(settings.temporary === null ? {} : { temp_directory: settings.temporary }),
	});
	const connection = await instance.connect();
	await connection.run('SET preserve_insertion_order = false');
	const rows = async (sql: string): Promise<EngineCell[][]> =>
		(await connection.runAndReadAll(sql)).getRows().map((row) => row.map(plain));
	return {
		dialect: duckdb,
		nameOf: (name) => name,
		async columns(source) {
			const described = await rows(`DESCRIBE SELECT * FROM ${source}`);
			return described.map(([name, type]) => ({ name: String(name), type: String(type) }));
		},
		sample: (source, _columns, many) => rows(`SELECT * FROM ${source} LIMIT ${many}`),
		rows,
		async keep(name, select) {
			await connection.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${select}`);
		},
		async run(sql) {
			await connection.run(sql);
		},
		close: () => connection.closeSync(),
	};
}

/** Numbers of every width as numbers; what has no cell of its own as text. */
function plain(value: unknown): EngineCell {
	if (value === null || value === undefined) return null;
	if (typeof value === 'bigint') return Number(value);
	if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
	const text = String(value);
	return isDecimal(value) ? Number(text) : text;
}

function isDecimal(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'scale' in value && 'width' in value;
}
