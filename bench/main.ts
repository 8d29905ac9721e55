/**
 * `npm run bench`: everyone in one process, in shuffled rounds, after equal answers; then cold numbers and sizes.
 * Options: `--sizes 1500,10000`, `--rounds 9`, `--check` (exit code 1 when a goal is missed), `--write` (the tables go
 * into README.md). JSON goes to bench/output/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { cellFigures } from './cells.ts';
import { coldFigures } from './cold.ts';
import { fieldOf, MOST_ROWS, type Tables } from './contenders.ts';
import { hasLibreOffice } from './contestants/libreoffice.ts';
import { hasSurvival } from './contestants/survival.ts';
import { feltFigures } from './felt.ts';
import { coldAnswers } from './first-answer.ts';
import { MOST_NOISE } from './goals.ts';
import { ratio, rounds, type Schedule } from './harness.ts';
import { installBenchPackages } from './install.ts';
import { judgedRatios, type SizeResult } from './judged.ts';
import { libreOffice, type Outside, survival } from './outside.ts';
import { goalsTable, timesTable, writeIntoReadme } from './result-table.ts';
import { dealTable, freshCells, historyTable } from './table.ts';

function option(name: string, standard: string): string {
	const at = process.argv.indexOf(`--${name}`);
	return at < 0 ? standard : (process.argv[at + 1] ?? standard);
}

const sizes = option('sizes', '1500,10000,100000,1000000').split(',').map(Number);
const count = Math.max(7, Number(option('rounds', '15')));
const MOST_ROWS_OUTSIDE = 10_000;

/**
 * Milliseconds, repeats and rounds until the code of everyone is compiled, by size: small tables take more of them, a
 * million rows warm themselves up.
 */
function scheduleOf(rows: number): Schedule {
	const of = (budget: number, repeats: number, warmUps: number): Schedule => ({
		least: count,
		most: 60,
		budget: budget * 1000,
		repeats,
		warmUps,
	});
	if (rows <= 1_500) return of(40, 10, 4);
	if (rows <= 10_000) return of(80, 3, 5);
	return rows < 1_000_000 ? of(200, 1, 3) : { ...of(60, 1, 1), least: 7 };
}

const startLoad = loadavg()[0] as number;
const started = performance.now();
installBenchPackages();
const results: SizeResult[] = [];
const wrong: string[] = [];
const skipped = new Set<string>();
if (!hasLibreOffice()) skipped.add('LibreOffice (not installed)');
if (!hasSurvival()) skipped.add('R survival (not installed)');
for (const rows of sizes) {
	console.log(`${rows.toLocaleString('en')} rows …`);
	const deals = dealTable(rows);
	const tables: Tables = { deals, history: rows <= MOST_ROWS.history ? historyTable(deals) : [] };
	const field = await fieldOf(tables);
	wrong.push(...field.wrong);
	for (const name of field.skipped) skipped.add(name);
	const fresh = (name: string): Tables => ({
		deals: freshCells(deals),
		history: name.endsWith('with history') ? freshCells(tables.history) : tables.history,
	});
	const samples = await rounds(field.contestants, fresh, scheduleOf(rows));
	const take = ({ sample, wrong: differing }: Outside): void => {
		samples.push(sample);
		wrong.push(...differing);
	};
	if (rows <= MOST_ROWS_OUTSIDE && hasLibreOffice()) take(libreOffice(tables, field.expected, count));
	if (rows === MOST_ROWS_OUTSIDE && hasSurvival()) take(survival(tables, count));
	results.push({ rows, samples, noise: Math.abs(Math.log(ratio(samples, 'report', 'report again'))) });
}
const hasArquero = results.some(({ samples }) => samples.some(({ name }) => name === 'arquero'));
const cold = coldFigures(sizes, hasArquero);
for (const name of cold.skipped) skipped.add(name);

console.log('cells, cold executions, page and workbench …');
const judged = [...cellFigures(), ...judgedRatios(results), ...coldAnswers(), ...cold.judged, ...(await feltFigures())];
const isVoid = results.some(({ noise }) => noise > MOST_NOISE);
const load = [startLoad, loadavg()[0] as number].map((value) => value.toFixed(1)).join(' to ');
const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${load}`;
const pair = results.map(({ rows, noise }) => `${rows.toLocaleString('en')}: ${(noise * 100).toFixed(1)} %`).join(', ');
const text = [
	`Median of ${count} rounds, ${new Date().toISOString().slice(0, 10)}, ${machine}. A/A pair off by ${pair}${isVoid ? ' – **void**' : ''}.`,
	goalsTable(judged),
	timesTable(results),
].join('\n\n');
console.log(`\n${text}\n\n${((performance.now() - started) / 60_000).toFixed(1)} minutes`);
for (const name of skipped) console.log(`skipped: ${name}`);
for (const difference of wrong) console.log(`WRONG ANSWER ${difference}`);
const folder = join(process.cwd(), 'bench', 'output');
mkdirSync(folder, { recursive: true });
writeFileSync(
	join(folder, 'bench.json'),
	JSON.stringify({ machine, results, judged, isVoid, wrong, skipped: [...skipped] }, null, '\t'),
);

const missed = judged.filter(({ isMet }) => isMet === false).length;
const met = judged.filter(({ isMet }) => isMet === true).length;
const state = wrong.length > 0 ? 'wrong answers' : isVoid ? 'void' : missed > 0 ? 'missed' : 'met';
if (process.argv.includes('--write') && wrong.length === 0 && !isVoid) writeIntoReadme(text);
else if (process.argv.includes('--write'))
	console.log('bench/README.md is left as it is: a run that is void or wrong says nothing');
console.log(
	`bench: ${state}; ${met} goals met, ${missed} missed, ${wrong.length} wrong answers, ${skipped.size} contestants skipped`,
);
process.exit(wrong.length > 0 || (process.argv.includes('--check') && state !== 'met') ? 1 : 0);
