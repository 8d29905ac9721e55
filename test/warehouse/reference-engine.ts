/** Google's reference engine for the SQL of BigQuery (`@fivetrandevelopers/zetasql`), a process of its own that is asked over a local port. Null where it is not installed. */

import { type ChildProcess, execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { EngineCell } from '../../warehouse/engines/engine.ts';
import type { EngineTable } from './random-deals.ts';

type Answer = Readonly<Record<string, unknown>>;
type Call = (request: Answer, done: (error: Error | null, answer: Answer) => void) => void;

interface Grpc {
	credentials: { createInsecure(): unknown };
	loadPackageDefinition(definition: unknown): {
		zetasql: {
			local_service: {
				ZetaSqlLocalService: new (
					address: string,
					credentials: unknown,
					options: Answer,
				) => Record<string, Call> & { close(): void };
			};
		};
	};
}

interface ProtoLoader {
	loadSync(file: string, options: Answer): unknown;
}

export interface ReferenceResult {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly EngineCell[])[];
}

export interface ReferenceEngine {
	query(sql: string, tables: Readonly<Record<string, EngineTable>>): Promise<ReferenceResult>;
	close(): void;
}

const KINDS = {
	INT64: 'TYPE_INT64',
	FLOAT64: 'TYPE_DOUBLE',
	STRING: 'TYPE_STRING',
	DATE: 'TYPE_DATE',
	TIMESTAMP: 'TYPE_TIMESTAMP',
} as const;
const LARGEST_MESSAGE = 2 ** 30;
const TRIES = 60;
const PAUSE = 250;

const folder = join(process.cwd(), 'test', 'warehouse', 'reference');
const require = createRequire(join(folder, 'package.json'));

function installed(): string | null {
	try {
		return dirname(require.resolve('@fivetrandevelopers/zetasql'));
	} catch {
		return null;
	}
}

export const REFERENCE_HINT =
	'the reference engine is not installed (npm ci --prefix test/warehouse/reference, 350 MB)';
export async function referenceEngine(): Promise<ReferenceEngine | null> {
	const library = installed();
	if (library === null) return null;
	const port = await freePort();
	const child = execFile(join(library, 'zetasql', 'remote_server.so'), ['localhost', String(port)], {
		maxBuffer: LARGEST_MESSAGE,
	});
	const client = connect(library, port);
	const ask = (name: string, request: Answer): Promise<Answer> =>
		new Promise((answered, failed) => {
			client[name]?.(request, (error, answer) => (error === null ? answered(answer) : failed(error)));
		});
	await untilReady(child, () => ask('FormatSql', { sql: 'SELECT 1' }));
	const languageOptions = await ask('GetLanguageOptions', { maximumFeatures: true });
	return {
		async query(sql, tables) {
			const request = {
				sql,
				options: { languageOptions, defaultTimezone: 'UTC' },
				...catalogOf(tables, languageOptions),
			};
			return resultOf(await ask('EvaluateQuery', request));
		},
		close() {
			client.close();
			child.kill('SIGKILL');
		},
	};
}

function connect(library: string, port: number) {
	const grpc = require('@grpc/grpc-js') as Grpc;
	const loader = require('@grpc/proto-loader') as ProtoLoader;
	const definition = loader.loadSync('local_service.proto', {
		defaults: true,
		oneofs: true,
		longs: Number,
		enums: String,
		includeDirs: [join(library, 'zetasql', 'protos')],
	});
	const { ZetaSqlLocalService } = grpc.loadPackageDefinition(definition).zetasql.local_service;
	return new ZetaSqlLocalService(`localhost:${port}`, grpc.credentials.createInsecure(), {
		'grpc.max_send_message_length': LARGEST_MESSAGE,
		'grpc.max_receive_message_length': LARGEST_MESSAGE,
	});
}

function freePort(): Promise<number> {
	return new Promise((found) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => found(port));
		});
	});
}

async function untilReady(child: ChildProcess, ask: () => Promise<unknown>): Promise<void> {
	for (let tries = 0; ; tries++) {
		try {
			await ask();
			return;
		} catch (error) {
			if (tries >= TRIES || child.exitCode !== null) throw error;
			await new Promise((done) => setTimeout(done, PAUSE));
		}
	}
}

function cellOf(type: keyof typeof KINDS, value: string | number | null): Answer {
	if (value === null) return {};
	if (type === 'INT64') return { int64Value: value };
	if (type === 'FLOAT64') return { doubleValue: value };
	if (type === 'STRING') return { stringValue: value };
	if (type === 'DATE') return { dateValue: value };
	const milliseconds = Number(value);
	const seconds = Math.floor(milliseconds / 1000);
	return { timestampValue: { seconds, nanos: (milliseconds - seconds * 1000) * 1e6 } };
}

function catalogOf(tables: Readonly<Record<string, EngineTable>>, languageOptions: Answer): Answer {
	const list = Object.entries(tables);
	return {
		simpleCatalog: {
			name: 'tables',
			builtinFunctionOptions: { languageOptions },
			table: list.map(([name, { columns }], i) => ({
				name,
				serializationId: i + 1,
				column: columns.map(([column, type]) => ({ name: column, type: { typeKind: KINDS[type] } })),
			})),
		},
		tableContent: Object.fromEntries(
			list.map(([name, { columns, rows }]) => [
				name,
				{
					tableData: {
						row: rows.map((row) => ({ cell: row.map((value, i) => cellOf(columns[i]?.[1] ?? 'STRING', value)) })),
					},
				},
			]),
		),
	};
}

interface Evaluated {
	readonly prepared?: { readonly columns?: readonly { readonly name: string }[] };
	readonly content?: {
		readonly tableData?: { readonly row?: readonly { readonly cell: readonly Record<string, unknown>[] }[] };
	};
}

function resultOf(answer: Answer): ReferenceResult {
	const { prepared, content } = answer as Evaluated;
	return {
		columns: (prepared?.columns ?? []).map(({ name }) => name),
		rows: (content?.tableData?.row ?? []).map(({ cell }) =>
			cell.map((value) => (value.value === undefined ? null : (value[String(value.value)] as EngineCell))),
		),
	};
}
