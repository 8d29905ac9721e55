/**
 * One cold execution, the child of first-answer.ts: the built bundle loaded as at Google, then its first answer, or a
 * bare pass over the cells that the answer needs.
 * Use: node scripts/run.mjs bench/first-answer-run.ts KIND answer|bare ROWS. Prints CPU milliseconds.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell } from '../src/core/cells/cell.ts';
import { Book, data, sampleRows } from '../test/addon/book.ts';
import { loadBundle } from '../workbench/host/load-bundle.ts';
import { touchCells } from './contestants/limits.ts';

type Kind = 'cell' | 'opening';
const [kind, what, rows] = [process.argv[2] as Kind, process.argv[3], Number(process.argv[4])];
const FORMULA = '=WIN_RATE(Deals!A1:G)';

/**
 * The same program by another text, so that nothing that the set-up compiled is found again by the one that is
 * measured.
 */
function otherBundle(): string {
	const folder = join(mkdtempSync(join(tmpdir(), 'stagekeeper-cold-')), 'dist');
	mkdirSync(folder);
	writeFileSync(join(folder, 'Code.js'), `var other = 1;\n${readFileSync(join('dist', 'Code.js'), 'utf8')}`);
	return folder;
}

function touchSheets(book: Book, names: readonly string[]): number {
	return book.host.execute('rpc', () => {
		const app = book.host.globals.SpreadsheetApp as typeof SpreadsheetApp;
		const file = app.getActiveSpreadsheet();
		return names.reduce((sum, name) => {
			const grid = (file.getSheetByName(name)?.getDataRange().getValues() ?? []) as Cell[][];
			return (
				sum +
				touchCells(
					grid,
					Array.from(grid[0] ?? [], (_, column) => column),
				)
			);
		}, 0);
	});
}

const book = new Book(sampleRows(rows));
const folder = otherBundle();
data(book.setUp());
const act: Readonly<Record<string, () => unknown>> = {
	'cell answer': () => book.evaluate(FORMULA),
	'cell bare': () => touchSheets(book, ['Deals']),
	'opening answer': () => book.open(),
	'opening bare': () => touchSheets(book, ['Deals', 'Stage history']),
};
const begin = process.cpuUsage();
const start = performance.now();
(book as { bundle: unknown }).bundle = loadBundle(book.host, folder);
act[`${kind} ${what}`]?.();
const wall = performance.now() - start;
const { user, system } = process.cpuUsage(begin);
rmSync(join(folder, '..'), { recursive: true });
console.log(Math.min(wall, (user + system) / 1000).toFixed(3));
