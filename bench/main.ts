/**
 * `npm run bench`: everyone in one process, in shuffled rounds, after equal answers.
 * Options: `--sizes 1500,10000`, `--rounds 9`, `--check` (exit code 1 when a ratio misses its goal). JSON goes to bench/output/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { differences } from './answer.ts';
import { fieldOf, type Tables } from './contenders.ts';
import { hasLibreOffice, libreOfficeReport } from './contestants/libreoffice.ts';
import { ourCurve } from './contestants/ours.ts';
import { hasSurvival, survivalCurve } from './contestants/survival.ts';
import { GOALS, isMet, MOST_EXPONENT, MOST_NOISE } from './goals.ts';
import { median, ratio, rounds, type Sample } from './harness.ts';
import { installBenchPackages } from './install.ts';
import { COLUMN, DAY_MS, DAYS, dealTable, FIRST_DAY, freshCells, historyTable, LOST, STAGES, WON } from './table.ts';

function option(name: string, standard: string): string {
	const at = process.argv.indexOf(`--${name}`);
	return at < 0 ? standard : (process.argv[at + 1] ?? standard);
}

const sizes = option('sizes', '1500,10000,100000').split(',').map(Number);
const count = Math.max(7, Number(option('rounds', '7')));
const isCheck = process.argv.includes('--check');

/** Runs of its own program are set against the median of ours: they can not take part in the rounds. */
function outside(name: string, times: readonly number[], length: number): Sample {
	return { name, times: Array.from({ length }, () => median(times)) };
}

function libreOffice(tables: Tables, expected: Awaited<ReturnType<typeof fieldOf>>['expected'], wrong: string[]): Sample {
	const owners = expected.owners.map(([owner]) => owner);
	const { times, answer } = libreOfficeReport(tables.deals, owners, 3);
	wrong.push(...differences(expected, answer).map((difference) => `LibreOffice: ${difference}`));
	return outside('LibreOffice', times, count);
}

/** The largest difference between R's curve and ours counts as a wrong answer above 1e-12. */
function survival(tables: Tables, wrong: string[]): Sample {
	const deals = tables.deals.slice(1);
	const position = deals.map((row) => STAGES.indexOf(row[COLUMN.stage] as 'Won'));
	const days = deals.map((row) => {
		const closed = row[COLUMN.closed];
		return (
			(typeof closed === 'object' ? closed.getTime() / DAY_MS : FIRST_DAY + DAYS - 1) - (row[COLUMN.created] as Date).getTime() / DAY_MS
		);
	});
	const { times, curve } = survivalCurve(
		days,
		position.map((stage) => (stage === WON ? 1 : stage === LOST ? 2 : 0)),
		5,
	);
	const ours = ourCurve(tables.deals);
	const far = curve.filter(([day, won, lost]) => {
		const i = ours.times.indexOf(day);
		return !(Math.abs((ours.cause[i] as number) - won) <= 1e-12 && Math.abs((ours.competing[i] as number) - lost) <= 1e-12);
	});
	if (far.length > 0 || curve.length !== ours.times.length) wrong.push(`R survival: ${far.length} of ${curve.length} times differ`);
	return outside('R survival', times, count);
}

const startLoad = loadavg()[0] as number;
installBenchPackages();
const results: { rows: number; samples: readonly Sample[]; noise: number }[] = [];
const wrong: string[] = [];
const skipped = new Set<string>();
for (const rows of sizes) {
	const deals = dealTable(rows);
	const tables: Tables = { deals, history: historyTable(deals) };
	const field = await fieldOf(tables);
	wrong.push(...field.wrong);
	for (const name of field.skipped) skipped.add(name);
	const fresh = (name: string): Tables => ({
		deals: freshCells(deals),
		history: name.endsWith('with history') ? freshCells(tables.history) : tables.history,
	});
	const samples = await rounds(field.contestants, fresh, count, rows > 1_500 && rows < 100_000 ? 3 : 1);
	if (rows <= 10_000 && hasLibreOffice()) samples.push(libreOffice(tables, field.expected, wrong));
	else skipped.add(hasLibreOffice() ? 'LibreOffice (above 10,000 rows)' : 'LibreOffice (not installed)');
	if (rows === 10_000 && hasSurvival()) samples.push(survival(tables, wrong));
	else if (!hasSurvival()) skipped.add('R survival (not installed)');
	results.push({ rows, samples, noise: Math.abs(Math.log(ratio(samples, 'report', 'report again'))) });
}

