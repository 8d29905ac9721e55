// The client of BigQuery against a stand-in of its REST door: survey, dry run, limits, rights, facts and statistics; no secret is printed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { WarehouseReport } from '../../warehouse/answers.ts';
import { withoutSecrets } from '../../warehouse/engines/bigquery.ts';
import { readOptions } from '../../warehouse/options.ts';
import { warehousePackage } from '../../warehouse/package-of.ts';
import { runWarehouse } from '../../warehouse/run.ts';
import { bigquery } from '../../warehouse/sql/bigquery.ts';
import { bigQueryStandIn, type StandIn, type StandInOptions } from './big-query-stand-in.ts';
import type { EngineTable } from './random-deals.ts';
import { REFERENCE_HINT, type ReferenceEngine, referenceEngine } from './reference-engine.ts';

const isInstalled = (await warehousePackage('@google-cloud/bigquery')) !== null;
const engine: ReferenceEngine | null = isInstalled ? await referenceEngine() : null;
if (engine === null)
	console.log(
		`skipped: ${isInstalled ? REFERENCE_HINT : 'the client of BigQuery is not installed (npm ci --prefix warehouse)'}`,
	);

const DAY = 86_400_000;
const JANUARY = Date.UTC(2026, 0, 1);
const DEALS: EngineTable = {
	columns: [
		['Deal_ID', 'STRING'],
		['Deal', 'STRING'],
		['Stage', 'STRING'],
		['Amount', 'FLOAT64'],
		['Created', 'TIMESTAMP'],
		['Closed', 'TIMESTAMP'],
		['Owner', 'STRING'],
	],
	rows: Array.from({ length: 24 }, (_, n) => [
		`D${n}`,
		`Deal ${n}`,
		['Lead', 'Proposal', 'Won', 'Lost'][n % 4] ?? '',
		n % 5 === 0 ? null : 100 * n,
		JANUARY + n * DAY,
		n % 4 > 1 ? JANUARY + (n + 9) * DAY : null,
		['Ann', "O'Brien", 'back\\slash'][n % 3] ?? '',
	]),
};
const CHANGES: EngineTable = {
	columns: [
		['Deal_ID', 'STRING'],
		['Stage', 'STRING'],
		['Changed_at', 'TIMESTAMP'],
	],
	rows: DEALS.rows.flatMap(([id, , stage], n) => [
		[id ?? '', 'Lead', JANUARY + n * DAY],
		[id ?? '', stage ?? '', JANUARY + (n + 5) * DAY],
	]),
};
const STAGES = 'Name,Kind,Probability\nLead,open,0.1\nProposal,open,0.5\nWon,won,1\nLost,lost,0\n';
const NAMES = [
	'--engine',
	'bigquery',
	'--deals',
	'acme.crm.deals',
	'--history',
	'acme.crm.changes',
	'--dataset',
	'acme.crm_stagekeeper',
	'--as-of',
	'2026-03-31',
];

