/**
 * `npm run scale -- [100k] [1M] [10M]`: what the statements cost as tables grow, on generated deals with 3.4 changes
 * each. CPU time is compared with one window over the changes joined to the deals, which any answer about histories
 * needs; peak memory is that of a whole run with --memory 3GB --parts 8.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainStage, StageList } from '../src/core/model/stage.ts';
import type { StatisticsRow } from '../src/core/statistics-table/row.ts';
import { packedRows } from '../src/core/statistics-table/write-table.ts';
import { calendarDay, DAY_MS } from '../src/core/time/calendar-day.ts';
import { FACTS } from './count.ts';
import { openDuckDb } from './engines/duckdb.ts';
import type { Engine } from './engines/engine.ts';
import { keptForecasts } from './kept-walks.ts';
import { readOptions } from './options.ts';
import type { Question } from './question.ts';
import { runWarehouse } from './run.ts';
import { ALL, facts } from './sql/facts.ts';
import { countedRows, statistics } from './sql/statistics.ts';

const SIZES: ReadonlyMap<string, number> = new Map([
	['1k', 1_000],
	['100k', 100_000],
	['1M', 1_000_000],
	['10M', 10_000_000],
]);
const AS_OF = calendarDay(2026, 6, 30);
const MEMORY = '3GB';
const PARTS = 8;

const STAGES = new StageList([
	plainStage('Qualify', 'open', 0.1),
	plainStage('Product introduction', 'open', 0.35),
	plainStage('Needs and solution', 'open', 0.65),
	plainStage('Quote and contract', 'open', 0.75),
	plainStage('Won', 'won', 1),
	plainStage('Lost', 'lost', 0),
]);
const CODES = new Map([...STAGES.all.map(({ name }, position) => [name, position] as const), ['', -1] as const]);

/** Days of the exponential kind between the stages, by the number of the deal; the same number gives the same deal. */
async function generate(engine: Engine, folder: string, count: number): Promise<void> {
	const chance = (k: number): string => `(hash(i * 64 + ${k}) / 18446744073709551616.0)`;
	const days = (k: number, mean: number): string =>
		`1000 + CAST(-ln(${chance(k)} + 1e-9) * ${mean * 86_400} AS BIGINT) * 1000`;
	const end = `epoch_ms(TIMESTAMPTZ '2026-06-30 23:59:59+00')`;
	await engine.run(`CREATE OR REPLACE TEMP TABLE way AS
WITH drawn AS (SELECT i, epoch_ms(TIMESTAMPTZ '2023-07-01 00:00:00+00') + CAST(${chance(1)} * 94608000 AS BIGINT) * 1000 AS t0,
  ${days(2, 9)} AS d1, ${days(3, 14)} AS d2, ${days(4, 20)} AS d3, ${days(5, 16)} AS d4,
  CASE WHEN ${chance(6)} > 0.72 THEN 1 WHEN ${chance(7)} > 0.62 THEN 2 WHEN ${chance(8)} > 0.66 THEN 3 ELSE 4 END AS steps, ${chance(9)} < 0.52 AS wins,
  CAST(floor(${chance(10)} * 200) AS INTEGER) AS owner, CAST(floor(${chance(11)} * 6) AS INTEGER) AS why,
  CASE WHEN ${chance(12)} < 0.06 THEN NULL ELSE round(exp(8 + 2 * ${chance(13)}) * 100) / 100 END AS amount FROM range(${count}) AS r(i)),
timed AS (SELECT *, t0 + d1 AS t1, t0 + d1 + d2 AS t2, t0 + d1 + d2 + d3 AS t3,
  t0 + d1 + CASE WHEN steps > 1 THEN d2 ELSE 0 END + CASE WHEN steps > 2 THEN d3 ELSE 0 END + CASE WHEN steps > 3 THEN d4 ELSE 0 END AS te FROM drawn)
SELECT *, format('006{:012d}', i) AS id, CASE WHEN steps = 4 AND wins THEN 'Won' ELSE 'Lost' END AS finish, te <= ${end} AS is_over FROM timed`);
	await engine.run(`COPY (SELECT id AS "Deal ID", format('Deal {}', i) AS "Deal",
  CASE WHEN is_over THEN finish WHEN steps > 3 AND t3 <= ${end} THEN 'Quote and contract' WHEN steps > 2 AND t2 <= ${end} THEN 'Needs and solution' WHEN steps > 1 AND t1 <= ${end} THEN 'Product introduction' ELSE 'Qualify' END AS "Stage",
  amount AS "Amount", make_timestamptz(t0 * 1000) AS "Created", CASE WHEN is_over THEN make_timestamptz(te * 1000) END AS "Closed", format('Owner {:03d}', owner) AS "Owner",
  CASE WHEN is_over THEN ['Price', 'Timing', 'No budget', 'Competitor', 'No decision', ''][why + 1] ELSE '' END AS "Loss reason" FROM way) TO '${folder}/deals.parquet' (FORMAT parquet)`);
	const step = (name: string, time: string, least: number): string =>
		`SELECT id, ${name} AS stage, ${time} AS t FROM way WHERE steps > ${least} AND ${time} <= ${end}`;
	const changes = [
		step("'Qualify'", 't0', 0),
		step("'Product introduction'", 't1', 1),
		step("'Needs and solution'", 't2', 2),
		step("'Quote and contract'", 't3', 3),
		step('finish', 'te', 0),
	].join(' UNION ALL ');
	await engine.run(
		`COPY (SELECT id AS "Deal ID", stage AS "Stage", make_timestamptz(t * 1000) AS "Changed at" FROM (${changes}) AS c) TO '${folder}/changes.parquet' (FORMAT parquet)`,
	);
	await engine.run('DROP TABLE way');
}

