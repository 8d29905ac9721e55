/** Format and lint rules of biome.json over all our files; complexity and width of comments in the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { complexFunctions, LIMIT } from './complexity.ts';
import { runNode } from './program.ts';
import type { CheckResult } from './result.ts';

const SOURCES = ['src', 'sidebar', 'workbench', 'warehouse', 'scripts', 'bench'];

/** Of a line; the formatter wraps code to it and leaves comments, texts and patterns. */
const WIDTH = 120;

function wideComments(name: string, text: string): string[] {
	return text
		.split('\n')
		.flatMap((line, i) =>
			/^\s*(?:\/?\*|\/\/ (?!biome-ignore))/u.test(line) && line.replace(/\t/gu, '  ').length > WIDTH
				? [`${name}:${i + 1} is wider than ${WIDTH}`]
				: [],
		);
}

/** Biome counts nesting, not ways through a function, so that its own rule is another one. */
function sourceFindings(root: string): string[] {
	const names = SOURCES.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.tsx?$/u.test(name) && !name.includes('node_modules'))
			.map((name) => `${folder}/${name}`),
	);
	return names.flatMap((name) => {
		const text = readFileSync(join(root, name), 'utf8');
		const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
		const complex = complexFunctions(source).map(
			({ line, ways }) => `${name}:${line} has ${ways} ways through, ${LIMIT} at most`,
		);
		return [...complex, ...wideComments(name, text)];
	});
}

export async function checkLint(): Promise<CheckResult> {
	const run = runNode('node_modules/@biomejs/biome/bin/biome', [
		'check',
		'--error-on-warnings',
		'--colors=off',
		'--max-diagnostics=50',
	]);
	const found = sourceFindings('.');
	const { output, errors, exitCode } = await run;
	const seen = Number(/Checked (\d+) files?/u.exec(output + errors)?.[1] ?? 0);
	return { seen, unit: 'files', findings: [...(exitCode === 0 ? [] : [(errors + output).trim()]), ...found] };
}
