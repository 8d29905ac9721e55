/** The outcome of a run as Markdown, for the terminal and for the marked part of README.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { medianTime } from './harness.ts';
import type { Judged, SizeResult } from './judged.ts';

const BEGIN = '<!-- measured: begin -->';
const END = '<!-- measured: end -->';

export function timesTable(results: readonly SizeResult[]): string {
	const names = [...new Set(results.flatMap(({ samples }) => samples.map(({ name }) => name)))];
	const head = `| ms | ${results.map(({ rows }) => rows.toLocaleString('en')).join(' | ')} |\n|---|${results.map(() => '---:|').join('')}`;
	const lines = names.map((name) => {
		const cells = results.map(({ samples }) => {
			const sample = samples.find((other) => other.name === name);
			return sample === undefined ? '–' : medianTime(sample).toPrecision(3);
		});
		return `| ${name} | ${cells.join(' | ')} |`;
	});
	return [head, ...lines].join('\n');
}

export function goalsTable(judged: readonly Judged[]): string {
	const lines = judged.map(
		({ what, rows, value, goal, isMet }) =>
			`| ${what} | ${rows} | ${value.toPrecision(3)} | ${goal} | ${isMet === null ? '' : isMet ? 'met' : 'missed'} |`,
	);
	return ['| | rows | measured | goal | |', '|---|---:|---:|---:|---|', ...lines].join('\n');
}

/** Replaces what stands between the marks of bench/README.md. */
export function writeIntoReadme(text: string): void {
	const path = join(process.cwd(), 'bench', 'README.md');
	const readme = readFileSync(path, 'utf8');
	const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
	if (begin < 0 || end < begin) throw new Error('bench/README.md has lost its marks');
	writeFileSync(path, `${readme.slice(0, begin + BEGIN.length)}\n${text}\n${readme.slice(end)}`);
}