function questionOf(folder: string): Question {
	const asOf = { ms: (AS_OF + 1) * DAY_MS - 1, day: AS_OF };
	const instant = (name: string) => ({ sql: `"${name}"`, type: 'instant' as const });
	return {
		stages: STAGES,
		deals: `read_parquet('${folder}/deals.parquet')`,
		columns: {
			id: { sql: '"Deal ID"' },
			stage: { sql: '"Stage"' },
			amount: { sql: '"Amount"' },
			created: instant('Created'),
			closed: instant('Closed'),
			reason: { sql: '"Loss reason"' },
		},
		stageCodes: CODES,
		lostFromCodes: new Map(),
		changes: {
			from: `read_parquet('${folder}/changes.parquet')`,
			deal: { sql: '"Deal ID"' },
			stage: { sql: '"Stage"' },
			at: instant('Changed at'),
			codes: CODES,
		},
		timeZone: 'UTC',
		asOf,
		clock: asOf,
		isPast: false,
		where: '',
		period: null,
		cohort: 'created',
		groups: [],
		resolution: DAY_MS,
		part: null,
	};
}

const processorTime = (): number => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
};

async function cost(work: () => Promise<unknown>): Promise<number> {
	const before = processorTime();
	await work();
	return processorTime() - before;
}

interface Measured {
	readonly window: number;
	readonly facts: number;
	readonly statistics: number;
	readonly counted: number;
	readonly packed: number;
	/** CPU time and rows of the counts that a forecast is based on. */
	readonly forecast: number;
	readonly forecastCounted: number;
	readonly forecastPacked: number;
}

/** What the statements cost, all deals at once. */
async function measure(folder: string): Promise<Measured> {
	const engine = await openDuckDb({ memory: null, temporary: join(folder, 'spill') }, console.error);
	const question = questionOf(folder);
	const window = await cost(() =>
		engine.run(
			`SELECT COUNT(before), SUM(length) FROM (SELECT d."Deal ID", LAG(c."Stage") OVER w AS before, epoch_ms(c."Changed at") - LAG(epoch_ms(c."Changed at")) OVER w AS length FROM ${question.deals} AS d JOIN ${question.changes?.from} AS c ON c."Deal ID" = d."Deal ID" WINDOW w AS (PARTITION BY d."Deal ID" ORDER BY c."Changed at")) AS t`,
		),
	);
	const made = await cost(() => engine.keep(FACTS, facts(engine.dialect, question)));
	const wanted = { curves: true, middles: true };
	let packed = 0;
	const counting = await cost(async () => {
		packed = (await engine.rows(statistics(engine.dialect, question, FACTS, ALL, wanted))).length;
	});
	const [row] = await engine.rows(
		`SELECT COUNT(*) FROM (${countedRows(engine.dialect, question, FACTS, ALL, wanted)}) AS t`,
	);
	let rows: readonly StatisticsRow[] = [];
	const forecast = await cost(async () => {
		const [whole] = await keptForecasts(engine, question, [ALL], 1);
		rows = whole?.get('') ?? [];
	});
	engine.close();
	const [forecastCounted, forecastPacked] = [rows.length, packedRows('', '', rows).length];
	const ofRows = { counted: Number(row?.[0]), packed, forecastCounted, forecastPacked };
	return { window, facts: made, statistics: counting, forecast, ...ofRows };
}

