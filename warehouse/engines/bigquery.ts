/**
 * BigQuery, asked through its own client. Whoever runs the command is logged in by the machine (application default
 * credentials): no key, token or path of one is an option, stored or printed. Every job has a limit of bytes, and what
 * a statement would read is known before it runs.
 */

import { WarehouseError } from '../options.ts';
import { fetchedPackage } from '../package-of.ts';
import { bigquery } from '../sql/bigquery.ts';
import type { Engine, EngineCell, EngineColumn } from './engine.ts';

interface Job {
	readonly metadata: { readonly statistics?: { readonly totalBytesProcessed?: string } };
}

interface QueryRequest {
	readonly query: string;
	readonly useLegacySql: false;
	readonly dryRun?: boolean;
	readonly maximumBytesBilled?: string;
}

interface Table {
	getMetadata(): Promise<
		readonly [{ readonly schema?: { readonly fields?: readonly { readonly name: string; readonly type: string }[] } }]
	>;
	getRows(options: { readonly maxResults: number; readonly autoPaginate: false }): Promise<readonly [Row[]]>;
}

type Row = Readonly<Record<string, unknown>>;

interface Client {
	query(request: QueryRequest): Promise<readonly [Row[]]>;
	createQueryJob(request: QueryRequest): Promise<readonly [Job]>;
	dataset(id: string, options: { readonly projectId: string }): { table(id: string): Table };
}

interface BigQueryPackage {
	BigQuery: new (options: { readonly projectId: string }) => Client;
}

export interface BigQuerySettings {
	/** `project.dataset` that our tables are written to. */
	readonly dataset: string;
	/** Null: no limit. */
	readonly maxBytes: number | null;
	/** Asks what statements would read, and runs none that writes. */
	readonly isDryRun: boolean;
}

const DATASET = /^[\w-]+\.\w+$/u;
const TABLE = /^([\w-]+)\.(\w+)\.([\w$-]+)$/u;

/** One of our tables in the dataset. */
export const keptTable = (dataset: string, name: string): string => bigquery.name(`${dataset}.${name}`);

/** @throws WarehouseError */
export async function openBigQuery(settings: BigQuerySettings, tell: (line: string) => void): Promise<Engine> {
	const { dataset, maxBytes, isDryRun } = settings;
	if (!DATASET.test(dataset))
		throw new WarehouseError(`"${dataset}" is no dataset; write --dataset like acme.crm_stagekeeper.`);
	const { BigQuery } = await fetchedPackage<BigQueryPackage>('@google-cloud/bigquery', tell);
	const client = new BigQuery({ projectId: dataset.split('.')[0] ?? '' });
	const limit = maxBytes === null ? {} : { maximumBytesBilled: String(Math.floor(maxBytes)) };
	const table = (source: string): Table => {
		const [, project = '', owner = '', name = ''] = TABLE.exec(source.replaceAll('`', '')) ?? [];
		if (name === '') throw new WarehouseError(`${source} is no table; write it like acme.crm.deals.`);
		return client.dataset(owner, { projectId: project }).table(name);
	};
	const bytesOf = async (query: string): Promise<number> => {
		const [job] = await client.createQueryJob({ query, useLegacySql: false, dryRun: true });
		return Number(job.metadata.statistics?.totalBytesProcessed ?? 0);
	};
	const rows = async (query: string): Promise<EngineCell[][]> => {
		const [found] = await told(() => client.query({ query, useLegacySql: false, ...limit }));
		return found.map((row) => Object.values(row).map(plain));
	};
	return {
		dialect: bigquery,
		nameOf: (name) => keptTable(dataset, name),
		async columns(source) {
			const [{ schema }] = await told(() => table(source).getMetadata());
			return (schema?.fields ?? []).map(({ name, type }): EngineColumn => ({ name, type }));
		},
		// The first rows of a table are read without a query, so without a price.
		async sample(source, columns, many) {
			const [found] = await told(() => table(source).getRows({ maxResults: many, autoPaginate: false }));
			return found.map((row) => columns.map(({ name }) => plain(row[name])));
		},
		rows,
		async run(query) {
			await rows(query);
		},
		async keep(name, select) {
			const bytes = await told(() => bytesOf(select));
			tell(`${name} reads ${sizeText(bytes)}.`);
			if (maxBytes !== null && bytes > maxBytes)
				throw new WarehouseError(
					`${name} would read ${sizeText(bytes)}, more than the ${sizeText(maxBytes)} of --max-bytes; nothing was run.`,
				);
			if (isDryRun) throw new WarehouseError(`Dry run: ${name} would read ${sizeText(bytes)}; nothing was run.`);
			await rows(`CREATE OR REPLACE TABLE ${keptTable(dataset, name)} AS\n${select}`);
		},
		close: () => undefined,
	};
}

/** What the service answers as one sentence, without addresses, tokens or the statement. */
async function told<T>(ask: () => Promise<T>): Promise<T> {
	try {
		return await ask();
	} catch (error) {
		throw new WarehouseError(sentenceOf(error));
	}
}

function sentenceOf(error: unknown): string {
	const { code, message, errors } = error as {
		code?: unknown;
		message?: unknown;
		errors?: readonly { reason?: string }[];
	};
	const reason = errors?.[0]?.reason ?? '';
	const first = String(message ?? error).split('\n')[0] ?? '';
	if (/default credentials|invalid_grant|Could not refresh/iu.test(first))
		return 'BigQuery: nobody is logged in on this machine; run gcloud auth application-default login.';
	if (code === 403 && reason === 'accessDenied')
		return `BigQuery: a right is missing: ${withoutSecrets(first)} Needed are jobUser on the project, dataViewer on the tables and dataEditor on --dataset.`;
	if (reason === 'bytesBilledLimitExceeded')
		return 'BigQuery: a statement would read more than --max-bytes; it was not run.';
	return `BigQuery: ${withoutSecrets(first)}`;
}

/** Tokens, keys and the query string of addresses are left out of what is printed. */
export function withoutSecrets(text: string): string {
	return text
		.replace(/\bya29\.[\w.-]+/gu, '[token]')
		.replace(/\bBearer\s+\S+/giu, '[token]')
		.replace(/-----BEGIN[\s\S]*?(?:-----END[^-]*-----|$)/gu, '[key]')
		.replace(/(https?:\/\/[^\s?]+)\?\S*/gu, '$1')
		.replace(/\b(?:access_token|refresh_token|client_secret|private_key|key)\s*[=:]\s*\S+/giu, '[secret]');
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

export function sizeText(bytes: number): string {
	const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
	return `${Number((bytes / 1000 ** step).toPrecision(3))} ${UNITS[step]}`;
}

/** Numbers as numbers; dates and times as their text. */
function plain(value: unknown): EngineCell {
	if (value === null || value === undefined) return null;
	if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
	if (typeof value === 'bigint') return Number(value);
	if (typeof value === 'object' && 'value' in value) return String(value.value);
	return String(value);
}
