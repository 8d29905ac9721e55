/** Format and lint rules of biome.json over every file of ours. */
import { runNode } from './program.ts';
import type { CheckResult } from './result.ts';

export async function checkLint(): Promise<CheckResult> {
	const { output, errors, exitCode } = await runNode('node_modules/@biomejs/biome/bin/biome', [
		'check',
		'--error-on-warnings',
		'--colors=off',
		'--max-diagnostics=50',
	]);
	const seen = Number(/Checked (\d+) files?/u.exec(output + errors)?.[1] ?? 0);
	return { seen, unit: 'files', findings: exitCode === 0 ? [] : [(errors + output).trim()] };
}
