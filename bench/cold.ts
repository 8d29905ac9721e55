/**
 * Cold numbers, each from a fresh process: compile and init of dist/Code.js, the first report of a process, what it allocates a row.
 * Use: node scripts/run.mjs bench/cold.ts [rows]. The same file with `--first NAME` is the child.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { arqueroReport } from './contestants/arquero.ts';
import { ourReport } from './contestants/ours.ts';
import { median } from './harness.ts';
import { dealTable, freshCells } from './table.ts';

const ROUNDS = 7;
const rows = Number(process.argv.find((word) => /^\d+$/u.test(word)) ?? '10000');

/** Milliseconds and bytes a row of one first run. */
async function first(name: string): Promise<[number, number]> {
	if (name === 'Code.js') {
		const text = readFileSync(join(process.cwd(), 'dist', 'Code.js'), 'utf8');
		const context = createContext({ console, Intl });
		const start = performance.now();
		new Script(text).runInContext(context);
		return [performance.now() - start, Number.NaN];
	}
	const grid = freshCells(dealTable(rows));
	const used = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
	const before = used();
	const start = performance.now();
	if (name === 'arquero') (await arqueroReport())?.(grid);
	else ourReport(grid);
	return [performance.now() - start, (used() - before) / rows];
}

const child = process.argv.indexOf('--first');
if (child >= 0) console.log(JSON.stringify(await first(process.argv[child + 1] as string)));
else {
	const runs = (name: string): [number, number] => {
		const answers = Array.from({ length: ROUNDS }, () => {
			const output = execFileSync(
				process.execPath,
				['--max-semi-space-size=256', 'scripts/run.mjs', 'bench/cold.ts', String(rows), '--first', name],
				{ encoding: 'utf8' },
			);
			return JSON.parse(output) as [number, number];
		});
		return [median(answers.map(([time]) => time)), median(answers.map(([, bytes]) => bytes))];
	};
	const [code] = runs('Code.js');
	const [report, bytes] = runs('ours');
	const [arquero] = runs('arquero');
	console.log(`Code.js, compile and init: ${code.toFixed(1)} ms`);
	console.log(`first report of a process, ${rows} rows: ${report.toFixed(1)} ms; ${bytes.toFixed(0)} bytes a row`);
	console.log(`arquero, import and first report: ${arquero.toFixed(1)} ms; ÷ ours with Code.js: ${(arquero / (report + code)).toFixed(1)}`);
}
