/** Cold numbers, each from fresh processes, and the sizes of what ships. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { FIGURES } from './goals.ts';
import { median } from './harness.ts';
import { type Judged, judgedFigure } from './judged.ts';

const ROUNDS = 5;
const ROWS = 10_000;

function run(name: string, rows: number, flags: readonly string[]): readonly [number, number] {
	const output = execFileSync(
		process.execPath,
		[...flags, 'scripts/run.mjs', 'bench/cold-run.ts', name, String(rows)],
		{
			encoding: 'utf8',
		},
	);
	return JSON.parse(output) as [number, number];
}

const kilobytes = (bytes: Uint8Array): number => bytes.length / 1024;

/**
 * @param sizes table sizes of the run: bytes a row are those of the largest.
 * @returns the figures, and who was left out
 */
export function coldFigures(sizes: readonly number[], hasArquero: boolean): { judged: Judged[]; skipped: string[] } {
	const dist = (file: string): string => join(process.cwd(), 'dist', file);
	const largest = Math.max(...sizes);
	// A young generation that holds the run: nothing is collected before it is counted.
	const [, bytes] = run('ours', largest, ['--expose-gc', '--max-semi-space-size=256', '--max-old-space-size=12288']);
	const judged = [judgedFigure(FIGURES.bytes, bytes, largest.toLocaleString('en'))];
	if (!existsSync(dist('Code.js'))) return { judged, skipped: ['dist/ (npm run build)'] };
	const cold = (name: string): number => median(Array.from({ length: ROUNDS }, () => run(name, ROWS, [])[0]));
	const [code, report] = [cold('Code.js'), cold('ours')];
	if (hasArquero) judged.push(judgedFigure(FIGURES.cold, cold('arquero') / (report + code), ROWS.toLocaleString('en')));
	const page = readFileSync(dist('sidebar.html'));
	judged.push(
		judgedFigure(FIGURES.init, code),
		judgedFigure(FIGURES.code, kilobytes(readFileSync(dist('Code.js')))),
		judgedFigure(FIGURES.page, kilobytes(page)),
		judgedFigure(FIGURES.packedPage, kilobytes(gzipSync(page))),
	);
	return { judged, skipped: [] };
}
