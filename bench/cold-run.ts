/**
 * One cold run, the child of cold.ts: a first report of its process or the first load of dist/Code.js.
 * Use: node scripts/run.mjs bench/cold-run.ts NAME ROWS. Prints `[milliseconds, bytes a row]`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { arqueroReport } from './contestants/arquero.ts';
import { ourReport } from './contestants/ours.ts';
import { dealTable, freshCells } from './table.ts';

const [name, rows] = [process.argv[2], Number(process.argv[3])];

function load(): number {
	const text = readFileSync(join(process.cwd(), 'dist', 'Code.js'), 'utf8');
	const context = createContext({ console, Intl });
	const start = performance.now();
	new Script(text).runInContext(context);
	return performance.now() - start;
}

async function report(): Promise<[number, number]> {
	const grid = freshCells(dealTable(rows));
	// Only where bytes are asked for is the collector at hand: what the table left behind would be taken for ours.
	(globalThis as { gc?: () => void }).gc?.();
	const used = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
	const before = used();
	const start = performance.now();
	if (name === 'arquero') (await arqueroReport())?.(grid);
	else ourReport(grid);
	return [performance.now() - start, (used() - before) / rows];
}

console.log(JSON.stringify(name === 'Code.js' ? [load(), null] : await report()));
