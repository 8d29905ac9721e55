/** A stand-in for BigQuery's REST door: statements run on Google's reference engine over tables in memory; rights, prices and failures are as the test says. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { EngineTable } from './random-deals.ts';
import type { ReferenceEngine } from './reference-engine.ts';

type Json = Readonly<Record<string, unknown>>;

export interface StandIn {
	/** `127.0.0.1:port`, for BIGQUERY_EMULATOR_HOST. */
	readonly host: string;
	/** Statements that were asked, dry runs with a mark. */
	readonly asked: { readonly query: string; readonly isDryRun: boolean; readonly limit: string | null }[];
	/** Every table by its short name. */
	readonly tables: Map<string, EngineTable>;
	close(): void;
}

export interface StandInOptions {
	readonly tables: Readonly<Record<string, EngineTable>>;
	/** What each statement would read. */
	readonly bytes: number;
	/** Every call is refused with this answer; null none. */
	readonly refusal: { readonly code: number; readonly reason: string; readonly message: string } | null;
}

const SCHEMA_TYPES = {
	INT64: 'INTEGER',
	FLOAT64: 'FLOAT',
	STRING: 'STRING',
	DATE: 'DATE',
	TIMESTAMP: 'TIMESTAMP',
} as const;
const CREATE = /^CREATE OR REPLACE TABLE `([^`]+)` AS\n([\s\S]*)$/u;

/** `acme.crm.deals` and `acme.crm_stagekeeper.stagekeeper_facts` by their last part. */
const shortNames = (sql: string): string => sql.replace(/`[\w-]+\.\w+\.(\w+)`/gu, '$1');

export async function bigQueryStandIn(engine: ReferenceEngine, options: StandInOptions): Promise<StandIn> {
	const tables = new Map(Object.entries(options.tables));
	const asked: StandIn['asked'] = [];
	const results = new Map<string, { readonly columns: EngineTable['columns']; readonly rows: EngineTable['rows'] }>();

	const runSelect = async (sql: string): Promise<EngineTable> => {
		const { columns, rows } = await engine.query(shortNames(sql), Object.fromEntries(tables));
		return {
			columns: columns.map((name, c) => [name, typeOf(rows.map((row) => row[c]))]),
			rows: rows as EngineTable['rows'],
		};
	};

	const job = async (query: string): Promise<string> => {
		const create = CREATE.exec(query);
		const id = `job_${asked.length}`;
		if (create === null) results.set(id, await runSelect(query));
		else {
			tables.set((create[1] ?? '').split('.').pop() ?? '', await runSelect(create[2] ?? ''));
			results.set(id, { columns: [], rows: [] });
		}
		return id;
	};

	const answerOf = async (method: string, path: string, body: Json): Promise<Json> => {
		const table = /\/tables\/([\w$-]+)(\/data)?$/u.exec(path);
		if (table !== null) return tableAnswer(tables.get(table[1] ?? ''), table[2] !== undefined);
		const configured = (body.configuration as Json | undefined) ?? {};
		const query = { ...(configured.query as Json | undefined), ...body } as Json;
		if (method === 'POST') {
			const isDryRun = body.dryRun === true || configured.dryRun === true;
			const limit = (query.maximumBytesBilled as string | undefined) ?? null;
			asked.push({ query: String(query.query), isDryRun, limit });
			if (isDryRun) return dryAnswer(options.bytes);
			if (limit !== null && options.bytes > Number(limit))
				throw Object.assign(new Error('Query exceeded limit for bytes billed'), { reason: 'bytesBilledLimitExceeded' });
			const id = await job(String(query.query));
			return path.endsWith('/queries') ? resultAnswer(id, results.get(id)) : jobAnswer(id);
		}
		const known = /\/(?:queries|jobs)\/(\w+)$/u.exec(path)?.[1] ?? '';
		return path.includes('/queries/') ? resultAnswer(known, results.get(known)) : jobAnswer(known);
	};

	const server = createServer((request, response) => {
		void readBody(request).then(async (body) => {
			const path = (request.url ?? '').split('?')[0] ?? '';
			try {
				const { refusal } = options;
				if (refusal !== null) throw Object.assign(new Error(refusal.message), refusal);
				send(response, 200, await answerOf(request.method ?? '', path, body));
			} catch (error) {
				const { code = 400, reason = 'invalidQuery' } = error as { code?: number; reason?: string };
				const message = String((error as { details?: string }).details ?? (error as Error).message);
				const status = code >= 400 && code < 600 ? code : 400;
				send(response, status, { error: { code: status, message, errors: [{ reason, message }] } });
			}
		});
	});
	await new Promise<void>((listening) => {
		server.listen(0, '127.0.0.1', () => listening());
	});
	const { port } = server.address() as { port: number };
	return { host: `http://127.0.0.1:${port}`, asked, tables, close: () => void server.close() };
}

function typeOf(values: readonly unknown[]): EngineTable['columns'][number][1] {
	const present = values.filter((value) => value !== null);
	if (present.some((value) => typeof value === 'string')) return 'STRING';
	if (present.length === 0 || present.some((value) => !Number.isInteger(value))) return 'FLOAT64';
	return 'INT64';
}

function readBody(request: IncomingMessage): Promise<Json> {
	return new Promise((read) => {
		let text = '';
		request.on('data', (part: Buffer) => {
			text += part.toString('utf8');
		});
		request.on('end', () => read(text === '' ? {} : (JSON.parse(text) as Json)));
	});
}

function send(response: ServerResponse, status: number, value: Json): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(value));
}

const fieldsOf = (columns: EngineTable['columns']): Json[] =>
	columns.map(([name, type]) => ({ name, type: SCHEMA_TYPES[type], mode: 'NULLABLE' }));

function cellText(value: unknown, type: string): string | null {
	if (value === null || value === undefined) return null;
	if (type === 'DATE') return new Date(Number(value) * 86_400_000).toISOString().slice(0, 10);
	return type === 'TIMESTAMP' ? String(Number(value) * 1000) : String(value);
}

const rowsOf = ({ columns, rows }: EngineTable): Json[] =>
	rows.map((row) => ({ f: row.map((value, c) => ({ v: cellText(value, columns[c]?.[1] ?? 'STRING') })) }));

function tableAnswer(table: EngineTable | undefined, isData: boolean): Json {
	if (table === undefined) throw Object.assign(new Error('Not found: Table'), { code: 404, reason: 'notFound' });
	if (isData) return { kind: 'bigquery#tableDataList', totalRows: String(table.rows.length), rows: rowsOf(table) };
	return { kind: 'bigquery#table', schema: { fields: fieldsOf(table.columns) } };
}

const reference = (id: string): Json => ({ projectId: 'acme', jobId: id, location: 'US' });

function dryAnswer(bytes: number): Json {
	return {
		kind: 'bigquery#job',
		jobReference: reference('dry'),
		configuration: { dryRun: true, query: {} },
		statistics: { totalBytesProcessed: String(bytes) },
		status: { state: 'DONE' },
	};
}

const jobAnswer = (id: string): Json => ({
	kind: 'bigquery#job',
	jobReference: reference(id),
	configuration: { query: {} },
	status: { state: 'DONE' },
});

function resultAnswer(id: string, table: EngineTable | undefined): Json {
	const { columns, rows } = table ?? { columns: [], rows: [] };
	return {
		kind: 'bigquery#queryResponse',
		jobComplete: true,
		jobReference: reference(id),
		schema: { fields: fieldsOf(columns) },
		totalRows: String(rows.length),
		rows: rowsOf({ columns, rows }),
	};
}