/** One step in a process of its own, so that its memory is its own. @returns its last line */
function apart(...args: readonly string[]): string {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'warehouse/scale.ts', ...args], {
		encoding: 'utf8',
		env: process.env,
	});
	if (status !== 0) throw new Error(stderr);
	return stdout.trim().split('\n').pop() ?? '';
}

async function step(name: string, folder: string, size: string): Promise<string> {
	if (name === '--generate') {
		const engine = await openDuckDb({ memory: null, temporary: join(folder, 'spill') }, console.error);
		await generate(engine, folder, SIZES.get(size) ?? 0);
		const [row] = await engine.rows(`SELECT COUNT(*) FROM read_parquet('${folder}/changes.parquet')`);
		engine.close();
		return String(row?.[0]);
	}
	if (name === '--measure') return JSON.stringify(await measure(folder));
	const args = [
		'deals.parquet',
		'--history',
		'changes.parquet',
		'--as-of',
		'2026-06-30',
		'--memory',
		MEMORY,
		'--parts',
		String(PARTS),
		'--json',
	];
	await runWarehouse(readOptions(args, folder), console.error);
	return String(process.resourceUsage().maxRSS / 1024);
}

function scale(sizes: readonly string[]): void {
	const root = mkdtempSync(join(tmpdir(), 'stagekeeper-scale-'));
	const lines: string[][] = [
		[
			'deals',
			'changes',
			'window s',
			'facts s',
			'statistics s',
			'facts ÷ window',
			'both ÷ window',
			'exponent',
			'rows counted',
			'packed',
			'forecast s',
			'forecast ÷ window',
			'rows counted for it',
			'packed',
			`peak MB, ${MEMORY}, ${PARTS} parts`,
		],
	];
	let before: { readonly deals: number; readonly seconds: number } | null = null;
	for (const size of sizes) {
		const folder = join(root, size);
		mkdirSync(folder);
		const deals = SIZES.get(size) ?? 0;
		const changes = apart('--generate', folder, size);
		const found = JSON.parse(apart('--measure', folder, size)) as Measured;
		const peak = Number(apart('--run', folder, size));
		const seconds = found.facts + found.statistics;
		const exponent: number | null =
			before === null ? null : Math.log(seconds / before.seconds) / Math.log(deals / before.deals);
		lines.push([
			size,
			changes,
			...[found.window, found.facts, found.statistics, found.facts / found.window, seconds / found.window].map(
				(value) => value.toFixed(2),
			),
			exponent === null ? '' : exponent.toFixed(2),
			String(found.counted),
			String(found.packed),
			found.forecast.toFixed(2),
			(found.forecast / found.window).toFixed(2),
			String(found.forecastCounted),
			String(found.forecastPacked),
			peak.toFixed(0),
		]);
		before = { deals, seconds };
		rmSync(folder, { recursive: true });
	}
	rmSync(root, { recursive: true });
	console.log(lines.map((line) => line.join(' | ')).join('\n'));
}

const [first = '100k', ...rest] = process.argv.slice(2);
if (first.startsWith('--')) console.log(await step(first, rest[0] ?? '', rest[1] ?? ''));
else {
	const sizes = process.argv.length > 2 ? [first, ...rest] : ['100k', '1M'];
	const unknown = sizes.find((size) => !SIZES.has(size));
	if (unknown !== undefined) throw new Error(`"${unknown}" is no size; write ${[...SIZES.keys()].join(', ')}.`);
	scale(sizes);
}
