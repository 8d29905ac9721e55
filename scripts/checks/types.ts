/**
 * Compiles every room under its own tsconfig, so that the core does not see Google and the server does not see the DOM.
 * What did not change since the last run is not compiled again: the compiler keeps its notes in node_modules/.cache.
 */
import { join } from 'node:path';
import { runNode } from './program.ts';
import type { CheckResult } from './result.ts';

const PROJECTS = [
	'tsconfig.json',
	'src/core/tsconfig.json',
	'sidebar/tsconfig.json',
	'workbench/tsconfig.json',
	'test/tsconfig.json',
];

export async function checkTypes(): Promise<CheckResult> {
	let seen = 0;
	const findings: string[] = [];
	for (const project of PROJECTS) {
		const { output, exitCode, errors } = await runNode('node_modules/typescript/bin/tsc', [
			'-p',
			project,
			'--pretty',
			'false',
			'--listFiles',
			'--incremental',
			'--tsBuildInfoFile',
			join('node_modules', '.cache', 'stagekeeper', `types-${project.replace(/[\\/]/gu, '-')}`),
		]);
		const lines = output.split('\n').filter((line) => line.trim() !== '');
		// --listFiles prints one absolute path per line; everything else is a diagnostic.
		const listed = lines.filter((line) => line.startsWith('/') || /^[A-Za-z]:[\\/]/u.test(line));
		const own = listed.filter((line) => !line.includes('node_modules'));
		seen += own.length;
		if (own.length === 0) findings.push(`${project}: no file of ours was compiled`);
		const diagnostics = lines.filter((line) => !listed.includes(line));
		findings.push(...diagnostics);
		if (exitCode !== 0 && diagnostics.length === 0) findings.push(`${project}: tsc ended with ${exitCode} ${errors}`);
	}
	return { seen, unit: 'files', findings: [...new Set(findings)] };
}