describe.skipIf(engine === null)('BigQuery', () => {
	let folder = '';
	let standIn: StandIn | null = null;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'stagekeeper-'));
		writeFileSync(join(folder, 'stages.csv'), STAGES);
	});
	afterEach(() => {
		standIn?.close();
		standIn = null;
		delete process.env.BIGQUERY_EMULATOR_HOST;
	});
	afterAll(() => {
		rmSync(folder, { recursive: true });
		engine?.close();
	});

	const lines: string[] = [];
	async function run(options: Partial<StandInOptions>, ...args: readonly string[]): Promise<string> {
		standIn = await bigQueryStandIn(engine as ReferenceEngine, {
			tables: { deals: DEALS, changes: CHANGES },
			bytes: 123_456_789,
			refusal: null,
			...options,
		});
		process.env.BIGQUERY_EMULATOR_HOST = standIn.host;
		lines.length = 0;
		return runWarehouse(readOptions([...NAMES, ...args], folder), (line) => void lines.push(line));
	}
	const refusal = async (options: Partial<StandInOptions>, ...args: readonly string[]): Promise<string> => {
		const failure = await run(options, ...args).then(
			() => null,
			(error: Error) => error.message,
		);
		if (failure === null) throw new Error('nothing was refused');
		return failure;
	};

	test('surveys, keeps the facts in the dataset and answers as the embedded engine does', async () => {
		const stages = ['--stages', 'stages.csv', '--json'];
		const formulas = [
			'--formula',
			'=WIN_RATE("by", "Owner")',
			'--formula',
			'=STAGE_CONVERSION("resolved")',
			'--formula',
			'=TIME_IN_STAGE()',
		];
		const report = JSON.parse(await run({}, ...stages, ...formulas)) as WarehouseReport;
		expect([...(standIn?.tables.keys() ?? [])]).toContain('stagekeeper_facts');
		const csv = ({ columns, rows }: EngineTable): string =>
			[
				columns.map(([name]) => name),
				...rows.map((row) =>
					row.map((value, c) =>
						columns[c]?.[1] === 'TIMESTAMP' && value !== null ? new Date(Number(value)).toISOString() : (value ?? ''),
					),
				),
			]
				.map((row) => row.join(','))
				.join('\n');
		writeFileSync(join(folder, 'deals.csv'), csv(DEALS));
		writeFileSync(join(folder, 'changes.csv'), csv(CHANGES));
		const embedded = ['deals.csv', '--history', 'changes.csv', '--as-of', '2026-03-31', ...stages, ...formulas];
		const other = JSON.parse(await runWarehouse(readOptions(embedded, folder), () => undefined)) as WarehouseReport;
		expect({ ...report, sheet: '' }).toEqual({ ...other, sheet: '' });
		expect(report.rows).toBe(24);
	});

	test('says what the facts read before they are made, with a limit on every statement', async () => {
		await run({}, '--stages', 'stages.csv', '--max-bytes', '1GB');
		expect(lines).toContain('stagekeeper_facts reads 123 MB.');
		const made = standIn?.asked.filter(({ isDryRun }) => !isDryRun) ?? [];
		expect(new Set(made.map(({ limit }) => limit))).toEqual(new Set(['1000000000']));
		const first = standIn?.asked.findIndex(({ isDryRun }) => isDryRun) ?? -1;
		expect(standIn?.asked.findIndex(({ query }) => query.startsWith('CREATE'))).toBeGreaterThan(first);
	});

	test('stops where a statement would read more than the limit', async () => {
		const text = await refusal({}, '--stages', 'stages.csv', '--max-bytes', '100MB');
		expect(text).toMatch(/more than/u);
		expect(standIn?.asked.some(({ query }) => query.startsWith('CREATE'))).toBe(false);
	});

	test('makes nothing in a dry run', async () => {
		expect(await refusal({}, '--stages', 'stages.csv', '--dry-run')).toMatch(/would read 123 MB; nothing was run/u);
		expect(standIn?.asked.some(({ query }) => query.startsWith('CREATE'))).toBe(false);
	});

	test('says which right is missing', async () => {
		const missing = {
			code: 403,
			reason: 'accessDenied',
			message: 'Access Denied: Table acme:crm.deals: Permission bigquery.tables.get denied',
		};
		expect(await refusal({ refusal: missing }, '--stages', 'stages.csv')).toMatch(
			/a right is missing: .*tables\.get.*jobUser/u,
		);
	});

	test('prints no secret, whatever the service answers', async () => {
		const message =
			'Failed with Bearer ya29.a0Secret-Token_1 at https://host/v2?access_token=ya29.x&key=AIzaSecret, private_key=-----BEGIN PRIVATE KEY-----MIIE';
		const text = await refusal({ refusal: { code: 400, reason: 'invalid', message } }, '--stages', 'stages.csv');
		for (const secret of ['ya29', 'AIzaSecret', 'MIIE']) expect(text + lines.join('\n')).not.toContain(secret);
		expect(withoutSecrets('plain words stay')).toBe('plain words stay');
	});

	test('takes every text as a literal', async () => {
		const texts = [
			"O'Brien",
			"a''b",
			'back\\slash',
			"\\'; DROP TABLE deals; --",
			'new\nline',
			'cr\rlf',
			'`tick`',
			'赢单',
			'😀',
			'"double"',
			'@p',
			'?',
			'\\',
		];
		const { rows } = await (engine as ReferenceEngine).query(
			`SELECT ${texts.map((text, i) => `${bigquery.text(text)} AS c${i}`).join(', ')}`,
			{},
		);
		expect(rows[0]).toEqual(texts);
	});

	test('prints statements without a network that the reference engine takes', async () => {
		const columns = [
			'id=Deal_ID',
			'stage=Stage',
			'amount=Amount',
			'created=Created',
			'closed=Closed',
			'owner=Owner',
		].flatMap((column) => ['--column', column]);
		const changes = ['deal=Deal_ID', 'stage=Stage', 'at=Changed_at'].flatMap((column) => ['--change', column]);
		const now = NAMES.map((word) => (word === '2026-03-31' ? 'now' : word));
		const options = readOptions(
			[...now, ...columns, ...changes, '--stages', 'stages.csv', '--by', 'Owner', '--by', 'month', '--print-sql'],
			folder,
		);
		const text = await runWarehouse(options, () => undefined);
		const statements = text.split(/;\n/u).filter((statement) => statement.trim() !== '');
		expect(statements).toHaveLength(3);
		const tables = new Map<string, EngineTable>([
			['deals', DEALS],
			['changes', CHANGES],
		]);
		for (const statement of statements) {
			const [, name = '', select = ''] =
				/CREATE OR REPLACE TABLE `[\w-]+\.\w+\.(\w+)` AS\n([\s\S]*)/u.exec(statement) ?? [];
			const { columns: found, rows } = await (engine as ReferenceEngine).query(
				select.replace(/`[\w-]+\.\w+\.(\w+)`/gu, '$1'),
				Object.fromEntries(tables),
			);
			expect(rows.length).toBeGreaterThan(0);
			tables.set(name, {
				columns: found.map((column, c) => [
					column,
					rows.some((row) => typeof row[c] === 'string')
						? 'STRING'
						: rows.some((row) => typeof row[c] === 'number' && !Number.isInteger(row[c])) || column === 'amount'
							? 'FLOAT64'
							: 'INT64',
				]),
				rows: rows as EngineTable['rows'],
			});
		}
		expect([...tables.keys()]).toContain('stagekeeper_sheet');
	});
});