const names = [...new Set(results.flatMap(({ samples }) => samples.map(({ name }) => name)))];
console.log(
	`\nMilliseconds, median of ${count} rounds · Node ${process.version} · ${cpus().length} × ${cpus()[0]?.model.trim()} · load ${startLoad.toFixed(1)} to ${(loadavg()[0] as number).toFixed(1)}\n`,
);
console.log(`| | ${results.map(({ rows }) => rows.toLocaleString('en')).join(' | ')} |\n|---|${results.map(() => '---:|').join('')}`);
for (const name of names) {
	const cells = results
		.map(({ samples }) => samples.find((sample) => sample.name === name))
		.map((sample) => (sample === undefined ? '–' : median(sample.times).toPrecision(3)));
	console.log(`| ${name} | ${cells.join(' | ')} |`);
}
const judged = GOALS.flatMap((goal) => {
	const samples = results.find(({ rows }) => rows === goal.rows)?.samples;
	const value = samples === undefined ? Number.NaN : ratio(samples, goal.top, goal.bottom);
	return Number.isNaN(value) ? [] : [{ ...goal, value, met: isMet(goal, value) }];
});
console.log('\n| ratio | rows | measured | goal | |\n|---|---:|---:|---:|---|');
for (const { top, bottom, rows, value, atLeast, atMost, met } of judged) {
	console.log(
		`| ${top} ÷ ${bottom} | ${rows.toLocaleString('en')} | ${value.toPrecision(3)} | ${atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`} | ${met ? 'met' : 'missed'} |`,
	);
}
const reportAt = results
	.filter(({ rows }) => rows >= 10_000)
	.map(({ rows, samples }) => [rows, median(samples.find(({ name }) => name === 'report')?.times ?? [])] as const);
const [low, high] = [reportAt[0], reportAt[reportAt.length - 1]];
const exponent = low === undefined || high === undefined || low === high ? null : Math.log(high[1] / low[1]) / Math.log(high[0] / low[0]);
if (exponent !== null)
	console.log(
		`| growth of the report, exponent | ${low?.[0].toLocaleString('en')} to ${high?.[0].toLocaleString('en')} | ${exponent.toFixed(3)} | ≤ ${MOST_EXPONENT} | ${exponent <= MOST_EXPONENT ? 'met' : 'missed'} |`,
	);
const isVoid = results.some(({ noise }) => noise > MOST_NOISE);
console.log(
	`\nA/A pair: ${results.map(({ rows, noise }) => `${rows.toLocaleString('en')}: ${(noise * 100).toFixed(1)} %`).join(', ')}${isVoid ? ' — void: this machine was too busy' : ''}`,
);
for (const name of skipped) console.log(`skipped: ${name}`);
for (const text of wrong) console.log(`WRONG ANSWER ${text}`);
const folder = join(process.cwd(), 'bench', 'output');
mkdirSync(folder, { recursive: true });
writeFileSync(
	join(folder, 'bench.json'),
	JSON.stringify(
		{ node: process.version, load: [startLoad, loadavg()[0]], results, judged, exponent, isVoid, wrong, skipped: [...skipped] },
		null,
		'\t',
	),
);
const missed = judged.filter(({ met }) => !met).length + (exponent !== null && exponent > MOST_EXPONENT ? 1 : 0);
const state = wrong.length > 0 ? 'wrong answers' : isVoid ? 'void' : missed > 0 ? 'missed' : 'met';
console.log(
	`bench: ${state}; ${judged.length + (exponent === null ? 0 : 1) - missed} ratios met, ${missed} missed, ${wrong.length} wrong answers, ${skipped.size} skipped`,
);
process.exit(wrong.length > 0 || (isCheck && state !== 'met') ? 1 : 0);
